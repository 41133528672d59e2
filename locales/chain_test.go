package locales

import (
	"fmt"
	"testing"

	"golang.org/x/text/language"
)

func TestChain(t *testing.T) {
	for in, want := range map[string]string{
		"en-GB":      "[en-GB en-001 en]",
		"zh":         "[zh-Hans]",
		"zh-CN":      "[zh-CN zh-Hans]",
		"zh-TW":      "[zh-TW zh-Hant]",
		"zh-Hant-HK": "[zh-Hant-HK zh-Hant]",
		"fr-CH":      "[fr-CH fr]",
		"pt-PT":      "[pt-PT pt]",
		"sr-Latn":    "[sr-Latn]",
	} {
		if got := fmt.Sprint(Chain(language.MustParse(in))); got != want {
			t.Errorf("Chain(%s) = %s, want %s", in, got, want)
		}
	}
}

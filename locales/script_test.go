package locales

import (
	"slices"
	"testing"

	"golang.org/x/text/language"
)

func TestRewritten(t *testing.T) {
	for _, c := range []struct {
		tag, text string
		want      []string
	}{
		{"zh-Hant", "茶叶学院", []string{"茶叶學院", "茶葉學院"}},
		{"zh-Hant-HK", "海港", []string{"海港"}},
		{"zh-Hant", "头发", []string{"頭發", "頭髮"}},
		{"zh-Hans", "茶葉學院", []string{"茶叶学院"}},
		{"zh-Hans", "乾隆", []string{"乾隆", "干隆"}},
		{"en", "茶叶学院", nil},
	} {
		if got := For(language.MustParse(c.tag)).Letters.Rewritten(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s in %s: %q, want %q", c.text, c.tag, got, c.want)
		}
	}
	if n := len(For(language.TraditionalChinese).Letters.Rewritten("台里发台里发台里发")); n > 64 {
		t.Errorf("%d ways", n)
	}
}

// TestScripts holds that what is written anew and back has what it was among the
// ways to read it, for each character of the table.
func TestScripts(t *testing.T) {
	simple, traditional := readScripts(false), readScripts(true)
	if len(simple) < 2500 {
		t.Fatalf("%d characters", len(simple))
	}
	for s, all := range simple {
		for _, c := range all {
			if !slices.Contains(traditional[c], s) {
				t.Errorf("%c is %c, and not the other way round", s, c)
			}
			if s < firstHan || s > lastHan || c < firstHan || c > lastHan {
				t.Errorf("%c, %c: no character", s, c)
			}
		}
	}
}

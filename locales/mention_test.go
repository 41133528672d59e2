package locales

import (
	"regexp"
	"testing"
)

// FuzzWithoutArticle holds withoutArticle to a pattern that says the same.
func FuzzWithoutArticle(f *testing.F) {
	for _, text := range []string{"", "the", " the", "formerly the", "formerly “The", "called an", "known as A", "banana", "x\u00a0\n\tAN", "a an the", "a\xffthe", "„ſhe", " tHe "} {
		f.Add(text)
	}
	article := regexp.MustCompile(`(?i)[\s\x{a0}"'‘“„«‹]+(?:the|an?)$`)
	f.Fuzz(func(t *testing.T, text string) {
		if got, want := withoutArticle(text), article.ReplaceAllString(text, ""); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	})
}

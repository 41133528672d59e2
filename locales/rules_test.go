package locales

import (
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// TestRules reads every file of the folder: a locale is one file there, named by
// its tag, with keys that are known and months that are twelve.
func TestRules(t *testing.T) {
	if len(table()) < 2 {
		t.Fatalf("%d locales", len(table()))
	}
	for name, r := range table() {
		tag, err := language.Parse(name)
		if err != nil || tag.String() != name || r.Tag != tag {
			t.Errorf("rules/%s.toml: the tag of its name is written %s (%v)", name, tag, err)
		}
		if n := len(r.Structure.Months); n != 0 && n != 12 {
			t.Errorf("rules/%s.toml: %d months", name, n)
		}
		for det, g := range r.Gender.Determiners {
			if g == "" || strings.Trim(g, "mfn") != "" {
				t.Errorf("rules/%s.toml: the determiner %s has the gender %q", name, det, g)
			}
		}
	}
}

func TestFor(t *testing.T) {
	for tag, want := range map[string]string{"fr-CH": "fr", "en-GB": "en", "zh": "zh-Hans", "zh-Hant-HK": "zh-Hant", "zh-TW": "zh-Hant", "pt-BR": "pt", "und": "und", "sw": "und"} {
		if got := For(language.MustParse(tag)).Tag.String(); got != want {
			t.Errorf("%s: the rules of %s, want those of %s", tag, got, want)
		}
	}
}

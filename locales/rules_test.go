package locales

import (
	"os"
	"slices"
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
	for name, rules := range table() {
		r := rules()
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

// TestDeclension wants as many endings as there are cases in each row of the
// tables, cases that are known, and a class that the glossary documentation names.
func TestDeclension(t *testing.T) {
	doc, err := os.ReadFile("../docs/glossary.md")
	if err != nil {
		t.Fatal(err)
	}
	for name, rules := range table() {
		r := rules()
		d := &r.Declension
		rows := make(map[string]string)
		for _, c := range d.Classes {
			rows[c.Name+" sg"], rows[c.Name+" pl"] = c.Sg, c.Pl
			if !strings.Contains(string(doc), "`"+c.Name+"`") {
				t.Errorf("rules/%s.toml: docs/glossary.md does not name the class %s", name, c.Name)
			}
		}
		for _, a := range d.Adjectives {
			for key, row := range a.Rows {
				rows[a.Name+" "+key] = row
			}
		}
		for class, row := range d.Plurals {
			rows["plural "+class] = row
		}
		for class, row := range rows {
			if n := len(strings.Fields(row)); n != 0 && n != len(d.Cases) {
				t.Errorf("rules/%s.toml: %s has %d endings for %d cases", name, class, n, len(d.Cases))
			}
		}
		for word, cases := range r.Government {
			for _, c := range cases {
				if !slices.Contains(d.Cases, c) {
					t.Errorf("rules/%s.toml: %s governs %s", name, word, c)
				}
			}
		}
		for _, det := range r.Determiners {
			for ending, cells := range det.Endings {
				for _, cell := range cells {
					if _, of, _ := strings.Cut(cell, "."); !slices.Contains(d.Cases, of) {
						t.Errorf("rules/%s.toml: the determiner %v%s has the cell %s", name, det.Stems, ending, cell)
					}
				}
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

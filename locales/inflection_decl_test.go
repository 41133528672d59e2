package locales

import (
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// The tests of the Unicode inflection library are an outside check of what the
// tables say. They are not part of the project: CONCORD_DATA names the folder
// that has them. What an author would say of each word of theirs is in
// testdata/inflection: term, class, gender, animate, number, forms; or term, "-"
// and why it is not something that concord does.

type inflectionTest struct {
	Source struct {
		Text  string     `xml:",chardata"`
		Attrs []xml.Attr `xml:",any,attr"`
	} `xml:"source"`
	Result struct {
		Text  string     `xml:",chardata"`
		Attrs []xml.Attr `xml:",any,attr"`
	} `xml:"result"`
}

type inflectionWord struct {
	lemma    string
	grammar  Grammar
	paradigm Paradigm
}

type inflectionSuite struct {
	rules *Rules
	words []inflectionWord
	not   map[string]string // what is not covered, to why
	tests []inflectionTest
}

func loadInflection(t *testing.T, lang string) *inflectionSuite {
	t.Helper()
	data := os.Getenv("CONCORD_DATA")
	if data == "" {
		t.Skip("CONCORD_DATA is not set")
	}
	s := &inflectionSuite{rules: For(language.MustParse(lang)), not: make(map[string]string)}
	file := filepath.Join("testdata", "inflection", lang+".tsv")
	for i, line := range strings.Split(readText(t, file), "\n") {
		f := append(strings.Split(line, "\t"), "", "", "", "", "")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case f[1] == "-":
			s.not[f[0]] = f[2]
		default:
			g := Grammar{Decl: f[1], Gender: f[2], Animate: f[3], Number: f[4]}
			var forms []Inflection
			for _, form := range strings.Fields(f[5]) {
				name, text, _ := strings.Cut(form, "=")
				slot, ok := s.rules.Slot(name, g.Number)
				if !ok {
					t.Fatalf("%s:%d: no slot %s", file, i+1, name)
				}
				forms = append(forms, Inflection{slot, strings.ReplaceAll(text, "_", " ")})
			}
			p, g, fault := s.rules.Paradigm(f[0], g, forms)
			if fault != nil {
				t.Fatalf("%s:%d: %s %v", file, i+1, fault.ID, fault.Args)
			}
			s.words = append(s.words, inflectionWord{f[0], g, p})
		}
	}
	var doc struct {
		Tests []inflectionTest `xml:"test"`
	}
	if err := xml.Unmarshal([]byte(readText(t, filepath.Join(data, "unicode-inflection", lang+".xml"))), &doc); err != nil {
		t.Fatal(err)
	}
	s.tests = doc.Tests
	return s
}

func readText(t *testing.T, file string) string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// run holds the answers against the suite: none may be wrong, at most 15 % unknown.
func (s *inflectionSuite) run(t *testing.T, answer func(*inflectionSuite, inflectionTest) (got, want string)) {
	right, wrong, unknown := 0, 0, 0
	not := make(map[string]int)
	for _, test := range s.tests {
		if why := s.uncovered(test); why != "" {
			not[why]++
			continue
		}
		got, want := answer(s, test)
		switch {
		case got == want:
			right++
		case got == "":
			unknown++
			t.Logf("unknown: %s", test)
		default:
			wrong++
			t.Errorf("%s: %q, want %q", test, got, want)
		}
	}
	for _, why := range slices.Sorted(func(yield func(string) bool) {
		for k := range not {
			if !yield(k) {
				return
			}
		}
	}) {
		t.Logf("not covered: %3d %s", not[why], why)
	}
	t.Logf("%d right, %d wrong, %d unknown (%.1f %%)", right, wrong, unknown, 100*float64(unknown)/float64(max(1, right+wrong+unknown)))
	if unknown*100 > 15*(right+wrong+unknown) {
		t.Errorf("more than 15 %% are unknown")
	}
}

func (x inflectionTest) String() string {
	return fmt.Sprint(x.Source.Text, " ", attrs(x.Source.Attrs), " -> ", x.Result.Text, " ", attrs(x.Result.Attrs))
}

func attrs(all []xml.Attr) (list []string) {
	for _, a := range all {
		list = append(list, a.Name.Local+"="+a.Value)
	}
	return list
}

func (x inflectionTest) source(name string) string { return attr(x.Source.Attrs, name) }
func (x inflectionTest) result(name string) string { return attr(x.Result.Attrs, name) }

func attr(all []xml.Attr, name string) string {
	for _, a := range all {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

var slotNames = map[string]string{
	"singular": "sg", "plural": "pl", "nominative": "nom", "genitive": "gen", "dative": "dat", "accusative": "acc",
	"instrumental": "ins", "prepositional": "prp", "locative": "loc", "masculine": "m", "feminine": "f", "neuter": "n",
}

// uncovered says why a test is of something that concord does not do.
func (s *inflectionSuite) uncovered(x inflectionTest) string {
	if why := s.not[x.Source.Text]; why != "" {
		return why
	}
	switch {
	case x.result("gender") != "" && x.Result.Text == "", x.Source.Text == "":
		return "the gender of a word or the form of an empty one: a glossary says it"
	case x.result("exists") == "false" || x.Result.Text == "" && x.result("exists") != "":
		return "whether a word exists"
	case len(x.Source.Attrs) == 0 && len(x.Result.Attrs) == 0:
		return "nothing asked for"
	}
	return ""
}

// inflect puts a form of a word of the table into the slot that is asked for.
func (s *inflectionSuite) inflect(x inflectionTest) string {
	var all []string
	gender := slotNames[x.source("gender")]
	for _, w := range s.words {
		if gender != "" && w.grammar.Gender != gender && strings.TrimRight(w.grammar.Gender, "123") != gender {
			continue
		}
		if a := x.source("animacy"); a == "animate" && w.grammar.Animate != "yes" || a == "inanimate" && w.grammar.Animate == "yes" {
			continue
		}
		for _, slot := range w.paradigm.Slots(x.Source.Text) {
			if n := slotNames[x.source("number")]; n != "" {
				slot.Number = n
			}
			if c := slotNames[x.source("case")]; c != "" {
				slot.Case = c
			}
			if d := x.source("declension"); d != "" {
				slot.Strength = d
			}
			if text := w.paradigm.At(slot); !slices.Contains(all, text) {
				all = append(all, text)
			}
		}
	}
	if len(all) != 1 {
		return ""
	}
	return all[0]
}

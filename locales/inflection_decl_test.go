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
// testdata/inflection: term, class, gender, animate, number, forms, where the
// suite leaves out endings as "phrase = term"; or term, "-" and why it is not something that concord does.

type inflectionTest struct {
	agrees cells // with the article before the text
	Source struct {
		Text  string     `xml:",chardata"`
		Attrs []xml.Attr `xml:",any,attr"`
	} `xml:"source"`
	Result struct {
		Text  string     `xml:",chardata"`
		Attrs []xml.Attr `xml:",any,attr"`
	} `xml:"result"`
}

// An inflectionWord is a term, or an adjective in its genders.
type inflectionWord []inflected

type inflected struct {
	lemma    string
	grammar  Grammar
	paradigm Paradigm
}

type paradigmSuite struct {
	rules *Rules
	words []inflectionWord
	alias map[string]string // a phrase without endings, to the term
	not   map[string]string // what is not covered, to why
	tests []inflectionTest
}

func loadInflection(t *testing.T, lang string) *paradigmSuite {
	t.Helper()
	data := os.Getenv("CONCORD_DATA")
	if data == "" {
		t.Skip("CONCORD_DATA is not set")
	}
	s := &paradigmSuite{rules: For(language.MustParse(lang)), not: make(map[string]string), alias: make(map[string]string)}
	file := filepath.Join("testdata", "inflection", lang+".tsv")
	for i, line := range strings.Split(readText(t, file), "\n") {
		f := append(strings.Split(line, "\t"), "", "", "", "", "")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case f[1] == "-":
			s.not[f[0]] = f[2]
		default:
			var word inflectionWord
			if from, to, ok := strings.Cut(f[0], " = "); ok {
				s.alias[from], f[0] = to, to
			}
			for k, lemma := range strings.Split(f[0], "/") {
				g := Grammar{Decl: f[1], Gender: strings.Split(f[2], "/")[k], Animate: f[3], Number: f[4]}
				animates := []string{g.Animate}
				if strings.Contains(f[0], "/") {
					animates = []string{"no", "yes"}
				}
				for _, g.Animate = range animates {
					p, known, fault := s.rules.Paradigm(lemma, g, slotTexts(t, s.rules, f[5], g.Number))
					if fault != nil {
						t.Fatalf("%s:%d: %s %v", file, i+1, fault.ID, fault.Args)
					}
					word = append(word, inflected{lemma, known, p})
				}
			}
			s.words = append(s.words, word)
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

// slotTexts reads "gen=Herzens pl=Herzen".
func slotTexts(t *testing.T, r *Rules, text, number string) (forms []Inflection) {
	t.Helper()
	for _, form := range strings.Fields(text) {
		name, text, _ := strings.Cut(form, "=")
		slot, ok := r.Slot(name, number)
		if !ok {
			t.Fatalf("no slot %s", name)
		}
		forms = append(forms, Inflection{slot, strings.ReplaceAll(text, "_", " ")})
	}
	return forms
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
func (s *paradigmSuite) run(t *testing.T, answer func(*paradigmSuite, inflectionTest) (got, want string)) {
	right, wrong, unknown := 0, 0, 0
	not := make(map[string]int)
	for _, test := range s.tests {
		asked := test
		if to := s.alias[test.Source.Text]; to != "" {
			test.Source.Text = to
		}
		if why := s.uncovered(asked); why != "" {
			not[why]++
			continue
		}
		got, want := answer(s, test)
		switch {
		case got == want:
			right++
		case got == "":
			unknown++
			t.Logf("unknown: %s", asked)
		default:
			wrong++
			t.Errorf("%s: %q, want %q", asked, got, want)
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
func (s *paradigmSuite) uncovered(x inflectionTest) string {
	if why := s.not[x.Source.Text]; why != "" {
		return why
	}
	if g := slotNames[x.source("gender")]; g != "" {
		for _, w := range s.words {
			if len(w) == 1 && w[0].paradigm.Slots(x.Source.Text) != nil && w[0].grammar.Gender != g {
				return "a noun of another gender: another term"
			}
		}
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
func (s *paradigmSuite) inflect(x inflectionTest) string {
	var all []string
	for _, w := range s.words {
		for _, text := range w.inflect(x) {
			if !slices.Contains(all, text) {
				all = append(all, text)
			}
		}
	}
	if len(all) != 1 {
		return ""
	}
	return all[0]
}

// slots returns what the text of a test may be the form for: a term in its
// dictionary form is that, and an article before it tells.
func (w *inflected) slots(x inflectionTest) []Slot {
	all := w.paradigm.Slots(strings.TrimSpace(x.Source.Text))
	if x.agrees != nil {
		f := fitting{Swap: Swap{Old: w.grammar}}
		return f.agreeing(all, x.agrees)
	}
	if x.Source.Text == w.lemma && len(all) > 0 && (x.source("case") != "" || x.source("animacy") == "") {
		return all[:1]
	}
	return all
}

func (w inflectionWord) inflect(x inflectionTest) (all []string) {
	gender := slotNames[x.source("gender")]
	for _, from := range w {
		for _, slot := range from.slots(x) {
			if n := slotNames[x.source("number")]; n != "" {
				slot.Number = n
			}
			if c := slotNames[x.source("case")]; c != "" {
				slot.Case = c
			}
			if d := x.source("declension"); d != "" {
				slot.Strength = d
			}
			for _, to := range w {
				animate := to.grammar.Animate == "yes"
				switch a := x.source("animacy"); {
				case gender == "" && to.grammar.Gender != from.grammar.Gender, gender != "" && strings.TrimRight(to.grammar.Gender, "123") != gender,
					a == "inanimate" && animate, a != "" && a != "inanimate" && !animate:
				default:
					all = append(all, to.paradigm.At(slot))
				}
			}
		}
	}
	return all
}

package locales

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// The languages that decline are held against the suite by their paradigms, and not
// through Fit: it asks for forms more than for what stands beside them. What an author
// would say of each of its words is in testdata/inflection: term, class, gender,
// animate, number, forms, where the suite leaves out endings as "phrase = term"; or
// term, "-" and why it is not something that concord does.

// A declensionTest is a question with the cells of an article before its source.
type declensionTest struct {
	question
	agrees cells
}

// An declensionWord is a term, or an adjective in its genders.
type declensionWord []inflected

type inflected struct {
	lemma    string
	grammar  Grammar
	paradigm Paradigm
}

type declensionSuite struct {
	rules *Rules
	words []declensionWord
	alias map[string]string // a phrase without endings, to the term
	not   map[string]string // what is not covered, to why
	tests []declensionTest
}

func loadDeclension(t *testing.T, lang string) *declensionSuite {
	t.Helper()
	data := os.Getenv("CONCORD_DATA")
	if data == "" {
		t.Skip("set CONCORD_DATA to a folder that has unicode-inflection")
	}
	s := &declensionSuite{rules: For(language.MustParse(lang)), not: make(map[string]string), alias: make(map[string]string)}
	file := filepath.Join("testdata", "inflection", lang+".tsv")
	for i, line := range strings.Split(readText(t, file), "\n") {
		f := append(strings.Split(line, "\t"), "", "", "", "", "")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case f[1] == "-":
			s.not[f[0]] = f[2]
		default:
			var word declensionWord
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
	for _, q := range inflectionQuestions(t, filepath.Join(data, "unicode-inflection", lang+".xml")) {
		s.tests = append(s.tests, declensionTest{question: q})
	}
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
func (s *declensionSuite) run(t *testing.T, answer func(*declensionSuite, declensionTest) (got, want string)) {
	right, wrong, unknown := 0, 0, 0
	not := make(map[string]int)
	for _, test := range s.tests {
		asked := test
		if to := s.alias[test.source]; to != "" {
			test.source = to
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

func (x declensionTest) String() string {
	return fmt.Sprint(x.kind, " of ", x.source, " ", x.asked, ", want ", x.want)
}

var slotNames = map[string]string{
	"singular": "sg", "plural": "pl", "nominative": "nom", "genitive": "gen", "dative": "dat", "accusative": "acc",
	"instrumental": "ins", "prepositional": "prp", "locative": "loc", "masculine": "m", "feminine": "f", "neuter": "n",
}

// uncovered says why a test is of something that concord does not do.
func (s *declensionSuite) uncovered(x declensionTest) string {
	if why := s.not[x.source]; why != "" {
		return why
	}
	if g := slotNames[x.asked["gender"]]; g != "" {
		for _, w := range s.words {
			if len(w) == 1 && w[0].paradigm.Slots(x.source) != nil && w[0].grammar.Gender != g {
				return "a noun of another gender: another term"
			}
		}
	}
	switch {
	case x.kind == "gender", x.source == "":
		return "the gender of a word or the form of an empty one: a glossary says it"
	case x.kind == "exists":
		return "whether a word exists"
	case x.kind == "form" && len(x.asked) == 0:
		return "nothing asked for"
	}
	return ""
}

// inflect puts a form of a word of the table into the slot that is asked for.
func (s *declensionSuite) inflect(x declensionTest) string {
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
func (w *inflected) slots(x declensionTest) []Slot {
	all := w.paradigm.Slots(strings.TrimSpace(x.source))
	if x.agrees != nil {
		f := fitting{Swap: Swap{Old: w.grammar}}
		return f.agreeing(all, x.agrees)
	}
	if x.source == w.lemma && len(all) > 0 && (x.asked["case"] != "" || x.asked["animacy"] == "") {
		return all[:1]
	}
	return all
}

func (w declensionWord) inflect(x declensionTest) (all []string) {
	gender := slotNames[x.asked["gender"]]
	for _, from := range w {
		for _, slot := range from.slots(x) {
			if n := slotNames[x.asked["number"]]; n != "" {
				slot.Number = n
			}
			if c := slotNames[x.asked["case"]]; c != "" {
				slot.Case = c
			}
			if d := x.asked["declension"]; d != "" {
				slot.Strength = d
			}
			for _, to := range w {
				animate := to.grammar.Animate == "yes"
				switch a := x.asked["animacy"]; {
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

package locales

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// The conformance suite of a library for inflection asks for articles, prepositions
// and forms, in CONCORD_DATA/unicode-inflection/<lang>.xml. A language is one file
// inflection_<lang>_test.go that says how to put each kind of question to Fit, and
// one file testdata/inflection/<lang>.tsv of what a glossary would say of the words:
// a table with a header, of which only "word" must be there; empty is not known.

// An inflectionSuite says what is asked of a language. Each kind that its file has
// is in one of the first two maps, and what any of the three has is in the file.
type inflectionSuite struct {
	lang    string
	kinds   map[string]func(question) (answer string, known bool)
	skip    map[string]string              // kind, to the reason
	outside map[string]func(question) bool // questions of the kinds that are put to none: reason, to which
}

// A question is one line of the suite. Its kind is the name of an attribute of the
// result, or for a result in words "form" and those of the source: "form case+number".
type question struct {
	rules  *Rules
	kind   string
	source string
	asked  map[string]string // the attributes of the source
	want   string            // empty: there is no answer
	facts  map[string]string // of the source, by column
}

// runInflection asks all questions of a language: no answer may be wrong, and no
// more than 15 of 100 unknown.
func runInflection(t *testing.T, s inflectionSuite) {
	dir := os.Getenv("CONCORD_DATA")
	if dir == "" {
		t.Skip("set CONCORD_DATA to a folder that has unicode-inflection")
	}
	facts := inflectionFacts(t, s.lang)
	seen, skipped := make(map[string]bool), 0
	counts := make(map[string]*[3]int) // right, wrong, unknown
	var total [3]int
	for _, q := range inflectionQuestions(t, filepath.Join(dir, "unicode-inflection", s.lang+".xml")) {
		ask := s.kinds[q.kind]
		if ask == nil && s.skip[q.kind] == "" && !seen[q.kind] {
			t.Errorf("%s: the kind %q is neither asked nor skipped", q.source, q.kind)
		}
		seen[q.kind] = true
		if ask == nil {
			skipped++
			continue
		}
		q.rules, q.facts = For(language.MustParse(s.lang)), facts[q.source]
		if why := s.leftOut(q); why != "" {
			seen[why] = true
			skipped++
			continue
		}
		n := counts[q.kind]
		if n == nil {
			n = new([3]int)
			counts[q.kind] = n
		}
		answer, known := ask(q)
		at := 0
		switch {
		case !known && q.want != "":
			at = 2
			t.Logf("unknown: %s of %q %v, want %q", q.kind, q.source, q.asked, q.want)
		case known && answer != q.want:
			at = 1
			t.Errorf("%s of %q %v: %q, want %q", q.kind, q.source, q.asked, answer, q.want)
		}
		n[at]++
		total[at]++
	}
	for kind := range s.kinds {
		if !seen[kind] || s.skip[kind] != "" {
			t.Errorf("the kind %q is not in the file, or skipped as well", kind)
		}
	}
	for kind := range s.skip {
		if !seen[kind] {
			t.Errorf("the kind %q is not in the file; no need to skip it", kind)
		}
	}
	for why := range s.outside {
		if !seen[why] {
			t.Errorf("nothing in the file is left out because %s", why)
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s%31s right %5s %7s\n", s.lang, "", "wrong", "unknown")
	for _, kind := range sortedKeys(counts) {
		fmt.Fprintf(&b, "   %-30s %5d %5d %7d\n", kind, counts[kind][0], counts[kind][1], counts[kind][2])
	}
	fmt.Fprintf(&b, "   %-30s %5d %5d %7d   (%d skipped)", "all", total[0], total[1], total[2], skipped)
	t.Log("\n" + b.String())
	if all := total[0] + total[1] + total[2]; total[2]*100 > all*15 {
		t.Errorf("%d of %d unknown, more than 15 of 100", total[2], all)
	}
}

func (s inflectionSuite) leftOut(q question) string {
	for why, is := range s.outside {
		if is(q) {
			return why
		}
	}
	return ""
}

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// inflectionQuestions reads the tests of a file. What is within <source>, such as
// <meta gender="f">, says what is asked as its own attributes do.
func inflectionQuestions(t *testing.T, file string) (all []question) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	type words struct {
		Attrs []xml.Attr `xml:",any,attr"`
		Text  string     `xml:",chardata"`
	}
	type node struct {
		words
		Meta []words `xml:",any"`
	}
	var doc struct {
		Tests []struct {
			Source node `xml:"source"`
			Result node `xml:"result"`
		} `xml:"test"`
	}
	if err := xml.NewDecoder(bytes.NewReader(data)).Decode(&doc); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	for _, c := range doc.Tests {
		q := question{source: c.Source.Text, asked: make(map[string]string), want: c.Result.Text}
		for _, a := range c.Source.Attrs {
			q.asked[a.Name.Local] = a.Value
		}
		q.kind = strings.TrimSpace("form " + strings.Join(sortedKeys(q.asked), "+"))
		for _, m := range c.Source.Meta {
			q.source += m.Text
			for _, a := range m.Attrs {
				q.asked[a.Name.Local] = a.Value
			}
		}
		if q.want != "" || len(c.Result.Attrs) == 0 {
			all = append(all, q)
			continue
		}
		for _, a := range c.Result.Attrs {
			q.kind, q.want = a.Name.Local, a.Value
			all = append(all, q)
		}
	}
	return all
}

// inflectionFacts reads what a glossary says of the words of a language.
func inflectionFacts(t *testing.T, lang string) map[string]map[string]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "inflection", lang+".tsv"))
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string]map[string]string)
	var header []string
	for i, line := range strings.Split(strings.TrimRight(string(data), "\n"), "\n") {
		cells := strings.Split(line, "\t")
		if i == 0 {
			header = cells
			continue
		}
		if len(cells) > len(header) || all[cells[0]] != nil {
			t.Fatalf("%s.tsv:%d: too many cells, or a word twice", lang, i+1)
		}
		row := make(map[string]string)
		for j, c := range cells {
			row[header[j]] = c
		}
		all[cells[0]] = row
	}
	return all
}

// grammar returns what the facts say that Fit needs to know.
func (q question) grammar() Grammar {
	f := q.facts
	return Grammar{Article: f["article"], Sound: f["sound"], Gender: f["gender"], Number: f["number"], Animate: f["animate"], Poss: f["poss"]}
}

// fit puts a term in the place of the one in brackets, as the command does, and
// returns the text: not known if Fit is in doubt.
func (q question) fit(frame string, s Swap) (string, bool) {
	before, rest, _ := strings.Cut(frame, "[")
	found, after, _ := strings.Cut(rest, "]")
	s.Text = before + found + after
	s.Span = concord.Span{Start: len(before), End: len(before) + len(found)}
	if s.Was == "" {
		s.Was = found
	}
	changes, doubt := q.rules.Fit(s)
	var b strings.Builder
	at := 0
	for _, c := range changes {
		b.WriteString(s.Text[at:c.Span.Start] + c.New)
		at = c.Span.End
	}
	return b.String() + s.Text[at:], doubt == ""
}

// frames are texts with a word in brackets before which stands what is asked for,
// by the gender and number of that word: "m", "f", "mp", "fp"; "none" for one without
// an article, "" for one of which nothing is known. A source that is asked for in the
// other number is put in that form, which the column "other" gives.
type frames map[string]string

// before puts the source in the place of the word in a frame, and returns the text,
// or what is before the term.
func (all frames) before(q question, whole bool) (string, bool) {
	g := q.grammar().Or(Grammar{Gender: first1(q.asked["gender"]), Number: short[q.asked["number"]]})
	s := Swap{New: q.source, Old: g, Now: g, Proper: true, Apostrophe: "’"}
	s.Old.Sound = ""
	key := g.Gender
	if n := short[q.asked["number"]]; n != "" && n != numberOr(g.Number) && q.facts["other"] != "" {
		s.Slots, s.Forms = []Slot{{Number: n}}, Paradigm{{Slot{Number: n}, q.facts["other"]}}
		g.Number = n
	}
	if g.Number == "pl" {
		key += "p"
	}
	if g.Number == "" && q.facts["other"] == q.source {
		return "", false // it may be either
	}
	if g.Article == "none" || g.Article == "own" {
		key = "none"
	}
	frame, ok := all[key]
	if !ok {
		return "", false
	}
	text, known := q.fit(frame, s)
	if !whole {
		text = strings.TrimSuffix(text, q.source)
	}
	return text, known
}

var short = map[string]string{"singular": "sg", "plural": "pl"}

func first1(s string) string { return s[:min(1, len(s))] }

// whole returns the text of the frame, part what is before the term, and word that
// without the space.
func (all frames) whole(q question) (string, bool) { return all.before(q, true) }
func (all frames) part(q question) (string, bool)  { return all.before(q, false) }
func (all frames) word(q question) (string, bool) {
	text, known := all.before(q, false)
	return strings.TrimRight(text, " "), known
}

// articled asks for the definite or the indefinite article before the source.
func articled(definite, indefinite frames) func(question) (string, bool) {
	return func(q question) (string, bool) {
		if q.asked["definiteness"] == "indefinite" {
			return indefinite.whole(q)
		}
		return definite.whole(q)
	}
}

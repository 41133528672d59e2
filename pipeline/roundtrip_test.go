package pipeline_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/pipeline/fix"
)

// A round trip replaces terms of a text by others of the same gender and back.
// The text is not part of the project: CONCORD_DATA names the folder that has it.
// With ROUNDTRIP_SHOW=edits or asked it prints what a person should read.
func TestRoundTrip(t *testing.T) {
	data := os.Getenv("CONCORD_DATA")
	if data == "" {
		t.Skip("CONCORD_DATA is not set")
	}
	for _, c := range []struct {
		locale, file string
		least        float64 // share of the occurrences that must be corrected
	}{
		{"ru", "ref.rus", .7},
		{"pl", "ref.pol", .7},
		{"de", "ref.deu", .97},
		{"fr", "ref.fra", .97},
		{"es", "ref.spa", .97},
		{"it", "ref.ita", .97},
		{"pt", "ref.por", .97},
		{"en", "src.eng", .97},
	} {
		t.Run(c.locale, func(t *testing.T) {
			text, err := os.ReadFile(filepath.Join(data, "ntrex", "newstest2019-"+c.file+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			pairs, err := os.ReadFile(filepath.Join("testdata", "roundtrip", c.locale+".tsv"))
			if err != nil {
				t.Fatal(err)
			}
			roundTrip(t, c.locale, string(text), string(pairs), c.least)
		})
	}
}

func roundTrip(t *testing.T, locale, text, pairs string, least float64) {
	there, back := tripGlossaries(t, locale, pairs)
	var lines []string
	occurrences := 0
	backMatcher := glossary.NewMatcher(back, language.MustParse(locale))
	matcher := glossary.NewMatcher(there, language.MustParse(locale))
	for _, line := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		if n := len(wrongIn(backMatcher, line)); n > 0 {
			continue // a term of the other side stands there already
		}
		lines = append(lines, line)
		occurrences += len(wrongIn(matcher, line))
	}
	text = strings.Join(lines, "\n\n") + "\n"
	name := locale + ".txt"
	first := correctCase(t, there, map[string]string{name: text}, []string{"term"})
	out := string(first.Final.Targets[0].Raw)
	edited, asked, named := 0, 0, 0
	for _, d := range first.Decisions {
		f := d.Finding
		if d.Outcome == fix.Applied || f.Place.Doc != first.Final.Targets[0] {
			continue
		}
		if m, ok := f.Message.Args["Doubt"].(concord.Message); ok && m.ID == "doubt.name" {
			named++ // it is part of a longer name, so nobody wants another word there
			continue
		}
		asked++
		if os.Getenv("ROUNDTRIP_SHOW") == "asked" {
			fmt.Printf("%s | %s | %v | %s\n", f.Place.Text(), f.Message.Args["Wanted"], f.Message.Args["Doubt"], excerpt(f.Place.Seg().Text, f.Place.Span.Start))
		}
	}
	occurrences -= named
	edited = occurrences - asked
	t.Logf("%d lines, %d occurrences, %d corrected (%.1f %%), %d asked; %d more within names", len(lines), occurrences, edited, 100*float64(edited)/float64(occurrences), asked, named)
	if float64(edited) < least*float64(occurrences) {
		t.Errorf("less than %.0f %% corrected", 100*least)
	}
	again := correctCase(t, there, map[string]string{name: out}, []string{"term"})
	if string(again.Final.Targets[0].Raw) != out {
		t.Error("a second run changes something")
	}
	if os.Getenv("ROUNDTRIP_SHOW") == "edits" {
		a, b := strings.Split(text, "\n"), strings.Split(out, "\n")
		for i := range a {
			if a[i] != b[i] {
				fmt.Println(replacedWords(a[i], b[i]))
			}
		}
	}
	other := correctCase(t, otherGender(t, there, locale, pairs), map[string]string{name: text}, []string{"term"})
	if string(other.Final.Targets[0].Raw) != text {
		t.Error("a term of another gender is put in unasked")
	}
	t.Logf("another gender: %d asked", len(other.Decisions))
	ret := correctCase(t, back, map[string]string{name: out}, []string{"term"})
	a, b, c := strings.Split(text, "\n"), strings.Split(out, "\n"), strings.Split(string(ret.Final.Targets[0].Raw), "\n")
	restored, changed, reported := 0, 0, 0
	for i := range a {
		if a[i] == b[i] {
			continue
		}
		changed++
		left := len(wrongIn(backMatcher, c[i]))
		switch {
		case strings.EqualFold(plainQuotes(a[i]), plainQuotes(c[i])):
			restored++
		case left > 0:
			reported++
		default:
			t.Errorf("not restored:\n%s\n%s\n%s", a[i], b[i], c[i])
		}
	}
	t.Logf("%d lines changed, %d restored, %d with questions on the way back", changed, restored, reported)
}

// plainQuotes writes alike what is as good: which apostrophe a text uses is not known
// where it has none, and an Italian "ed" may be "e".
func plainQuotes(s string) string {
	return strings.NewReplacer("’", "'", " ed ", " e ", " ad ", " a ").Replace(s)
}

// otherGender returns a glossary that replaces the terms of another by the right
// terms of concepts of another gender.
func otherGender(t *testing.T, g *glossary.Glossary, locale, pairs string) *glossary.Glossary {
	t.Helper()
	rows := strings.Split(strings.TrimSpace(pairs), "\n")[1:]
	var crossed strings.Builder
	for i, row := range rows {
		for j := range rows {
			if a, b := g.Concept(i).Terms, g.Concept((i+j)%len(rows)).Terms; a[1].Grammar.Gender != b[0].Grammar.Gender {
				f, other := strings.Split(row, "\t"), strings.Split(rows[(i+j)%len(rows)], "\t")
				fmt.Fprintf(&crossed, "%s\t%s\t%s\t%s\n", f[0], f[1], other[2], other[3])
				break
			}
		}
	}
	g, _ = tripGlossaries(t, locale, crossed.String())
	return g
}

func wrongIn(m *glossary.Matcher, line string) (all []glossary.Match) {
	for _, x := range m.Find(line, m.Scope([]string{line}), nil) {
		if !x.Term.Status.Guard() {
			all = append(all, x)
		}
	}
	return all
}

func excerpt(s string, at int) string {
	from, to := max(0, at-50), min(len(s), at+60)
	return strings.ToValidUTF8(s[from:to], "")
}

// replacedWords shows the words of b with those of a that they replace.
func replacedWords(a, b string) string {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) != len(y) {
		return a + "\n   => " + b
	}
	var out []string
	for i := range x {
		if x[i] != y[i] {
			out = append(out, strings.Join(y[max(0, i-4):i], " ")+" ["+x[i]+"→"+y[i]+"] "+strings.Join(y[i+1:min(len(y), i+4)], " "))
		}
	}
	return strings.Join(out, "\n")
}

// tripGlossaries returns the glossaries that replace the first term of each pair
// by the second, and the second by the first.
func tripGlossaries(t *testing.T, locale, pairs string) (there, back *glossary.Glossary) {
	t.Helper()
	make := func(from, to int) *glossary.Glossary {
		var b strings.Builder
		b.WriteString("glossary: trip\nconcepts:\n")
		for i, line := range strings.Split(pairs, "\n") {
			f := strings.Split(line, "\t")
			if strings.HasPrefix(line, "#") || len(f) < 4 {
				continue
			}
			fmt.Fprintf(&b, "  - {id: t.%d, kind: term, terms: {%s: {preferred: {text: %s, %s}, deprecated: [{text: %s, %s}]}}}\n", i+1, locale, f[to], f[to+1], f[from], f[from+1])
		}
		g, err := glossary.Load(glossary.File{Name: "trip.yaml", Data: []byte(b.String())})
		if err != nil {
			t.Fatal(err)
		}
		return g
	}
	return make(0, 2), make(2, 0)
}

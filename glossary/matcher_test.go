package glossary

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// pieces are what the small texts and terms are made of: all that the shadow
// folds, and scripts with and without boundaries.
var pieces = []string{
	"a", "b", "A", "B", "ab", "Ab", "s", "ſ", "k", "K", "é", "É", "e\u0301", "\u0301", "ı", "I", "i", "İ", "ß", "ẞ", "q\u0323\u0307", "1", "2", "_",
	"б", "Б", "а", "α", "Σ", "ς", "ا", "أ", "ال", "ل", "لل", "و", "ب", "ه", "م\u064e", "\u064e", "ـ", "ى", "da", "nın", "中", "国", "中国", "人", "か", "か\u3099", "が", "カ", "ー", "한", "국", "은", "\u1112\u1161\u11ab", "豈", "𠀀",
	" ", " ", " ", " ", "  ", "\n", "\n", "\n\n", "\r\n", "\t", "\n  ", "\n\t", "\u00a0", "\u202f", "\u3000", "\u00ad", "\u200b", "\u200d", "\ufeff",
	"-", "-", "-\n", "-\n  ", "‐", "－", "'", "’", "ʼ", "\"", "“", "”", ".", "+", "—", "，", "·", "ａ", "Ａ", "１", "\xff", "\xe4\xb8", "\u0344", "\u2028", "Ꭰ", "ꭰ",
	"abcdefgh", "abcdefghi", "ABCDEFGHIJKLMNOPQ", "abcdefghijklmnopq",
}

// A maker draws small glossaries and texts in which terms meet.
type maker struct{ *rand.Rand }

func (v maker) text(n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(pieces[v.IntN(len(pieces))])
	}
	return b.String()
}

// few draws from a small part of the pieces, so that terms meet often.
func (v maker) few(n int, from []string) string {
	var b strings.Builder
	for range n {
		b.WriteString(from[v.IntN(len(from))])
	}
	return b.String()
}

func (v maker) glossary(from []string) *Glossary {
	g := &Glossary{}
	for range v.IntN(2) {
		g.Protected = append(g.Protected, v.few(1+v.IntN(3), from))
	}
	locales := []language.Tag{language.English, language.English, language.Und, language.MustParse("zh-Hans"), language.German, language.Korean, language.Arabic, language.Turkish}
	for i := range 1 + v.IntN(6) {
		c := &Concept{ID: fmt.Sprint("c", i), Case: Case(v.IntN(2)), Plural: v.IntN(4) == 0}
		for range 1 + v.IntN(3) {
			t := &Term{
				Concept: c, Locale: locales[v.IntN(len(locales))], Text: v.few(1+v.IntN(4), from), Status: Status(v.IntN(5)), Match: MatchCase(v.IntN(3)),
				Plural: v.IntN(4) == 0, Hyphen: v.IntN(4) == 0, Prefix: v.IntN(4) == 0, CrossLingual: v.IntN(2) == 0,
			}
			if v.IntN(4) == 0 {
				t.Forms = []Form{{Text: v.few(1+v.IntN(3), from), Replace: "x"}}
			}
			if v.IntN(4) == 0 {
				t.When = v.condition(from)
			}
			c.Terms = append(c.Terms, t)
		}
		g.Add(c)
	}
	return g
}

func (v maker) condition(from []string) Condition {
	quote := regexp.QuoteMeta(strings.ToValidUTF8(v.few(1, from), "a"))
	switch v.IntN(6) {
	case 0:
		return Condition{LeftNot: regexp.MustCompile("(?:" + quote + ")$")}
	case 1:
		return Condition{RightNot: regexp.MustCompile("^(?:" + quote + ")")}
	case 2:
		return Condition{Evidence: []string{v.few(1+v.IntN(2), from)}, UnlessQuoted: v.IntN(2) == 0}
	case 3:
		return Condition{Without: []string{v.few(2, from) + "*"}}
	case 4:
		return Condition{Quoted: true}
	}
	return Condition{NotAfterName: true, NameTitles: []string{"Ab"}}
}

func (v maker) marks(text string) []concord.Mark {
	var marks []concord.Mark
	for range v.IntN(3) {
		if at := v.IntN(len(text) + 1); at < len(text) {
			marks = append(marks, concord.Mark{Span: concord.Span{Start: at, End: min(len(text), at+1+v.IntN(6))}})
		}
	}
	slices.SortFunc(marks, func(a, b concord.Mark) int { return a.Span.Start - b.Span.Start })
	return marks
}

var tags = []language.Tag{language.English, language.MustParse("zh-Hans"), language.German, language.Korean, language.Arabic, language.Turkish, language.Und}

// compare holds the matcher to the naive one on a glossary and texts drawn from
// a seed, and on one text given from outside.
func compare(t *testing.T, seed uint64, text string) {
	t.Helper()
	v := maker{rand.New(rand.NewPCG(seed, 7))}
	from := make([]string, 3+v.IntN(9))
	for i := range from {
		from[i] = pieces[v.IntN(len(pieces))]
	}
	if v.IntN(3) == 0 { // words and what stands between them
		from = []string{"a", "b", "Ab", "ay", " ", " ", "-", " a", "s", "es"}
	}
	if utf8.RuneCountInString(text) > 1 { // terms that stand in the text
		r := []rune(text)
		at := v.IntN(len(r))
		from = append(from, string(r[at:min(len(r), at+1+v.IntN(4))]))
	}
	g := v.glossary(from)
	if v.IntN(2) == 0 {
		from = append(from, " ", "-\n", "\n", "\u00ad", " ")
	}
	for _, text := range []string{text, v.few(v.IntN(40), from), v.text(v.IntN(20)) + v.few(v.IntN(20), from)} {
		v.compare(t, seed, g, text)
	}
}

func (v maker) compare(t *testing.T, seed uint64, g *Glossary, text string) {
	t.Helper()
	for _, tag := range tags {
		m := NewMatcher(g, tag)
		if seed%2 == 0 { // as if there were many spellings
			records, _ := recordsOf(g, tag)
			m.index = newIndexOf(records, true)
		}
		marks := v.marks(text)
		got := m.Find(text, m.Scope([]string{text}), marks)
		want := naiveFind(g, tag, text, m.Scope([]string{text}), marks)
		if len(got) != len(want) || len(got) > 0 && !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d, %v, text %q, marks %v\ngot  %s\nwant %s\nterms %s", seed, tag, text, marks, show(got, text), show(want, text), list(g))
		}
	}
}

func show(all []Match, text string) string {
	var b strings.Builder
	for _, m := range all {
		fmt.Fprintf(&b, "\n  %v %q term %q %v of %s plural %v hyphened %v prefix %v tail %v denormal %v also", m.Span, text[m.Span.Start:m.Span.End],
			m.Term.Text, m.Term.Status, m.Concept.ID, m.Plural, m.Hyphened, m.Prefix, m.Tail, m.Denormal)
		for _, t := range m.Also {
			fmt.Fprintf(&b, " %q of %s", t.Text, t.Concept.ID)
		}
	}
	return b.String()
}

func list(g *Glossary) string {
	var b strings.Builder
	fmt.Fprintf(&b, "protected %q", g.Protected)
	for c := range g.All() {
		for _, t := range c.Terms {
			fmt.Fprintf(&b, "\n  %s %q %v %v %v case %d forms %v plural %v hyphen %v prefix %v when %v", c.ID, t.Text, t.Locale, t.Status, t.Match, c.Case, t.Forms, t.Plural, t.Hyphen, t.Prefix, t.When)
		}
	}
	return b.String()
}

func TestMatcherEqualsNaive(t *testing.T) {
	for seed := range uint64(3000) {
		compare(t, seed, "")
	}
}

// TestMatcherAcrossBlocks: nothing is lost where the scanner goes on to the
// next block, nor in words longer than one.
func TestMatcherAcrossBlocks(t *testing.T) {
	for seed := range uint64(60) {
		v := maker{rand.New(rand.NewPCG(seed, 9))}
		from := make([]string, 4+v.IntN(6))
		for i := range from {
			from[i] = pieces[v.IntN(len(pieces))]
		}
		g := v.glossary(append(from, " ", " "))
		var b strings.Builder
		for b.Len() < 2*blockLen+v.IntN(300) {
			switch v.IntN(80) {
			case 0:
				b.WriteString(strings.Repeat(from[0], v.IntN(400)))
			case 1:
				b.WriteString(v.text(3))
			}
			b.WriteString(v.few(1, from))
			if v.IntN(2) == 0 {
				b.WriteByte(' ')
			}
		}
		v.compare(t, seed, g, b.String())
	}
}

// FuzzMatcher: the matcher finds what a naive one finds.
func FuzzMatcher(f *testing.F) {
	for i, text := range []string{
		"The Academy of Tea, and the Tea Acade-\nmy's own tea‐plan", "在上海，上\n海市“双\u3000城”计划", "\ufeffA\u00adb ab\u00a0AB-ab", "한국은 한국", "ＡＢ１２ ab12",
	} {
		f.Add(uint64(i), text)
	}
	f.Fuzz(compare)
}

// TestShadowEqualsNaive: the shadow and the way back from it are those of the
// naive one, for every character between others and for texts of all kinds.
func TestShadowEqualsNaive(t *testing.T) {
	for r := rune(0); r <= 0x1FFFF; r++ {
		for _, form := range []string{"%cb", "a%c", "a%cb", "中%c国", "“%c\u0301", "é %c x", "か%c\u3099"} {
			if r%97 == 0 || r < 0x3400 || r > 0xA000 && r < 0xAC10 || r > 0xD700 && r < 0x10000 {
				sameShadow(t, fmt.Sprintf(form, r))
			}
		}
	}
	v := maker{rand.New(rand.NewPCG(3, 4))}
	for range 20_000 {
		sameShadow(t, v.text(v.IntN(30)))
	}
}

func sameShadow(t *testing.T, text string) {
	t.Helper()
	got, want := NewShadow(text), naiveShadowOf(text)
	if got.Text != want.text || len(got.eol) != len(want.eol) {
		t.Fatalf("%q: shadow %q, want %q", text, got.Text, want.text)
	}
	same := func(got *Shadow, want naiveShadow) {
		if got.Text != want.text {
			t.Fatalf("%q: shadow %q, want %q", text, got.Text, want.text)
		}
		for i := range got.Text {
			if got.edge(i) != want.edge(i) {
				t.Fatalf("%q: edge of %q at %d: %v", text, got.Text, i, got.edge(i))
			}
			for j := range got.Text {
				if i < j && got.Span(i, j) != want.span(i, j) {
					t.Fatalf("%q: span of %q from %d to %d is %v, want %v", text, got.Text, i, j, got.Span(i, j), want.span(i, j))
				}
			}
		}
	}
	same(&got, want)
	if len(got.eol) > 0 {
		joined := got.joined()
		without, joints := want.joined()
		for i, j := range joints {
			if int(joined.eol[i]) != j {
				t.Fatalf("%q: joints %v, want %v", text, joined.eol, joints)
			}
		}
		same(&joined, without)
	}
}

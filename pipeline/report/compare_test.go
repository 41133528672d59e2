package report

import (
	"strings"
	"testing"

	"github.com/concord-l10n/concord"
)

// side marks terms in a text: {why|text}.
func side(s string) Side {
	var out Side
	for {
		before, rest, ok := strings.Cut(s, "{")
		out.Text += before
		if !ok {
			return out
		}
		term, after, _ := strings.Cut(rest, "}")
		why, text, _ := strings.Cut(term, "|")
		out.Terms = append(out.Terms, Term{concord.Span{Start: len(out.Text), End: len(out.Text) + len(text)}, why})
		out.Text += text
		s = after
	}
}

func inline(pieces []Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		if !p.Changed() {
			b.WriteString(p.Old)
			continue
		}
		b.WriteString("[" + p.Old + "→" + p.New)
		if p.Why != "" {
			b.WriteString(" (" + p.Why + ")")
		}
		b.WriteString("]")
	}
	return b.String()
}

func TestCompare(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"", "", ""},
		{"same", "same", "same"},
		{"", "new", "[→new]"},
		{
			"One Belt and One Road, again.", "the {bri|Belt and Road Initiative}, again.",
			"[One Belt and One Road→the Belt and Road Initiative (bri)], again.",
		},
		{
			"{bri|One Belt and One Road}, again.", "the {bri|Belt and Road Initiative}, again.",
			"[→the ][One Belt and One Road→Belt and Road Initiative (bri)], again.",
		},
		{
			"a {ct|Chinese temperature} project", "the {ct|China Temperature} project",
			"[a→the] [Chinese temperature→China Temperature (ct)] project",
		},
		{
			"a {ct|Chinese\ntemperature} project", "a {ct|China Temperature}\nproject",
			"a [Chinese\ntemperature→China Temperature (ct)][ →\n]project",
		},
		{"在{ct|中国的温度}项目中", "在{ct|中国温度}项目里", "在[中国的温度→中国温度 (ct)]项目[中→里]"},
		{"他说好", "他说不好", "他说[→不]好"},
		{"{x|A}{y|B}", "{y|C}{x|D}", "[→C (y)][A→D (x)][B→ (y)]"},
		{"China Temperature is", "{ct|China Temperature} is", "China Temperature is"},
		{"big old house", "small new house", "[big old→small new] house"},
		{"one\ntwo\nthree\n", "one\n2\nthree\n", "one\n[two→2]\nthree\n"},
	} {
		if got := inline(Compare(side(c.old), side(c.new))); got != c.want {
			t.Errorf("%q, %q\n got %s\nwant %s", c.old, c.new, got, c.want)
		}
	}
}

// Two texts with nothing in common are one piece, at once.
func TestCompareTooDifferent(t *testing.T) {
	var a, b strings.Builder
	for i := range 200_000 {
		a.WriteRune(rune(0x4e00 + i%5000))
		b.WriteRune(rune(0x3400 + i%5000))
	}
	if got := Compare(Side{Text: a.String()}, Side{Text: b.String()}); len(got) != 1 {
		t.Errorf("%d pieces", len(got))
	}
}

// FuzzCompare holds that both texts can be made of the pieces, and that no
// piece ends within a term.
func FuzzCompare(f *testing.F) {
	f.Add("One Belt and One Road", "the Belt and Road Initiative", uint8(0), uint8(3), uint8(4), uint8(8))
	f.Add("在中国的温度项目中", "在中国温度项目里\n", uint8(3), uint8(9), uint8(3), uint8(200))
	f.Add("a\xff\xfeb \u0301e", "𝒳 a b", uint8(1), uint8(1), uint8(0), uint8(1))
	f.Fuzz(func(t *testing.T, old, new string, a, b, c, d uint8) {
		sides := [2]Side{{Text: old}, {Text: new}}
		for i, spans := range [2][2]concord.Span{
			{{Start: int(a), End: int(b)}, {Start: int(b), End: int(c)}},
			{{Start: int(c), End: int(d)}, {Start: int(a), End: int(d)}},
		} {
			for j, s := range spans {
				sides[i].Terms = append(sides[i].Terms, Term{s, string(rune('x' + j))})
			}
		}
		pieces := Compare(sides[0], sides[1])
		var o, n string
		ends := [2]map[int]bool{{}, {}}
		for i, p := range pieces {
			o, n = o+p.Old, n+p.New
			ends[0][len(o)], ends[1][len(n)] = true, true
			if i > 0 && !p.Changed() && !pieces[i-1].Changed() {
				t.Errorf("%q and %q are two pieces", pieces[i-1].Old, p.Old)
			}
			if p.Old+p.New == "" {
				t.Error("an empty piece")
			}
		}
		if o != old || n != new {
			t.Fatalf("%q, %q came out as %q, %q", old, new, o, n)
		}
		for i, s := range sides {
			at := 0
			for _, term := range s.Terms {
				if term.Span.Start < at || term.Span.Len() <= 0 || term.Span.End > len(s.Text) {
					continue
				}
				at = term.Span.End
				for k := term.Span.Start + 1; k < term.Span.End; k++ {
					if ends[i][k] {
						t.Errorf("side %d: a piece ends at %d, within %v: %s", i, k, term.Span, inline(pieces))
					}
				}
			}
		}
	})
}

package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// NumberRange finds ranges that run downwards.
var NumberRange = &lint.Rule{
	Name:     "number-range",
	Group:    lint.Numbers,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "The second bound of a range is smaller than the first",
		Text: `In "380 million to 74 million yuan" one of the two is wrong: a scale was lost or doubled. Both bounds must have a unit or a scale, so that scores such as 3–2 are not meant.
Silent behind "from", in clauses that say that something fell, for temperatures, times and dates, and in languages whose table does not name those words.`,
		Bad:  "It invests 380 million to 74 million yuan a year.",
		Good: "It invests 38 million to 74 million yuan a year.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News},
			{Texts: lint.Abstracts, Read: 5, Right: 5},
			{Texts: lint.FromChinese, Read: 1, Right: 1},
		},
	},
	Run: func(p *lint.Pass) {
		n := &p.Locale.Numerals
		if len(n.Falling) == 0 {
			return
		}
		all := quantitiesOf(p, p.Doc)
		for i := range p.Doc.Segments {
			s := &p.Doc.Segments[i]
			if s.Lacks&concord.Figure != 0 || !ranges(n, s) {
				continue
			}
			found := all.in(i)
			for k := 1; k < len(found); k++ {
				a, b := &found[k-1], &found[k]
				if b.Upper && falls(a, b) && upward(n, s.Text, a, b) {
					span := concord.Span{Start: a.Span.Start, End: b.Span.End}
					p.Report(concord.Finding{
						Place:     p.Place(i, span),
						Message:   concord.Message{ID: "rule.number-range", Args: map[string]any{"First": a.Amount, "Second": b.Amount}},
						Authority: numbersAuthority,
					})
				}
			}
		}
	},
}

// ranges reports whether a word or mark of a range may stand between two numbers
// of a text, of which one is in figures. To read the numbers takes much longer.
func ranges(n *locales.Numerals, s *concord.Segment) bool {
	text := s.Text
	between := func(mark string) bool {
		for at := range each(text, mark) {
			behind := strings.TrimLeft(text[at+len(mark):], " \u00a0\n")
			if behind != "" && (digit(behind[0]) || strings.IndexByte("$(", behind[0]) >= 0 || behind[0] >= utf8.RuneSelf) {
				return true
			}
		}
		return false
	}
	return slices.ContainsFunc(n.Range, between) || s.Lacks&concord.Typographic == 0 && (between("–") || between("—")) || between("~") || between("～")
}

// falls reports whether a range of two amounts with a unit or scale runs
// downwards in every reading.
func falls(a, b *locales.Quantity) bool {
	kind := a.Kind == b.Kind && (a.Kind == locales.Count || a.Kind == locales.Money || a.Kind == locales.Percent || a.Kind == locales.Measured)
	warm := strings.HasPrefix(a.Unit, "°")
	scaled := b.Unit != "" || a.Amount.Zeros >= 3 && b.Amount.Zeros >= 3
	return kind && scaled && !warm && !a.Loose && !b.Loose && !a.Odd && !b.Odd && a.Unit == b.Unit &&
		a.Amount.Compare(b.Amount) > 0 && (a.Or.Over == 0 || a.Or.Compare(b.Amount) > 0) && b.Or.Over == 0
}

// clause is how far before a range, in bytes, is looked for what falls.
const clause = 80

// upward reports whether a range is one that should run upwards: it has a word
// or mark of a range, no "from" before it and nothing that falls in its clause.
func upward(n *locales.Numerals, text string, a, b *locales.Quantity) bool {
	between := strings.TrimFunc(text[a.Span.End:b.Span.Start], unicode.IsSpace)
	if !slices.Contains(n.Range, between) && !strings.Contains("–—~～", between) {
		return false
	}
	start := max(0, a.Span.Start-clause)
	for start > 0 && text[start]&0xC0 == 0x80 {
		start--
	}
	before := strings.TrimRight(text[start:a.Span.Start], " \u00a0")
	if stop := strings.LastIndexAny(before, ";。；\n"); stop >= 0 {
		before = before[stop:]
	}
	for _, from := range n.From {
		if rest, ok := strings.CutSuffix(before, from); ok && (rest == "" || from[0] >= utf8.RuneSelf || !unicode.IsLetter(lastRune(rest))) {
			return false
		}
	}
	lower := strings.ToLower(before + " " + text[b.Span.End:min(len(text), b.Span.End+8)])
	return !slices.ContainsFunc(n.Falling, func(w string) bool { return strings.Contains(lower, w) })
}

func lastRune(text string) rune {
	c, _ := utf8.DecodeLastRuneInString(text)
	return c
}

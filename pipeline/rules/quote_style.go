package rules

import (
	"strings"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// QuoteStyle asks for one style of quotation marks in a document.
var QuoteStyle = &lint.Rule{
	Name:     "quote-style",
	Group:    lint.Typography,
	Severity: concord.Note,
	Asks:     true,
	Doc: lint.Doc{
		Title: "Straight and typographic quotation marks are mixed",
		Text: `A document has pairs of straight quotation marks and pairs of those of its language. The finding is the first pair of the kind that it has less of; one a document.
Which of the two is wanted is a matter of the house, so nothing is edited. Marks without a partner are told by other rules, and inches are none.`,
		Bad:  "They spoke of “tea” and of “coffee”, and of \"water\" as well.",
		Good: "They spoke of “tea” and of “coffee”, and of “water” as well.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 26, Right: 24, Others: "straight marks inside a quotation"},
			{Texts: lint.Abstracts, Read: 6, Right: 6},
			{Texts: lint.Manuals, Read: 12, Right: 12},
		},
	},
	Run: func(p *lint.Pass) {
		quotes := p.Locale.Typography.Quotes
		if len(quotes) == 0 {
			return
		}
		var straight, typographic pairs
		for i := range p.Doc.Segments {
			s := &p.Doc.Segments[i]
			if !lacks(s, `"`) {
				straight.count(p, i, `"`, `"`)
			}
			for _, q := range quotes {
				if r := []rune(q); !lacks(s, string(r[0])) {
					typographic.count(p, i, string(r[0]), string(r[1]))
				}
			}
		}
		few, many := &straight, &typographic
		if few.n > many.n {
			few, many = many, few
		}
		if few.n == 0 {
			return
		}
		p.Report(concord.Finding{
			Place:     few.first,
			Message:   concord.Message{ID: "rule.quote-style", Args: map[string]any{"PluralCount": few.n, "Many": many.n}},
			Authority: typographyOf(p),
			Related:   []concord.Related{{Place: many.first, Message: concord.Message{ID: "related.other-style"}}},
		})
	},
}

// pairs are the quotations in one style.
type pairs struct {
	n     int
	first concord.Place
}

// count adds the pairs of a segment.
func (c *pairs) count(p *lint.Pass, segment int, open, close string) {
	s := &p.Doc.Segments[segment]
	for at := 0; ; {
		start := strings.Index(s.Text[at:], open)
		if start < 0 {
			return
		}
		start += at
		inside := start + len(open)
		n := strings.Index(s.Text[inside:], close)
		if n < 0 {
			return
		}
		at = inside + n + len(close)
		span := concord.Span{Start: start, End: at}
		if s.Protected(span) || open == close && (!leads(s.Text, start) || inch(s.Text, start) || inch(s.Text, inside+n)) {
			at = inside
			continue
		}
		if c.n++; c.n == 1 {
			c.first = p.Place(segment, span)
		}
	}
}

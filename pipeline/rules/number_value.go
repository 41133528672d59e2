package rules

import (
	"strings"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// NumberValue finds numbers that are worth something else than in the source.
var NumberValue = &lint.Rule{
	Name:     "number-value",
	Group:    lint.Numbers,
	Severity: concord.Error,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A number is worth something else than in the source",
		Text: `Numbers are compared by value, however they are written: 3.5亿 is 350 million, 三分之一 is one third, 1.234,5 in German is 1,234.5 in English.
What the source says and the translation does not, and the reverse, are held against each other: the same figures at another scale, the same unit, or the nearest number. A number that is below zero must be so in both, unless the translation says that something fell or was lost, and two counts that "and" joins stand in the same order. Conversions into other units are allowed, and rounding where the text says "about". A number is never corrected.`,
		Source: "公司投资3.5亿元。",
		Bad:    "The company invested 3.5 million yuan.",
		Good:   "The company invested 350 million yuan.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 11, Right: 10, Others: `"Mio", which is no million but a unit of memory`},
			{Texts: lint.News, Read: 37, Right: 31, Others: "numbers of something else, where what is counted was said in another way"},
			{Texts: lint.Abstracts, Read: 40, Right: 35, Others: `figures that are parted by blanks or by nothing, "6,12 and 24"; ten more, in sentences that do not answer to one another, are left out`},
		},
	},
	Run: func(p *lint.Pass) {
		for _, gap := range gapsOf(p).value {
			reportChanged(p, "rule.number-value", gap)
		}
		for _, gap := range gapsOf(p).sign {
			reportChanged(p, "rule.number-sign", gap)
		}
		for _, gap := range gapsOf(p).swap {
			reportChanged(p, "rule.number-swapped", gap)
		}
	},
}

// reportChanged reports a quantity that differs from that of the source.
func reportChanged(p *lint.Pass, id string, gap numberGap) {
	place, source := p.Place(gap.target.segment, gap.target.Whole), p.SourcePlace(gap.source.segment, gap.source.Whole)
	if strings.HasPrefix(id, "rule.number-") {
		place, source = place.At(gap.target.Span), source.At(gap.source.Span)
	}
	p.Report(concord.Finding{
		Place: place,
		Message: concord.Message{ID: id, Args: map[string]any{
			"Source": source.Text(), "Expected": gap.source.Amount, "Found": place.Text(), "Value": gap.target.Amount,
		}},
		Authority: numbersAuthority,
		Related:   []concord.Related{inSource(p, gap.source.segment, source.Span)},
	})
}

// numbersAuthority names what demands that numbers be right.
const numbersAuthority = "rules#numbers"

package rules

import (
	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// NumberMissing finds numbers of the source that the translation lacks.
var NumberMissing = &lint.Rule{
	Name:     "number-missing",
	Group:    lint.Numbers,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A number of the source is missing",
		Text: `The source gives a number above ten, one with decimals, a percentage, money, a measure or a time of day, in figures or in words; the paragraph that surely translates it has none of that value, no other that might be it, and neither has the rest of the document. Where it is less sure that the paragraph does, it must share another number with the source.
Numbers up to ten, those in names and years may be dropped or said otherwise, so they are not asked about.`,
		Source: "共有28家机构的120名专家参加。",
		Bad:    "Experts from 28 institutions took part.",
		Good:   "A total of 120 experts from 28 institutions took part.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 2, Right: 2},
			{Texts: lint.News, Read: 12, Right: 8, Others: `a team of eleven that has a name of its own, "jedenastka"`},
			{Texts: lint.Abstracts, Read: 102, Right: 95, Others: "sentences that answer to none; most of what is right stands in sentences that break off"},
		},
	},
	Run: func(p *lint.Pass) {
		for _, gap := range gapsOf(p).missing {
			source := p.SourcePlace(gap.source.segment, gap.source.Span)
			p.Report(concord.Finding{
				Place:     gap.place,
				Message:   concord.Message{ID: "rule.number-missing", Args: map[string]any{"Source": source.Text()}},
				Authority: numbersAuthority,
				Related:   []concord.Related{inSource(p, gap.source.segment, gap.source.Span)},
			})
		}
	},
}

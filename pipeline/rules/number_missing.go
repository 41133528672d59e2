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
		Text: `The source gives a number in figures, a large one, one with decimals, a percentage, money or a measure; the paragraph that translates it shares another number with it and has none of that value, no other that might be it, and neither has the rest of the document.
Small numbers, those in words or in names, years and times may be dropped or said otherwise, so they are not asked about.`,
		Source: "共有28家机构的120名专家参加。",
		Bad:    "Experts from 28 institutions took part.",
		Good:   "A total of 120 experts from 28 institutions took part.",
		Readings: []lint.Reading{
			{Texts: lint.News, Read: 1, Right: 1},
			{Texts: lint.Abstracts, Read: 72, Right: 71, Others: "a sentence that answers to none; all stand in 16 sentences, most of which break off"},
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

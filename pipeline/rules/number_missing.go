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
	Off:      true,
	Doc: lint.Doc{
		Title: "A number of the source is missing",
		Text: `The source gives a number and the paragraph that translates it has none of that value, and no other that might be it.
Small numbers in words, numbers in names, and years or months that the rest of a date implies may be dropped.`,
		Source: "共有28家机构的120名专家参加。",
		Bad:    "Experts from 28 institutions took part.",
		Good:   "A total of 120 experts from 28 institutions took part.",
		Readings: []lint.Reading{
			{Texts: lint.News, Read: 43, Right: 14, Others: "said in words or units that the tables do not have"},
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

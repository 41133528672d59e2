package rules

import (
	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// NumberExtra finds numbers that the source does not give.
var NumberExtra = &lint.Rule{
	Name:     "number-extra",
	Group:    lint.Numbers,
	Severity: concord.Warning,
	Asks:     true,
	Off:      true,
	Doc: lint.Doc{
		Title: "The source does not give this number",
		Text: `The translation has a number, and the paragraph that it translates has none of that value, and no other that might be it.
Small numbers in words, numbers in names, and years or months that complete a date may be added.`,
		Source: "展览开幕，观众踊跃。",
		Bad:    "The exhibition opened to a crowd of 3,000.",
		Good:   "The exhibition opened to a crowd.",
		Readings: []lint.Reading{
			{Texts: lint.News, Read: 43, Right: 22, Others: "said otherwise in the source"},
		},
	},
	Run: func(p *lint.Pass) {
		for _, gap := range gapsOf(p).extra {
			place := p.Place(gap.target.segment, gap.target.Span)
			p.Report(concord.Finding{
				Place:     place,
				Message:   concord.Message{ID: "rule.number-extra", Args: map[string]any{"Found": place.Text()}},
				Authority: numbersAuthority,
			})
		}
	},
}

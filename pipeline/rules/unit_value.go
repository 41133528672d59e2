package rules

import (
	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// UnitValue finds numbers that have another unit than in the source.
var UnitValue = &lint.Rule{
	Name:     "unit-value",
	Group:    lint.Numbers,
	Severity: concord.Error,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A number has another unit or currency than in the source",
		Text: `The number is that of the source, and its unit is not: yuan became dollars, hectares square kilometres, percentage points percent, or the percent sign is gone, or the unit of a sum or measure at the end of its clause.
A unit that one of the two texts leaves out is nothing, but a percentage must be one in both.`,
		Source: "奖金为500元。",
		Bad:    "The prize is 500 dollars.",
		Good:   "The prize is 500 yuan.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News, Read: 16, Right: 14, Others: `a lead of 40 percentage points that is said to be "by more than 40 %"`},
			{Texts: lint.Abstracts, Read: 3, Right: 3},
		},
	},
	Run: func(p *lint.Pass) {
		for _, gap := range gapsOf(p).unit {
			reportChanged(p, "rule.unit-value", gap)
		}
	},
}

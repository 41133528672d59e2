package rules

import (
	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// DateValue finds dates and times that are not those of the source.
var DateValue = &lint.Rule{
	Name:     "date-value",
	Group:    lint.Numbers,
	Severity: concord.Error,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A date or time is not that of the source",
		Text: `Day, month, year and day of the week are compared each, in any order and notation, Japanese eras and the years of the Republic of China included; times by the twelve-hour clock, and by the half of the day where both texts tell it.
A year or month that only one of the two texts gives is nothing.`,
		Source: "展览于11月14日开幕。",
		Bad:    "The exhibition opened on November 11.",
		Good:   "The exhibition opened on November 14.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 3, Right: 3},
			{Texts: lint.News, Read: 28, Right: 28},
			{Texts: lint.Abstracts, Read: 2, Right: 1, Others: "a sentence that answers to none"},
		},
	},
	Run: func(p *lint.Pass) {
		for _, gap := range gapsOf(p).date {
			reportChanged(p, "rule.date-value", gap)
		}
	},
}

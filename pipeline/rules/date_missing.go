package rules

import (
	"strings"
	"unicode"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// DateMissing asks for the date of release that the source has.
var DateMissing = &lint.Rule{
	Name:     "date-missing",
	Group:    lint.Structure,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "The source is dated and the translation is not",
		Text: `The source has a date of release, on a line of its own or in its dateline, and the translation has neither.
A label without a date is told by field-empty. Nothing is edited. The finding is where the text begins.`,
		Source: "新礼堂\n\n发布时间：2024年5月6日\n\n市长周一为新礼堂揭幕，大家都来了。",
		Bad:    "A new hall\n\nThe mayor opened a new hall on Monday, and everybody came.",
		Good:   "A new hall\n\nRelease time: May 6, 2024\n\nThe mayor opened a new hall on Monday, and everybody came.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 1, Right: 0, Others: "the date stands in the text"},
			{Texts: lint.News},
			{Texts: lint.Abstracts},
		},
	},
	Run: func(p *lint.Pass) {
		if p.IsSource() || p.Release.Source == nil || !released(p.Release.Source, true) || released(p.Doc, false) {
			return
		}
		if first := next(p.Doc, -1); first >= 0 {
			p.Report(concord.Finding{
				Place:     p.Place(first, opening(p.Doc.Segments[first].Text)),
				Message:   concord.Message{ID: "rule.date-missing"},
				Authority: structureOf(p),
			})
		}
	},
}

// released reports whether a document says when it was released. A label may be
// asked to have its date.
func released(d *concord.Document, withDate bool) bool {
	for i := range d.Segments {
		s := &d.Segments[i]
		switch {
		case s.Kind == concord.ReleaseTime && (!withDate || dated(d, i)):
			return true
		case s.Kind == concord.Dateline && strings.ContainsFunc(s.Text, unicode.IsDigit):
			return true
		}
	}
	return false
}

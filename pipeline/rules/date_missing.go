package rules

import (
	"slices"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
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
		Text: `The source has a date of release, on a line of its own or in its dateline, and the translation has neither, nor that day anywhere in its first paragraphs.
A month without a day is no date. A label without a date is told by field-empty. Nothing is edited. The finding is where the text begins.`,
		Source: "新礼堂\n\n发布时间：2024年5月6日\n\n市长周一为新礼堂揭幕，大家都来了。",
		Bad:    "A new hall\n\nThe mayor opened a new hall on Monday, and everybody came.",
		Good:   "A new hall\n\nRelease time: May 6, 2024\n\nThe mayor opened a new hall on Monday, and everybody came.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News},
			{Texts: lint.Abstracts},
			{Texts: lint.Manuals},
		},
	},
	Run: func(p *lint.Pass) {
		if p.IsSource() || p.Release.Source == nil || len(p.Locale.Structure.ReleaseTime) == 0 || releaseLabelled(p.Doc, false) {
			return
		}
		day, ok := releaseDay(p, p.Release.Source)
		if !ok || opensWith(p, day) {
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

// releaseLabelled reports whether a document has a segment that gives the date of
// release. It may be asked to have its date.
func releaseLabelled(d *concord.Document, withDate bool) bool {
	for i := range d.Segments {
		if d.Segments[i].Kind == concord.ReleaseTime && (!withDate || dated(d, i)) {
			return true
		}
	}
	return false
}

// releaseDay returns the day of the month on which a document says that it was
// released, on a line of its own or in its dateline. A month alone is no date.
func releaseDay(p *lint.Pass, d *concord.Document) (day locales.Amount, ok bool) {
	for i := range d.Segments {
		kind := d.Segments[i].Kind
		if kind != concord.ReleaseTime && kind != concord.Dateline {
			continue
		}
		for _, q := range quantitiesOf(p, d).in(i) {
			if q.Kind == locales.Day && (kind == concord.ReleaseTime || q.Whole != q.Span && q.Whole.Start < dateReach) {
				return q.Amount, true
			}
		}
	}
	return day, false
}

// opensWith reports whether the parts of p.Doc up to its first paragraph give a day.
func opensWith(p *lint.Pass, day locales.Amount) bool {
	const parts = 6
	i := next(p.Doc, -1)
	for n := 0; n < parts && i >= 0; n++ {
		if slices.ContainsFunc(quantitiesOf(p, p.Doc).in(i), func(q locales.Quantity) bool { return q.Kind == locales.Day && q.Amount.Compare(day) == 0 }) {
			return true
		}
		i = next(p.Doc, i)
	}
	return false
}

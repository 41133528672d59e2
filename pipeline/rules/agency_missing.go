package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// AgencyMissing asks what stood before the comma that a report opens with.
var AgencyMissing = &lint.Rule{
	Name:     "agency-missing",
	Group:    lint.Structure,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "The dateline of a report begins with a comma",
		Text: `The name of the agency that brought the report, or the place, was cut off together with its brackets, and a comma is left.
Nothing is edited. The finding covers the dateline, up to the sign behind it.`,
		Bad:  ", Ys, May 6 (Ann Lee) The mayor opened a new hall, and everybody came.",
		Good: "Harbour News, Ys, May 6 (Ann Lee) The mayor opened a new hall, and everybody came.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News},
			{Texts: lint.Abstracts},
			{Texts: lint.FromChinese, Read: 1, Right: 1},
		},
	},
	Run: func(p *lint.Pass) {
		for i := range p.Doc.Segments {
			s := &p.Doc.Segments[i]
			if s.Kind == concord.Blank {
				continue
			}
			text := strings.TrimLeftFunc(s.Text, unicode.IsSpace)
			first, _ := utf8.DecodeRuneInString(text)
			if s.Kind == concord.Dateline && strings.ContainsRune(",，、،", first) {
				start := len(s.Text) - len(text)
				p.Report(concord.Finding{
					Place:     p.Place(i, concord.Span{Start: start, End: start + datelineEnd(text)}),
					Message:   concord.Message{ID: "rule.agency-missing"},
					Authority: structureOf(p),
				})
			}
			if s.Kind == concord.Dateline || s.Kind == concord.Body {
				return // there is one dateline, and it opens the text
			}
		}
	},
}

// datelineEnd returns where the dateline that opens a text ends: before the
// sign that the report itself begins.
func datelineEnd(text string) int {
	end := len(text)
	for _, sign := range []string{"(", "（", "/", " --", " –", " —", " - ", "\n"} {
		if at := strings.Index(text, sign); at > 0 {
			end = min(end, at)
		}
	}
	return len(strings.TrimRightFunc(text[:end], unicode.IsSpace))
}

package rules

import (
	"strings"
	"unicode"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// TitleMissing asks for the title of a release.
var TitleMissing = &lint.Rule{
	Name:     "title-missing",
	Group:    lint.Structure,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A release has no title",
		Text: `The text begins with the date of release or with the dateline of the report, and no title stands before or behind that.
The finding is where the title belongs. What is neither dated nor a report may be a part of something, and needs no title.`,
		Bad:  "2024-05-06\n\nThe mayor opened a new hall on Monday, and everybody came.",
		Good: "A new hall\n\n2024-05-06\n\nThe mayor opened a new hall on Monday, and everybody came.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News},
			{Texts: lint.Abstracts},
			{Texts: lint.FromChinese, Read: 2, Right: 2},
		},
	},
	Run: func(p *lint.Pass) {
		first := next(p.Doc, -1)
		if first < 0 || p.Doc.Segments[first].Kind != concord.ReleaseTime && p.Doc.Segments[first].Kind != concord.Dateline {
			return
		}
		for i := next(p.Doc, first); i >= 0; i = next(p.Doc, i) {
			switch p.Doc.Segments[i].Kind {
			case concord.Title, concord.Heading:
				return
			case concord.ReleaseTime:
				continue
			}
			break
		}
		p.Report(concord.Finding{
			Place:     p.Place(first, opening(p.Doc.Segments[first].Text)),
			Message:   concord.Message{ID: "rule.title-missing"},
			Authority: structureOf(p),
		})
	},
}

// opening returns what stands before the first letter or digit of a text, or
// its first word if nothing does.
func opening(text string) concord.Span {
	if at := strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }); at > 0 {
		return concord.Span{End: at}
	}
	end := strings.IndexFunc(text, unicode.IsSpace)
	if end < 0 {
		end = len(text)
	}
	return concord.Span{End: end}
}

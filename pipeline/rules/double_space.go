package rules

import (
	"slices"
	"strings"
	"unicode"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/format"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// DoubleSpace makes one blank of two inside a sentence.
var DoubleSpace = &lint.Rule{
	Name:     "double-space",
	Group:    lint.Typography,
	Severity: concord.Note,
	Doc: lint.Doc{
		Title: "Two blanks stand inside a line",
		Text: `In a paragraph of plain text that ends as a sentence does, two blanks between two words in lower case become one. Elsewhere in a paragraph it is asked.
Blanks behind the end of a sentence are a habit, and those in columns, in an indent or before a tab have a purpose: they stay, as in Markdown and HTML, where nobody sees them.`,
		Bad:  "The hall  opens on Monday, and everybody will come to see it.",
		Good: "The hall opens on Monday, and everybody will come to see it.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News, Read: 25, Right: 25},
			{Texts: lint.Abstracts, Read: 7, Right: 7},
		},
	},
	Run: func(p *lint.Pass) {
		if p.Doc.Format != format.Text.Name {
			return
		}
		for i := range p.Doc.Segments {
			s := &p.Doc.Segments[i]
			if slices.Contains(running, s.Kind) && !p.Settled(i) && nextPair(s.Text, 0, 0xFF, ' ', ' ') >= 0 && !strings.Contains(s.Text, "\t") {
				blanks(p, i)
			}
		}
	},
}

// running are the parts of a release that are running text.
var running = []concord.Kind{concord.Body, concord.Lead, concord.Dateline, concord.Teaser}

// blanks reports two blanks or three inside a line, if they are the only ones of
// their segment: others are columns.
func blanks(p *lint.Pass, segment int) {
	text := p.Doc.Segments[segment].Text
	var found concord.Span
	for at := range each(text, "  ") {
		end := at + len(text[at:]) - len(strings.TrimLeft(text[at:], " "))
		switch before, after := flanks(text, concord.Span{Start: at, End: end}); {
		case at == 0 || end == len(text) || at < found.End || before == '\n' || before == '\r' || after == '\n' || after == '\r':
		case found.Len() > 0 || end-at > 3 || strings.ContainsRune(".:;!?…。：；！？|", before) || after == '|':
			return
		default:
			found = concord.Span{Start: at, End: end}
		}
	}
	if found.Len() > 0 {
		before, after := flanks(text, found)
		plain := found.Len() == 2 && unicode.IsLower(before) && unicode.IsLower(after)
		one := concord.Span{Start: found.Start + 1, End: found.End}
		report(p, segment, found, "rule.double-space", plain && endsSentence(text), concord.Edit{Place: p.Place(segment, one)})
	}
}

// endsSentence reports whether a text ends as a sentence does.
func endsSentence(text string) bool {
	text = strings.TrimRight(text, " \t\r\n\u00a0\"'”’»)")
	return strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?")
}

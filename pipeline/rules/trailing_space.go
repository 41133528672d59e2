package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/format"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// TrailingSpace removes white space that ends a line of plain text.
var TrailingSpace = &lint.Rule{
	Name:     "trailing-space",
	Group:    lint.Typography,
	Severity: concord.Warning,
	Doc: lint.Doc{
		Title: "White space ends a line",
		Text: `Blanks, tabs and no-break spaces at the end of a line of plain text are removed, those on empty lines too.
Tabs that end a row of cells stay, and so does the blank of the line "-- " before a signature. In Markdown two blanks at a line end mean a line break, so other formats are left alone.`,
		Bad:  "The committee met. \u00a0\nIt went well.",
		Good: "The committee met.\nIt went well.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 6, Right: 6},
			{Texts: lint.News},
			{Texts: lint.Abstracts},
		},
	},
	Run: func(p *lint.Pass) {
		if p.Doc.Format != format.Text.Name {
			return
		}
		for i := range p.Doc.Segments {
			text := p.Doc.Segments[i].Text
			wrapped := strings.IndexByte(text, '\n') >= 0 || strings.IndexByte(text, '\r') >= 0
			for start := 0; start <= len(text); {
				end := len(text)
				if wrapped {
					if n := strings.IndexAny(text[start:], "\r\n"); n >= 0 {
						end = start + n
					}
				}
				line := text[start:end]
				if kept := withoutBlanks(line); len(kept) < len(line) && !meant(line, kept) {
					span := concord.Span{Start: start + len(kept), End: start + len(line)}
					report(p, i, span, "rule.trailing-space", sure, concord.Edit{Place: p.Place(i, span)})
				}
				start = end + 1
			}
		}
	},
}

// withoutBlanks returns a line without the white space that ends it.
func withoutBlanks(line string) string {
	if n := len(line); n == 0 || line[n-1] > ' ' && line[n-1] < utf8.RuneSelf {
		return line // most are like that
	}
	return strings.TrimRightFunc(line, blank)
}

// meant reports whether the white space behind kept says something: tabs in a
// row of cells are empty cells, and two hyphens and a blank open a signature.
func meant(line, kept string) bool {
	return line == "-- " || strings.Contains(line[len(kept):], "\t") && (strings.Contains(kept, "\t") || strings.Count(line, "\t") > 1)
}

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
	},
	Run: func(p *lint.Pass) {
		if p.Doc.Format != format.Text.Name {
			return
		}
		found := echoesOf(p).spaces
		for i, place := range found {
			text := place.Seg().Text
			column := i > 0 && found[i-1].Segment == place.Segment || i+1 < len(found) && found[i+1].Segment == place.Segment
			before, after := flanks(text, place.Span)
			kinds := []concord.Kind{concord.Body, concord.Lead, concord.Dateline, concord.Teaser}
			if column || place.Span.Len() > 3 || strings.ContainsRune(".:;!?…。：；！？|", before) || after == '|' || strings.Contains(text, "\t") || !slices.Contains(kinds, place.Seg().Kind) {
				continue
			}
			one := concord.Span{Start: place.Span.Start + 1, End: place.Span.End}
			plain := place.Span.Len() == 2 && unicode.IsLower(before) && unicode.IsLower(after)
			report(p, place.Segment, place.Span, "rule.double-space", plain && endsSentence(text), concord.Edit{Place: place.At(one)})
		}
	},
}

// endsSentence reports whether a text ends as a sentence does.
func endsSentence(text string) bool {
	text = strings.TrimRight(text, " \t\r\n\u00a0\"'”’»)")
	return strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?")
}

package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// DoubledMark asks about a mark that follows another where one belongs.
var DoubledMark = &lint.Rule{
	Name:     "doubled-mark",
	Group:    lint.Typography,
	Severity: concord.Note,
	Asks:     true,
	Doc: lint.Doc{
		Title: "Two marks stand where one belongs",
		Text: `A comma, semicolon or stop follows a comma or semicolon, or a second stop a stop: engines leave one where they drop what stood between.
Three stops are an ellipsis, and one behind an abbreviation may have a comma behind it.`,
		Bad:  "The hall opens on Monday,, and everybody comes..",
		Good: "The hall opens on Monday, and everybody comes.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 2, Right: 2},
			{Texts: lint.News, Read: 10, Right: 10},
			{Texts: lint.Abstracts, Read: 6, Right: 6},
			{Texts: lint.Manuals, Read: 23, Right: 23},
		},
	},
	Run: func(p *lint.Pass) {
		for i := range p.Doc.Segments {
			s := &p.Doc.Segments[i]
			if s.Kind == concord.Blank {
				continue
			}
			wide := strings.Contains(s.Text, "\xE3\x80") || strings.Contains(s.Text, "\xEF\xBC")
			for at := 0; at+1 < len(s.Text); at++ {
				if !wide {
					if at = nextMark(s.Text, at); at+1 >= len(s.Text) {
						break
					}
				}
				if c := s.Text[at]; c != ',' && c != '.' && c != ';' && c != 0xE3 && c != 0xEF { // nearly all
					continue
				}
				r, n := utf8.DecodeRuneInString(s.Text[at:])
				if !pausing(r) {
					at += n - 1
					continue
				}
				end := at + n
				next, n := utf8.DecodeRuneInString(s.Text[end:])
				if span := (concord.Span{Start: at, End: end + n}); doubled(r, next) && aloneMarks(s.Text, span) && !s.Protected(span) && !parted(s, end) {
					p.Report(concord.Finding{
						Place:     p.Place(i, span),
						Message:   concord.Message{ID: "rule.doubled-mark", Args: map[string]any{"Found": s.Text[span.Start:span.End]}},
						Authority: typographyOf(p),
					})
				}
			}
		}
	},
}

// doubled reports whether two marks in a row are one too many.
func doubled(a, b rune) bool {
	if a == '.' { // it may be that of an abbreviation
		return b == '.'
	}
	return pausing(b)
}

// pausing reports whether a character is a comma, semicolon or stop.
func pausing(r rune) bool {
	switch r {
	case ',', ';', '.', '，', '；', '。', '、':
		return true
	}
	return false
}

// parted reports whether a tag stands at an offset: what is behind it may be the name
// of a key or the like.
func parted(s *concord.Segment, at int) bool {
	return slices.ContainsFunc(s.Tags, func(t concord.Tag) bool { return t.At == at })
}

// aloneMarks reports whether two marks stand between a word and white space, or a
// character of a script without blanks, and are no part of three.
func aloneMarks(text string, span concord.Span) bool {
	before, after := flanks(text, span)
	return (unicode.IsLetter(before) || unicode.IsDigit(before)) && (span.End == len(text) || unicode.IsSpace(after) || together(after))
}

package format

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// Quoted words are speech from so many words on, or so many characters of a
// script without spaces. What is shorter is a name or a term in quotation marks
// more often than not.
const (
	speechWords = 5
	speechWide  = 12
)

// quotations are the marks that close a quotation, by the one that opens it.
var quotations = map[rune]string{'“': "”", '«': "»", '„': "“”", '「': "」", '『': "』", '»': "«", '"': `"`}

// speech finds the quoted speech in a text, with its quotation marks. A quotation
// in another belongs to it; one that is not closed goes on to the end, as the
// paragraphs of a long quotation do.
func speech(text string) []concord.Mark {
	var marks []concord.Mark
	start, closes := -1, ""
	var opens rune
	depth := 0
	before := ' '
	for i, r := range text {
		switch {
		case start >= 0 && strings.ContainsRune(closes, r) && depth == 0:
			end := i + utf8.RuneLen(r)
			if spoken(text[start:end]) {
				marks = append(marks, concord.Mark{Span: concord.Span{Start: start, End: end}, What: "speech"})
			}
			start = -1
		case start >= 0 && strings.ContainsRune(closes, r):
			depth--
		case start >= 0 && r == opens:
			depth++
		case start < 0 && quotations[r] != "" && opensHere(r, before):
			start, opens, closes, depth = i, r, quotations[r], 0
		}
		before = r
	}
	if start >= 0 && spoken(text[start:]) {
		marks = append(marks, concord.Mark{Span: concord.Span{Start: start, End: len(text)}, What: "speech"})
	}
	return marks
}

// opensHere reports whether a mark opens a quotation behind a character. » also
// closes, and the straight one may be a sign for inches.
func opensHere(r, before rune) bool {
	return r != '"' && r != '»' || unicode.IsSpace(before) || unicode.Is(unicode.Ps, before) || before == '—' || before == '–'
}

// spoken reports whether quoted text is long enough to be speech.
func spoken(text string) bool {
	wide := 0
	for _, r := range text {
		if wideLetter(r) {
			wide++
		}
	}
	return wide >= speechWide || len(strings.Fields(text)) >= speechWords
}

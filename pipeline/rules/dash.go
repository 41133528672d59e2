package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// Dash makes a dash of a hyphen that stands between words as one.
var Dash = &lint.Rule{
	Name:     "dash",
	Group:    lint.Typography,
	Severity: concord.Warning,
	Doc: lint.Doc{
		Title: "A hyphen stands where a dash belongs",
		Text: `A hyphen with a space on each side, between words, is a dash. It becomes the dash of the language.
A hyphen at the start of a line is a list mark, one before or between numbers may be a sign, one between single letters a formula: they stay.`,
		Bad:  "They write their own legends - and the world reads them.",
		Good: "They write their own legends – and the world reads them.",
	},
	Run: func(p *lint.Pass) {
		dash := p.Locale.Typography.Dash
		if dash == "" {
			return
		}
		for i := range p.Doc.Segments {
			text := p.Doc.Segments[i].Text
			for at := range each(text, " - ") {
				if parts(text[:at], text[at+3:]) {
					span := concord.Span{Start: at, End: at + 3}
					report(p, i, span, "rule.dash", concord.Edit{Place: p.Place(i, concord.Span{Start: at + 1, End: at + 2}), New: dash})
				}
			}
		}
	},
}

// parts reports whether a hyphen between two stretches of text parts words.
func parts(before, after string) bool {
	line := before[strings.LastIndexAny(before, "\r\n")+1:]
	left, n := utf8.DecodeLastRuneInString(line)
	right, m := utf8.DecodeRuneInString(after)
	if n == 0 || m == 0 || blank(left) || blank(right) {
		return false
	}
	word := func(r rune) bool { return unicode.IsLetter(r) || strings.ContainsRune(`"'“”‘’«»()`, r) }
	if unicode.IsDigit(right) {
		number := strings.TrimLeft(after, "0123456789.,")
		return unicode.IsLetter(left) && !strings.HasPrefix(number, "°") && !strings.HasPrefix(strings.TrimLeft(number, " \u00a0"), "°") && !strings.HasPrefix(number, "%") && year(after)
	}
	if !word(right) || !word(left) && !unicode.IsDigit(left) && !strings.ContainsRune(".!?,;:", left) {
		return false
	}
	return !alone(line, len(line)-n) || !single(after)
}

// year reports whether text begins with a number of four digits.
func year(text string) bool {
	rest := strings.TrimLeft(text, "0123456789")
	return len(text)-len(rest) == 4
}

// alone reports whether the letter that ends at the end of text is a word.
func alone(text string, at int) bool {
	before, n := utf8.DecodeLastRuneInString(text[:at])
	return n == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before)
}

// single reports whether text begins with a word of one letter.
func single(text string) bool {
	_, n := utf8.DecodeRuneInString(text)
	next, m := utf8.DecodeRuneInString(text[n:])
	return m == 0 || !unicode.IsLetter(next) && !unicode.IsDigit(next)
}

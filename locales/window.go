package locales

import (
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// window returns what stands around a stretch of text, up to reach bytes on each
// side, and where that begins: so the cost of a question about a place does not
// grow with the text.
func window(text string, span concord.Span, reach int) (around string, at int) {
	from, to := max(0, span.Start-reach), min(len(text), span.End+reach)
	for from > 0 && from < span.Start && !utf8.RuneStart(text[from]) {
		from++
	}
	for to < len(text) && to > span.End && !utf8.RuneStart(text[to]) {
		to--
	}
	return text[from:to], from
}

// shift moves a span.
func shift(s concord.Span, by int) concord.Span {
	return concord.Span{Start: s.Start + by, End: s.End + by}
}

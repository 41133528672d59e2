package align

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// A Passage is a stretch of a text and the stretch of its translation that
// renders it: mostly a sentence each. Where one side lacks it, its span is empty
// and stands where it would be.
type Passage struct {
	Source, Target concord.Span
	Sure           bool // false if the pairing is a guess
}

// SentencePairs pairs the sentences of a text with those of its translation, so
// that a rule can say more narrowly where something is. The passages are in order
// and hold all of both texts but the blanks between sentences.
func SentencePairs(source, target string, from, to language.Tag) []Passage {
	a, spans := sentenceShape(source, from)
	b, others := sentenceShape(target, to)
	var all []Passage
	for _, s := range path(a, b) {
		all = append(all, Passage{stretch(spans, s.i, s.di), stretch(others, s.j, s.dj), s.sure})
	}
	return all
}

// sentenceShape returns the sentences of a text as they are compared, and where
// they are.
func sentenceShape(text string, tag language.Tag) (shape, []concord.Span) {
	var s shape
	var spans []concord.Span
	r := newReader(locales.For(tag))
	for i, span := range Sentences(text, tag) {
		sentence := text[span.Start:span.End]
		span.End = span.Start + len(strings.TrimRightFunc(sentence, unicode.IsSpace))
		span.Start = span.End - len(strings.TrimLeftFunc(text[span.Start:span.End], unicode.IsSpace))
		spans = append(spans, span)
		r.tokens = r.tokens[:0]
		r.read(sentence)
		s.add(i, sentence, 0, r.tokens)
	}
	s.order()
	return s, spans
}

// stretch returns the span from the first of n spans to the last.
func stretch(spans []concord.Span, first, n int) concord.Span {
	switch {
	case n > 0:
		return concord.Span{Start: spans[first].Start, End: spans[first+n-1].End}
	case first > 0:
		return concord.Span{Start: spans[first-1].End, End: spans[first-1].End}
	}
	return concord.Span{}
}

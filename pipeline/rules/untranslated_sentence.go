package rules

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// leftSentences yields where a segment has sentences of its source word for word,
// though its lines may be wrapped otherwise. Several in a row are one place.
func leftSentences(p *lint.Pass, b lint.Bead, segment int) iter.Seq[concord.Place] {
	return func(yield func(concord.Place) bool) {
		if len(b.Source) == 0 {
			return
		}
		text := p.Doc.Segments[segment].Text
		var found concord.Span
		for sentence := range pieces(joined(p.Release.Source, b.Source)) {
			span, ok := wrapped(text, sentence)
			if !ok || inBrackets(text, span) || !mustDiffer(p, p.Place(segment, span)) {
				continue
			}
			if found.Len() > 0 && strings.TrimSpace(text[min(found.End, span.Start):span.Start]) == "" {
				found.End = span.End
				continue
			}
			if found.Len() > 0 && !yield(p.Place(segment, found)) {
				return
			}
			found = span
		}
		if found.Len() > 0 {
			yield(p.Place(segment, found))
		}
	}
}

// pieces yields what may be the sentences of a text, but for short ones.
func pieces(text string) iter.Seq[string] {
	const long = 24 // bytes: eight Chinese characters, or four words
	return func(yield func(string) bool) {
		start := 0
		for i, r := range text {
			if !strings.ContainsRune(".!?。！？", r) {
				continue
			}
			end := i + utf8.RuneLen(r)
			rest := text[end:]
			end += len(rest) - len(strings.TrimLeft(rest, "\"”’»)）」』"))
			if next, _ := utf8.DecodeRuneInString(text[end:]); r < utf8.RuneSelf && end < len(text) && !unicode.IsSpace(next) {
				continue
			}
			if piece := strings.TrimSpace(text[start:max(start, end)]); len(piece) >= long && !yield(piece) {
				return
			}
			start = max(start, end)
		}
		if piece := strings.TrimSpace(text[start:]); len(piece) >= long {
			yield(piece)
		}
	}
}

// wrapped returns where a text has another, with any white space for each that the
// other has.
func wrapped(text, other string) (concord.Span, bool) {
	words := strings.Fields(other)
	for at := range each(text, words[0]) {
		end := at + len(words[0])
		for _, w := range words[1:] {
			rest := strings.TrimLeftFunc(text[end:], unicode.IsSpace)
			if len(rest) == len(text[end:]) || !strings.HasPrefix(rest, w) {
				end = -1
				break
			}
			end = len(text) - len(rest) + len(w)
		}
		if end > 0 {
			return concord.Span{Start: at, End: end}, true
		}
	}
	return concord.Span{}, false
}

// inBrackets reports whether a stretch begins behind a bracket.
func inBrackets(text string, span concord.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:span.Start], " \"“”«„"))
	return strings.ContainsRune("([（［", before)
}

package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// wordPairs reports where a word of two to six Han characters follows itself.
func wordPairs(p *lint.Pass, segment int) {
	const least, most = 2, 6 // characters
	if p.Locale.Repetition.Pairs.Next == "" {
		return
	}
	const ring = 2 * most
	text := p.Doc.Segments[segment].Text
	var at [ring]int // where the last characters begin
	var last [ring]rune
	heard := 0
	for i, c := range text {
		if !inHan(c) && !unicode.Is(unicode.Han, c) {
			heard = 0
			continue
		}
		at[heard%ring], last[heard%ring] = i, c
		heard++
		end := i + utf8.RuneLen(c)
		for n := most; n >= least; n-- {
			if heard < 2*n || last[(heard-1-n)%ring] != c {
				continue
			}
			first, second := at[(heard-2*n)%ring], at[(heard-n)%ring]
			if text[first:second] != text[second:end] {
				continue
			}
			if span := (concord.Span{Start: first, End: end}); wordTwice(p, segment, span, n) {
				repeats(p, p.Place(segment, span), "rule.doubled-word")
				heard = 0
				break
			}
		}
	}
}

// wordTwice reports whether a stretch is a word of some characters that stands twice by mistake.
func wordTwice(p *lint.Pass, segment int, span concord.Span, characters int) bool {
	data := &p.Locale.Repetition.Pairs
	text := p.Doc.Segments[segment].Text
	word := text[span.Start : span.Start+span.Len()/2]
	first, size := utf8.DecodeRuneInString(word)
	if strings.ContainsRune(data.Opens, first) || !strings.ContainsFunc(word[size:], func(c rune) bool { return c != first }) || slices.Contains(data.Fine, word) {
		return false
	}
	next, n := utf8.DecodeRuneInString(text[span.End:])
	if once, twice := saidInHan(p, segment, word, text[span.End:span.End+n]); twice {
		return false
	} else if once {
		return true
	}
	if characters > 2 || !together(next) || strings.ContainsRune(data.Next, next) {
		return true
	}
	for _, m := range p.Matches(segment) {
		if m.Span.Start == span.Start && m.Span.Len() == len(word) {
			return true
		}
	}
	return false
}

// saidInHan reports whether what a segment surely translates is in Han characters as
// well and has a word before the same next character, as they are read, and whether it
// has the word twice in a row.
func saidInHan(p *lint.Pass, segment int, word, next string) (once, twice bool) {
	bead := beads(p)
	if bead == nil || bead[segment] == nil || !scriptOf(p.Release.Source.Locale).has('永') {
		return false, false
	}
	source := joined(p.Release.Source, bead[segment].Source)
	return together(firstRune(next)) && len(writtenLike(word+next, source)) > 0, len(writtenLike(word+word, source)) > 0
}

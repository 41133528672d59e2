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
	text := p.Doc.Segments[segment].Text
	var at []int // where the last characters begin
	var last []rune
	for i, c := range text {
		if !inHan(c) && !unicode.Is(unicode.Han, c) {
			at, last = at[:0], last[:0]
			continue
		}
		at, last = append(at, i), append(last, c)
		end := i + utf8.RuneLen(c)
		for n := most; n >= least; n-- {
			first, second := len(at)-2*n, len(at)-n
			if first < 0 || last[len(last)-1-n] != c || text[at[first]:at[second]] != text[at[second]:end] {
				continue
			}
			if span := (concord.Span{Start: at[first], End: end}); wordTwice(p, segment, span, n) {
				repeats(p, p.Place(segment, span), "rule.doubled-word")
				at, last = at[:0], last[:0]
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

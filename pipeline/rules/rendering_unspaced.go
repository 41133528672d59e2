package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// unspacedForms compares how a name in capitals is rendered where nothing parts
// words: as the name of a body, or in Katakana before the same Han characters. The
// other form stands nowhere else and differs in a third of the characters at most,
// and the usual one stands there less often than the name in the source.
func (r *renderer) unspacedForms(same []int) []rendition {
	source := r.notes[same[0]].Of
	bodies := newForm(source.Text(), locales.For(source.Doc.Locale)).headed
	sites := make([][]concord.Place, len(same))
	for k, i := range same {
		for _, span := range unspacedNamesIn(r.notes[i].Place, bodies) {
			if at := r.notes[i].Place.At(span); r.onlyText(at, same) {
				sites[k] = append(sites[k], at)
			}
		}
	}
	for k, usuals := range sites {
		for _, usual := range usuals {
			if all := r.unlikeForms(usual, r.notes[same[k]].Of, same, sites); len(all) > 0 {
				return all
			}
		}
	}
	return nil
}

// unlikeForms returns the places where a name has another form than a usual one.
func (r *renderer) unlikeForms(usual, of concord.Place, same []int, sites [][]concord.Place) []rendition {
	var all []rendition
	heard := make(map[string]bool)
	form := usual.Text()
	for k, i := range same {
		n := r.notes[i]
		if strings.Count(n.Of.Seg().Text, n.Of.Text()) <= strings.Count(n.Place.Seg().Text, form) {
			continue
		}
		for _, at := range sites[k] {
			if other := at.Text(); !heard[other] && aThirdApart(other, form, of.Text()) {
				heard[other] = true
				all = append(all, rendition{at, usual, n.Of, of})
			}
		}
	}
	return all
}

// onlyText reports whether a stretch stands in no segment of its document but those that are noted.
func (r *renderer) onlyText(at concord.Place, same []int) bool {
	text := at.Text()
	own := make(map[int]bool)
	for _, i := range same {
		if r.notes[i].Place.Doc == at.Doc {
			own[r.notes[i].Place.Segment] = true
		}
	}
	for i := range at.Doc.Segments {
		if !own[i] && strings.Contains(at.Doc.Segments[i].Text, text) {
			return false
		}
	}
	return true
}

// aThirdApart reports whether two names of four characters or more differ in a third of
// them at most, and end alike, and neither is part of the other. What begins in Katakana
// must go on in the same Han characters, and sound like a word of the name of the source.
func aThirdApart(a, b, source string) bool {
	const least, end = 4, 2 // characters
	n := max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	if n < least || strings.Contains(a, b) || strings.Contains(b, a) || figures(a) || figures(b) {
		return false
	}
	if unicode.Is(unicode.Katakana, firstRune(a)) {
		han := strings.TrimLeftFunc(a, func(c rune) bool { return !unicode.Is(unicode.Han, c) })
		if utf8.RuneCountInString(han) < end || !strings.HasSuffix(b, han) || !slices.ContainsFunc(strings.Fields(source), func(w string) bool { return unlike(b[:len(b)-len(han)], w) <= 1 }) {
			return false
		}
	}
	return distanceOf([]rune(a), []rune(b)) <= n/3
}

// unspacedNamesIn returns what may be names in a segment where nothing parts words.
func unspacedNamesIn(at concord.Place, bodies bool) []concord.Span {
	text := at.Seg().Text
	rules := &locales.For(at.Doc.Locale).Unspaced
	switch {
	case len(rules.Bodies) == 0:
		return katakanaNames(text)
	case bodies:
		return bodiesIn(text, rules)
	}
	return nil
}

// katakanaNames returns the stretches of Katakana and Han characters that begin with
// three characters of Katakana or more.
func katakanaNames(text string) []concord.Span {
	const least = 3 // characters
	var all []concord.Span
	start, kana, open := -1, 0, false
	for i, c := range text + "\n" {
		is := unicode.Is(unicode.Katakana, c) || c == 'ー'
		switch {
		case is && start < 0:
			start, kana, open = i, 1, true
		case is && open:
			kana++
		case start >= 0 && (is || unicode.Is(unicode.Han, c)):
			open = false
		case start >= 0:
			if kana >= least {
				all = append(all, concord.Span{Start: start, End: i})
			}
			start = -1
		}
	}
	return all
}

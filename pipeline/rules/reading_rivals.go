package rules

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/align"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// A readingOf is a name of the source that is known by its reading, or one that
// is not, in one language.
type readingOf struct {
	locale language.Tag
	name   string
}

// spellings compares names in translations from Chinese by what they spell.
type spellings struct {
	spelled map[readingOf][]lint.Note // as Mandarin has them
	order   []readingOf
	korean  []lint.Note
	strays  []lint.Note
	pairs   []lint.Note
	hans    map[rune][]string                  // names of persons and bodies by their first character
	begins  map[language.Tag]map[rune][]string // the names by their first character
	places  map[readingOf][]int                // of each stray name, its notes in strays
	windows map[place][]align.Passage
}

// newSpellings parts the notes of readings from the others.
func newSpellings(notes []lint.Note) (*spellings, []lint.Note) {
	r := &spellings{spelled: make(map[readingOf][]lint.Note), begins: make(map[language.Tag]map[rune][]string), hans: make(map[rune][]string), places: make(map[readingOf][]int), windows: make(map[place][]align.Passage)}
	var others []lint.Note
	for _, n := range notes {
		switch {
		case n.Value == aPair:
			r.pairs = append(r.pairs, n)
		case n.Value == aStray:
			of := readingOf{n.Place.Doc.Locale, n.Place.Text()}
			r.places[of] = append(r.places[of], len(r.strays))
			r.strays = append(r.strays, n)
		case strings.HasPrefix(n.Value, aKorean):
			r.korean = append(r.korean, n)
		case strings.HasPrefix(n.Value, aReading):
			r.add(n)
		default:
			r.addHan(n)
			others = append(others, n)
		}
	}
	return r, others
}

func (r *spellings) add(n lint.Note) {
	of := readingOf{n.Place.Doc.Locale, strings.TrimPrefix(n.Key, aReading)}
	if r.spelled[of] == nil {
		r.order = append(r.order, of)
		if r.begins[of.locale] == nil {
			r.begins[of.locale] = make(map[rune][]string)
		}
		r.begins[of.locale][firstRune(of.name)] = append(r.begins[of.locale][firstRune(of.name)], of.name)
	}
	r.spelled[of] = append(r.spelled[of], n)
}

// rivals returns the places where a name is spelled otherwise than usual, or not at
// all, with another name in its place.
func (r *spellings) rivals() []rendition {
	var all []rendition
	for _, of := range r.order {
		notes := r.spelled[of]
		same := make([]int, len(notes))
		for i := range notes {
			same[i] = i
		}
		firsts, usual := weighed(notes, same, func(value string) string { return value })
		for _, i := range firsts {
			if i != usual {
				all = append(all, rendition{notes[i].Place, notes[usual].Place, notes[i].Of, notes[usual].Of})
			}
		}
	}
	all = append(all, r.hanRivals()...)
	for _, n := range r.korean {
		if usual, ok := r.asMandarin(n); ok {
			all = append(all, rendition{n.Place, usual.Place, n.Of, usual.Of})
		}
	}
	for _, n := range r.strays {
		if w, ok := r.instead(n); ok {
			all = append(all, w)
		}
	}
	return all
}

// asMandarin returns the first place where a name that is read as in Korean here, or
// its beginning, is read as in Mandarin. Of two characters what stands behind them in
// the source must be the same: a word may sound like them by chance.
func (r *spellings) asMandarin(n lint.Note) (lint.Note, bool) {
	const short = 2 * 3 // bytes
	han := strings.TrimPrefix(n.Key, aKorean)
	for _, other := range r.begins[n.Place.Doc.Locale][firstRune(han)] {
		if !strings.HasPrefix(han, other) {
			continue
		}
		for _, usual := range r.spelled[readingOf{n.Place.Doc.Locale, other}] {
			here := n.Of.Span
			here.End = here.Start + len(other)
			if len(other) > short || goesOnAlike(n.Of.At(here), usual.Of) {
				return usual, !strings.HasPrefix(n.Value[len(aKorean):], usual.Value[len(aReading):])
			}
		}
	}
	return lint.Note{}, false
}

// goesOnAlike reports whether the same two characters stand behind two places of sources.
func goesOnAlike(a, b concord.Place) bool {
	const enough = 2 * 3 // bytes
	x, y := a.Seg().Text[a.Span.End:], b.Seg().Text[b.Span.End:]
	return len(x) >= enough && strings.HasPrefix(y, x[:enough]) && together(firstRune(x)) && together(firstRune(x[3:]))
}

// nearlySame reports whether two spellings of six letters or more differ in two, or
// of four in one.
func nearlySame(a, b string) bool {
	n := min(len(a), len(b))
	apart := distanceOf([]rune(a), []rune(b))
	return n >= 6 && apart <= 2 || n >= 4 && apart <= 1
}

// distanceOf is how many characters must be put in, taken out or changed.
func distanceOf(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// sameKind reports whether two names are parts of longer ones that go on alike in
// both languages: "Hailan Theatre" and "Sea Blue Theatre".
func sameKind(stray, usual lint.Note, at concord.Span, rules *locales.Rules) bool {
	if !goesOnAlike(stray.Of.At(at), usual.Of) {
		return false
	}
	whole := usual.Place
	for _, name := range capitalsIn(whole.Seg().Text, rules) {
		if name.span.Contains(whole.Span) {
			whole = whole.At(name.span)
		}
	}
	words := func(at concord.Place) (all []string) {
		for _, part := range partsOf(at.Text(), concord.Span{End: at.Span.Len()}) {
			if len(part.letters) > 3 {
				all = append(all, singular(part.letters))
			}
		}
		return all
	}
	others := words(whole)
	return slices.ContainsFunc(words(stray.Place), func(w string) bool { return slices.Contains(others, w) })
}

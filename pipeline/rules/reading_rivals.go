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

// instead reports whether a name that spells nothing stands for one of the source
// that is spelled elsewhere and is not named here.
func (r *spellings) instead(stray lint.Note) (rendition, bool) {
	from, to := r.window(stray)
	source := stray.Of.Seg().Text
	for i, c := range source[from.Start:from.End] {
		for _, han := range r.begins[stray.Place.Doc.Locale][c] {
			at := concord.Span{Start: from.Start + i, End: from.Start + i + len(han)}
			if at.End > from.End || source[at.Start:at.End] != han || namesPart(stray.Place, to, han) {
				continue
			}
			for _, usual := range r.spelled[readingOf{stray.Place.Doc.Locale, han}] {
				if r.standsFor(stray, usual, at) {
					return rendition{stray.Place, usual.Place, stray.Of.At(at), usual.Of}, true
				}
			}
		}
	}
	return rendition{}, false
}

// window returns the sentences that a stray name stands in, or the segments where it
// is not sure which sentence translates which.
func (r *spellings) window(stray lint.Note) (source, target concord.Span) {
	of := place{stray.Place.Doc.File, stray.Place.Segment}
	a, b := stray.Of.Seg().Text, stray.Place.Seg().Text
	passages, known := r.windows[of]
	if !known {
		passages = align.SentencePairs(a, b, stray.Of.Doc.Locale, stray.Place.Doc.Locale)
		r.windows[of] = passages
	}
	single := !slices.ContainsFunc(passages, func(p align.Passage) bool { return p.Source.Len() == 0 || p.Target.Len() == 0 })
	for _, p := range passages {
		if (p.Sure || single) && p.Target.Contains(stray.Place.Span) {
			return p.Source, p.Target
		}
	}
	return concord.Span{End: len(a)}, concord.Span{End: len(b)}
}

// namesPart reports whether a stretch of a segment has a name that spells some
// characters, or the first or last of them, beside one that does not.
func namesPart(beside concord.Place, within concord.Span, han string) bool {
	text, rules := beside.Seg().Text, locales.For(beside.Doc.Locale)
	for _, name := range capitalsIn(text, rules) {
		if !within.Contains(name.span) || name.span.Overlaps(beside.Span) {
			continue
		}
		parts := partsOf(text, name.span)
		for i := range parts {
			for j := i + 1; j <= min(len(parts), i+4); j++ {
				if spellsPart(lettersOf(parts[i:j]), han, addedLetters(rules)) {
					return true
				}
			}
		}
	}
	return false
}

// spellsPart reports whether letters, but for some that a language adds, spell some
// characters from the first on, or up to the last.
func spellsPart(letters, han string, added int) bool {
	for i := range han {
		if end, n := locales.Romanised.Spells(han[i:], letters); n > 0 && len(letters)-n <= added && (i == 0 || i+end == len(han)) {
			return true
		}
	}
	return false
}

// standsFor reports whether a stray name surely stands for one that is spelled
// elsewhere: it shares a word with it, or is nearly the same, or is Japanese by its
// sound, or names a body of the same kind.
func (r *spellings) standsFor(stray, usual lint.Note, at concord.Span) bool {
	if r.elsewhere(stray, strings.TrimPrefix(usual.Key, aReading)) {
		return false
	}
	rules := locales.For(stray.Place.Doc.Locale)
	text := stray.Place.Text()
	letters, spelled := spellingOf(text), strings.TrimPrefix(usual.Value, aReading)
	here, there := partsOf(text, concord.Span{End: len(text)}), partsOf(usual.Place.Text(), concord.Span{End: usual.Place.Span.Len()})
	if len(rules.Names.Connectors) == 0 && !rules.Names.Steady && slices.ContainsFunc(here, func(part namePart) bool { return sameStem(part.letters, there[0].letters) }) {
		return false // the same name in another case
	}
	if nearlySame(letters, spelled) {
		return true
	}
	for _, part := range here {
		if len(here) > 1 && len(there) > 1 && slices.ContainsFunc(there, func(other namePart) bool { return other.letters == part.letters }) {
			return true
		}
	}
	if sameKind(stray, usual, at, rules) {
		return true
	}
	return romaji(text, rules)
}

// elsewhere reports whether a stray name stands where the source has not a name.
func (r *spellings) elsewhere(stray lint.Note, han string) bool {
	return slices.ContainsFunc(r.places[readingOf{stray.Place.Doc.Locale, stray.Place.Text()}], func(i int) bool {
		return !strings.Contains(r.strays[i].Of.Seg().Text, han)
	})
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

// morae matches what is written as Japanese in Latin letters.
var morae = expression(`^(?:(?:[kgnbpmr]|ky|gy|ny|hy|by|py|my|ry|s?sh|j|t?ch|kk|pp)?[auo]|(?:[kgnbpmrhszdt]|ss|tt)?[aeo]|(?:[kgnbpmrh]|s?sh|j|t?ch)?i|(?:f|s|z|ts|y)u|y[ao]|wa|[aeiou]|n)+$`)

// romaji reports whether all words of a name may be Japanese, and have three syllables
// or there are two words.
func romaji(name string, rules *locales.Rules) bool {
	words := strings.Fields(name)
	if len(words) == 1 && (rules.Names.Steady && len(rules.Names.Connectors) == 0 || syllablesOf(words[0]) < 3) {
		return false
	}
	return !slices.ContainsFunc(words, func(w string) bool { return !morae().MatchString(strings.ToLower(w)) })
}

// syllablesOf counts the vowels of a word, those beside each other once.
func syllablesOf(word string) int {
	n, vowel := 0, false
	for _, c := range strings.ToLower(word) {
		is := strings.ContainsRune("aeiou", c)
		if is && !vowel {
			n++
		}
		vowel = is
	}
	return n
}

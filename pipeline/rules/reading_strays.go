package rules

import (
	"slices"
	"strings"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/align"
	"github.com/concord-l10n/concord/pipeline/lint"
)

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

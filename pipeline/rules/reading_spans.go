package rules

import (
	"strings"
	"unicode"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// A spelled is a stretch of a translation that spells Han characters of the source.
type spelled struct {
	span    concord.Span // in the translation
	han     concord.Span // in the source
	letters string
}

// A namePart is a part of a capitalised name: what stands between blanks, hyphens
// and apostrophes, with its letters in lower case and without accents.
type namePart struct {
	span    concord.Span
	letters string
}

func partsOf(text string, span concord.Span) []namePart {
	var all []namePart
	start := -1
	for i, c := range text[span.Start:span.End] + " " {
		letter := unicode.IsLetter(c) || unicode.IsMark(c) || unicode.IsDigit(c)
		if letter && start < 0 {
			start = i
		} else if !letter && start >= 0 {
			at := concord.Span{Start: span.Start + start, End: span.Start + i}
			all = append(all, namePart{at, unaccented(text[at.Start:at.End])})
			start = -1
		}
	}
	return all
}

// spellingOf returns the letters of a name in lower case.
func spellingOf(name string) string {
	return lettersOf(partsOf(name, concord.Span{End: len(name)}))
}

// longest returns what a word spells of a text, least characters or more: all of it
// if whole, or else as much of it as possible from its beginning on.
func longest(text string, way locales.Reading, word string, whole bool, least int) spelled {
	const character = 3 // bytes
	var best spelled
	first := firstRune(word)
	for i, c := range text {
		if !way.Begins(c, first) {
			continue
		}
		if han, letters := way.Spells(text[i:], word); han >= least*character && letters > len(best.letters) && (!whole || letters == len(word)) {
			best = spelled{han: concord.Span{Start: i, End: i + han}, letters: word[:letters]}
		}
	}
	return best
}

// readingsIn returns the stretches of a capitalised name that spell two characters
// or more of a Chinese text, longest first from the left.
func readingsIn(text string, span concord.Span, source string) []spelled {
	const most, short = 4, 4 // parts; letters
	parts := partsOf(text, span)
	var all []spelled
	for i := 0; i < len(parts); i++ {
		if !unicode.IsUpper(firstRune(text[parts[i].span.Start:])) {
			continue
		}
		end := min(len(parts), i+most)
		straight := len(longest(source, locales.Romanised, lettersOf(parts[i:end]), false, 1).letters) >= len(parts[i].letters)
		for j := end; j > i; j-- {
			if j < len(parts) && text[parts[j].span.Start-1] == '-' && !unicode.IsUpper(firstRune(text[parts[j].span.Start:])) {
				continue // within "Jing-yen"
			}
			if r := spelledBy(parts[i:j], source, straight); len(r.letters) >= short {
				r.span = concord.Span{Start: parts[i].span.Start, End: parts[j-1].span.End}
				all = append(all, r)
				i = j - 1
				break
			}
		}
	}
	return all
}

// spelledBy returns what some parts of a name spell as they stand, if they may, or
// with the last one first, as names are turned in the West.
func spelledBy(parts []namePart, source string, straight bool) spelled {
	const least = 2 // characters
	if straight {
		if r := longest(source, locales.Romanised, lettersOf(parts), true, least); r.han.Len() > 0 {
			return r
		}
	}
	last := len(parts) - 1
	if last == 0 {
		return spelled{}
	}
	return longest(source, locales.Romanised, parts[last].letters+lettersOf(parts[:last]), true, least)
}

func lettersOf(parts []namePart) string {
	var b strings.Builder
	for _, part := range parts {
		b.WriteString(part.letters)
	}
	return b.String()
}

// addedLetters is how many letters a language may add to a name.
func addedLetters(rules *locales.Rules) int {
	switch {
	case len(rules.Names.Connectors) > 0:
		return 0
	case rules.Names.Steady:
		return 1
	}
	return 3
}

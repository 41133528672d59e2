package rules

import (
	"strings"
	"unicode"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
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

// A sounded text is a segment in Han characters, and where characters stand that may
// be spelled with a first letter.
type sounded struct {
	text    string
	initial map[rune][]int
}

// A soundedLatin and a soundedHangul are the segments of a document as they are
// spelled in these letters.
type (
	soundedLatin  []sounded
	soundedHangul [2][]sounded // as Mandarin and as Korean reads them
)

func latinOf(p *lint.Pass) soundedLatin {
	return lint.Once(p, p.Release.Source, func(d *concord.Document) soundedLatin { return soundsOf(d, locales.Romanised) })
}

func hangulOf(p *lint.Pass) soundedHangul {
	return lint.Once(p, p.Release.Source, func(d *concord.Document) soundedHangul {
		return soundedHangul{soundsOf(d, locales.HangulMandarin), soundsOf(d, locales.HangulKorean)}
	})
}

func soundsOf(d *concord.Document, way locales.Reading) []sounded {
	all := make([]sounded, len(d.Segments))
	for i := range d.Segments {
		all[i] = soundOf(d.Segments[i].Text, way)
	}
	return all
}

func soundOf(text string, way locales.Reading) sounded {
	s := sounded{text, make(map[rune][]int)}
	for at, c := range text {
		for first := range way.Initials(c) {
			if n := len(s.initial[first]); n == 0 || s.initial[first][n-1] != at {
				s.initial[first] = append(s.initial[first], at)
			}
		}
	}
	return s
}

// longest returns what a word spells of a text, least characters or more: all of it
// if whole, or else as much of it as possible from its beginning on.
func (s sounded) longest(way locales.Reading, word string, whole bool, least int) spelled {
	const character = 3 // bytes
	var best spelled
	for _, i := range s.initial[firstRune(word)] {
		if han, letters := way.Spells(s.text[i:], word); han >= least*character && letters > len(best.letters) && (!whole || letters == len(word)) {
			best = spelled{han: concord.Span{Start: i, End: i + han}, letters: word[:letters]}
		}
	}
	return best
}

// readingsIn returns the stretches of a capitalised name that spell two characters
// or more of a Chinese text, longest first from the left.
func readingsIn(text string, span concord.Span, source sounded) []spelled {
	const most, short = 4, 4 // parts; letters
	parts := partsOf(text, span)
	var all []spelled
	for i := 0; i < len(parts); i++ {
		if !unicode.IsUpper(firstRune(text[parts[i].span.Start:])) {
			continue
		}
		longest := min(len(parts), i+most)
		straight := len(source.longest(locales.Romanised, lettersOf(parts[i:longest]), false, 1).letters) >= len(parts[i].letters)
		for j := longest; j > i; j-- {
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
func spelledBy(parts []namePart, source sounded, straight bool) spelled {
	const least = 2 // characters
	if straight {
		if r := source.longest(locales.Romanised, lettersOf(parts), true, least); r.han.Len() > 0 {
			return r
		}
	}
	last := len(parts) - 1
	if last == 0 || len(source.initial[firstRune(parts[last].letters)]) == 0 {
		return spelled{}
	}
	return source.longest(locales.Romanised, parts[last].letters+lettersOf(parts[:last]), true, least)
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

package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// ways reports the ways of a segment that begin with a word and lead back.
func ways(p *lint.Pass, segment int, from string) {
	text := p.Doc.Segments[segment].Text
	_, first := utf8.DecodeRuneInString(from)
	rest := from[first:] // "From" as well
	if rest == "" {
		first, rest = 0, from
	}
	for at := range each(text, rest) {
		at -= first
		if at < 0 || !strings.EqualFold(text[at:at+len(from)], from) {
			continue
		}
		for _, words := range p.Locale.Repetition.Ranges {
			if words[0] != from {
				continue
			}
			if end := sameTwice(text, at, words); end > 0 && !goesOn(text[end:], &p.Locale.Repetition) {
				repeats(p, p.Place(segment, concord.Span{Start: at, End: end}), "rule.repeated-clause.range")
			}
		}
	}
}

// waysBehind is ways of a language in which the words of a way stand behind what it
// leads from and to.
func waysBehind(p *lint.Pass, segment int, words [2]string) {
	const least, reach = 4, 24 // characters
	text := p.Doc.Segments[segment].Text
	for at := range each(text, words[0]) {
		rest := strings.TrimLeft(text[at+len(words[0]):], " ")
		start := at
		for n := 1; n <= reach && start > 0; n++ {
			r, size := utf8.DecodeLastRuneInString(text[:start])
			if start -= size; !unicode.IsLetter(r) && r != ' ' {
				break
			}
			what := text[start:at]
			behind, same := strings.CutPrefix(rest, what)
			if before := lastRune(text[:start]); n >= least && same && !oneWord(what) && strings.HasPrefix(behind, words[1]) && !unicode.Is(unicode.Hangul, before) && r != ' ' {
				end := len(text) - len(behind) + len(words[1])
				repeats(p, p.Place(segment, concord.Span{Start: start, End: end}), "rule.repeated-clause.range")
				return
			}
		}
	}
}

// oneWord reports whether a text is all Katakana: "from computer to computer".
func oneWord(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return !unicode.Is(unicode.Katakana, r) && r != 'ー' && r != '・' })
}

// clauseEnds are the marks that end a clause or more.
const clauseEnds = ".;:!?。；：！？\n\r"

// sameTwice returns where a range ends that begins at an offset and leads from
// something to the same; 0 if it does not.
func sameTwice(text string, at int, words [2]string) int {
	const reach = 160 // bytes between the two words
	if before, _ := utf8.DecodeLastRuneInString(text[:at]); unicode.IsLetter(before) && !together(before) {
		return 0
	}
	rest := text[at+len(words[0]):]
	near := rest[:min(len(rest), reach)]
	if end := strings.IndexAny(near, clauseEnds); end >= 0 {
		near = near[:end]
	}
	for from := range each(near, words[1]) {
		what, then := strings.TrimSpace(near[:from]), rest[from+len(words[1]):]
		gap := len(then) - len(strings.TrimLeft(then, " "))
		if !apart(what, near[:from], gap) {
			continue
		}
		if then = then[gap:]; !several(what) || len(then) < len(what) || !strings.EqualFold(then[:len(what)], what) {
			continue
		}
		if next, _ := utf8.DecodeRuneInString(then[len(what):]); together(next) || !unicode.IsLetter(next) && !unicode.IsDigit(next) {
			return at + len(words[0]) + from + len(words[1]) + gap + len(what)
		}
	}
	return 0
}

// goesOn reports whether what a way leads to has words behind it that may tell it
// from where the way begins: "from a bank to a bank of issue".
func goesOn(rest string, r *locales.Repetition) bool {
	rest = strings.TrimLeft(rest, " \n")
	next, _ := utf8.DecodeRuneInString(rest)
	if !unicode.IsLetter(next) && !unicode.IsDigit(next) {
		return false
	}
	if w := wordAt(rest, 0); r.Last && unicode.IsLower(next) {
		if end, _ := utf8.DecodeRuneInString(rest[len(w):]); !unicode.IsSpace(end) {
			return false
		}
	}
	return !slices.ContainsFunc(r.Behind, func(w string) bool {
		after, ok := strings.CutPrefix(rest, w)
		end, _ := utf8.DecodeRuneInString(after)
		return ok && (together(next) || !unicode.IsLetter(end))
	})
}

// apart reports whether a word stands by itself between what is before it and
// behind it, where words are set apart.
func apart(what, before string, gap int) bool {
	first, _ := utf8.DecodeRuneInString(what)
	return together(first) || gap > 0 && strings.HasPrefix(before, " ") && strings.HasSuffix(before, " ")
}

// several reports whether a phrase is more than one word, or four characters
// where words are not set apart: one alone is an idiom.
func several(phrase string) bool {
	first, _ := utf8.DecodeRuneInString(phrase)
	if together(first) {
		return utf8.RuneCountInString(phrase) >= 4
	}
	return strings.ContainsRune(phrase, ' ')
}

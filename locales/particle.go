package locales

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/concord-l10n/concord"
)

// Particles are glued to the end of a word and change with its last sound.
type Particles struct {
	Pairs     [][2]string // after a consonant, after a vowel
	Invariant []string
	Liquid    [][2]string // pairs for which ㄹ counts as a vowel
}

// particle chooses anew the particle behind the term.
func (f *fitting) particle() {
	glued := f.Tail.Len() > 0
	if !glued && len(f.Particles.Pairs) > 0 {
		f.Tail = f.behind()
	}
	if f.Tail.Len() == 0 {
		return
	}
	tail := f.Text[f.Tail.Start:f.Tail.End]
	have, pair, liquid := f.varying(norm.NFC.String(tail))
	if have == "" {
		if glued && !f.chain(norm.NFC.String(tail)) {
			f.unsure("doubt.tail")
		}
		return
	}
	final, known := finalSound(f.word)
	if !known {
		if !sameEnd(f.found, f.word) {
			f.unsure("doubt.particle")
		}
		return
	}
	want := pair[0]
	if final == 0 || liquid && final == rieul {
		want = pair[1]
	}
	// Behind a vowel the 이 of 이다 and its forms may stand or fall.
	if want == have || f.found == f.word && pair[0] == "이"+pair[1] && final == 0 {
		return
	}
	if end := f.Tail.Start + len(have); strings.HasPrefix(tail, have) {
		f.change(f.Tail.Start, end, want)
	} else { // decomposed
		f.change(f.Tail.Start, f.Tail.End, norm.NFD.String(want+strings.TrimPrefix(norm.NFC.String(tail), have)))
	}
}

// varying returns the particle that a text begins with, if it is one that goes
// by what stands before it, the pair it is of, and whether ㄹ counts as a vowel.
func (f *fitting) varying(tail string) (have string, pair [2]string, liquid bool) {
	for _, pairs := range []struct {
		list   [][2]string
		liquid bool
	}{{f.Particles.Liquid, true}, {f.Particles.Pairs, false}} {
		for _, pair := range pairs.list {
			for _, have := range pair {
				if rest, ok := strings.CutPrefix(tail, have); ok && f.chain(rest) {
					return have, pair, pairs.liquid
				}
			}
		}
	}
	return "", pair, false
}

// sameEnd reports whether two terms that are not Hangul end alike, as far as
// spelling tells: in the same letter, or both in a nasal or a vowel.
func sameEnd(a, b string) bool {
	class := func(term string) rune {
		c, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(term, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }))
		switch {
		case strings.ContainsRune("mn", c):
			return 'n'
		case strings.ContainsRune("aiou", c):
			return 'a'
		}
		return c
	}
	return class(a) == class(b)
}

// behind returns the Hangul behind a term that does not end in Hangul itself, or
// that a closing quotation mark, or a bracket with an abbreviation, parts from it.
func (f *fitting) behind() concord.Span {
	rest := f.Text[f.Span.End:]
	for _, b := range [][2]string{{"(", ")"}, {"（", "）"}} {
		if in, ok := strings.CutPrefix(rest, b[0]); ok {
			if end := strings.Index(in, b[1]); end >= 0 && !strings.ContainsAny(in[:end], "(（\r\n") {
				rest = in[end+len(b[1]):]
			}
		}
	}
	rest = strings.TrimLeft(rest, "'\"’”」』》〉")
	start := len(f.Text) - len(rest)
	if start == f.Span.End && f.found == f.word { // it stays, and so does what is glued to it
		return concord.Span{}
	}
	end := strings.IndexFunc(rest, func(c rune) bool { return !unicode.Is(unicode.Hangul, c) })
	if end < 0 {
		end = len(rest)
	}
	return concord.Span{Start: start, End: start + end}
}

// chain reports whether text is nothing but particles that do not change.
func (f *fitting) chain(text string) bool {
	if text == "" {
		return true
	}
	for _, p := range f.Particles.Invariant {
		if rest, ok := strings.CutPrefix(text, p); ok && f.chain(rest) {
			return true
		}
	}
	return false
}

// rieul is the index of the final ㄹ in the order of Hangul syllables.
const rieul = 8

// finalSound returns the index of the final consonant of the last syllable, 0
// if it ends in a vowel. What stands in brackets at the end is not spoken.
func finalSound(term string) (final int, known bool) {
	for strings.HasSuffix(term, ")") && strings.Contains(term, "(") {
		term = strings.TrimRight(term[:strings.LastIndexByte(term, '(')], " ")
	}
	term = strings.TrimRightFunc(term, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	c, _ := utf8.DecodeLastRuneInString(term)
	switch {
	case c >= 0xAC00 && c <= 0xD7A3:
		return int(c-0xAC00) % 28, true
	case strings.ContainsRune("178", c):
		return rieul, true
	case strings.ContainsRune("036", c):
		return 1, true
	case c >= '0' && c <= '9':
		return 0, true
	}
	return 0, false
}

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
	Invariant []string    // go with any sound
	Liquid    [][2]string // pairs for which ㄹ counts as a vowel
	Longer    []string    // ends that those of Liquid may have
}

// particle chooses anew the particle behind the term.
func (f *fitting) particle() {
	glued := f.Tail.Len() > 0
	if len(f.Particles.Pairs) == 0 {
		return
	}
	if !glued {
		f.Tail = f.behind()
	}
	if f.Tail.Len() == 0 {
		return
	}
	tail := f.Text[f.Tail.Start:f.Tail.End]
	plain := norm.NFC.String(tail)
	pair, have, liquids := f.Particles.first(plain)
	switch {
	case have == "" && glued && !f.Particles.chain(plain):
		f.unsure("doubt.tail")
		return
	case have == "":
		return
	}
	final, known := finalSound(f.word, f.Now.Sound)
	if !known {
		if !endAlike(f.found, f.word) {
			f.unsure("doubt.particle")
		}
		return
	}
	want := pair[0]
	if final == 0 || liquids && final == liquid {
		want = pair[1]
	}
	// Behind a vowel the 이 of 이다 and its forms may stand or fall.
	if want == have || f.found == f.word && pair[0] == "이"+pair[1] && final == 0 {
		return
	}
	if strings.HasPrefix(tail, have) {
		f.change(f.Tail.Start, f.Tail.Start+len(have), want)
	} else { // decomposed
		f.change(f.Tail.Start, f.Tail.End, norm.NFD.String(want+strings.TrimPrefix(plain, have)))
	}
}

// first returns the particle that a tail begins with, of those that change, if
// nothing but particles follows. Liquids says that ㄹ counts as a vowel for it.
func (p *Particles) first(tail string) (pair [2]string, have string, liquids bool) {
	for _, pair := range p.Liquid {
		for _, have := range pair {
			if rest, ok := strings.CutPrefix(tail, have); ok {
				for _, longer := range p.Longer {
					if more, ok := strings.CutPrefix(rest, longer); ok && p.chain(more) {
						return pair, have, true
					}
				}
				if p.chain(rest) {
					return pair, have, true
				}
			}
		}
	}
	for _, pair := range p.Pairs {
		for _, have := range pair {
			if rest, ok := strings.CutPrefix(tail, have); ok && p.chain(rest) {
				return pair, have, false
			}
		}
	}
	return pair, "", false
}

// chain reports whether text is nothing but particles, as they stand behind
// another particle: that does not change with the term, and nor do they.
func (p *Particles) chain(text string) bool {
	if text == "" {
		return true
	}
	for _, particle := range p.Invariant {
		if rest, ok := strings.CutPrefix(text, particle); ok && (p.chain(rest) || p.last(rest)) {
			return true
		}
	}
	return false
}

// last reports whether text is one particle that changes.
func (p *Particles) last(text string) bool {
	for _, pairs := range [][][2]string{p.Pairs, p.Liquid} {
		for _, pair := range pairs {
			if text == pair[0] || text == pair[1] {
				return true
			}
		}
	}
	return false
}

// brackets may hold what is not spoken: an abbreviation, a name in another script.
var brackets = [][2]string{{"(", ")"}, {"（", "）"}, {"[", "]"}, {"{", "}"}, {"〘", "〙"}}

// endAlike reports whether two terms that are not Hangul end alike, as far as
// spelling tells: in the same letter, or both in a nasal or a vowel.
func endAlike(a, b string) bool {
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
	for _, b := range brackets {
		if in, ok := strings.CutPrefix(rest, b[0]); ok {
			if end := strings.Index(in, b[1]); end >= 0 && !strings.ContainsAny(in[:end], b[0]+"\r\n") {
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

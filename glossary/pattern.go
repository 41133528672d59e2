package glossary

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord/locales"
)

// A pattern is one spelling of a term, as a shadow.
type pattern struct {
	text          string
	concept, term uint32 // the term is so many in the concept
	form          uint32 // see Term.form
	traits        traits
}

// Traits say how a pattern is found. The lowest two bits are its MatchCase.
type traits uint16

const (
	plural traits = 1 << (iota + 2)
	hyphened
	prefix
	guard
	common
	gated  // its term has conditions
	glued  // its language writes other words together with it
	tailed // stands before a suffix or pronoun that is glued to it
	other  // Chinese in the other script: right, but not here
)

func (t traits) has(x traits) bool { return t&x != 0 }
func (t traits) match() MatchCase  { return MatchCase(t & 3) }

// form returns a form of t: none for 0, then those listed, then those of its
// paradigm, then that in which its article merges with the word before.
func (t *Term) form(n uint32) *Form {
	if n == 0 {
		return nil
	}
	if n--; int(n) < len(t.Forms) {
		return &t.Forms[n]
	}
	n -= uint32(len(t.Forms))
	texts := t.Paradigm.Texts()
	if merged := locales.For(t.Locale).Merged(t.Text); merged != "" {
		texts = append(texts, merged)
	}
	if int(n) < len(texts) {
		return &Form{Text: texts[n]}
	}
	return nil
}

// is reports whether a stretch of a shadow is the pattern in one of the
// capitalisations that count.
func (p *pattern) is(got string) bool {
	switch p.traits.match() {
	case Strict:
		return got == p.text
	case Exact:
		return got == p.text || capitals(got, p.text) || !p.traits.has(common) && raised(got, p.text)
	case noun:
		return unicode.IsUpper(firstOf(got)) && equalFold(got, p.text)
	}
	return got == p.text || equalFold(got, p.text)
}

func firstOf(s string) rune {
	first, _ := utf8.DecodeRuneInString(s)
	return first
}

// capitals reports whether got is text in capitals.
func capitals(got, text string) bool {
	for _, want := range text {
		r, n := utf8.DecodeRuneInString(got)
		if n == 0 || r != unicode.ToUpper(want) {
			return false
		}
		got = got[n:]
	}
	return got == ""
}

// raised reports whether got is text of several words with a capital in front,
// as at the start of a sentence: "im Ostsee-Programm", "comité de surveillance".
func raised(got, text string) bool {
	first, n := utf8.DecodeRuneInString(text)
	raised, m := utf8.DecodeRuneInString(got)
	return unicode.IsLower(first) && raised == unicode.ToUpper(first) && got[m:] == text[n:] && strings.Contains(text, " ")
}

// equalFold compares by Unicode simple folding.
func equalFold(a, b string) bool {
	for _, want := range b {
		r, n := utf8.DecodeRuneInString(a)
		if n == 0 || r != want && foldRune(r) != foldRune(want) {
			return false
		}
		a = a[n:]
	}
	return a == ""
}

// foldRune applies Unicode simple folding: U+0130 and U+0131 fold to nothing
// but themselves.
func foldRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		return unicode.ToLower(r)
	case r >= 0x2E80 && r < 0xA640 || r >= 0xAC00 && r < 0xF900: // scripts without capitals
		return r
	}
	least := r
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		least = min(least, f)
	}
	if least < utf8.RuneSelf {
		return unicode.ToLower(least)
	}
	return least
}

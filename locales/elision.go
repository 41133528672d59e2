package locales

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Elision is what a language does with a final vowel before another vowel.
type Elision struct {
	Short      map[string]Elided // "l'" without its apostrophe, to what it stands for
	Contracted map[string]string // "du", "au": to what stands before a vowel, "de l'"
	// "ce", "sa": to what stands before a vowel, "cet", "son"; "" where that
	// depends on more.
	BeforeVowel map[string]string `toml:"before-vowel"`
	MuteH       bool              `toml:"mute-h"`      // h is silent but for the words of AspiratedH
	AspiratedH  []string          `toml:"aspirated-h"` // beginnings, in lower case
}

// Elided is the full form of a shortened word, by gender where that matters.
type Elided struct {
	M, F  string   // the same where gender does not matter
	After []string // m contracts with one of these words before it …
	Into  []string // … into these
}

// elide shortens the word before the term, or writes it out, for how the new
// term begins.
func (f *fitting) elide() {
	if len(f.Elision.Short) == 0 {
		return
	}
	now := f.vowel(f.word)
	if f.vowel(f.found) == now {
		return
	}
	if c, n := utf8.DecodeLastRuneInString(f.Text[:f.Span.Start]); c == '\'' || c == '’' {
		if !now {
			f.full(f.Span.Start-n, string(c))
		}
		return
	}
	if now {
		f.shorten()
	} else {
		f.beforeConsonant()
	}
}

// beforeConsonant gives the word before a term that no longer begins with a vowel the
// form it has before consonants. "Son" is that of a masculine term as well.
func (f *fitting) beforeConsonant() {
	word, gap := f.before(false)
	if gap == "" {
		return
	}
	full := f.Text[word.Start:word.End]
	for short, long := range f.Elision.BeforeVowel {
		if long == "" || long != strings.ToLower(full) {
			continue
		}
		switch gender := f.Gender.Determiners[short]; {
		case gender == "f" && f.Now.Gender == "":
			f.unsure("doubt.gender")
		case gender != "f" || f.Now.Gender == "f":
			f.change(word.Start, word.End, likeCase(full, short))
		}
		return
	}
}

// vowel reports whether a term begins with a vowel as the language hears it.
func (f *fitting) vowel(term string) bool {
	w := strings.ToLower(term)
	c, _ := utf8.DecodeRuneInString(w)
	if c == 'h' && f.Elision.MuteH {
		return !slices.ContainsFunc(f.Elision.AspiratedH, func(h string) bool { return strings.HasPrefix(w, h) })
	}
	if strings.HasPrefix(w, "onz") || strings.HasPrefix(w, "oui") {
		return false
	}
	return strings.ContainsRune("aeiouàâäéèêëîïôöûüùœæ", c)
}

// full writes out the shortened word that ends at an apostrophe.
func (f *fitting) full(end int, apostrophe string) {
	start := end
	for start > 0 {
		c, n := utf8.DecodeLastRuneInString(f.Text[:start])
		if !unicode.IsLetter(c) {
			break
		}
		start -= n
	}
	word := f.Text[start:end]
	e, ok := f.Elision.Short[strings.ToLower(word)]
	new := e.M
	if e.M != e.F {
		switch f.Now.Gender {
		case "f":
			new = e.F
		case "m":
			if at, into, ok := f.contract(start, e); ok {
				f.change(at, end+len(apostrophe), likeCase(f.Text[at:start], into)+" ")
				return
			}
		default:
			ok = false
		}
	}
	if !ok {
		f.unsure("doubt.elision")
		return
	}
	f.change(start, end+len(apostrophe), likeCase(word, new)+" ")
}

// contract finds the word before "l'" that le would merge with: de, à.
func (f *fitting) contract(start int, e Elided) (at int, into string, ok bool) {
	before := strings.TrimRight(f.Text[:start], " ")
	for i, w := range e.After {
		if len(before) >= len(w) && strings.EqualFold(before[len(before)-len(w):], w) {
			at = len(before) - len(w)
			if c, _ := utf8.DecodeLastRuneInString(before[:at]); !unicode.IsLetter(c) {
				return at, e.Into[i], true
			}
		}
	}
	return 0, "", false
}

// shorten elides the word before a term that now begins with a vowel.
func (f *fitting) shorten() {
	word, gap := f.before(false)
	if gap == "" {
		return
	}
	full := f.Text[word.Start:word.End]
	lower := strings.ToLower(full)
	apostrophe := f.apostrophe(f.Text)
	if apostrophe == "" {
		apostrophe = "'"
	}
	if into, ok := f.Elision.Contracted[lower]; ok {
		f.change(word.Start, f.Span.Start, likeCase(full, strings.ReplaceAll(into, "'", apostrophe)))
		return
	}
	if long, ok := f.Elision.BeforeVowel[lower]; ok {
		if long == "" {
			f.unsure("doubt.elision")
			return
		}
		f.change(word.Start, word.End, likeCase(full, long))
		return
	}
	for short, e := range f.Elision.Short {
		if lower == e.M || lower == e.F {
			f.change(word.Start, f.Span.Start, likeCase(full, short)+apostrophe)
			return
		}
	}
}

// likeCase capitalises the first letter of new if old begins with a capital.
func likeCase(old, new string) string {
	if c, _ := utf8.DecodeRuneInString(old); unicode.IsUpper(c) {
		c, n := utf8.DecodeRuneInString(new)
		return string(unicode.ToUpper(c)) + new[n:]
	}
	return new
}

package locales

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Elision is what a language does with a final vowel before another vowel.
type Elision struct {
	Short      map[string]Elided // "l'" without its apostrophe, to what it stands for
	Contracted map[string]string // "du", "au": to what stands before a vowel, "de l'"
	// "ce", "sa": to what stands before a vowel, "cet", "son"; "" where that
	// depends on more.
	BeforeVowel map[string]string `toml:"before-vowel"`
	Own         []string          // articles a term may begin with, which merge with a word before it
	MuteH       []string          `toml:"mute-h"`      // beginnings of words whose h is silent, in lower case
	AspiratedH  []string          `toml:"aspirated-h"` // … and of those before which nothing is shortened
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
	was, known1 := f.vowel(f.found)
	now, known2 := f.vowel(f.word)
	word, gap := f.before(false)
	prev := strings.ToLower(f.Text[word.Start:word.End])
	if gap != "" && slices.Contains(f.Elision.Own, headWord(f.word)) && !slices.Contains(f.Elision.Own, headWord(f.found)) && f.reacts(prev) {
		f.unsure("doubt.elision")
	}
	if !known1 || !known2 {
		if c, _ := utf8.DecodeLastRuneInString(f.Text[:f.Span.Start]); f.found != f.word && (c == '\'' || c == '’' || gap != "" && f.reacts(prev)) {
			f.unsure("doubt.elision")
		}
		return
	}
	if was == now {
		return
	}
	if f.quoted() {
		f.unsure("doubt.elision")
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

// quoted reports whether an opening quotation mark stands between the term and a
// word that goes by how it begins.
func (f *fitting) quoted() bool {
	before := strings.TrimRight(f.Text[:f.Span.Start], " \u00a0\u202f")
	outside := strings.TrimRight(before, "\"“«‹")
	if outside == before {
		return false
	}
	c, _ := utf8.DecodeLastRuneInString(outside)
	word, _ := f.wordBefore(len(outside), false)
	return c == '\'' || c == '’' || f.reacts(strings.ToLower(f.Text[word.Start:word.End]))
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

// reacts reports whether a word changes before a vowel.
func (f *fitting) reacts(word string) bool {
	if _, ok := f.Elision.Contracted[word]; ok {
		return true
	}
	if _, ok := f.Elision.BeforeVowel[word]; ok {
		return true
	}
	for _, e := range f.Elision.Short {
		if word == e.M || word == e.F {
			return true
		}
	}
	return false
}

// vowel reports whether a term begins with a vowel as the language hears it,
// and whether that is known.
func (f *fitting) vowel(term string) (is, known bool) {
	w := plainly(strings.TrimLeftFunc(term, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }))
	begins := func(h string) bool { return strings.HasPrefix(w, h) }
	plain := norm.NFD.String(w)
	c, n := utf8.DecodeRuneInString(plain)
	next, _ := utf8.DecodeRuneInString(plain[n:])
	switch {
	case c == 'h':
		mute := slices.ContainsFunc(f.Elision.MuteH, begins)
		return mute, mute || slices.ContainsFunc(f.Elision.AspiratedH, begins)
	case begins("onz"), begins("oui"):
		return false, true
	case c == 'y':
		return false, strings.ContainsRune("aeiou", next)
	}
	return strings.ContainsRune("aeiouœæ", c), unicode.Is(unicode.Latin, c) || unicode.IsDigit(c)
}

// headWord returns the first word of a term in lower case, up to an apostrophe.
func headWord(term string) string {
	if at := strings.IndexAny(term, " '’"); at >= 0 {
		term = term[:at]
	}
	return strings.ToLower(term)
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
	new := ""
	if into, ok := f.Elision.Contracted[lower]; ok {
		new = likeCase(full, strings.ReplaceAll(into, "'", apostrophe))
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
			new = likeCase(full, short) + apostrophe
		}
	}
	if new == "" {
		return
	}
	// A line that ended before the term now ends before the shortened word.
	if at := strings.IndexAny(gap, "\r\n"); at >= 0 {
		to, ok := spaceBefore(f.Text, word.Start)
		if !ok || to.End != word.Start {
			f.unsure("doubt.elision")
			return
		}
		word.Start, new = to.Start, gap[at:]+new
	}
	f.change(word.Start, f.Span.Start, new)
}

// likeCase capitalises the first letter of new if old begins with a capital.
func likeCase(old, new string) string {
	if c, _ := utf8.DecodeRuneInString(old); unicode.IsUpper(c) {
		c, n := utf8.DecodeRuneInString(new)
		return string(unicode.ToUpper(c)) + new[n:]
	}
	return new
}

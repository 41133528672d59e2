package locales

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"github.com/concord-l10n/concord"
)

// suffixed returns the letters that are glued to the term, and whether without
// an apostrophe.
func (f *fitting) suffixed() (span concord.Span, glued bool) {
	if len(f.Suffix.Templates) == 0 {
		return concord.Span{}, false
	}
	at := f.Span.End
	c, n := utf8.DecodeRuneInString(f.Text[at:])
	if c == '\'' || c == '’' {
		at += n
	}
	end := strings.IndexFunc(f.Text[at:], func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsMark(c) })
	if end < 0 {
		end = len(f.Text) - at
	}
	return concord.Span{Start: at, End: at + end}, at == f.Span.End
}

// tail returns what a suffix behind a term goes by, and whether it is known:
// because the glossary says so, or because the last word is spelled as it is
// read. If not, it is the best guess.
func (f *fitting) tail(term, said string) (t tail, known bool) {
	s := &f.Suffix
	if t, ok := s.said(said); ok {
		return t, true
	}
	word := finalWord(norm.NFC.String(term))
	if t, ok := s.said(s.Readings[word]); ok {
		return t, true
	}
	if c := trailing(word); c >= '0' && c <= '9' && len(s.Digits) == 10 {
		return s.number(word)
	}
	lower := cases.Lower(f.Tag).String(word)
	t = s.written(lower)
	switch bare := strings.TrimSuffix(word, "."); {
	case t.vowel == 0 && !spelled(bare):
		return t, false
	case spelled(bare) && bare == strings.ToUpper(bare):
		return s.letters(lower, t)
	case slices.Contains(s.Native, lower):
		return t, true
	case s.foreign(lower), !strings.HasSuffix(term, word):
		return t, false
	case slices.ContainsFunc(s.Unclear, func(e Ending) bool { return e.MatchString(lower) }):
		return t, false
	}
	return t, t.open && !strings.HasSuffix(lower, "e") || !f.Proper || strings.ContainsAny(word, s.Marked)
}

// said reads a sound: the last vowel, then "!" for a voiceless end or "+" for
// that vowel as the end.
func (s *Suffix) said(sound string) (tail, bool) {
	c, n := utf8.DecodeRuneInString(sound)
	if n == 0 || !strings.ContainsRune(s.Vowels, c) || !slices.Contains([]string{"", "!", "+"}, sound[n:]) {
		return tail{}, false
	}
	return tail{vowel: c, open: sound[n:] == "+", hard: sound[n:] == "!"}, true
}

// written returns the tail of a word that is read as it is written.
func (s *Suffix) written(word string) tail {
	word = strings.TrimRightFunc(word, func(c rune) bool { return !unicode.IsLetter(c) })
	last := trailing(word)
	t := tail{open: strings.ContainsRune(s.Vowels, last), hard: strings.ContainsRune(s.Hard, last)}
	for _, c := range word {
		if strings.ContainsRune(s.Vowels, c) {
			t.vowel = c
		}
	}
	return t
}

// letters returns the tail of an initialism. Its letters may be named in the
// Turkish way or in the English, "be" or "bi", and it may be read as a word: it
// is certain only where all end alike.
func (s *Suffix) letters(word string, read tail) (tail, bool) {
	vowels := 0
	for _, c := range word {
		if strings.ContainsRune(s.Vowels, c) {
			vowels++
		}
	}
	last := trailing(word)
	switch {
	case vowels == 0:
		return tail{vowel: 'e', open: true}, strings.ContainsRune(s.Named, last)
	case read.open:
		return read, vowels > 1 && utf8.RuneCountInString(word) > 3 && last != 'e'
	}
	return read, false
}

// number returns the tail of a word that ends in a number, as it is read: "3.000"
// is a thousand, but of what ends in ",00" or ":00" it is not certain.
func (s *Suffix) number(word string) (t tail, known bool) {
	digits := word[strings.LastIndexFunc(word, func(c rune) bool { return c < '0' || c > '9' })+1:]
	whole := strings.TrimSuffix(word, digits)
	rest := strings.TrimRight(digits, "0")
	known = rest != "" || whole == "" || !strings.ContainsAny(whole[len(whole)-1:], ".,:")
	reading := ""
	switch zeros := len(digits) - len(rest); {
	case rest == "" && len(digits) == 3 && strings.HasSuffix(whole, "."): // thousands; a million is not certain
		reading, known = s.Zeros[3], strings.Count(whole, ".") == 1
	case rest == "" || zeros == 0:
		reading = s.Digits[digits[len(digits)-1]-'0']
	case zeros == 1:
		reading = s.Tens[rest[len(rest)-1]-'0']
	default:
		reading = s.Zeros[min(zeros, len(s.Zeros)-1)]
	}
	t, _ = s.said(reading)
	return t, known
}

// foreign reports whether a word is spelled as the language spells none.
func (s *Suffix) foreign(word string) bool {
	return strings.ContainsFunc(word, func(c rune) bool { return !strings.ContainsRune(s.Letters, c) }) ||
		slices.ContainsFunc(s.Foreign, func(e Ending) bool { return e.MatchString(word) })
}

// finalWord returns the last word of a term without what is no part of it.
func finalWord(term string) string {
	term = strings.TrimRight(term, "\"'”’»)")
	return term[strings.LastIndexFunc(term, unicode.IsSpace)+1:]
}

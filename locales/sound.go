package locales

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// sound returns "vowel" or "consonant" for how a term begins, or "" if it can
// be read in two ways.
func (f *fitting) sound(term string) string {
	if f.Now.Sound != "" {
		return f.Now.Sound
	}
	term = strings.TrimLeftFunc(norm.NFC.String(term), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	if n := len(term) - len(strings.TrimLeft(term, "0123456789")); n > 0 {
		if grouped := len(term[n:]) - len(strings.TrimLeft(term[n:], ",0123456789")); grouped > 1 && grouped%4 != 0 {
			return "" // "11,0000"
		}
		return digits(term[:n])
	}
	w := term
	if end := strings.IndexFunc(term, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '\'' && c != '’' }); end >= 0 {
		w = term[:end]
	}
	if said := f.Article.listed(w); said != "" {
		return strings.TrimPrefix(said, "unclear")
	}
	first, _ := utf8.DecodeRuneInString(norm.NFD.String(strings.ToLower(w)))
	switch {
	case !unicode.Is(unicode.Latin, first):
		return ""
	case spelled(w):
		return f.Article.initials(strings.TrimSuffix(w, "s"))
	}
	return vowel(first, "aeiouæœø")
}

// listed looks a word up in the lists, the longest entry first: entries in
// lower case are beginnings, others whole words.
func (a *Article) listed(w string) string {
	best, said := 0, ""
	for _, l := range []struct {
		words []string
		sound string
	}{{a.VowelWords, "vowel"}, {a.ConsonantWords, "consonant"}, {a.UnclearWords, "unclear"}} {
		for _, p := range l.words {
			if w == "" || p[0]|w[0] < utf8.RuneSelf && p[0]|0x20 != w[0]|0x20 {
				continue // they begin with other letters
			}
			lower := p == strings.ToLower(p)
			if n := len(p); n > best && (!lower && w == p || lower && !spelled(w) && strings.HasPrefix(strings.ToLower(w), p)) {
				best, said = n, l.sound
			}
		}
	}
	return said
}

// spelled reports whether a word may be said letter by letter: "NGO", "MoU",
// "mRNA", "X"; not "Jinan", "LinkedIn", "O'Reilly".
func spelled(w string) bool {
	runes := []rune(strings.TrimSuffix(w, "s"))
	if len(runes) < 2 || strings.ContainsAny(w, "'’") {
		return len(runes) == 1
	}
	for i, c := range runes[1:] {
		if unicode.IsUpper(c) || unicode.IsDigit(c) {
			return i < 2 // "Linked" is a word already
		}
	}
	return false
}

// digits: eight, eleven, eighteen, and the thousands of the last two. "1100" is
// read as eleven hundred or as one thousand.
func digits(s string) string {
	eleven := strings.HasPrefix(s, "11") || strings.HasPrefix(s, "18")
	switch {
	case s[0] == '8' || eleven && len(s)%3 == 2:
		return "vowel"
	case eleven && len(s) == 4:
		return ""
	}
	return "consonant"
}

// initials reads a word letter by letter. Where it may be read as a word too,
// as those of three letters or more with a vowel behind the first can be, and
// that sounds otherwise, it is not certain.
func (a *Article) initials(w string) string {
	c, n := utf8.DecodeRuneInString(w)
	spelled, read := vowel(unicode.ToUpper(c), a.SpokenLetters), vowel(unicode.ToUpper(c), "AEIOU")
	rest := strings.ToUpper(w[n:])
	second, _ := utf8.DecodeRuneInString(rest)
	third, _ := utf8.DecodeLastRuneInString(rest)
	word := len(w) >= 4 && strings.ContainsAny(rest, "AEIOU") ||
		len(w) == 3 && strings.ContainsRune("AEIOU", second) && !strings.ContainsRune("AEIOU", third) && !unicode.IsDigit(third)
	if word && unicode.IsUpper(c) && spelled != read {
		return ""
	}
	return spelled
}

func vowel(c rune, vowels string) string {
	if strings.ContainsRune(vowels, c) {
		return "vowel"
	}
	return "consonant"
}

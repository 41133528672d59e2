package locales

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// liquid is the index of the final ㄹ in the order of Hangul syllables.
const liquid = 8

// finals are the final consonants that a glossary may name.
var finals = map[string]int{"vowel": 0, "consonant": 1, "rieul": liquid}

// finalSound returns the index of the final consonant of the last syllable, 0
// if it ends in a vowel, as the glossary says or as it is written. What stands
// in brackets at the end is not spoken.
func finalSound(term, said string) (final int, known bool) {
	if final, known = finals[said]; known {
		return final, true
	}
	term = strings.TrimRight(term, "'\"’”」』》〉 ")
	for _, b := range brackets {
		if at := strings.LastIndex(term, b[0]); at > 0 && strings.HasSuffix(term, b[1]) {
			term = strings.TrimRight(term[:at], " ")
		}
	}
	c, _ := utf8.DecodeLastRuneInString(term)
	switch {
	case c >= 0xAC00 && c <= 0xD7A3:
		return int(c-0xAC00) % 28, true
	case strings.ContainsRune("178", c):
		return liquid, true
	case c == '0':
		before := trailing(term[:len(term)-1])
		return 1, before >= '0' && before <= '9' // a zero by itself has two names
	case strings.ContainsRune("36", c):
		return 1, true
	case c >= '0' && c <= '9', c == '%':
		return 0, true
	case unicode.IsUpper(c) && c < utf8.RuneSelf:
		return finalLetter(term)
	}
	return 0, false
}

// finalLetter returns how the name of a final capital ends, where the capitals
// at the end of a term are said letter by letter, or a word of them ends alike.
func finalLetter(term string) (final int, known bool) {
	word := term[strings.LastIndexFunc(term, func(c rune) bool { return c < 'A' || c > 'Z' })+1:]
	if len(word) < 2 {
		return 0, false
	}
	last := word[len(word)-1]
	vowels := strings.ContainsAny(word[1:len(word)-1], "AEIOU") || len(word) > 3 && strings.ContainsAny(word[:1], "AEIOU")
	switch last {
	case 'L':
		return liquid, true
	case 'R':
		return liquid, !vowels
	case 'M', 'N':
		return 1, true
	case 'A', 'E', 'I', 'O', 'U', 'D', 'F', 'S', 'V', 'X', 'Y', 'Z':
		return 0, true
	}
	return 0, !vowels
}

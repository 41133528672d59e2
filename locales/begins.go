package locales

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Sound is a way to tell terms apart by how they begin.
type Sound struct {
	Classes []string // the first is that of a term of which nothing else is said
	// Begins has beginnings of terms by class, or by "unclear" for those that are
	// said in two ways; the longest counts. They are in lower case, and end in a
	// space where the word must end there; "11k" is eleven thousand. An entry with
	// capitals is a whole word as it is written.
	Begins  map[string][]string
	Letters map[string]string // capitals by class, of words that are said letter by letter
}

const unclear = "unclear"

// class returns the index of the class that a term is of, -1 if that is not
// known. A class that the glossary says is that.
func (s *Sound) class(term, said string) int {
	if said == "" || s.index(said) < 0 {
		said = s.begins(term)
	}
	return s.index(said)
}

func (s *Sound) index(class string) int {
	for i, c := range s.Classes {
		if c == class {
			return i
		}
	}
	return -1
}

func (s *Sound) begins(term string) string {
	term = strings.TrimLeftFunc(norm.NFC.String(term), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	if term == "" {
		return unclear
	}
	if c, _ := utf8.DecodeRuneInString(term); unicode.IsDigit(c) {
		return s.longest(thousands(term))
	} else if !unicode.Is(unicode.Latin, c) {
		return unclear
	}
	word := term
	if end := strings.IndexFunc(term, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '\'' && c != '’' }); end >= 0 {
		word = term[:end]
	}
	for class, entries := range s.Begins {
		for _, e := range entries {
			if e == word && e != strings.ToLower(e) {
				return class
			}
		}
	}
	read := s.longest(plainly(term))
	if !spelled(word) {
		return read
	}
	said := s.Classes[0]
	c, _ := utf8.DecodeRuneInString(strings.ToUpper(word))
	for class, letters := range s.Letters {
		if strings.ContainsRune(letters, c) {
			said = class
		}
	}
	if said != read && readable(word) {
		return unclear
	}
	return said
}

// longest returns the class of the longest beginning.
func (s *Sound) longest(term string) string {
	best, is := 0, s.Classes[0]
	for class, entries := range s.Begins {
		for _, e := range entries {
			begin := strings.TrimRight(e, " ")
			rest, ok := strings.CutPrefix(term, begin)
			if c, n := utf8.DecodeRuneInString(rest); !ok || len(e) <= best || begin != e && n > 0 && (unicode.IsLetter(c) || unicode.IsDigit(c)) {
				continue
			}
			best, is = len(e), class
		}
	}
	return is
}

// readable reports whether a word of capitals may be said as a word.
func readable(word string) bool {
	return len(word) >= 3 && strings.ContainsAny(word[1:], "AEIOUaeiou")
}

// thousands returns a number up to its first thousand, and how many follow: "11k"
// for 11,000 and 11000. The rest of the term is left as it is.
func thousands(term string) string {
	digits := strings.TrimLeft(term, "0123456789")
	number, rest := term[:len(term)-len(digits)], digits
	groups := 0
	for len(rest) >= 4 && strings.ContainsRune(".,' ", rune(rest[0])) && strings.Trim(rest[1:4], "0123456789") == "" &&
		(len(rest) == 4 || rest[4] < '0' || rest[4] > '9') {
		groups, rest = groups+1, rest[4:]
	}
	if groups == 0 && len(number) > 3 {
		groups = (len(number) - 1) / 3
		number = number[:len(number)-3*groups]
	}
	return number + strings.Repeat("k", groups) + " " + rest
}

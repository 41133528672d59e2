package locales

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// Sentence says what tells a stop that ends no sentence from one that does.
// Words stand without their last stop, and "z.B" is for "z. B." as well.
type Sentence struct {
	Abbreviations []string // end no sentence, unless an opener follows
	Numbered      []string // end no sentence before a digit: "No. 5"
	Openers       []string // words that have a capital only where a sentence begins, mostly
	Ordinals      bool     // a number with a stop is an ordinal: "3. Oktober"
	Onward        []string // what goes on with a sentence behind a quotation that has a stop of its own
	short         map[string]bool
}

// prepare puts the abbreviations in order. The first part of one ends no
// sentence either: the "z." of "z. B.".
func (s *Sentence) prepare() {
	s.short = make(map[string]bool, len(s.Abbreviations))
	for _, word := range s.Abbreviations {
		s.short[word] = true
		if i := strings.IndexByte(word, '.'); i > 0 {
			s.short[word[:i]] = true
		}
	}
}

// RunsOn reports whether the full stop before text[end:] ends no sentence: it
// belongs to an abbreviation, an initial or an ordinal, and what follows is no
// word that opens a sentence. It looks at some 60 bytes on either side.
func (r *Rules) RunsOn(text string, end int) bool {
	text, at := window(text, concord.Span{Start: end, End: end}, 64)
	before, after := strings.TrimSuffix(text[:end-at], "."), text[end-at:]
	word := lastToken(before)
	next := firstWord(after)
	s := &r.Sentence
	switch {
	case word == "" || slices.Contains(s.Openers, next):
		return false
	case strings.Trim(word, "0123456789") == "":
		return s.Ordinals && (len(word) < 3 || slices.Contains(r.Structure.Months, next))
	case initials(word) || s.has(word):
		return true
	case next != "" && unicode.IsDigit(leading(next)) && (slices.Contains(s.Numbered, word) || slices.Contains(s.Numbered, lowerFirst(word))):
		return true
	}
	rest := strings.TrimRightFunc(before[:len(before)-len(word)], unicode.IsSpace)
	first := lastToken(strings.TrimSuffix(rest, "."))
	return first != "" && strings.HasSuffix(rest, ".") && s.has(first+"."+word)
}

// has reports whether a word is an abbreviation, also with a capital that the
// begin of a sentence gives it.
func (s *Sentence) has(word string) bool { return s.short[word] || s.short[lowerFirst(word)] }

// lastToken returns the end of a text, behind the last blank, bracket, dash,
// quotation mark or letter of a script without blanks.
func lastToken(text string) string {
	at := strings.LastIndexFunc(text, func(c rune) bool {
		if c|0x20 >= 'a' && c|0x20 <= 'z' { // most
			return false
		}
		return unicode.IsSpace(c) || unspaced(c) || unicode.In(c, unicode.Ps, unicode.Pe, unicode.Pi, unicode.Pf) && c != '’' || strings.ContainsRune(`"'/–—,;:!?…`, c)
	})
	if at < 0 {
		return text
	}
	_, n := utf8.DecodeRuneInString(text[at:])
	return text[at+n:]
}

// firstWord returns the first word or number of a text.
func firstWord(text string) string {
	text = strings.TrimLeftFunc(text, func(c rune) bool { return !letterOrDigit(c) })
	if end := strings.IndexFunc(text, func(c rune) bool { return !letterOrDigit(c) }); end >= 0 {
		text = text[:end]
	}
	return text
}

// initials reports whether a word is one capital, or several with stops or
// hyphens between them: "J", "J.-P", "U.S".
func initials(word string) bool {
	for part := range strings.FieldsFuncSeq(word, func(c rune) bool { return c == '.' || c == '-' }) {
		if c, n := utf8.DecodeRuneInString(part); n < len(part) || !unicode.IsUpper(c) {
			return false
		}
	}
	return word != ""
}

func lowerFirst(word string) string {
	c, n := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(c) {
		return word
	}
	return string(unicode.ToLower(c)) + word[n:]
}

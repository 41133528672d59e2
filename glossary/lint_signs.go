package glossary

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// unseen reports whether a character between two others has no shape. Joiners
// and selectors have one beside letters that take several shapes, and some
// scripts part words by spaces without width.
func unseen(last, r, next rune) bool {
	switch {
	case r == '\u200b':
		return !unicode.In(last, unparted...) || !unicode.In(next, unparted...)
	case r == '\u200c', r == '\u200d':
		return unicode.In(last, unshaped...)
	case r >= 0xFE00 && r <= 0xFE0E:
		return unicode.In(last, unshaped...)
	case strings.ContainsRune("\u115f\u1160\u3164\uffa0", r): // fillers of Hangul
		return true
	}
	return unicode.In(r, unicode.Cf, unicode.Cc) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

var (
	// unparted are scripts that set no spaces between words.
	unparted = []*unicode.RangeTable{unicode.Khmer, unicode.Thai, unicode.Lao, unicode.Myanmar, unicode.Tibetan, unicode.Javanese, unicode.Balinese, unicode.Tai_Tham}
	// unshaped are scripts whose letters look the same whatever stands beside them.
	unshaped = []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana}
)

// narrow returns what is usual for a letter or digit of full width, or "".
func narrow(r rune) string {
	p := width.LookupRune(r)
	if p.Kind() != width.EastAsianFullwidth || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return ""
	}
	return string(p.Narrow())
}

// wide returns what is usual for kana or Hangul of half width, with the voicing
// mark that follows, or "".
func wide(r, next rune) string {
	p := width.LookupRune(r)
	if p.Kind() != width.EastAsianHalfwidth || r <= 0xFF60 {
		return ""
	}
	s := string(p.Wide())
	if next == 'ﾞ' || next == 'ﾟ' {
		s = norm.NFKC.String(string([]rune{r, next}))
	}
	return s
}

// oddSpace reports whether r is a space that is taken for another: one that is
// no part of a line, or one that does not break between two words.
func oddSpace(last, r, next rune) bool {
	switch r {
	case '\t', '\n', '\r', '\u0085', '\u2028', '\u2029':
		return true
	case '\u3000':
		return unicode.In(last, unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Arabic, unicode.Hangul)
	}
	return r >= '\u2000' && r <= '\u200a' || r == '\u00a0' && unicode.IsLetter(last) && unicode.IsLetter(next)
}

// brackets are those that stand in pairs, each of one width.
var brackets = map[rune]rune{'(': ')', '（': '）', '[': ']', '［': '］', '【': '】', '「': '」', '『': '』', '《': '》', '〈': '〉'}

// quotes are marks of which a text has two or none.
var quotes = map[rune]rune{'“': '”', '”': '“', '„': '“', '«': '»', '»': '«'}

// unpaired returns a bracket that has no other of its own kind, or a quotation
// mark that is alone, and the one that goes with it. A closing bracket may stand
// alone behind a letter or two: "a)".
func unpaired(text string) (alone, other rune) {
	var due []rune // the brackets that are open
	var marks []rune
	for i, r := range text {
		if r != '(' && r != ')' && r != '[' && r != ']' && (r < 0xAB || r > 0xBB && r < 0x201C || r > 0x201E && r < 0x3008 || r > 0x3011 && r < 0xFF08) {
			continue
		}
		n := len(due)
		switch {
		case brackets[r] != 0:
			due = append(due, r)
		case n > 0 && r == brackets[due[n-1]]:
			due = due[:n-1]
		case n == 0 && r == ')' && i > 2:
			return r, '('
		case quotes[r] != 0:
			marks = append(marks, r)
		}
	}
	switch {
	case len(due) > 0:
		return due[0], brackets[due[0]]
	case len(marks)%2 == 1:
		return marks[0], quotes[marks[0]]
	}
	return 0, 0
}

// stray returns a sign between terms that stands at the edge of one, or parts
// several that stand as one.
func stray(text string) (sign string, several bool) {
	const signs = ",;:、，；：。|"
	if i := strings.IndexAny(text, ";；|"); i > 0 && !strings.ContainsAny(text[:i], "(（") {
		r, n := utf8.DecodeRuneInString(text[i:])
		if rest := strings.TrimLeft(text[i+n:], signs+" "); rest != "" {
			return string(r), true
		}
	}
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	for _, r := range []rune{first, last} {
		if strings.ContainsRune(signs, r) && utf8.RuneCountInString(text) > 1 {
			return string(r), false
		}
	}
	return "", false
}

// accent returns an accent that stands between letters in place of an
// apostrophe.
func accent(text string) string {
	for _, mark := range []string{"´", "`"} {
		before, after, ok := strings.Cut(text, mark)
		last, _ := utf8.DecodeLastRuneInString(before)
		next, _ := utf8.DecodeRuneInString(after)
		if ok && unicode.IsLetter(last) && unicode.IsLetter(next) {
			return mark
		}
	}
	return ""
}

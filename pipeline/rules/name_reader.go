package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// A nameReader goes from name to name in a text.
type nameReader struct {
	text  string
	rules *locales.Rules
	opens [256]bool       // first bytes of connectors
	known map[string]bool // whether a capitalised word may be part of a name
	at    int
	found concord.Span
}

func newNameReader(rules *locales.Rules) *nameReader {
	r := &nameReader{rules: rules, known: make(map[string]bool)}
	for _, words := range [][]string{rules.Names.Connectors, rules.Names.Joins} {
		for _, w := range words {
			r.opens[w[0]] = true
		}
	}
	return r
}

// next finds the next name. Most capitals begin a lone word, and are passed over
// by a look at the byte behind it.
func (r *nameReader) next() bool {
	for r.at < len(r.text) {
		start := r.capital(r.at)
		if start < 0 {
			break
		}
		end := r.word(start)
		if r.at = end; !r.goesOn(end) || !r.isName(concord.Span{Start: start, End: end}) {
			continue
		}
		if r.found = r.run(start, end); r.found.Len() > 0 {
			return true
		}
	}
	r.at = len(r.text)
	return false
}

// capital returns where the next word with a capital begins, or -1.
func (r *nameReader) capital(at int) int {
	s := r.text
	for ; at < len(s); at++ {
		for at+8 <= len(s) && plainBytes(s[at:at+8]) {
			at += 8
		}
		if at == len(s) {
			break
		}
		c := s[at]
		if c-'A' < 26 {
			if at == 0 || !wordByte(s[at-1]) || strings.HasSuffix(s[:at], "’") { // "de l’Institut"
				return at
			}
		} else if c >= 0xC3 && c <= 0xCF || c == 0xE1 { // capitals of Latin and Greek
			if u, _ := utf8.DecodeRuneInString(s[at:]); unicode.IsUpper(u) && (at == 0 || !wordByte(s[at-1])) {
				return at
			}
		}
	}
	return -1
}

// plainBytes reports whether eight bytes are ASCII without a capital: the sums
// reach the highest bit of a byte from 'A' on, and from the one behind 'Z' on.
func plainBytes(s string) bool {
	const all = 0x0101010101010101
	x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	low := x &^ (0x80 * all)
	return ((low+(0x80-'A')*all)&^(low+(0x7F-'Z')*all)|x)&(0x80*all) == 0
}

func wordByte(c byte) bool {
	return c-'0' < 10 || c|0x20-'a' < 26 || c >= utf8.RuneSelf || c == '-' || c == '_' || c == '@' || c == '/'
}

// word returns the end of the word that begins at a place: letters, digits,
// hyphens, and apostrophes between letters.
func (r *nameReader) word(at int) int {
	s := r.text
	for at < len(s) {
		c := s[at]
		switch {
		case c-'a' < 26, c-'A' < 26, c-'0' < 10:
			at++
		case (c == '-' || c == '\'') && at+1 < len(s) && (s[at+1]|0x20)-'a' < 26:
			at++
		case c < utf8.RuneSelf:
			return at
		default:
			u, n := utf8.DecodeRuneInString(s[at:])
			if !unicode.IsLetter(u) && !unicode.IsMark(u) && u != '’' {
				return at
			}
			at += n
		}
	}
	return at
}

// goesOn reports whether a blank and a letter follow, that may be a capital or
// open a connector.
func (r *nameReader) goesOn(end int) bool {
	if end+1 >= len(r.text) || r.text[end] != ' ' && r.text[end] != '\n' {
		return false
	}
	next := r.text[end+1]
	return next-'A' < 26 || next >= utf8.RuneSelf || next == ' ' || r.opens[next]
}

// run returns the name that begins with a word, and leaves r behind it. Function
// words and months at its ends are none of it.
func (r *nameReader) run(start, end int) concord.Span {
	names := &r.rules.Names
	words := []concord.Span{{Start: start, End: end}}
	last := 1 // words up to the last capitalised one
	join, bound := -1, false
	headed := slices.Contains(names.Heads, strings.ToLower(r.text[start:end]))
	for last+3 > len(words) {
		next := r.blank(words[len(words)-1].End)
		if next < 0 {
			break
		}
		w := concord.Span{Start: next, End: r.word(next)}
		if r.text[next] == '&' {
			w.End = next + 1
		}
		word := r.text[w.Start:w.End]
		u, _ := utf8.DecodeRuneInString(word)
		switch {
		case word == "":
			next = -1
		case unicode.IsUpper(u):
			words = append(words, w)
			head := slices.Contains(names.Heads, strings.ToLower(word))
			if join >= 0 && headed && head { // "X University and Y University" are two
				words = words[:join]
				next = -1
				break
			}
			last, headed = len(words), headed || head
		case slices.Contains(names.Joins, word) && bound: // "University of Science and Technology", but not "Ann Lee and Bo Ek"
			join = len(words)
			words = append(words, w)
		case slices.Contains(names.Connectors, word) && (word != r.rules.Article.Definite || last < len(words)):
			bound, join = true, -1
			words = append(words, w)
		default:
			next = -1
		}
		if next < 0 {
			break
		}
	}
	last = min(last, len(words))
	for last > 0 && (!r.isName(words[last-1]) || last > 1 && r.isMonth(words[last-1])) {
		last--
	}
	first := 0
	for first < last && (!r.isName(words[first]) || r.isMonth(words[first]) && r.dated(words[first].Start) || last-first > 2 && r.isTitle(words[first])) {
		first++
	}
	if last == 0 {
		return concord.Span{}
	}
	r.at = max(r.at, words[last-1].End)
	if last-first < 2 {
		return concord.Span{}
	}
	span := concord.Span{Start: words[first].Start, End: words[last-1].End}
	for _, mark := range []string{"'s", "’s", "'", "’"} {
		if strings.HasSuffix(r.text[span.Start:span.End], mark) {
			span.End -= len(mark)
			break
		}
	}
	return span
}

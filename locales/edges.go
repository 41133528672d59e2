package locales

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// edges doubts a term that does not go with what touches it.
func (f *fitting) edges() {
	before, after := f.Text[:f.Span.Start], f.Text[f.Span.End:]
	left, _ := utf8.DecodeLastRuneInString(before)
	right, n := utf8.DecodeRuneInString(after)
	then, _ := utf8.DecodeRuneInString(after[n:])
	if f.found == f.word {
		return
	}
	switch {
	case strings.ContainsRune("@#\\=+&$%_", left) && left != 0, strings.ContainsRune("@\\=&_", right) && n > 0,
		right == '.' && unicode.IsLower(then), left == '.' && !strings.HasSuffix(before, "..") && !startsUpper(f.found) && unicode.Is(unicode.Latin, leading(f.found)),
		(left == '/' || right == '/') && address(before, after):
		f.unsure("doubt.glued")
	case f.Person && (hyphen(left) && startsUpper(lastWord(before)) || hyphen(right) && unicode.IsUpper(then)): // Jean-Anna Berg, Anna Berg-Lund
		f.unsure("doubt.name")
	case strings.Contains(f.word, " ") && !spaced(f.found) && (hyphen(left) || hyphen(right) && unicode.IsLetter(then) || unicode.Is(unicode.Latin, right) && unicode.Is(unicode.Latin, trailing(f.found))):
		f.unsure("doubt.hyphen")
	case f.Article.Vowel != "" && !f.owned && (right == '\'' || right == '’'):
		f.whose(before, then, string(right))
	}
	if f.doubles(before, after) {
		f.unsure("doubt.repeated")
	}
}

// whose doubts "Works'" where the new term has no s, and "College's" where
// it has one: the one needs an s, the other may do without.
func (f *fitting) whose(before string, then rune, mark string) {
	was, is := strings.HasSuffix(strings.ToLower(f.found), "s"), strings.HasSuffix(strings.ToLower(f.word), "s")
	before = before[max(0, len(before)-near):]
	open := map[string]string{"'": "'", "’": "‘"}[mark]
	quoted := mark == "’" && strings.Contains(before, open) || mark == "'" && (strings.HasPrefix(before, open) || strings.Contains(before, " '") || strings.HasSuffix(before, "('"))
	switch {
	case unicode.IsLetter(then):
		if (then == 's' || then == 'S') && is && !was {
			f.unsure("doubt.possessive")
		}
	case was && !is && !quoted:
		f.unsure("doubt.possessive")
	}
}

// doubles reports whether a word that the old term lacked at its edge stands
// beside it already.
func (f *fitting) doubles(before, after string) bool {
	old, new := strings.Fields(f.found), strings.Fields(f.word)
	if len(old) == 0 || len(new) == 0 {
		return false
	}
	word, gap := f.before(false)
	prev := f.Text[word.Start:word.End]
	if gap != "" && prev != "" && strings.EqualFold(prev, new[0]) && !strings.EqualFold(prev, old[0]) && !strings.EqualFold(prev, f.Article.Definite) {
		return true
	}
	if next := f.next(); next != "" && strings.EqualFold(next, new[len(new)-1]) && !strings.EqualFold(next, old[len(old)-1]) {
		return true
	}
	return overlaps(before, f.word, f.found) || unspaced(trailing(f.word)) && overlaps(mirror(after), mirror(f.word), mirror(f.found))
}

// overlaps reports whether text ends with how word begins, in two or more Han or
// kana letters, and was does not begin like that.
func overlaps(text, word, was string) bool {
	n := 0
	for i, c := range word {
		if !unspaced(c) {
			return false
		}
		n++
		if head := word[:i+utf8.RuneLen(c)]; n >= 2 && strings.HasSuffix(text, head) && !strings.HasPrefix(was, head) {
			return true
		}
	}
	return false
}

// mirror returns up to some twenty letters of a text backwards.
func mirror(text string) string {
	var b [24]rune
	at := len(b)
	for _, c := range text {
		if at == 0 {
			break
		}
		at--
		b[at] = c
	}
	return string(b[at:])
}

// next returns the word behind the term, if white space parts them.
func (f *fitting) next() string {
	rest := f.Text[f.Span.End:]
	trimmed := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if len(trimmed) == len(rest) {
		return ""
	}
	if end := strings.IndexFunc(trimmed, func(c rune) bool { return !unicode.IsLetter(c) && c != '-' }); end >= 0 {
		trimmed = trimmed[:end]
	}
	return trimmed
}

// address reports whether what touches a match has the shape of an address.
func address(before, after string) bool {
	before, after = before[max(0, len(before)-near):], after[:min(len(after), near)]
	token := before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
	if end := strings.IndexFunc(after, unicode.IsSpace); end >= 0 {
		after = after[:end]
	}
	token += after
	return strings.Contains(strings.TrimRight(token, ".,;:!?)"), ".") || strings.Count(token, "/") > 1
}

func spaced(s string) bool { return strings.ContainsFunc(s, unicode.IsSpace) }

func hyphen(c rune) bool { return c == '-' || c == '‐' || c == '‑' }

// lastWord returns the letters before the sign that a text ends in.
func lastWord(text string) string {
	words := strings.FieldsFunc(text[max(0, len(text)-near):], func(c rune) bool { return !unicode.IsLetter(c) })
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

func leading(s string) rune { c, _ := utf8.DecodeRuneInString(s); return c }

func trailing(s string) rune { c, _ := utf8.DecodeLastRuneInString(s); return c }

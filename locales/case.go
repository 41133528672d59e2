package locales

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
)

// recase gives the new term the capitals of the one that stands in the text.
// A term that is proper keeps its own, unless the match was all in capitals.
func (r *Rules) recase(s Swap, found, new string) string {
	switch {
	case allCaps(found) && !allCaps(s.Was):
		return r.upper(s, found).String(new)
	case s.Proper:
		return new
	case !startsUpper(found) || startsUpper(s.Was):
		return new
	case r.titled(found):
		return r.title(new, strings.ContainsRune(found, '-'))
	}
	return first(r, new)
}

// upper returns the capitals of the language, or those of no language where the
// text has written the old term in those: a foreign name has no Turkish İ.
func (r *Rules) upper(s Swap, found string) cases.Caser {
	local, plain := cases.Upper(r.Tag), cases.Upper(language.Und)
	is, was := local.String(s.Was) == found, plain.String(s.Was) == found
	if is && !was || is == was && !s.Proper {
		return local
	}
	return plain
}

// allCaps reports whether text is in capitals: two words or more, or four
// letters or more.
func allCaps(text string) bool {
	letters := 0
	for _, c := range text {
		switch {
		case unicode.IsUpper(c):
			letters++
		case unicode.IsLower(c):
			return false
		}
	}
	return letters >= 4 || letters >= 2 && len(strings.Fields(text)) >= 2
}

func startsUpper(text string) bool {
	c, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(c)
}

// titled reports whether every word of two or more is capitalised, but for the
// small ones.
func (r *Rules) titled(text string) bool {
	words := strings.FieldsFunc(text, func(c rune) bool { return unicode.IsSpace(c) || c == '-' || c == '‑' || c == '‐' })
	for _, w := range words {
		if c, _ := utf8.DecodeRuneInString(w); unicode.IsLower(c) && !slices.Contains(r.Article.SmallWords, w) {
			return false
		}
	}
	return len(words) >= 2
}

func (r *Rules) title(text string, hyphens bool) string {
	words := strings.Split(text, " ")
	for i, w := range words {
		if i > 0 && slices.Contains(r.Article.SmallWords, w) {
			continue
		}
		parts := []string{w}
		if hyphens {
			parts = strings.Split(w, "-")
		}
		for j := range parts {
			parts[j] = first(r, parts[j])
		}
		words[i] = strings.Join(parts, "-")
	}
	return strings.Join(words, " ")
}

// first capitalises the first letter.
func first(r *Rules, text string) string {
	_, n := utf8.DecodeRuneInString(text)
	return cases.Upper(r.Tag).String(text[:n]) + text[n:]
}

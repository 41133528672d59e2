package locales

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// recase gives the new term the capitals of the one that stands in the text.
// A term that is proper keeps its own, unless the match was all in capitals.
func (r *Rules) recase(s Swap, found, new string) string {
	switch {
	case (allCaps(found) || shouted(s.Text, s.Span)) && !allCaps(s.Was) && found != s.Was:
		return r.upper(s, found).String(new)
	case s.Proper && !(startsUpper(found) && startsLower(s.Was)):
		return new
	case s.Proper: // it begins with a word that is no name
		return first(r, new)
	case !startsUpper(found) || startsUpper(s.Was):
		return new
	case r.titled(found) && raised(found, s.Was), len(strings.Fields(found)) == 1 && r.headed(s):
		return r.title(new, strings.ContainsRune(found, '-') || !strings.ContainsRune(s.Was, '-'))
	}
	return first(r, new)
}

// shouted reports whether a match of fewer letters than show it is in capitals
// because the whole line is, or the word beside it.
func shouted(text string, span concord.Span) bool {
	found := text[span.Start:span.End]
	if strings.ContainsFunc(found, unicode.IsLower) || found != strings.ToUpper(found) || found == strings.ToLower(found) {
		return false
	}
	line := lineAround(text, span)
	if len(found) < len(line) && line == strings.ToUpper(line) && allCaps(line) {
		return true
	}
	before, after := text[:span.Start], text[span.End:]
	prev := strings.TrimRight(before, " \u00a0")
	next := strings.TrimLeft(after, " \u00a0")
	prev = prev[len(strings.TrimRightFunc(prev, unicode.IsLetter)):]
	next = next[:len(next)-len(strings.TrimLeftFunc(next, unicode.IsLetter))]
	return shouting(prev) || shouting(next)
}

// shouting reports whether a word of two letters or more is in capitals.
func shouting(word string) bool {
	return utf8.RuneCountInString(word) > 1 && !strings.ContainsFunc(word, func(c rune) bool { return !unicode.IsUpper(c) })
}

// raised reports whether a word behind the first has a capital that it has not
// in the glossary.
func raised(found, was string) bool {
	f, w := strings.FieldsFunc(found, parts), strings.FieldsFunc(was, parts)
	for i := 1; i < len(f); i++ {
		if startsUpper(f[i]) && (i >= len(w) || !startsUpper(w[i])) {
			return true
		}
	}
	return false
}

// headed reports whether the words beside a match on its line are capitalised
// as in a title: all that are not small, two at least.
func (r *Rules) headed(s Swap) bool {
	line := lineAround(s.Text, s.Span)
	n := 0
	for _, w := range strings.FieldsFunc(line, func(c rune) bool { return !unicode.IsLetter(c) && c != '\'' && c != '’' }) {
		if !startsUpper(w) {
			if !slices.Contains(r.Article.SmallWords, w) && w != "s" {
				return false
			}
		} else if !strings.Contains(s.Text[s.Span.Start:s.Span.End], w) && utf8.RuneCountInString(w) > 3 {
			n++
		}
	}
	return n >= 2 && len(r.Article.SmallWords) > 0
}

// near bounds how far from a match a line is looked at, in bytes, so that the
// cost of a match does not grow with the text.
const near = 512

// lineAround returns the line that a stretch of text stands on.
func lineAround(text string, span concord.Span) string {
	before, after := text[max(0, span.Start-near):span.Start], text[span.End:min(len(text), span.End+near)]
	before = before[strings.LastIndexAny(before, "\r\n")+1:]
	if end := strings.IndexAny(after, "\r\n"); end >= 0 {
		after = after[:end]
	}
	return strings.ToValidUTF8(text[span.Start-len(before):span.End+len(after)], "")
}

// parts reports whether c stands between the parts of a word or phrase.
func parts(c rune) bool { return unicode.IsSpace(c) || c == '-' || c == '‑' || c == '‐' }

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

// Capitals returns a text in the capitals of the language where they are others
// than those of most: of i it is İ in Turkish. It is empty if they are the same.
func (r *Rules) Capitals(text string) string {
	local := cases.Upper(r.Tag).String(text)
	if local == strings.ToUpper(text) || len(r.Suffix.Templates) == 0 {
		return ""
	}
	return local
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

func startsLower(text string) bool {
	c, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(c)
}

// titled reports whether every word of two or more is capitalised, but for the
// small ones.
func (r *Rules) titled(text string) bool {
	words := strings.FieldsFunc(text, parts)
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

// first capitalises the first letter, but for that of a word such as "mRNA".
func first(r *Rules, text string) string {
	_, n := utf8.DecodeRuneInString(text)
	word := text[n:]
	if end := strings.IndexFunc(word, func(c rune) bool { return !unicode.IsLetter(c) }); end >= 0 {
		word = word[:end]
	}
	if word != strings.ToLower(word) {
		return text
	}
	return cases.Upper(r.Tag).String(text[:n]) + text[n:]
}

// likeCase capitalises the first letter of new if old begins with a capital.
func likeCase(old, new string) string {
	if c, _ := utf8.DecodeRuneInString(old); unicode.IsUpper(c) {
		c, n := utf8.DecodeRuneInString(new)
		return string(unicode.ToUpper(c)) + new[n:]
	}
	return new
}

package glossary

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord/locales"
)

// joins reports whether r is part of a word in a script that sets words apart.
func joins(r rune) bool {
	if r < utf8.RuneSelf {
		return isWord(byte(r))
	}
	return !(r >= 0x3400 && r <= 0x9FFF) && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)) && !unspaced(r)
}

// touching reports whether two neighbours belong to one word: both are letters
// of one script, or digits or underscores beside a letter of any.
func touching(a, b rune) bool {
	if !joins(a) || !joins(b) {
		return false
	}
	sa, sb := script(a), script(b)
	return sa == sb || sa == nil || sb == nil
}

// script returns the script of a letter; nil for what goes with every script.
func script(r rune) *unicode.RangeTable {
	switch {
	case r < utf8.RuneSelf:
		if isWord(byte(r)) && r > '9' && r != '_' {
			return unicode.Latin
		}
		return nil
	case r >= 0x3400 && r <= 0x9FFF:
		return nil
	}
	for _, t := range []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Hangul, unicode.Arabic} {
		if unicode.Is(t, r) {
			return t
		}
	}
	return nil
}

func isHangul(r rune) bool { return script(r) == unicode.Hangul }

// slugs are the signs before what is a part of a path, address or option, and
// no attribute, though it is hyphenated like one.
const slugs = "-/\\=:.@#&?+%~"

// bounded reports whether a stretch of a shadow stands by itself as the
// pattern must. That it does not go on to the left is known, but for Arabic.
// Where a language glues other words to a term, glues must allow them too.
func (p *pattern) bounded(s string, at, end int) bool {
	if at > 0 && isArabic(s[at:]) && !p.traits.has(glued) {
		first, _ := utf8.DecodeRuneInString(s[at:])
		if before, _ := utf8.DecodeLastRuneInString(s[:at]); touching(before, first) {
			return false
		}
	}
	if at > 0 && s[at-1] == '-' && p.traits.has(common) {
		if first, _ := utf8.DecodeRuneInString(s[at:]); joins(first) {
			return false
		}
	}
	last, _ := utf8.DecodeLastRuneInString(s[:end])
	after, size := utf8.DecodeRuneInString(s[end:])
	if p.traits.has(hyphened) {
		next, _ := utf8.DecodeRuneInString(s[min(end+size, len(s)):])
		if after != ' ' || !unicode.IsLower(next) || at > 0 && strings.IndexByte(slugs, s[at-1]) >= 0 {
			return false
		}
	}
	switch {
	case end == len(s), !touching(last, after), isHangul(last):
		return !p.traits.has(prefix)
	}
	return p.traits.has(prefix) && unicode.IsLetter(after)
}

// allowed reports whether a language writes together with a term what stands
// together with it there.
func allowed(rules *locales.Rules, s string, at, end int, tailed bool) bool {
	first, _ := utf8.DecodeRuneInString(s[at:])
	before, n := utf8.DecodeLastRuneInString(s[:at])
	if touching(before, first) {
		start := at - n
		for start > 0 && at-start <= maxClitic {
			c, n := utf8.DecodeLastRuneInString(s[:start])
			if !joins(c) {
				break
			}
			start -= n
		}
		if !rules.Proclitic(s[start:at]) {
			return false
		}
	}
	return !tailed || rules.Enclitic(word(s[end:]))
}

// maxClitic bounds how far the letters before a match are looked at, in bytes.
const maxClitic = 16

// word returns the letters that a text begins with, up to some twenty.
func word(s string) string {
	for i, c := range s {
		if !joins(c) || i > 40 {
			return s[:i]
		}
	}
	return s
}

func isArabic(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return script(r) == unicode.Arabic
}

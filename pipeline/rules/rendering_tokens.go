package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// tokens yields the words of a segment that may be a name: with a capital, or in Katakana.
func tokens(at concord.Place) func(func(int, int) bool) {
	const long, kana = 5, 4 // characters
	text := at.Seg().Text
	return func(yield func(int, int) bool) {
		start := -1
		for i, c := range text + " " {
			in := unicode.Is(unicode.Katakana, c) || c == 'ー'
			if in && start < 0 {
				start = i
			} else if !in && start >= 0 {
				if utf8.RuneCountInString(text[start:i]) >= kana && !yield(start, i) {
					return
				}
				start = -1
			}
		}
		for start, end := range words(text) {
			if word := text[start:end]; unicode.IsUpper(firstRune(word)) && utf8.RuneCountInString(word) >= long && !yield(start, end) {
				return
			}
		}
	}
}

// inflects reports whether a word is a name, or that with an ending.
func inflects(token, form string, d *concord.Document) bool {
	if strings.HasPrefix(token, form) {
		return true
	}
	rules := locales.For(d.Locale)
	return len(rules.Names.Connectors) == 0 && !rules.Names.Steady && !together(firstRune(form)) && commonRunes(token, form) >= utf8.RuneCountInString(form)-2
}

// commonRunes counts the characters that two words begin with.
func commonRunes(a, b string) int {
	x, y := []rune(a), []rune(b)
	n := 0
	for n < min(len(x), len(y)) && x[n] == y[n] {
		n++
	}
	return n
}

// misspelt reports whether two words of one length, or nearly, differ in one letter, or
// in two of seven or more, and not in accents alone.
func misspelt(token, form string) bool {
	const long, kana = 7, 5 // letters; of Katakana
	a, b := token, form
	if !together(firstRune(form)) {
		a, b = unaccented(token), unaccented(form)
	}
	enough := long
	if together(firstRune(form)) {
		enough = kana
	}
	if strings.Contains(a, b) || strings.Contains(b, a) {
		return false
	}
	n := min(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	apart := distanceOf([]rune(a), []rune(b))
	return apart == 1 || apart == 2 && n >= enough
}

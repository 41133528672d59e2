package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/locales"
)

// alludes reports whether a text has a word of a name of several, in lower case, behind
// a definite article, and nothing behind it that says which: "the museum".
func alludes(text string, name *glossary.Term, rules *locales.Rules) bool {
	const long = 4 // letters
	parts := strings.Fields(strings.ToLower(name.Text))
	if len(parts) < 2 || !strings.ContainsFunc(name.Text, unicode.IsUpper) {
		return false
	}
	article, last := false, 0
	for at, end := range words(text) {
		word := text[at:end]
		if article && text[last:at] == " " && utf8.RuneCountInString(word) >= long && slices.Contains(parts, word) && !goesOnNaming(text[end:], rules) {
			return true
		}
		lower := strings.ToLower(word)
		article, last = lower == rules.Article.Definite || slices.Contains(rules.Own, lower), end
	}
	return false
}

// goesOnNaming reports whether a text goes on with a capital or a word inside names.
func goesOnNaming(after string, rules *locales.Rules) bool {
	rest, blank := strings.CutPrefix(after, " ")
	if !blank {
		return false
	}
	next := rest[:len(rest)-len(strings.TrimLeftFunc(rest, unicode.IsLetter))]
	return unicode.IsUpper(firstRune(next)) || slices.Contains(rules.Names.Connectors, strings.ToLower(next))
}

package rules

import (
	"slices"
	"strings"

	"github.com/concord-l10n/concord/locales"
)

// morae matches what is written as Japanese in Latin letters.
var morae = expression(`^(?:(?:[kgnbpmr]|ky|gy|ny|hy|by|py|my|ry|s?sh|j|t?ch|kk|pp)?[auo]|(?:[kgnbpmrhszdt]|ss|tt)?[aeo]|(?:[kgnbpmrh]|s?sh|j|t?ch)?i|(?:f|s|z|ts|y)u|y[ao]|wa|[aeiou]|n)+$`)

// romaji reports whether all words of a name may be Japanese, and have three syllables
// or there are two words.
func romaji(name string, rules *locales.Rules) bool {
	words := strings.Fields(name)
	if len(words) == 1 && (rules.Names.Steady && len(rules.Names.Connectors) == 0 || syllablesOf(words[0]) < 3) {
		return false
	}
	return !slices.ContainsFunc(words, func(w string) bool { return !morae().MatchString(strings.ToLower(w)) })
}

// syllablesOf counts the vowels of a word, those beside each other once.
func syllablesOf(word string) int {
	n, vowel := 0, false
	for _, c := range strings.ToLower(word) {
		is := strings.ContainsRune("aeiou", c)
		if is && !vowel {
			n++
		}
		vowel = is
	}
	return n
}

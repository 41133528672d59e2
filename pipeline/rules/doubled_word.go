package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// DoubledWord asks whether a word stands twice in a row on purpose.
var DoubledWord = &lint.Rule{
	Name:     "doubled-word",
	Group:    lint.Hygiene,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A word stands twice in a row",
		Text: `The same word follows itself, with nothing but white space or a line break between. Nothing is edited: one of the two may have been meant to be another word.
Words that a language does double are its data ("had had", "nous nous"), and a language without such data is not looked at. A name may be doubled ("Baden Baden").`,
		Bad:  "The hall stands at the the harbour.",
		Good: "The hall stands at the harbour.",
	},
	Run: func(p *lint.Pass) {
		fine := p.Locale.Repetition.Doubled
		if len(fine) == 0 {
			return
		}
		for _, place := range echoesOf(p).words {
			words := strings.Fields(place.Text())
			first, _ := utf8.DecodeRuneInString(words[0])
			second, _ := utf8.DecodeRuneInString(words[1])
			named := unicode.IsUpper(first) && unicode.IsUpper(second)
			if named || !alikeButFirst(words[0], words[1]) || slices.Contains(fine, strings.ToLower(words[0])) {
				continue // a name, or an acronym and a word
			}
			repeats(p, place, "rule.doubled-word")
		}
	},
}

// alikeButFirst reports whether two words differ in no capital but the first.
func alikeButFirst(a, b string) bool {
	_, n := utf8.DecodeRuneInString(a)
	_, m := utf8.DecodeRuneInString(b)
	return a[n:] == b[m:]
}

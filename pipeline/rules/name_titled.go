package rules

import (
	"slices"
	"strings"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// A titledList is the names of persons in a document that stand behind a title.
type titledList nameList

// titledNames returns those of the document of a pass, read once in a round.
func titledNames(p *lint.Pass) nameList { return nameList(lint.Once(p, p.Doc, titledIn)) }

// titledIn returns the names of persons in a document of a language whose nouns
// have capitals: two words or three behind a title, and in the same document two
// words that share one with such a name.
func titledIn(doc *concord.Document) titledList {
	rules := locales.For(doc.Locale)
	if !rules.Names.Steady || len(rules.Names.Connectors) > 0 {
		return nil
	}
	var runs nameList
	var titled []bool
	persons := make(map[string]bool) // the words of names behind titles
	wordsOf := func(n nameSpan) []string {
		return strings.Fields(doc.Segments[n.segment].Text[n.span.Start:n.span.End])
	}
	for n := range capitalRuns(doc, rules) {
		words := wordsOf(n)
		if len(words) > 3 {
			continue
		}
		behind := behindTitle(doc.Segments[n.segment].Text[:n.span.Start], rules)
		runs, titled = append(runs, n), append(titled, behind)
		for _, w := range words {
			persons[w] = persons[w] || behind
		}
	}
	var all titledList
	for k, n := range runs {
		if titled[k] || slices.ContainsFunc(wordsOf(n), func(w string) bool { return persons[w] }) {
			all = append(all, n)
		}
	}
	return all
}

// behindTitle reports whether a text ends in a title or an office.
func behindTitle(text string, rules *locales.Rules) bool {
	const longest = 16 // bytes
	before := strings.Fields(strings.ReplaceAll(text[max(0, len(text)-longest):], ".", ""))
	if len(before) == 0 {
		return false
	}
	last := before[len(before)-1]
	return slices.Contains(rules.Names.Titles, last) || slices.Contains(rules.Names.Offices, strings.ToLower(last))
}

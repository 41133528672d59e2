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
	r := newNameReader(rules)
	for i := range doc.Segments {
		s := &doc.Segments[i]
		if s.Kind == concord.Blank || s.Kind == concord.Quote || s.Kind == concord.EndMark {
			continue
		}
		r.text, r.at = s.Text, 0
		for r.next() {
			name := s.Text[r.found.Start:r.found.End]
			before := strings.Fields(strings.ReplaceAll(s.Text[max(0, r.found.Start-16):r.found.Start], ".", ""))
			behind := len(before) > 0 && (slices.Contains(rules.Names.Titles, before[len(before)-1]) || slices.Contains(rules.Names.Offices, strings.ToLower(before[len(before)-1])))
			if n := len(strings.Fields(name)); n > 3 || s.Protected(r.found) {
				continue
			}
			runs, titled = append(runs, nameSpan{i, r.found}), append(titled, behind)
			if behind {
				for w := range strings.FieldsSeq(name) {
					persons[w] = true
				}
			}
		}
	}
	var all titledList
	for k, n := range runs {
		words := strings.Fields(doc.Segments[n.segment].Text[n.span.Start:n.span.End])
		if titled[k] || slices.ContainsFunc(words, func(w string) bool { return persons[w] }) {
			all = append(all, n)
		}
	}
	return all
}

package rules

import (
	"slices"
	"strings"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// NumberImplausible finds more buildings than there can be.
var NumberImplausible = &lint.Rule{
	Name:     "number-implausible",
	Group:    lint.Numbers,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "There cannot be so many of these",
		Text:  `A million hospitals or banks, or ten million schools, are likelier a unit that was lost: what the number counts stood elsewhere in the source. The table of the language lists such things and how many there cannot be; without one the rule is silent.`,
		Bad:   "The group has built 160.8 million sample banks.",
		Good:  "The group has built a bank for 160.8 million samples.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News},
			{Texts: lint.Abstracts},
			{Texts: lint.FromChinese, Read: 1, Right: 1},
		},
	},
	Run: func(p *lint.Pass) {
		n := &p.Locale.Numerals
		if len(n.Facilities) == 0 {
			return
		}
		all := quantitiesOf(p, p.Doc)
		limits := facilities(n)
		for i := range p.Doc.Segments {
			text := p.Doc.Segments[i].Text
			if p.Doc.Segments[i].Lacks&concord.Figure != 0 || !countsFacility(text, limits) {
				continue
			}
			for _, q := range all.in(i) {
				if q.Kind != locales.Count || q.Amount.Zeros < 3 || q.Loose {
					continue
				}
				head, end := headNoun(&p.Locale.Typography, text, q.Span.End)
				if limit, ok := limits[head]; ok && q.Amount.Compare(limit) >= 0 {
					place := p.Place(i, concord.Span{Start: q.Span.Start, End: end})
					p.Report(concord.Finding{
						Place:     place,
						Message:   concord.Message{ID: "rule.number-implausible", Args: map[string]any{"Found": place.Text()}},
						Authority: numbersAuthority,
					})
				}
			}
		}
	},
}

// countsFacility reports whether one of the facilities stands behind a figure, maybe too
// far: to read the number takes much longer.
func countsFacility(text string, limits map[string]locales.Amount) bool {
	for at := range figureEnds(text) {
		for range phrase {
			word := wordAt(text, at+1)
			if _, ok := limits[word]; ok {
				return true
			}
			if at += 1 + len(word); at >= len(text) {
				break
			}
		}
	}
	return false
}

// phrase is how many words what is counted may take.
const phrase = 7

// facilities returns of how many of each facility there cannot be as many.
func facilities(n *locales.Numerals) map[string]locales.Amount {
	limits := make(map[string]locales.Amount)
	for figure, words := range n.Facilities {
		limit, _ := locales.ParseAmount(figure)
		for _, w := range words {
			limits[w] = limit
		}
	}
	return limits
}

// headNoun returns the noun of the phrase behind a number, and its end: the
// last of its words before a mark or a function word.
func headNoun(t *locales.Typography, text string, at int) (head string, end int) {
	for range phrase {
		if at >= len(text) || !strings.ContainsRune(" -\n", rune(text[at])) {
			break
		}
		word := wordAt(text, at+1)
		if word == "" || slices.Contains(t.FunctionWords, word) {
			break
		}
		at += 1 + len(word)
		head, end = word, at
	}
	return head, end
}

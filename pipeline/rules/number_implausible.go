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
	Doc: lint.Doc{
		Title: "There cannot be so many of these",
		Text:  `Ten million or more factories, banks or schools are likelier a unit that was lost: what the number counts stood elsewhere in the source. The table of the language lists such things; without one the rule is silent.`,
		Bad:   "The group has built 160.8 million sample banks.",
		Good:  "The group has built a bank for 160.8 million samples.",
	},
	Run: func(p *lint.Pass) {
		n := &p.Locale.Numerals
		if len(n.Facilities) == 0 {
			return
		}
		all := quantitiesOf(p, p.Doc)
		limit, _ := locales.NewAmount(1, 7) // ten million: no country has as many of any of them
		for i := range p.Doc.Segments {
			text := p.Doc.Segments[i].Text
			if !strings.ContainsAny(text, "0123456789") {
				continue
			}
			for _, q := range all.in(i) {
				if q.Kind != locales.Count || q.Amount.Compare(limit) < 0 || q.Loose {
					continue
				}
				if end := facility(p.Locale, text, q.Span.End); end > 0 {
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

// facility returns where the phrase behind a number ends that is headed by a
// facility, or 0: the last of its words before a mark or a function word.
func facility(l *locales.Rules, text string, at int) int {
	const most = 7
	last, lastEnd := "", 0
	for range most {
		if at >= len(text) || text[at] != ' ' && text[at] != '-' {
			break
		}
		word := wordAt(text, at+1)
		if word == "" || slices.Contains(l.Typography.FunctionWords, word) {
			break
		}
		at += 1 + len(word)
		last, lastEnd = word, at
	}
	if slices.Contains(l.Numerals.Facilities, last) {
		return lastEnd
	}
	return 0
}

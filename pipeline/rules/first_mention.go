package rules

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// FirstMention asks whether a name should be given in full before it is
// shortened. A teaser is a document of its own.
var FirstMention = &lint.Rule{
	Name:     "first-mention",
	Group:    lint.Consistency,
	Severity: concord.Note,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A short form stands before the full name",
		Text: `A reader meets an admitted short form before the preferred full one, or never meets the full one.
Which sentence should carry the full name is the editor's choice, so nothing is edited. The release and each of its teasers are read on their own.`,
		Glossary: `
glossary: example
concepts:
  - id: org.tea-academy
    kind: organization
    terms:
      en: {preferred: Academy of Tea, admitted: [AoT]}
`,
		Bad:  "A new hall\n\nThe AoT opened a hall. The Academy of Tea thanks its donors.",
		Good: "A new hall\n\nThe Academy of Tea opened a hall. The AoT thanks its donors.",
	},
	Run: func(p *lint.Pass) {
		type mention struct {
			part    int
			concept *glossary.Concept
		}
		shortened := admitted(p)
		if len(shortened) == 0 {
			return
		}
		met := make(map[mention]bool)
		chain := locales.Chain(p.Doc.Locale)
		for i := range p.Doc.Segments {
			for _, m := range p.Matches(i) {
				if !shortened[m.Concept] {
					continue
				}
				at := mention{p.Doc.Segments[i].Part, m.Concept}
				if met[at] {
					continue
				}
				full := m.Concept.Preferred(chain)
				if full == nil {
					continue
				}
				met[at] = true
				if short(p, m.Term, full) && !explained(p.Doc.Segments[i].Text, m, p.Matches(i)) {
					p.Report(concord.Finding{
						Place:     p.Place(i, m.Span),
						Message:   concord.Message{ID: "rule.first-mention", Args: map[string]any{"Found": m.Term.Text, "Full": full.Text}},
						Authority: authority(m.Concept),
					})
				}
			}
		}
	},
}

// admitted returns the concepts of which the document has an admitted term.
func admitted(p *lint.Pass) map[*glossary.Concept]bool {
	all := make(map[*glossary.Concept]bool)
	for i := range p.Doc.Segments {
		for _, m := range p.Matches(i) {
			if m.Term.Status == glossary.Admitted && m.Concept != nil {
				all[m.Concept] = true
			}
		}
	}
	return all
}

// short reports whether t is a shortening of full: it has fewer words that are
// not small, or is one word in the place of one and shorter, and not the same with
// another ending, as words for men and women are. The same words in another order are none.
func short(p *lint.Pass, t, full *glossary.Term) bool {
	if t.Status != glossary.Admitted || t.Locale != full.Locale {
		return false
	}
	words := func(text string) (n int) {
		for _, w := range strings.Fields(text) {
			if !slices.Contains(p.Locale.Article.SmallWords, strings.ToLower(w)) {
				n++
			}
		}
		return n
	}
	few, many := words(t.Text), words(full.Text)
	if few != many || few != 1 || utf8.RuneCountInString(t.Text) >= utf8.RuneCountInString(full.Text) {
		return few < many
	}
	return together(firstRune(full.Text)) || !sameStem(strings.ToLower(t.Text), strings.ToLower(full.Text))
}

// explained reports whether the full name follows in brackets: "AoT (Academy of
// Tea)".
func explained(text string, m glossary.Match, all []glossary.Match) bool {
	return slices.ContainsFunc(all, func(next glossary.Match) bool {
		return next.Concept == m.Concept && next.Term.Status != glossary.Admitted && next.Span.Start > m.Span.End &&
			slices.Contains([]string{"(", "（", "(the"}, strings.TrimSpace(text[m.Span.End:next.Span.Start]))
	})
}

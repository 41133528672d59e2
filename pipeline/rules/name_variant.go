package rules

import (
	"slices"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// NameVariant compares the names of a run that no term of the glossary covers.
var NameVariant = &lint.Rule{
	Name:     "name-variant",
	Group:    lint.Consistency,
	Severity: concord.Note,
	Asks:     true,
	Doc: lint.Doc{
		Title: "Two names look like one name in two forms",
		Text: `In the documents of one language two capitalised names have the same words in another order or form ("Chinese" for "China"), the same letters in other words, a compound taken apart, or, for persons, a word that sounds alike when it comes back from Chinese.
Names with other figures or other words are not compared, nor Pinyin names that differ by a letter, nor two that stand in one paragraph. The finding covers the rarer name and names the place of the other, which may be a name of the glossary; nothing is edited.
In English, French and Spanish; in German, Italian and Portuguese for persons behind a title, and names that sound like theirs; in Japanese for names of two or more words in Katakana, of which one word differs in one sound.`,
		Bad:  "A new hall\n\nThe mayor opened the hall on Monday with the International Tea Research Alliance and a speech.\n\nOn Tuesday the International Alliance for Tea Research thanked its donors.",
		Good: "A new hall\n\nThe mayor opened the hall on Monday with the International Tea Research Alliance and a speech.\n\nOn Tuesday the International Tea Research Alliance thanked its donors.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 2, Right: 2},
			{Texts: lint.News, Read: 10, Right: 10},
			{Texts: lint.Abstracts, Read: 2, Right: 2},
		},
	},
	Run: func(p *lint.Pass) {
		for _, n := range slices.Concat(allNames(p), dottedNames(p.Doc), titledNames(p)) {
			if concept, ok := standsFor(p, n); ok {
				p.Note(p.Doc.Segments[n.segment].Text[n.span.Start:n.span.End], concept, p.Place(n.segment, n.span))
			}
		}
	},
	Across: func(notes []lint.Note, report func(concord.Finding)) {
		for _, forms := range formsOf(notes) {
			compare := variants
			if locales.For(notes[forms[0].first].Place.Doc.Locale).Names.Dots != "" {
				compare = dottedVariants
			}
			for _, v := range compare(forms) {
				here, there := notes[v.rare.first].Place, notes[v.usual.first].Place
				f := concord.Finding{
					Place:     here,
					Message:   concord.Message{ID: "rule.name-variant", Args: map[string]any{"Here": here.Text(), "There": there.Text(), "Where": there.Position().String()}},
					Authority: "rules#name-variant",
					Related:   []concord.Related{{Place: there, Message: concord.Message{ID: "related.elsewhere"}}},
				}
				if v.usual.concept != "" {
					f.Message.ID, f.Authority = "rule.name-variant.listed", "glossary#"+v.usual.concept
				}
				report(f)
			}
		}
	},
}

// standsFor returns the concept of the glossary that has a name, "" if none has. It
// reports false if the name holds a term that is to be replaced: then it is known
// what it should be.
func standsFor(p *lint.Pass, n nameSpan) (concept string, ok bool) {
	for _, m := range p.Matches(n.segment) {
		switch {
		case !m.Span.Overlaps(n.span):
		case !m.Term.Status.Guard():
			return "", false
		case m.Span.Contains(n.span) && m.Concept != nil:
			concept = m.Concept.ID
		case m.Span.Contains(n.span):
			concept = m.Term.Text
		}
	}
	return concept, true
}

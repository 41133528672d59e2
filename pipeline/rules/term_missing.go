package rules

import (
	"slices"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// TermMissing asks for the terms of the source that a translation lacks.
var TermMissing = &lint.Rule{
	Name:     "term-missing",
	Group:    lint.Bilingual,
	Severity: concord.Note,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A term of the source is not rendered by a term of the glossary",
		Text: `The source has a term of the glossary, in any of its forms, and the text that translates it has no accepted term of the same concept: an error.
Forms and endings that the glossary does not list are accepted. A deprecated term counts as one, because the rule term deals with it. What must not be translated must stand there as it is.
A term that the translation has less often than the source is a note: a pronoun may stand for it. So is one of which the source has but a shorter form that is accepted, if the translation has the term elsewhere: "the port" may stand for it. So is a name for which "the museum" stands, a word of it in lower case behind an article, if the translation has the name elsewhere.`,
		Source: "茶叶学院开放了一座新礼堂。",
		Glossary: `
glossary: example
concepts:
  - id: org.tea-academy
    kind: organization
    terms:
      zh-Hans: 茶叶学院
      en: Academy of Tea
`,
		Bad:  "The Leaf School has opened a new hall.",
		Good: "The Academy of Tea has opened a new hall.",
		Readings: []lint.Reading{
			{Texts: lint.Terminologies, Read: 69, Right: 60, Others: "five German compounds, which are recognised since; a term inside another word of the Chinese source"},
		},
	},
	Run: func(p *lint.Pass) {
		for b := range rendered(p) {
			for _, w := range demands(p, b) {
				w.hold(p, b)
			}
		}
	},
}

// A demand is a concept that the source of a bead names, and where.
type demand struct {
	key      string
	short    bool                // the source has but accepted forms that are shorter than the term
	concepts []*glossary.Concept // any of them, where a form of the source may mean several
	said     []concord.Related
}

// demands returns the concepts that the source of a bead names.
func demands(p *lint.Pass, b lint.Bead) []demand {
	var all []demand
	for _, i := range b.Source {
		for _, m := range p.SourceMatches(i) {
			if straddled(p, i, m.Span) {
				continue
			}
			key := m.Concept.ID
			if m.Term.Status == glossary.DoNotTranslate {
				key += "\x00" + m.Term.Text
			}
			n := slices.IndexFunc(all, func(d demand) bool { return d.key == key })
			if n < 0 {
				n = len(all)
				all = append(all, demand{key: key, short: true})
			}
			d := &all[n]
			d.short = d.short && abridged(m.Term, p.Release.Source.Locale)
			for _, t := range append([]*glossary.Term{m.Term}, m.Also...) {
				if !named(d.concepts, t.Concept) {
					d.concepts = append(d.concepts, t.Concept)
				}
			}
			d.said = append(d.said, inSource(p, i, m.Span))
		}
	}
	return all
}

func named(all []*glossary.Concept, c *glossary.Concept) bool {
	return c != nil && slices.ContainsFunc(all, func(x *glossary.Concept) bool { return x == c || x.ID == c.ID && x.ID != protected })
}

// protected is the ID of all names that are protected and of no concept.
const protected = "protected"

// hold reports the demand if the translation does not meet it.
func (d *demand) hold(p *lint.Pass, b lint.Bead) {
	wanted, accepted := d.accepted(p)
	if wanted == nil {
		return
	}
	have := d.matched(p, b)
	if have < len(d.said) { // in no form that the glossary lists
		have = max(have, hear(joined(p.Doc, b.Target)).count(accepted, p.Locale))
	}
	if have >= len(d.said) {
		return
	}
	args := map[string]any{
		"Term": d.said[0].Place.Text(), "Wanted": wanted.Text,
		"There": len(d.said), "Here": have,
	}
	f := concord.Finding{
		Place:     whole(p, b.Target[0]),
		Message:   concord.Message{ID: "rule.term-missing.fewer", Args: args},
		Authority: authority(d.concepts[0]),
		Related:   d.said,
	}
	if have == 0 {
		f.Severity, f.Message.ID = concord.Error, "rule.term-missing"
		if wanted.Locale == language.Und {
			f.Message.ID = "rule.term-missing.kept"
		} else if d.short && d.elsewhere(p) {
			f.Severity, f.Message.ID = concord.Note, "rule.term-missing.short"
		} else if alludes(joined(p.Doc, b.Target), wanted, p.Locale) && d.elsewhere(p) {
			f.Severity, f.Message.ID = concord.Note, "rule.term-missing.alluded"
		}
	}
	p.Report(f)
}

// accepted returns the term that is wanted in the language of the document, and
// all that may stand in its place; nil if the glossary knows of none.
func (d *demand) accepted(p *lint.Pass) (wanted *glossary.Term, all []*glossary.Term) {
	chain := locales.Chain(p.Doc.Locale)
	for _, c := range d.concepts {
		for _, t := range termsIn(c, chain) {
			if !t.Status.Guard() {
				continue
			}
			all = append(all, t)
			if wanted == nil && t.Locale == language.Und {
				wanted = t
			}
		}
		if pref := c.Preferred(chain); pref != nil && (wanted == nil || wanted.Locale == language.Und) {
			wanted = pref
		}
	}
	return wanted, all
}

// matched counts the terms that the translation has of the concepts.
func (d *demand) matched(p *lint.Pass, b lint.Bead) (n int) {
	for _, i := range b.Target {
		for _, m := range p.Matches(i) {
			if named(d.concepts, m.Concept) || slices.ContainsFunc(m.Also, func(t *glossary.Term) bool { return named(d.concepts, t.Concept) }) {
				n++
			}
		}
	}
	return n
}

// abridged reports whether a term of the source is an accepted one that is shorter
// than the preferred one.
func abridged(t *glossary.Term, source language.Tag) bool {
	if t.Status != glossary.Admitted || t.Concept == nil {
		return false
	}
	full := t.Concept.Preferred(locales.Chain(source))
	return full != nil && utf8.RuneCountInString(t.Text) < utf8.RuneCountInString(full.Text)
}

// conceptsSaid are the IDs of the concepts of which a document has an accepted term.
type conceptsSaid map[string]bool

// elsewhere reports whether the translation has a term of the concepts at all.
func (d *demand) elsewhere(p *lint.Pass) bool {
	said := lint.Once(p, p.Doc, func(doc *concord.Document) conceptsSaid {
		said := make(conceptsSaid)
		for i := range doc.Segments {
			for _, m := range p.Matches(i) {
				said[m.Concept.ID] = said[m.Concept.ID] || m.Term.Status.Guard()
			}
		}
		return said
	})
	return slices.ContainsFunc(d.concepts, func(c *glossary.Concept) bool { return said[c.ID] })
}

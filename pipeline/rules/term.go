package rules

import (
	"cmp"
	"slices"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// Term holds a text against the glossary: what is called by a deprecated term
// gets the preferred one, in the case, number and place of the old.
var Term = &lint.Rule{
	Name:     "term",
	Group:    lint.Terms,
	Severity: concord.Warning,
	Doc: lint.Doc{
		Title: "A name or term is not the one the glossary asks for",
		Text: `The glossary lists, for each concept and language, the preferred term, those that are right as well, and those to be replaced.
A deprecated term is corrected where its conditions hold and the sentence stays grammatical: capitals, plural, possessive, line breaks, articles, elision and particles follow.
Where a form may be right, where two concepts share it, or where a word beside it would have to change with it in a way that is not certain, the correction is proposed and not made.`,
		Glossary: `
glossary: example
concepts:
  - id: org.tea-academy
    kind: organization
    article: the
    terms:
      en: {preferred: Academy of Tea, deprecated: [Tea College]}
`,
		Bad:  `He is a graduate of Tea College.`,
		Good: `He is a graduate of the Academy of Tea.`,
	},
	Run: func(pass *lint.Pass) {
		p := hold(pass)
		again := p.Before() != nil && apostrophe(p.Before()) == p.apostrophe
		for i := range p.Doc.Segments {
			if again && p.Settled(i) {
				continue
			}
			for _, m := range p.Matches(i) {
				judge(p, i, m)
			}
		}
	},
}

// judge reports what is to be said of one occurrence of a term.
func judge(p held, segment int, m glossary.Match) {
	if m.OtherScript {
		otherScript(p, segment, m)
		return
	}
	switch m.Term.Status {
	case glossary.Preferred:
		neighbours(p, segment, m)
	case glossary.Deprecated, glossary.Forbidden:
		if !p.Locale.Mentioned(p.Doc.Segments[segment].Text, m.Span) {
			replace(p, segment, m)
		}
	}
}

// neighbours reports a preferred term whose article is missing or misfits.
func neighbours(p held, segment int, m glossary.Match) {
	place := p.Place(segment, m.Span)
	g := m.Term.Known()
	changes, doubt := p.Locale.Fit(&locales.Swap{
		Text: p.Doc.Segments[segment].Text, Span: m.Span, Tail: m.Tail, Was: m.Term.Text, New: m.Term.Text, Old: g, Now: g,
		Proper: m.Concept.Case == glossary.Proper, Plural: m.Plural, Denormal: m.Denormal, Beside: true, Apostrophe: p.apostrophe,
	})
	changes = slices.DeleteFunc(changes, func(c locales.Change) bool { return m.Span.Contains(c.Span) && c.Span.Len() > 0 })
	if doubt != "" || len(changes) == 0 {
		return
	}
	edits := editsAt(place, changes)
	id := "rule.term.article"
	if changes[0].New == "" { // nothing but a title goes
		id = "rule.term.title"
	}
	p.Report(concord.Finding{
		Place:     place,
		Severity:  concord.Error,
		Message:   concord.Message{ID: id, Args: map[string]any{"Found": place.Text(), "Wanted": edited(place, edits)}},
		Authority: authority(m.Concept),
		Fixes:     []concord.Fix{{Label: replaceLabel(place, edits), Auto: true, Edits: edits}},
	})
}

// replace reports a term that must not stand, with what should stand instead.
func replace(p held, segment int, m glossary.Match) {
	place := p.Place(segment, m.Span)
	f := concord.Finding{
		Place:     place,
		Authority: authority(m.Concept),
		Related:   evidence(p, m.Term),
	}
	doubt := ""
	for i, t := range append([]*glossary.Term{m.Term}, m.Also...) {
		fixes, d := correct(p, segment, m, t)
		for _, fixed := range fixes {
			if fixed.Edits == nil || slices.ContainsFunc(f.Fixes, func(x concord.Fix) bool { return slices.Equal(x.Edits, fixed.Edits) }) {
				continue
			}
			if i == 0 {
				doubt = d
			}
			f.Fixes = append(f.Fixes, fixed)
		}
	}
	if len(f.Fixes) > 1 { // one form, two concepts or two cases: a person must say which is meant
		for i := range f.Fixes {
			f.Fixes[i].Auto = false
		}
	}
	f.Message = explain(m, f, doubt)
	if m.Term.Status == glossary.Forbidden || len(f.Fixes) > 0 && f.Fixes[0].Auto {
		f.Severity = concord.Error
	}
	p.Report(f)
}

// correct returns the fixes that put the right term in the place of m, one for
// each form that may be meant, and why none is automatic, if none is.
func correct(p held, segment int, m glossary.Match, t *glossary.Term) (fixes []concord.Fix, doubt string) {
	to, now, forms := wanted(p, m, t)
	if to == "" {
		return nil, ""
	}
	old := t.Replaced(to, now)
	if m.Prefix { // the words around agree with the end of the compound
		old.Gender, now.Gender = "", ""
	}
	rules := rulesBeside(p, m.Term)
	swap := locales.Swap{
		Text: p.Doc.Segments[segment].Text, Span: m.Span, Tail: m.Tail, Was: m.Term.Text, New: to,
		Old: old, Now: now, Slots: t.Slots(m.Form), Variant: t.Variant(m.Form), Forms: forms,
		Place: t.Concept.Kind == "place", Proper: t.Concept.Case == glossary.Proper, Person: t.Concept.Kind == "person", Title: t.Concept.Kind == "title", Plural: m.Plural, Noun: t.Plural || t.Concept.Plural,
		SentenceCap: t.SentenceCap, Denormal: m.Denormal, Apostrophe: p.apostrophe,
	}
	readings := rules.Readings(&swap)
	if len(readings) > 0 {
		doubt = "doubt.case"
	} else {
		readings = []locales.Swap{swap}
	}
	if doubt == "" && inverted(p.Doc.Segments[segment].Text[m.Span.End:], t) {
		doubt = "doubt.name"
	}
	doubt = cmp.Or(doubt, gate(p, segment, m, t.Concept))
	place := p.Place(segment, m.Span)
	for i := range readings {
		changes, d := rules.Fit(&readings[i])
		doubt = cmp.Or(doubt, d)
		if edits := editsAt(place, changes); len(edits) > 0 {
			fixes = append(fixes, concord.Fix{Label: replaceLabel(place, edits), Auto: t.Auto && doubt == "", Edits: edits})
		}
	}
	return fixes, doubt
}

func authority(c *glossary.Concept) string { return "glossary#" + c.ID }

package glossary

import (
	"cmp"
	"slices"

	"golang.org/x/text/language"
)

// Stats counts what is in a glossary.
type Stats struct {
	Concepts, Terms, Specs int
	ByStatus               [DoNotTranslate + 1]int // terms, by Status
	ByLocale               []Coverage              // by tag
}

// Coverage counts what a glossary has for one language.
type Coverage struct {
	Locale    language.Tag
	Preferred int              // concepts with a preferred term
	Variants  int              // terms that are deprecated or forbidden
	ByReach   [Nowhere + 1]int // of those, by where they can be corrected
	Missing   []string         // the ids of concepts without a preferred term
}

// Stats counts the concepts and terms of g. Of the languages that g means to
// cover it says which concepts have no preferred term.
func (g *Glossary) Stats() Stats {
	s := Stats{Concepts: g.Len()}
	of := make(map[language.Tag]*Coverage)
	for _, tag := range g.Locales {
		of[canonical(tag)] = &Coverage{Locale: canonical(tag)}
	}
	named := make(map[language.Tag]bool)
	for c := range g.sketches() {
		clear(named)
		var whole *Concept
		for i := range c.terms {
			t := &c.terms[i]
			s.Terms++
			s.ByStatus[t.status()]++
			locale := g.concepts.tags[t.tag]
			if locale == language.Und {
				continue
			}
			l := of[locale]
			if l == nil {
				l = &Coverage{Locale: locale}
				of[locale] = l
			}
			switch {
			case t.status() == Preferred:
				named[locale] = true
				l.Preferred++
			case !t.status().Guard():
				l.Variants++
				if whole == nil {
					whole = g.concepts.decode(c.number)
				}
				reach, _ := whole.Terms[i].Reach()
				l.ByReach[reach]++
			}
		}
		for _, tag := range g.Locales {
			if tag = canonical(tag); !named[tag] {
				of[tag].Missing = append(of[tag].Missing, c.id)
			}
		}
	}
	if g.concepts != nil {
		s.Specs = g.concepts.specs
	}
	for _, l := range of {
		s.ByLocale = append(s.ByLocale, *l)
	}
	slices.SortFunc(s.ByLocale, func(a, b Coverage) int { return cmp.Compare(a.Locale.String(), b.Locale.String()) })
	return s
}

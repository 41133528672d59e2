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
	Missing   []*Concept
}

// Stats counts the concepts and terms of g. Of the languages that g means to
// cover it says which concepts have no preferred term.
func (g *Glossary) Stats() Stats {
	s := Stats{Concepts: len(g.Concepts)}
	of := make(map[language.Tag]*Coverage)
	for _, tag := range g.Locales {
		of[canonical(tag)] = &Coverage{Locale: canonical(tag)}
	}
	for _, c := range g.Concepts {
		s.Specs += len(c.Specs)
		named := make(map[language.Tag]bool)
		for _, t := range c.Terms {
			s.Terms++
			s.ByStatus[t.Status]++
			if t.Locale == language.Und {
				continue
			}
			l := of[t.Locale]
			if l == nil {
				l = &Coverage{Locale: t.Locale}
				of[t.Locale] = l
			}
			switch {
			case t.Status == Preferred:
				named[t.Locale] = true
				l.Preferred++
			case !t.Status.Guard():
				l.Variants++
				reach, _ := t.Reach()
				l.ByReach[reach]++
			}
		}
		for _, tag := range g.Locales {
			if tag = canonical(tag); !named[tag] {
				of[tag].Missing = append(of[tag].Missing, c)
			}
		}
	}
	for _, l := range of {
		s.ByLocale = append(s.ByLocale, *l)
	}
	slices.SortFunc(s.ByLocale, func(a, b Coverage) int { return cmp.Compare(a.Locale.String(), b.Locale.String()) })
	return s
}

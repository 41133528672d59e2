package glossary

import (
	"hash/maphash"
	"slices"
	"strings"

	"github.com/concord-l10n/concord"
)

// twins looks for concepts that are there twice: with the preferred terms of
// another in every language that both have, and those are several. That two
// share a term is noted; in a large glossary there are too many of those. A term that
// must not stand and is right, in other capitals, for another concept is
// corrected where the other is meant.
func (g *Glossary) twins() []found {
	t := twins{linter: linter{g: g}, seed: maphash.MakeSeed(), first: make(map[uint64]int)}
	for c := range g.sketches() {
		t.concept(c)
	}
	for c := range g.sketches() {
		t.raised(c)
	}
	return t.problems
}

type twins struct {
	linter
	seed  maphash.Seed
	first map[uint64]int // the first concept of a right term, by the hash of its spelling in lower case
}

func (t *twins) key(s *sketched) uint64 {
	key := s.spelling()
	return maphash.String(t.seed, strings.ToLower(key.text)) + uint64(key.tag)*k1
}

// concept compares a concept with the first of those that have a term of it.
func (t *twins) concept(c *sketch) {
	var others []int
	for i := range c.terms {
		s := &c.terms[i]
		if !s.status().Guard() {
			continue
		}
		key := t.key(s)
		if other, ok := t.first[key]; !ok {
			t.first[key] = c.number
		} else if other != c.number && s.status() == Preferred && !slices.Contains(others, other) {
			others = append(others, other)
		}
	}
	for _, other := range others {
		t.compare(c.number, other)
	}
}

// compare holds the preferred terms of two concepts against each other.
func (t *twins) compare(number, earlier int) {
	c, other := t.g.concepts.decode(number), t.g.concepts.decode(earlier)
	var alike []string
	var shown int
	both, exact := 0, true
	for i, a := range c.Terms {
		for _, b := range other.Terms {
			if a.Status != Preferred || b.Status != Preferred || a.Locale != b.Locale {
				continue
			}
			both++
			x, y := NewShadow(a.Text).Text, NewShadow(b.Text).Text
			if !strings.EqualFold(x, y) {
				continue
			}
			if alike = append(alike, a.Locale.String()); len(alike) == 1 {
				shown = i
			}
			exact = exact && x == y
		}
	}
	if len(alike) == 0 {
		return
	}
	t.at = [2]int{number, shown}
	args := map[string]any{
		"Term": c.Terms[shown].Text, "Concept": c.ID, "Other": other.ID, "First": other.At.String(), "Locales": alike,
	}
	switch {
	case exact && both == len(alike) && both > 1:
		t.report(c.Terms[shown], concord.Warning, "glossary.lint.twin", args)
	case t.g.Len() <= manyConcepts:
		t.report(c.Terms[shown], concord.Note, "glossary.lint.homonym", args)
	}
}

// raised looks at the terms of a concept that must not stand in any capitals.
func (t *twins) raised(c *sketch) {
	for i := range c.terms {
		s := &c.terms[i]
		if s.status().Guard() || s.match() != Fold {
			continue
		}
		other, ok := t.first[t.key(s)]
		if !ok || other == c.number {
			continue
		}
		term := t.g.concepts.decode(c.number).Terms[i]
		for _, o := range t.g.concepts.decode(other).Terms {
			if o.Status.Guard() && o.Locale == term.Locale && o.Concept.Case == Proper && o.Text != term.Text && strings.EqualFold(o.Text, term.Text) {
				t.at = [2]int{c.number, i}
				t.report(term, concord.Warning, "glossary.lint.raised", map[string]any{"Term": term.Text, "By": o.Text, "Concept": o.Concept.ID})
			}
		}
	}
}

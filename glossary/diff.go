package glossary

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// A Difference is one thing that two versions of a glossary say otherwise.
type Difference struct {
	Concept  string           // its id; "" if it is of the glossary as a whole
	Locale   string           // of the term; "" if it is of the concept as a whole
	Term     string           // its text
	Key      string           // of glossary files, "status", "text" or "spec"; "" if the whole concept or term is new or gone
	Old, New string           // what it says, on one line; "" if nothing
	At       concord.Position // of the term or concept, in the new version unless it is gone
}

// Diff returns what differs between two versions of a glossary: what they say as
// a whole, then the concepts in the order of the new one; what is gone comes
// last. Concepts are told by their ids, and one that is gone by its preferred
// terms from one that is new under another id; terms by language and text, a
// preferred one by its language. The order of concepts, terms and specs makes no
// difference.
func Diff(old, new *Glossary) []Difference {
	d := differ{old: old, new: new, was: make(map[string]int, old.Len())}
	for c := range old.sketches() {
		d.was[strings.Clone(c.id)] = c.number
	}
	d.whole()
	d.renamed()
	for i := range new.Len() {
		now := new.concepts.decode(i)
		n, ok := d.was[now.ID]
		if from, renamed := d.from[i]; renamed {
			n, ok = from, true
		}
		if !ok {
			d.all = append(d.all, Difference{Concept: now.ID, New: headword(now), At: now.At})
			d.concept(&Concept{ID: now.ID, Case: now.Case}, now)
			continue
		}
		was := old.concepts.decode(n)
		delete(d.was, was.ID)
		d.concept(was, now)
	}
	for _, n := range slices.Sorted(maps.Values(d.was)) {
		c := old.concepts.decode(n)
		d.all = append(d.all, Difference{Concept: c.ID, Old: headword(c), At: c.At})
	}
	return d.all
}

type differ struct {
	old, new *Glossary
	was      map[string]int // the concepts of the old version that have not been met, by id
	from     map[int]int    // those of the new one that had another id, and which they were
	all      []Difference
}

// headword names a concept by its first term.
func headword(c *Concept) string {
	if len(c.Terms) == 0 {
		return c.ID
	}
	return c.Terms[0].Text
}

// whole compares what two versions say of the glossary as a whole.
func (d *differ) whole() {
	at := func(g *Glossary) concord.Position { return concord.Position{File: g.file(), Line: 1, Column: 1} }
	says := func(g *Glossary) *mapping {
		m := new(mapping)
		m.text("glossary", g.Name)
		m.text("version", g.Version)
		if g.Base != language.Und {
			m.text("base", g.Base.String())
		}
		if len(g.About) > 0 {
			m.put("about", g.About)
		}
		return m
	}
	for _, x := range keys(says(d.old), says(d.new)) {
		x.At = at(d.new)
		d.all = append(d.all, x)
	}
	for _, list := range []struct {
		key      string
		old, new []string
	}{{"locales", tagTexts(d.old.Locales), tagTexts(d.new.Locales)}, {"protected", d.old.Protected, d.new.Protected}} {
		for _, s := range without(list.new, list.old) {
			d.all = append(d.all, Difference{Key: list.key, New: s, At: at(d.new)})
		}
		for _, s := range without(list.old, list.new) {
			d.all = append(d.all, Difference{Key: list.key, Old: s, At: at(d.old)})
		}
	}
}

func tagTexts(all []language.Tag) []string {
	var texts []string
	for _, tag := range all {
		texts = append(texts, tag.String())
	}
	return texts
}

// without returns of one list what is not in another.
func without(list, other []string) []string {
	known := make(map[string]bool, len(other))
	for _, s := range other {
		known[s] = true
	}
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return known[s] })
}

// renamed finds out which concepts of the new version are those of the old one
// under another id: they have more than half of their preferred terms.
func (d *differ) renamed() {
	d.from = make(map[int]int)
	kept := make(map[string]bool)
	for c := range d.new.sketches() {
		if _, ok := d.was[c.id]; ok {
			kept[strings.Clone(c.id)] = true
		}
	}
	gone := make(map[string][]int) // by preferred term
	for c := range d.old.sketches() {
		if !kept[c.id] {
			for _, name := range preferred(d.old, c) {
				gone[name] = append(gone[name], c.number)
			}
		}
	}
	taken := make(map[int]bool)
	for c := range d.new.sketches() {
		if len(gone) == 0 || kept[c.id] {
			continue
		}
		votes := make(map[int]int)
		names := preferred(d.new, c)
		for _, name := range names {
			for _, n := range gone[name] {
				votes[n]++
			}
		}
		for _, n := range slices.Sorted(maps.Keys(votes)) {
			if !taken[n] && 2*votes[n] > len(names) {
				d.from[c.number], taken[n] = n, true
				break
			}
		}
	}
}

// preferred returns the preferred terms of a concept with their languages.
func preferred(g *Glossary, c *sketch) []string {
	var all []string
	for i := range c.terms {
		if t := &c.terms[i]; t.status() == Preferred {
			all = append(all, fmt.Sprint(g.concepts.tags[t.tag], "\n", t.text))
		}
	}
	return all
}

// byTag orders languages by their tags.
func byTag(a, b language.Tag) int { return cmp.Compare(a.String(), b.String()) }

package glossary

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// A Difference is one thing that two versions of a glossary say otherwise.
type Difference struct {
	Concept  string           // its id
	Locale   string           // of the term; "" if it is of the concept as a whole
	Term     string           // its text
	Key      string           // of glossary files, or "status"; "" if the whole concept or term is new or gone
	Old, New string           // what it says, on one line; "" if nothing
	At       concord.Position // of the term or concept, in the new version unless it is gone
}

// Diff returns what differs between two versions of a glossary, in the order of
// the new one; what is gone comes last. Concepts are told by their ids, terms by
// language and text. The order of terms makes no difference.
func Diff(old, new *Glossary) []Difference {
	was := make(map[string]int, old.Len())
	for c := range old.sketches() {
		was[strings.Clone(c.id)] = c.number
	}
	var all []Difference
	for i := range new.Len() {
		now := new.concepts.decode(i)
		n, ok := was[now.ID]
		if !ok {
			all = append(all, Difference{Concept: now.ID, New: headword(now), At: now.At})
			continue
		}
		delete(was, now.ID)
		all = append(all, differ(old.concepts.decode(n), now)...)
	}
	gone := make([]int, 0, len(was))
	for _, n := range was {
		gone = append(gone, n)
	}
	slices.Sort(gone)
	for _, n := range gone {
		c := old.concepts.decode(n)
		all = append(all, Difference{Concept: c.ID, Old: headword(c), At: c.At})
	}
	return all
}

// headword names a concept by its first term.
func headword(c *Concept) string {
	if len(c.Terms) == 0 {
		return c.ID
	}
	return c.Terms[0].Text
}

// differ compares two versions of a concept, with their keys as they are
// written.
func differ(old, new *Concept) []Difference {
	var all []Difference
	for _, d := range keys(bareConcept(old), bareConcept(new)) {
		d.Concept, d.At = new.ID, new.At
		all = append(all, d)
	}
	left := slices.Clone(old.Terms)
	for _, t := range new.Terms {
		i := slices.IndexFunc(left, func(o *Term) bool { return o.Locale == t.Locale && o.Text == t.Text })
		if i < 0 {
			all = append(all, Difference{Concept: new.ID, Locale: t.Locale.String(), Term: t.Text, New: t.Status.String(), At: t.At})
			continue
		}
		for _, d := range keys(wholeTerm(old, left[i]), wholeTerm(new, t)) {
			d.Concept, d.Locale, d.Term, d.At = new.ID, t.Locale.String(), t.Text, t.At
			all = append(all, d)
		}
		left = slices.Delete(left, i, i+1)
	}
	for _, o := range left {
		all = append(all, Difference{Concept: new.ID, Locale: o.Locale.String(), Term: o.Text, Old: o.Status.String(), At: o.At})
	}
	return all
}

// bareConcept returns what a concept says of itself, without its terms.
func bareConcept(c *Concept) *mapping {
	whole := *c
	whole.Terms = nil
	m := writeConcept(&whole)
	byTag := func(a, b language.Tag) int { return cmp.Compare(a.String(), b.String()) }
	for _, tag := range slices.SortedFunc(maps.Keys(c.Certainty), byTag) {
		m.text("certainty "+tag.String(), c.Certainty[tag])
	}
	for _, tag := range slices.SortedFunc(maps.Keys(c.Notes), byTag) {
		m.text("note "+tag.String(), c.Notes[tag])
	}
	return m
}

// wholeTerm returns all that is said of a term, its status first.
func wholeTerm(c *Concept, t *Term) *mapping {
	m := new(mapping)
	m.text("status", t.Status.String())
	if more, ok := writeTerm(c, t, Grammar{}).(*mapping); ok {
		m.content = append(m.content, more.content[2:]...) // behind its text
	}
	return m
}

// keys compares two mappings key by key: those of the new one in its order, then
// those that are gone.
func keys(old, new *mapping) []Difference {
	was := make(map[string]string)
	for i := 0; i < len(old.content); i += 2 {
		was[old.content[i].Value] = flow(old.content[i+1])
	}
	var all []Difference
	for i := 0; i < len(new.content); i += 2 {
		key, now := new.content[i].Value, flow(new.content[i+1])
		if was[key] != now {
			all = append(all, Difference{Key: key, Old: was[key], New: now})
		}
		delete(was, key)
	}
	for i := 0; i < len(old.content); i += 2 {
		if value, ok := was[old.content[i].Value]; ok {
			all = append(all, Difference{Key: old.content[i].Value, Old: value})
		}
	}
	return all
}

// flow writes a value on one line.
func flow(n *yaml.Node) string {
	if n.Kind == yaml.ScalarNode {
		return n.Value
	}
	one := *n
	one.Style = yaml.FlowStyle
	text, err := yaml.Marshal(&one)
	if err != nil {
		panic(err) // the node was made by the writer
	}
	return strings.Join(strings.Fields(string(text)), " ")
}

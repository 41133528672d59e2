package glossary

import (
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// concept compares two versions of a concept, with their keys as they are
// written.
func (d *differ) concept(old, new *Concept) {
	if old.ID != new.ID {
		d.all = append(d.all, Difference{Concept: new.ID, Key: "id", Old: old.ID, New: new.ID, At: new.At})
	}
	for _, x := range keys(bareConcept(old), bareConcept(new)) {
		x.Concept, x.At = new.ID, new.At
		d.all = append(d.all, x)
	}
	d.terms(old, new)
	d.specs(old, new)
}

// terms compares the terms of a concept.
func (d *differ) terms(old, new *Concept) {
	left := slices.Clone(old.Terms)
	was := make(map[*Term]*Term)
	meet := func(t *Term, same func(*Term) bool) {
		if i := slices.IndexFunc(left, func(o *Term) bool { return o.Locale == t.Locale && same(o) }); i >= 0 && was[t] == nil {
			was[t] = left[i]
			left = slices.Delete(left, i, i+1)
		}
	}
	for i, t := range new.Terms {
		if text := func(o *Term) bool { return o.Text == t.Text && o.Locale == t.Locale }; slices.ContainsFunc(new.Terms[i+1:], text) || slices.ContainsFunc(new.Terms[:i], text) {
			meet(t, func(o *Term) bool { return o.Text == t.Text && len(keys(wholeTerm(old, o), wholeTerm(new, t))) == 0 })
		}
	}
	for _, t := range new.Terms {
		meet(t, func(o *Term) bool { return o.Text == t.Text })
	}
	for _, t := range new.Terms {
		meet(t, func(o *Term) bool { return o.Status == Preferred && t.Status == Preferred })
	}
	for _, t := range new.Terms {
		d.term(old, new, was[t], t)
	}
	for _, o := range left {
		d.all = append(d.all, Difference{Concept: new.ID, Locale: o.Locale.String(), Term: o.Text, Old: o.Status.String(), At: o.At})
	}
}

// term compares a term with what it was; with nothing if it is new.
func (d *differ) term(old, new *Concept, was, now *Term) {
	x := Difference{Concept: new.ID, Locale: now.Locale.String(), Term: now.Text, At: now.At}
	before := statusOf(now)
	switch {
	case was == nil:
		x.New = now.Status.String()
		d.all = append(d.all, x)
	case was.Text != now.Text:
		x.Key, x.Old, x.New = "text", was.Text, now.Text
		d.all = append(d.all, x)
		fallthrough
	default:
		before = wholeTerm(old, was)
	}
	for _, k := range keys(before, wholeTerm(new, now)) {
		k.Concept, k.Locale, k.Term, k.At = x.Concept, x.Locale, x.Term, x.At
		d.all = append(d.all, k)
	}
}

// statusOf says of a term no more than its status.
func statusOf(t *Term) *mapping {
	m := new(mapping)
	m.text("status", t.Status.String())
	return m
}

// specs compares the specs of a concept, each as a whole.
func (d *differ) specs(old, new *Concept) {
	missing := func(c, other *Concept, put func(s string, spec Spec)) {
		for _, s := range c.Specs {
			if text := spec(s); !slices.ContainsFunc(other.Specs, func(o Spec) bool { return spec(o) == text }) {
				put(text, s)
			}
		}
	}
	missing(new, old, func(text string, s Spec) {
		d.all = append(d.all, Difference{Concept: new.ID, Key: "spec", New: text, At: s.At})
	})
	missing(old, new, func(text string, s Spec) {
		d.all = append(d.all, Difference{Concept: new.ID, Key: "spec", Old: text, At: s.At})
	})
}

func spec(s Spec) string {
	m := new(mapping)
	m.text("locale", s.Locale.String())
	m.text("from", s.From)
	m.text("to", s.To)
	return flow(m.node())
}

// bareConcept returns what a concept says of itself, without its id, terms and
// specs.
func bareConcept(c *Concept) *mapping {
	bare := *c
	bare.ID, bare.Terms, bare.Specs = "", nil, nil
	m := writeConcept(&bare)
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
	m := statusOf(t)
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
		return strings.NewReplacer("\\", `\\`, "\n", `\n`).Replace(n.Value)
	}
	one := *n
	one.Style = yaml.FlowStyle
	text, err := yaml.Marshal(&one)
	if err != nil {
		panic(err) // the node was made by the writer
	}
	return strings.Join(strings.Fields(string(text)), " ")
}

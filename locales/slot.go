package locales

import (
	"slices"
	"strings"
)

// A Slot is a place in a paradigm: what a form of a term is the form for. The
// zero Slot is none.
type Slot struct {
	Number string // "sg" or "pl"
	Case   string // one of Declension.Cases; empty in a language without cases
}

// String returns s as glossaries write it: "pl", "sg.gen".
func (s Slot) String() string {
	if s.Case == "" {
		return s.Number
	}
	return s.Number + "." + s.Case
}

// Declension says which slots the terms of a language have.
type Declension struct {
	Cases []string // the first is that of the dictionary form; empty: number only
}

// Slot reads a slot: "pl.gen", "pl", or "gen" of a term of that number. In a
// language with cases "pl" is the first case of the plural.
func (r *Rules) Slot(name, number string) (Slot, bool) {
	s := Slot{Number: numberOr(number)}
	if head, rest, _ := strings.Cut(name, "."); head == "sg" || head == "pl" {
		s.Number, name = head, rest
	}
	switch {
	case name == "" && len(r.Declension.Cases) > 0:
		s.Case = r.Declension.Cases[0]
	case name != "" && !slices.Contains(r.Declension.Cases, name):
		return Slot{}, false
	default:
		s.Case = name
	}
	return s, true
}

func numberOr(number string) string {
	if number == "" {
		return "sg"
	}
	return number
}

// lemma returns the slot of the form that stands in a glossary as the term.
func (r *Rules) lemma(g Grammar) Slot {
	s, _ := r.Slot("", "")
	s.Number = numberOr(g.Number)
	return s
}

// An Inflection is one form of a term.
type Inflection struct {
	Slot Slot
	Text string
}

// A Paradigm is what is known of the forms of a term, one entry a slot, in the
// order of slots. A slot that is missing is not known.
type Paradigm []Inflection

// Slots returns what a form may be the form for.
func (p Paradigm) Slots(text string) []Slot {
	var all []Slot
	for _, x := range p {
		if x.Text == text {
			all = append(all, x.Slot)
		}
	}
	return all
}

// At returns the form for a slot, empty if it is not known.
func (p Paradigm) At(s Slot) string {
	for _, x := range p {
		if x.Slot == s {
			return x.Text
		}
	}
	return ""
}

// Texts returns every form once, in the order of slots.
func (p Paradigm) Texts() []string {
	var all []string
	for _, x := range p {
		if !slices.Contains(all, x.Text) {
			all = append(all, x.Text)
		}
	}
	return all
}

// Paradigm returns the forms of a term: the dictionary form and those given. It
// is nil if none is given, since then the other forms are not known.
func (r *Rules) Paradigm(lemma string, g Grammar, given []Inflection) Paradigm {
	if len(given) == 0 {
		return nil
	}
	p := Paradigm(slices.Clone(given))
	if p.At(r.lemma(g)) == "" {
		p = append(Paradigm{{r.lemma(g), lemma}}, p...)
	}
	return p
}

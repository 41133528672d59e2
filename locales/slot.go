package locales

import (
	"slices"
	"strings"
)

// A Slot is a place in a paradigm: what a form of a term is the form for. The
// zero Slot is none.
type Slot struct {
	Number   string // "sg" or "pl"
	Case     string // one of Declension.Cases; empty in a language without cases
	Strength string // one of Declension.Strengths, of a term that begins with an adjective; else empty
}

// String returns s as glossaries write it: "pl", "sg.gen", "sg.gen.weak".
func (s Slot) String() string {
	name := s.Number
	for _, part := range []string{s.Case, s.Strength} {
		if part != "" {
			name += "." + part
		}
	}
	return name
}

// like reports whether two slots are one, where a strength that is not said
// stands for each.
func (s Slot) like(t Slot) bool {
	return s.Number == t.Number && s.Case == t.Case && (s.Strength == t.Strength || s.Strength == "" || t.Strength == "")
}

// Slot reads a slot: "pl.gen", "pl", "gen" of a term of that number, "gen.weak".
// In a language with cases "pl" is the first case of the plural.
func (r *Rules) Slot(name, number string) (Slot, bool) {
	s := Slot{Number: numberOr(number)}
	for i, part := range strings.Split(name, ".") {
		switch {
		case i == 0 && (part == "sg" || part == "pl" || part == ""):
			if part != "" {
				s.Number = part
			}
		case s.Case == "" && slices.Contains(r.Declension.Cases, part):
			s.Case = part
		case s.Strength == "" && slices.Contains(r.Declension.Strengths, part):
			s.Strength = part
		default:
			return Slot{}, false
		}
	}
	if s.Case == "" && len(r.Declension.Cases) > 0 {
		s.Case = r.Declension.Cases[0]
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

// A Paradigm is what is known of the forms of a term, in the order of slots. A
// slot that is missing is not known; one that is there twice has several forms,
// of which the first is written and all are recognised.
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
		if x.Slot.like(s) {
			return x.Text
		}
	}
	return ""
}

// Variant returns which of the forms of its slot a form is, counted from 0.
func (p Paradigm) Variant(text string) int {
	for i, x := range p {
		if x.Text == text {
			n := 0
			for _, y := range p[:i] {
				if y.Slot == x.Slot {
					n++
				}
			}
			return n
		}
	}
	return 0
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

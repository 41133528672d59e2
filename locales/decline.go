package locales

import (
	"slices"
	"strings"

	"github.com/concord-l10n/concord"
)

// given names the plural endings of a word whose first plural form a glossary
// gives.
const given = "given"

// Paradigm returns the forms of a term: those that the glossary gives, and those
// that the pattern in g.Decl makes, which give way to them. Without a pattern the
// others are not known, and without either none is: nil. What the pattern says of
// gender and animacy is added to g. A fault says what the author should write.
func (r *Rules) Paradigm(lemma string, g Grammar, forms []Inflection) (Paradigm, Grammar, *concord.Message) {
	switch {
	case g.Decl == "" && len(forms) == 0:
		return nil, g, nil
	case g.Decl == "":
		p := Paradigm(slices.Clone(forms))
		if p.At(r.lemma(g)) == "" {
			p = append(Paradigm{{r.lemma(g), lemma}}, p...)
		}
		return r.alternate(p), g, nil
	case g.Decl == "none" || g.Decl == "none.sg":
		return r.invariable(lemma, g, forms), g, nil
	}
	p, no := r.pattern(lemma, g)
	if no != nil {
		return nil, g, no
	}
	g.Gender = p.gender
	if p.head >= 0 && g.Animate == "" {
		g.Animate = map[bool]string{true: "yes", false: "no"}[p.animate]
	}
	all, no := p.paradigm(lemma, forms)
	return r.alternate(all), g, no
}

// invariable returns the one form of a term for all slots.
func (r *Rules) invariable(lemma string, g Grammar, forms []Inflection) Paradigm {
	numbers := []string{"sg", "pl"}
	if g.Decl == "none.sg" || g.Number == "pl" {
		numbers = []string{numberOr(g.Number)}
	}
	all := Paradigm(slices.Clone(forms))
	for _, n := range numbers {
		for _, c := range r.Declension.Cases {
			if s := (Slot{Number: n, Case: c}); all.At(s) == "" {
				all = append(all, Inflection{s, lemma})
			}
		}
	}
	return all
}

// alternate adds spellings that are recognised and not written.
func (r *Rules) alternate(p Paradigm) Paradigm {
	for _, x := range slices.Clone(p) {
		for letter, others := range r.Declension.Alternates {
			for _, other := range others {
				if y := (Inflection{x.Slot, strings.ReplaceAll(x.Text, letter, other)}); !slices.Contains(p, y) {
					p = append(p, y)
				}
			}
		}
	}
	return p
}

// paradigm makes the forms of all slots.
func (p *pattern) paradigm(lemma string, forms []Inflection) (Paradigm, *concord.Message) {
	strengths := []string{""}
	if slices.ContainsFunc(p.words, func(w declined) bool { return w.adjective != nil }) && len(p.r.Declension.Strengths) > 0 {
		strengths = p.r.Declension.Strengths
	}
	forms = slices.Clone(forms)
	for i := range forms { // without a strength a form is that of the dictionary
		if forms[i].Slot.Strength == "" {
			forms[i].Slot.Strength = strengths[0]
		}
	}
	var all Paradigm
	var missing []Slot
	for _, number := range p.numbers {
		for i, c := range p.r.Declension.Cases {
			for _, strength := range strengths {
				s := Slot{number, c, strength}
				texts := p.texts(s, i, forms)
				for _, x := range forms {
					if x.Slot == s {
						texts = []string{x.Text}
					}
				}
				if len(texts) == 0 {
					missing = append(missing, s)
				}
				for _, t := range texts {
					all = append(all, Inflection{s, t})
				}
			}
		}
	}
	missing = slices.DeleteFunc(missing, func(s Slot) bool {
		text := ""
		if of := p.same(s); of != s.Case {
			text = all.At(Slot{s.Number, of, s.Strength})
		}
		if text != "" {
			all = append(all, Inflection{s, text})
		}
		return text != ""
	})
	first := all.At(Slot{p.numbers[0], p.r.Declension.Cases[0], strengths[0]})
	switch {
	case len(missing) > 0:
		return nil, p.incomplete(missing)
	case first != lemma:
		return nil, fault("glossary.decl.first", "Decl", p.name(), "Term", lemma, "Got", first)
	}
	return all, nil
}

func (p *pattern) incomplete(missing []Slot) *concord.Message {
	var names []string
	for _, s := range missing {
		if name := (Slot{s.Number, s.Case, ""}).String(); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	w := p.words[max(p.head, 0)]
	base, _ := strings.CutSuffix(w.name, ".sg")
	return fault("glossary.decl.missing", "Word", w.text, "Class", strings.TrimSuffix(base, "!"), "Slots", names)
}

func (p *pattern) name() string {
	var names []string
	for _, w := range p.words {
		names = append(names, w.name)
	}
	return strings.Join(names, " ")
}

// texts returns the forms of the whole term for a slot, the one to write first;
// none if one of its words is not known there.
func (p *pattern) texts(s Slot, i int, forms []Inflection) []string {
	all := []string{""}
	for at := range p.words {
		w := &p.words[at]
		cells := []string{w.text}
		switch {
		case w.adjective != nil:
			cells = w.endings(p, p.row(w.adjective, s.Number, s.Strength), i)
		case w.noun != nil:
			cells = w.inflected(p, s, i, at, forms)
		}
		var longer []string
		for _, head := range all {
			for _, c := range cells {
				longer = append(longer, strings.TrimPrefix(head+" "+c, " "))
			}
		}
		all = longer
	}
	for k := range all {
		all[k] += p.tail
	}
	return all
}

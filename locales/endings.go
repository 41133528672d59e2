package locales

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// inflected returns the forms of a noun.
func (w *declined) inflected(p *pattern, s Slot, i, at int, forms []Inflection) []string {
	if w.doubted(p, s, i) {
		return nil
	}
	row, of := w.noun.Sg, *w
	if s.Number == "pl" {
		row = w.noun.Pl
		if first, ok := p.r.Declension.Plurals[given]; ok && row == "" {
			for _, x := range forms {
				if words := strings.Fields(x.Text); x.Slot.Number == "pl" && x.Slot.Case == p.r.Declension.Cases[0] && at < len(words) {
					row, of.stem = first, words[at]
				}
			}
		}
	}
	return of.endings(p, row, i)
}

func (w *declined) endings(p *pattern, row string, i int) []string {
	var all []string
	for _, e := range p.r.Declension.cells(row, p.animate)[i] {
		all = append(all, p.r.Declension.join(w.stem, e))
	}
	return all
}

// doubted reports whether the class is not sure of a slot of the word.
func (w *declined) doubted(p *pattern, s Slot, i int) bool {
	if w.sure {
		return false
	}
	for slot, e := range w.noun.Doubt {
		if (slot == "*" && i > 0 || slot == s.Number || slot == s.Number+"."+s.Case) && e.fits(w.text) {
			return true
		}
	}
	return false
}

// same returns the case whose form the head has in a slot as well.
func (p *pattern) same(s Slot) string {
	if p.head < 0 {
		return s.Case
	}
	row := p.words[p.head].noun.Sg
	if s.Number == "pl" {
		row = p.words[p.head].noun.Pl
	}
	cases := p.r.Declension.Cases
	fields := strings.Fields(row)
	switch i := slices.Index(cases, s.Case); {
	case i >= len(fields):
		return s.Case
	case fields[i] == "=" && p.animate:
		return cases[1]
	case fields[i] == "=":
		return cases[0]
	case strings.HasPrefix(fields[i], "@"):
		return fields[i][1:]
	}
	return s.Case
}

// row returns the endings of an adjective that agrees with the head.
func (p *pattern) row(a *Adjective, number, strength string) string {
	keys := []string{p.gender, strings.TrimRight(p.gender, "123")}
	if number == "pl" {
		keys = []string{"pl." + p.gender, "pl"}
	}
	for _, key := range keys {
		if strength != "" {
			key += "." + strength
		}
		if row, ok := a.Rows[key]; ok {
			return row
		}
	}
	return ""
}

// cut finds the stem of a word.
func (w *declined) cut(p *pattern, number string) *concord.Message {
	d := &p.r.Declension
	name := w.name
	switch {
	case w.name == "*":
		return nil
	case w.noun != nil && w.noun.As != "":
		name, w.noun = w.noun.As, nil
	case w.noun != nil && number == "pl":
		w.stem = w.noun.plural(d, w.text)
		return nil
	case w.noun != nil:
		w.stem = strings.TrimSuffix(w.text, w.noun.Cut)
		return nil
	}
	strength := ""
	if len(d.Strengths) > 0 {
		strength = d.Strengths[0]
	}
	for i := range d.Adjectives {
		a := &d.Adjectives[i]
		row := p.row(a, number, strength)
		if a.Name != name || row == "" {
			continue
		}
		for _, e := range d.cells(row, p.animate)[0] {
			if stem, ok := strings.CutSuffix(w.text, e); ok && a.Stem.fits(stem) && stem != "" {
				w.adjective, w.stem = a, stem
				return nil
			}
		}
	}
	return fault("glossary.decl.adjective", "Word", w.text, "Gender", p.gender)
}

// plural returns the stem of a word that stands in the plural, empty if it is
// none of the class.
func (c *Class) plural(d *Declension, word string) string {
	for _, e := range d.cells(c.Pl, false)[0] {
		for stem, n := word, 0; n < 4 && stem != ""; n++ {
			if d.join(stem, e) == word && c.Ends.fits(stem+c.Cut) {
				return stem
			}
			_, size := utf8.DecodeLastRuneInString(stem)
			stem = stem[:len(stem)-size]
		}
	}
	return ""
}

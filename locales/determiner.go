package locales

import (
	"slices"
	"strings"
)

// Determiner says with what words of a closed class agree: articles, possessives,
// numerals that ask for one form. A cell is "m.nom" or "pl.gen": a gender, or pl
// for all, and a case.
type Determiner struct {
	Stems    []string         // none: the endings are whole words
	Endings  map[string]cells // by ending, in lower case
	Strength string           // of an adjective that follows
	Relative bool             // behind a comma it may stand for another word: "ein Siegel, dem Kunden trauen"
}

type cells []string

// UnmarshalText reads cells with spaces between.
func (c *cells) UnmarshalText(text []byte) error {
	*c = strings.Fields(string(text))
	return nil
}

// determiner returns what a word agrees with, if it is of a closed class or holds
// one that is.
func (r *Rules) determiner(word string) (d Determiner, agrees cells, ok bool) {
	if prep, article, ok := strings.Cut(r.Contractions[word], " "); ok {
		d, agrees, ok := r.determiner(article)
		return d, slices.DeleteFunc(slices.Clone(agrees), func(cell string) bool {
			_, of, _ := strings.Cut(cell, ".")
			return !slices.Contains(r.Government[prep], of)
		}), ok
	}
	for _, d := range r.Determiners {
		for _, stem := range d.stems() {
			if rest, ok := strings.CutPrefix(word, stem); ok {
				if c, ok := d.Endings[rest]; ok {
					return d, c, true
				}
			}
		}
	}
	return Determiner{}, nil, false
}

func (d *Determiner) stems() []string {
	if len(d.Stems) == 0 {
		return []string{""}
	}
	return d.Stems
}

// determine returns the form that a word of a closed class has for a cell, empty
// if it is none or not certain: "der" for "des" and "f.gen", "zur" for "zum".
func (r *Rules) determine(word, cell string) string {
	if prep, article, ok := strings.Cut(r.Contractions[word], " "); ok {
		long := prep + " " + r.determine(article, cell)
		for short, of := range r.Contractions {
			if of == long {
				return short
			}
		}
		return long
	}
	var all []string
	for _, stem := range r.stemsOf(word) {
		for _, d := range r.Determiners {
			for ending, c := range d.Endings {
				if slices.Contains(d.Stems, stem) && slices.Contains(c, cell) {
					all = append(all, stem+ending)
				}
			}
		}
	}
	if len(all) != 1 {
		return ""
	}
	return all[0]
}

// stemsOf returns the stems of a word of a closed class that has other forms.
func (r *Rules) stemsOf(word string) (all []string) {
	for _, d := range r.Determiners {
		for _, stem := range d.Stems {
			if rest, ok := strings.CutPrefix(word, stem); ok && d.Endings[rest] != nil {
				all = append(all, stem)
			}
		}
	}
	return all
}

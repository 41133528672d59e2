package locales

import (
	"slices"
	"strings"
)

// Government says which cases a word before a term asks of it, by the word in
// lower case: a preposition.
type Government map[string][]string

// Determiner says with what words of a closed class agree: articles, possessives,
// numerals that ask for one form. A cell is "m.nom" or "pl.gen": a gender, or pl
// for all, and a case.
type Determiner struct {
	Stems    []string         // none: the endings are whole words
	Endings  map[string]cells // by ending, in lower case
	Strength string           // of an adjective that follows
}

type cells []string

// UnmarshalText reads cells with spaces between.
func (c *cells) UnmarshalText(text []byte) error {
	*c = strings.Fields(string(text))
	return nil
}

// Attributes are what may stand between a determiner or preposition and a term.
type Attributes struct {
	Like        Regexp            // adjectives look like this …
	Not         Regexp            // … but these words do not count
	Endings     []AttributeEnding `toml:"ending"` // of those that tell by themselves
	Transparent []string          // words that agree with nothing: "их"
}

// AttributeEnding says what adjectives that end so agree with.
type AttributeEnding struct {
	At    Ending
	Cells cells
}

// narrow leaves those of some slots that the words before the term allow, and
// says which strength an adjective has behind them, if that is known. If they
// allow none, the text is wrong already, and none is left.
func (f *fitting) narrow(slots []Slot) []Slot {
	all, adjectives, strength := slots, []string(nil), ""
	for at, quote := f.Span.Start, true; ; quote = false {
		word, gap := f.wordBefore(at, quote)
		at = word.Start
		found := f.Text[word.Start:word.End]
		w := strings.ToLower(found)
		cases, governs := f.Government[w]
		d, agrees, closed := f.determiner(w)
		switch {
		case gap == "":
			w = ""
		case governs:
			slots = f.governed(f.inside(slots, adjectives, f.strongest()), cases)
			strength = f.strongest()
		case closed:
			slots = f.inside(f.agreeing(slots, agrees), adjectives, d.Strength)
			strength = d.Strength
			before, gap := f.wordBefore(at, false)
			if cases, ok := f.Government[strings.ToLower(f.Text[before.Start:before.End])]; ok && gap != "" && f.Contractions[w] == "" {
				slots = f.governed(slots, cases)
			}
		case slices.Contains(f.Attributes.Transparent, w):
			continue
		case f.attribute(found) && len(adjectives) < 3:
			if told := f.agreeing(slots, f.Attributes.tells(w)); len(told) > 0 {
				slots = told
				adjectives = append(adjectives, w)
				continue
			}
			if len(f.Declension.Strengths) > 0 {
				adjectives = append(adjectives, w)
				continue
			}
		}
		if w == "" && len(adjectives) == 0 || !governs && !closed && len(adjectives) == 0 {
			strength = f.strongest()
		}
		break
	}
	if len(slots) == 0 && len(all) > 0 {
		return nil
	}
	return f.strong(slots, strength)
}

// strongest returns the strength of an adjective that nothing stands before.
func (f *fitting) strongest() string {
	if len(f.Declension.Strengths) == 0 {
		return ""
	}
	return f.Declension.Strengths[0]
}

// strong leaves those of some slots that have a strength, or do not say.
func (f *fitting) strong(slots []Slot, strength string) []Slot {
	if strength == "" {
		return slots
	}
	var all []Slot
	for _, s := range slots {
		if s.Strength == "" || s.Strength == strength {
			s.Strength = strength
			all = append(all, s)
		}
	}
	return all
}

func (f *fitting) governed(slots []Slot, cases []string) []Slot {
	return slices.DeleteFunc(slices.Clone(slots), func(s Slot) bool { return !slices.Contains(cases, s.Case) })
}

// agreeing leaves those of some slots that have one of the cells.
func (f *fitting) agreeing(slots []Slot, c cells) []Slot {
	return slices.DeleteFunc(slices.Clone(slots), func(s Slot) bool {
		return !slices.ContainsFunc(c, func(cell string) bool {
			head, of, _ := strings.Cut(cell, ".")
			if of != s.Case || (head == "pl") != (s.Number == "pl") {
				return false
			}
			gender := f.Old.Gender
			return head == "pl" || gender == "" || head == gender || head == strings.TrimRight(gender, "123")
		})
	})
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
	for _, d := range r.Determiners {
		for _, stem := range d.stems() {
			if rest, ok := strings.CutPrefix(word, stem); !ok || d.Endings[rest] == nil || stem == "" {
				continue
			}
			for ending, c := range d.Endings {
				if slices.Contains(c, cell) {
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

// attribute reports whether a word may be an adjective.
func (f *fitting) attribute(word string) bool {
	a := &f.Attributes
	return a.Like.Regexp != nil && a.Like.MatchString(word) && !a.Not.MatchString(strings.ToLower(word))
}

// tells returns what an adjective agrees with, if its ending tells.
func (a *Attributes) tells(word string) cells {
	var all cells
	for _, e := range a.Endings {
		if e.At.MatchString(word) {
			all = append(all, e.Cells...)
		}
	}
	return all
}

// inside leaves those of some slots that the endings of adjectives of a strength
// allow. If they allow none, those are no adjectives.
func (f *fitting) inside(slots []Slot, adjectives []string, strength string) []Slot {
	if strength == "" {
		return slots
	}
	for _, w := range adjectives {
		var c cells
		for i := range f.Declension.Adjectives {
			for key, row := range f.Declension.Adjectives[i].Rows {
				of, is, _ := strings.Cut(key, ".")
				if is != strength {
					continue
				}
				for k, ending := range strings.Fields(row) {
					if attributeEnding(w) == ending {
						c = append(c, of+"."+f.Declension.Cases[k])
					}
				}
			}
		}
		if slots = f.agreeing(slots, c); len(slots) == 0 {
			return nil
		}
	}
	return slots
}

// attributeEnding returns the ending of an adjective where there are strengths:
// "e", or "e" and a consonant.
func attributeEnding(word string) string {
	if at := strings.LastIndexByte(word, 'e'); at >= len(word)-2 && at >= 0 {
		return word[at:]
	}
	return ""
}

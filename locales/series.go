package locales

import (
	"slices"
	"strings"
)

// A Series is a word before a term in all the shapes it takes: by the gender and
// number of the term, and, in the order of the classes of a sound, by how the term
// begins. A list of one is for all classes. Shapes that are as good stand in one
// text, parted by "|"; an empty text is not known. "l'" is glued to the term.
type Series struct {
	By        string   // the name of a Sound; empty: how the term begins does not matter
	M, F      []string // before a singular
	MP, FP    []string `toml:",omitempty"`
	S, P      []string // before a singular, a plural of any gender
	Any       []string // before any term
	Article   bool     // it is, or has in it, the definite article
	Adjective bool     // it agrees, but a word before it does as well
	Asking    bool     // it stays as it is where it opens a question: "¿Y Inés?"
	Ask       bool     // too much else depends on it: a change is proposed
}

// A cell is a shape that a word before a term may be.
type cell struct {
	series         *Series
	gender, number string // what it goes with; empty: any
	class          int    // index of the class of sound; -1: any
}

// cells returns all shapes of a series with what each goes with.
func (s *Series) cells(yield func(shape string, c cell)) {
	for _, row := range []struct {
		gender, number string
		shapes         []string
	}{{"m", "sg", s.M}, {"f", "sg", s.F}, {"m", "pl", s.MP}, {"f", "pl", s.FP}, {"", "sg", s.S}, {"", "pl", s.P}, {"", "", s.Any}} {
		for i, shapes := range row.shapes {
			if len(row.shapes) == 1 {
				i = -1
			}
			for _, shape := range strings.Split(shapes, "|") {
				yield(shape, cell{s, row.gender, row.number, i})
			}
		}
	}
}

// shapes returns the list for a gender and number, by class of sound.
func (s *Series) shapes(gender, number string) []string {
	switch {
	case s.Any != nil:
		return s.Any
	case number == "sg" && s.S != nil:
		return s.S
	case number == "pl" && s.P != nil:
		return s.P
	case number == "pl" && gender == "m":
		return s.MP
	case number == "pl" && gender == "f":
		return s.FP
	case gender == "m":
		return s.M
	case gender == "f":
		return s.F
	}
	return nil
}

// shape returns what the series is before a term of a gender, number and class of
// sound: have, if that is right as well; empty if not known. A class below 0 is
// not known: then all classes must agree.
func (s *Series) shape(gender, number string, class int, have string) string {
	list := s.shapes(gender, number)
	if len(list) > 1 && class >= 0 {
		list = list[class : class+1]
	}
	is := ""
	for i, shapes := range list {
		all := strings.Split(shapes, "|")
		one := all[0]
		if slices.Contains(all, have) {
			one = have
		}
		if i > 0 && one != is {
			return ""
		}
		is = one
	}
	return is
}

// index orders the shapes of all series by how they are written.
func index(all []Series) map[string][]cell {
	if len(all) == 0 {
		return nil
	}
	cells := make(map[string][]cell)
	for i := range all {
		all[i].cells(func(shape string, c cell) {
			if shape != "" {
				cells[shape] = append(cells[shape], c)
			}
		})
	}
	return cells
}

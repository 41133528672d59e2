package locales

import (
	"regexp"
	"strings"
)

// Declension says which slots the terms of a language have, and how words fill
// them. Forms are written as endings, one a case, in the order of Cases: "а" is
// put behind the stem, "-" is the stem alone, "?" is not known, "@gen" is the
// ending of that case, "=" that of the first case or, in a word for what is
// animate, of the second; "~е" softens the stem. Of "ой/ою" the first is
// written, and both are recognised.
type Declension struct {
	Cases        []string            // the first is that of the dictionary form; empty: number only
	Strengths    []string            // of adjectives: the first is that of the dictionary form; empty: none
	Classes      []Class             `toml:"class"`     // of nouns; several of one name differ in Ends
	Adjectives   []Adjective         `toml:"adjective"` // the first whose Stem fits
	Plurals      map[string]string   // endings of the plural, for classes named with them: "m-es" and "e" are "m-es-e"
	Spelling     []Respelling        // of stem and ending, with "|" between
	Soft         []Respelling        // of the stem before "~"
	CapitalNouns bool                `toml:"capital-nouns"` // nouns have a capital: "spielen" is not the plural of "Spiel"
	Compounds    bool                // a word before a hyphen is not declined, and the last one agrees: "Bund-Projekt"
	Alternates   map[string][]string // spellings that are recognised and not written: "ё" for "е"
}

// Class is how the nouns of a class are declined.
type Class struct {
	Name   string
	Gender string            // "m", "f", "n"; in Polish also "m1", "m2", "m3"
	Ends   Ending            // how the dictionary form ends
	Cut    string            // what of that is not the stem
	Sg, Pl string            // endings; none: the class says nothing of that number
	As     string            // the class of adjectives after which it is declined, instead of endings
	Doubt  map[string]Ending // slots of which words that end so may have another form: "pl.gen"; "pl" and "*" are many
}

// Adjective is how adjectives that end in a certain way are declined.
type Adjective struct {
	Name string            // "adj"
	Stem Ending            // how the stem ends
	Rows map[string]string // endings by gender of the head, or "pl", with ".strength" if there are any
}

// Ending is a regular expression of the end of a word, in lower case.
type Ending struct{ *regexp.Regexp }

// UnmarshalText compiles an ending.
func (e *Ending) UnmarshalText(text []byte) (err error) {
	e.Regexp, err = regexp.Compile("(?:" + string(text) + ")$")
	return err
}

func (e Ending) fits(word string) bool {
	return e.Regexp == nil || e.MatchString(strings.ToLower(word))
}

// Respelling changes how something is written.
type Respelling struct {
	At Regexp
	To string
}

// Regexp is a regular expression anywhere in a text.
type Regexp struct{ *regexp.Regexp }

// UnmarshalText compiles an expression.
func (e *Regexp) UnmarshalText(text []byte) (err error) {
	e.Regexp, err = regexp.Compile(string(text))
	return err
}

// join puts an ending behind a stem.
func (d *Declension) join(stem, ending string) string {
	ending, soft := strings.CutPrefix(ending, "~")
	if soft {
		for _, s := range d.Soft {
			if s.At.MatchString(stem) {
				stem = s.At.ReplaceAllString(stem, s.To)
				break
			}
		}
	}
	text := stem + "|" + ending
	for _, s := range d.Spelling {
		text = s.At.ReplaceAllString(text, s.To)
	}
	return strings.Replace(text, "|", "", 1)
}

// cells spreads endings over the cases; each case has its alternatives.
func (d *Declension) cells(row string, animate bool) [][]string {
	fields := strings.Fields(row)
	all := make([][]string, len(d.Cases))
	for i := range all {
		if i < len(fields) {
			all[i] = d.cell(fields, fields[i], animate)
		}
	}
	return all
}

func (d *Declension) cell(fields []string, ending string, animate bool) []string {
	switch {
	case ending == "?":
		return nil
	case ending == "=" && animate:
		return d.cell(fields, fields[1], animate)
	case ending == "=":
		return d.cell(fields, fields[0], animate)
	case strings.HasPrefix(ending, "@"):
		for i, c := range d.Cases {
			if c == ending[1:] {
				return d.cell(fields, fields[i], animate)
			}
		}
	}
	parts := strings.Split(ending, "/")
	for i, p := range parts {
		if p == "-" {
			parts[i] = ""
		}
	}
	return parts
}

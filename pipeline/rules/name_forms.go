package rules

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// A nameForm is a name as it is written in the documents of one language.
type nameForm struct {
	words   []string // without small ones, in lower case, without accents and plural endings
	kin     []string // the same with these endings, those that translate one word the same
	agent   []bool   // whether they end as words for persons do
	headed  bool     // it says what kind of body or thing it names
	bound   bool     // it has connectors
	concept string   // of the glossary, "" if none
	first   int      // the first note
	count   int
	in      map[place]bool
	like    *nameForm // the name that this one looks like, nil if none
}

// A place is a paragraph: a document, by its file, and a segment.
type place struct {
	file    string
	segment int
}

// formsOf returns the distinct names of each language, in the order of their
// first notes.
func formsOf(notes []lint.Note) [][]*nameForm {
	type spelled struct {
		locale language.Tag
		text   string
	}
	known := make(map[spelled]*nameForm)
	group := make(map[language.Tag]int)
	var all [][]*nameForm
	for i, n := range notes {
		locale := n.Place.Doc.Locale
		of := spelled{locale, n.Key}
		f := known[of]
		if f == nil {
			f = newForm(n.Key, locales.For(locale))
			f.first, f.in = i, make(map[place]bool)
			known[of] = f
			if _, ok := group[locale]; !ok {
				group[locale] = len(all)
				all = append(all, nil)
			}
			all[group[locale]] = append(all[group[locale]], f)
		}
		f.count++
		f.concept = cmp.Or(f.concept, n.Value)
		f.in[place{n.Place.Doc.File, n.Place.Segment}] = true
	}
	return all
}

func newForm(text string, rules *locales.Rules) *nameForm {
	if dots := rules.Names.Dots; dots != "" {
		return &nameForm{words: strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(dots, c) })}
	}
	f, last, raw := new(nameForm), false, "" // the last word, and whether it is a head
	for word := range strings.FieldsFuncSeq(text, func(c rune) bool { return c == '-' || c == '.' || c == '\'' || c == '’' || unicode.IsSpace(c) }) {
		if small := strings.ToLower(word); slices.Contains(rules.Names.Connectors, small) || slices.Contains(rules.Names.Joins, small) {
			f.bound = true
			continue
		}
		word = unaccented(word)
		head := slices.Contains(rules.Names.Heads, word)
		f.headed = f.headed || head
		last, raw = head, word
		f.words = append(f.words, singular(word))
		f.agent = append(f.agent, slices.ContainsFunc(rules.Names.Agents, func(end string) bool { return strings.HasSuffix(singular(word), end) }))
		f.kin = append(f.kin, kinOf(word, rules.Names.Kin))
	}
	if n := len(f.kin) - 1; n >= 0 && !last { // "Central American" is nobody's "Central America"
		f.kin[n] = raw
	}
	return f
}

// singular returns a word without the s of the plural.
func singular(word string) string {
	if len(word) > 3 && !strings.HasSuffix(word, "ss") {
		return strings.TrimSuffix(word, "s")
	}
	return word
}

// kinOf returns the first of the words that translate one word.
func kinOf(word string, kin []string) string {
	for _, same := range kin {
		if all := strings.Fields(same); slices.Contains(all, word) {
			return all[0]
		}
	}
	return word
}

// permuted returns what is the same of two names that have the same words in any order.
func (f *nameForm) permuted() string {
	words := slices.Clone(f.kin)
	slices.Sort(words)
	return strings.Join(words, " ")
}

// joined returns the letters of the name.
func (f *nameForm) joined() string { return strings.Join(f.words, "") }

// together reports whether the two stand in one paragraph, as two persons do.
func (f *nameForm) together(g *nameForm) bool {
	for at := range f.in {
		if g.in[at] {
			return true
		}
	}
	return false
}

// meets reports whether a document has both.
func (f *nameForm) meets(g *nameForm) bool {
	for at := range f.in {
		for there := range g.in {
			if at.file == there.file {
				return true
			}
		}
	}
	return false
}

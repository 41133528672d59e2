package rules

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// A candidate is a name in a translation that may render one of the source.
type candidate struct {
	renderedName
	form *nameForm
	note int
}

// inDocument is a name as it is folded in a document.
type inDocument struct {
	doc    *concord.Document
	folded string
}

// names compares what renders the name of a person or a body. What renders it must
// stand nowhere but where the source has it.
func (r *renderer) names(same []int) []rendition {
	const few = 16 // names that may be the usual rendering: the cost is linear
	rules := locales.For(r.notes[same[0]].Place.Doc.Locale)
	if len(rules.Names.Connectors) == 0 && !rules.Names.Steady {
		if r.notes[same[0]].Value == aName && scriptOf(rules.Tag).has('永') {
			return r.unspacedForms(same)
		}
		return nil
	}
	sites := make([][]candidate, len(same))
	counts, first, own := make(map[string]int), make(map[string]int), make(map[place]bool)
	elsewhere := make(map[inDocument]bool) // whether a name stands where the source has it not
	for _, i := range same {
		own[place{r.notes[i].Place.Doc.File, r.notes[i].Place.Segment}] = true
	}
	for k, i := range same {
		for _, c := range r.candidates(i, own, elsewhere) {
			if counts[c.folded]++; counts[c.folded] == 1 {
				first[c.folded] = k
			}
			sites[k] = append(sites[k], c)
		}
	}
	usual := slices.SortedFunc(keys(counts), func(a, b string) int {
		return cmp.Or(counts[b]-counts[a], first[a]-first[b], strings.Compare(a, b))
	})
	for _, name := range usual[:min(len(usual), few)] {
		there := sites[first[name]][slices.IndexFunc(sites[first[name]], func(c candidate) bool { return c.folded == name })]
		if all := r.against(there, same, sites, rules); len(all) > 0 {
			return all
		}
	}
	return nil
}

func keys(counts map[string]int) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range counts {
			if !yield(k) {
				return
			}
		}
	}
}

// against returns the places that lack a rendering and have another one.
func (r *renderer) against(usual candidate, same []int, sites [][]candidate, rules *locales.Rules) []rendition {
	var all []rendition
	heard := make(map[string]bool)
	for k, i := range same {
		n := r.notes[i]
		if r.abridged(i, usual, rules) {
			continue
		}
		for _, c := range sites[k] {
			if !heard[c.folded] && r.rivals(usual, c, rules) {
				heard[c.folded] = true
				all = append(all, rendition{n.Place.At(c.span), r.notes[usual.note].Place.At(usual.span), n.Of, r.notes[usual.note].Of})
				break
			}
		}
	}
	return all
}

// abridged reports whether a segment has a rendering, a part of it, or its acronym.
func (r *renderer) abridged(i int, usual candidate, rules *locales.Rules) bool {
	text := r.notes[i].Place.Seg().Text
	if r.says(r.notes[i].Place, usual.folded, rules) > 0 {
		return true
	}
	for _, c := range r.capitals(r.notes[i].Place) {
		word := text[c.span.Start:c.span.End]
		if !strings.Contains(c.folded, " ") && (strings.Contains(" "+usual.folded+" ", " "+c.folded+" ") || len(word) > 1 && strings.ToUpper(word) == word) {
			return true
		}
	}
	return false
}

// candidates returns the names of a segment that stand nowhere in their document but
// where the source has the name.
func (r *renderer) candidates(i int, own map[place]bool, elsewhere map[inDocument]bool) []candidate {
	n := r.notes[i]
	rules := locales.For(n.Place.Doc.Locale)
	shape := r.shape(n.Place.Doc)
	var all []candidate
	names := r.capitals(n.Place)
	if len(names) > crowded {
		return nil
	}
	for _, c := range names {
		of := inDocument{n.Place.Doc, c.folded}
		foreign, asked := elsewhere[of]
		if !asked {
			foreign = slices.ContainsFunc(shape[c.folded], func(segment int) bool { return !own[place{n.Place.Doc.File, segment}] })
			elsewhere[of] = foreign
		}
		if !foreign {
			all = append(all, candidate{c, newForm(n.Place.Seg().Text[c.span.Start:c.span.End], rules), i})
		}
	}
	return all
}

// shape returns in which segments of a document each of its names stands.
func (r *renderer) shape(d *concord.Document) map[string][]int {
	shape, known := r.shapes[d]
	if !known {
		shape = make(map[string][]int)
		for i := range d.Segments {
			for _, c := range r.capitals(concord.Place{Doc: d, Segment: i}) {
				shape[c.folded] = append(shape[c.folded], i)
			}
		}
		r.shapes[d] = shape
	}
	return shape
}

// capitals returns the capitalised names of a segment, those of one word as well.
func (r *renderer) capitals(at concord.Place) []renderedName {
	of := place{at.Doc.File, at.Segment}
	all, known := r.forms[of]
	if !known {
		all = capitalsIn(at.Seg().Text, locales.For(at.Doc.Locale))
		r.forms[of] = all
	}
	return all
}

// capitalsIn returns the capitalised names of a text, those of one word as well.
func capitalsIn(text string, rules *locales.Rules) []renderedName {
	var all []renderedName
	reader := newNameReader(rules)
	reader.text = text
	for reader.at < len(reader.text) {
		start := reader.capital(reader.at)
		if start < 0 {
			break
		}
		end := reader.word(start)
		reader.at = end
		span := concord.Span{Start: start, End: end}
		if !reader.isName(span) {
			continue
		}
		if reader.goesOn(end) {
			if run := reader.run(start, end); run.Len() > 0 {
				span = run
			}
		}
		text := strings.TrimRight(reader.text[span.Start:span.End], "'’")
		span.End = span.Start + len(text)
		if folded := foldRendered(text, rules); strings.ContainsFunc(folded, unicode.IsLetter) {
			all = append(all, renderedName{span, folded})
		}
	}
	return all
}

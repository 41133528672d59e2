package lint

import (
	"cmp"
	"slices"

	"github.com/concord-l10n/concord"
)

// A Note is something that a rule has read in one document, to be compared with
// what it has read in all others of a run.
type Note struct {
	Rule    *Rule
	Release string // its name
	Key     string // what is compared, such as an office
	Value   string // what is said of it, such as who holds it
	Place   concord.Place
	Of      concord.Place // what it renders in the source; without a document if that does not matter
}

// Note remembers something for Rule.Across. A rule that takes notes must read
// every segment in every round, also those that are Settled.
func (p *Pass) Note(key, value string, at concord.Place) {
	*p.notes = append(*p.notes, Note{Rule: p.Rule, Release: p.Release.Name, Key: key, Value: value, Place: at})
}

// NoteOf is Note of something that renders a stretch of the source.
func (p *Pass) NoteOf(of concord.Place, key, value string, at concord.Place) {
	p.Note(key, value, at)
	(*p.notes)[len(*p.notes)-1].Of = of
}

// Across lets the rules compare what they have noted in all documents of a run.
// The notes may come in any order, each rule gets its own in the order of file
// and place. No finding has a fix that is automatic: two texts that disagree do
// not say which of them is right.
func Across(rules []*Rule, notes []Note) []concord.Finding {
	var found []concord.Finding
	for _, r := range rules {
		if r.Across == nil {
			continue
		}
		var own []Note
		for _, n := range notes {
			if n.Rule == r {
				own = append(own, n)
			}
		}
		slices.SortStableFunc(own, func(a, b Note) int {
			return cmp.Or(cmp.Compare(a.Place.Doc.File, b.Place.Doc.File), cmp.Compare(a.Place.Segment, b.Place.Segment),
				cmp.Compare(a.Place.Span.Start, b.Place.Span.Start), cmp.Compare(a.Key, b.Key), cmp.Compare(a.Value, b.Value))
		})
		r.Across(own, func(f concord.Finding) {
			f.Rule = r.Name
			f.Severity = r.severity(f)
			for i := range f.Fixes {
				f.Fixes[i].Auto = false
			}
			found = append(found, f)
		})
	}
	return found
}

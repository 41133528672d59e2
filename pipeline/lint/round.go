package lint

import (
	"reflect"
	"slices"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
)

// A Round is what a Linter made of a release. The next round, after edits, goes
// by it, and does not read again what cannot read otherwise than before.
type Round struct {
	Found []concord.Finding // in order of file, place and rule
	Notes []Note            // for the rules that compare documents
	read  []*reading        // of each document
}

// A reading is one document as it was read in a round.
type reading struct {
	doc     *concord.Document
	matches [][]glossary.Match // of each segment
	quiet   []bool             // whether no rule found anything in a segment
	alone   bool               // what was found in a segment depends on no other
	pairs   []concord.Pair
	pass    Pass // what its rules share
}

// document returns the reading of a document of the release, by its number.
func (r *Round) document(n int) *reading {
	if r == nil {
		return new(reading)
	}
	return r.read[n]
}

// same returns for each segment of what became of a document the number of the
// segment of before that reads the same, or -1; nil in the first round. Edits
// keep the segments in order, but a blank one may go.
func (before *reading) same(doc *concord.Document) []int {
	if before.doc == nil {
		return nil
	}
	same := make([]int, len(doc.Segments))
	n := 0
	for i := range doc.Segments {
		s := &doc.Segments[i]
		same[i] = -1
		for n < len(before.doc.Segments) && before.doc.Segments[n].Kind == concord.Blank && s.Kind != concord.Blank {
			n++
		}
		if n == len(before.doc.Segments) {
			continue
		}
		switch was := &before.doc.Segments[n]; {
		case was.Kind == s.Kind && was.Text == s.Text && slices.Equal(was.Marks, s.Marks):
			same[i] = n
			n++
		case was.Kind == concord.Blank || s.Kind != concord.Blank:
			n++
		}
	}
	return same
}

// find looks for the terms in each segment. Where no term has asked what stands
// elsewhere in the document, those that read the same are not searched again.
func (r *reading) find(terms *glossary.Matcher, before *reading, same []int) {
	r.matches = make([][]glossary.Match, len(r.doc.Segments))
	scope := terms.Scope(r.doc.Texts())
	for i := range r.doc.Segments {
		s := &r.doc.Segments[i]
		if before.alone && same[i] >= 0 {
			r.matches[i] = before.matches[same[i]]
		} else {
			r.matches[i] = terms.Find(s.Text, scope, s.Marks)
		}
	}
	r.alone = !scope.Asked()
}

// listen notes in which segments nothing was found.
func (r *reading) listen(found []concord.Finding) {
	r.quiet = slices.Repeat([]bool{true}, len(r.doc.Segments))
	for i := range found {
		r.quiet[found[i].Place.Segment] = false
	}
}

// Settled reports whether a segment reads as it did in the round before, terms
// included, and the document is paired with the source as it was, and no rule
// found anything in it then. A rule that judges a segment by itself and by its
// source finds nothing again.
func (p *Pass) Settled(segment int) bool {
	if p.same == nil || p.same[segment] < 0 || !p.steady {
		return false
	}
	n := p.same[segment]
	return p.before.quiet[n] && alike(p.matches[segment], p.before.matches[n])
}

// Before returns p.Doc as it was in the round before, or nil.
func (p *Pass) Before() *concord.Document { return p.before.doc }

func alike(a, b []glossary.Match) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0] || reflect.DeepEqual(a, b))
}

// Package suppress knows which findings somebody has asked not to hear of, and
// why. Rules do not know of it: what they find is set aside before anything is
// decided.
package suppress

import (
	"slices"

	"github.com/concord-l10n/concord"
)

// A Suppression asks not to hear of some rules in a part of a document.
type Suppression struct {
	Rules  []string      // names; those that no rule has count for nothing
	Reason string        // why; without one nothing is suppressed
	At     concord.Place // where it is written
	Key    string        // of the segment that it is about, if the settings of a project say so; "" for all of them
	Fault  Fault         // what is wrong with how it is written

	segment int    // that it is about, if a comment says so; everywhere is -1
	used    []bool // of each of Rules, whether it has kept a finding back
}

// Fault is what is wrong with how a suppression is written.
type Fault uint8

// The faults.
const (
	Sound    Fault = iota
	NoRule         // it names no rule
	NoReason       // it gives no reason
)

const everywhere = -1

// Used reports whether the suppression has kept back a finding of Rules[n].
func (s *Suppression) Used(n int) bool { return s.used[n] }

// covers reports whether the suppression is about a finding in its part of the
// document, and notes that.
func (s *Suppression) covers(f *concord.Finding) bool {
	n := slices.Index(s.Rules, f.Rule)
	if n < 0 || s.Fault != Sound || s.Key != "" && s.Key != f.Place.Seg().Key {
		return false
	}
	s.used[n] = true
	return true
}

// A List holds the suppressions of one document.
type List struct {
	All []*Suppression
	of  map[int][]*Suppression // those about a segment; those about everything are at everywhere
}

func (l *List) add(s *Suppression) {
	l.All = append(l.All, s)
	l.of[s.segment] = append(l.of[s.segment], s)
}

// A Set holds the suppressions of documents. Documents without any are not in
// it, as most are not.
type Set map[*concord.Document]*List

// Of returns the suppressions of documents: those that their comments ask for,
// and those that the project asks for by the name of the file.
func Of(docs []*concord.Document, project func(file string) []Suppression) Set {
	set := make(Set)
	for _, d := range docs {
		l := &List{of: make(map[int][]*Suppression)}
		for _, s := range comments(d) {
			l.add(s)
		}
		if project != nil {
			for _, s := range project(d.File) {
				s.segment, s.used = everywhere, make([]bool, len(s.Rules))
				l.add(&s)
			}
		}
		if l.All != nil {
			set[d] = l
		}
	}
	return set
}

// By returns the suppression that keeps a finding back, or nil. Every
// suppression that is about it counts as used.
func (s Set) By(f *concord.Finding) *Suppression {
	l := s[f.Place.Doc]
	if l == nil {
		return nil
	}
	var first *Suppression
	for _, part := range [...][]*Suppression{l.of[f.Place.Segment], l.of[everywhere]} {
		for _, x := range part {
			if x.covers(f) && first == nil {
				first = x
			}
		}
	}
	return first
}

// Inside reports whether s stands in the file that it is about; otherwise it is
// among the settings of the project.
func (s *Suppression) Inside() bool { return s.segment != everywhere }

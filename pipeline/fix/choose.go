// Package fix decides which fixes to apply and carries them out.
package fix

import (
	"cmp"
	"slices"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/format"
)

// A Decision records what became of a finding, and why.
type Decision struct {
	Finding *concord.Finding
	Fix     *concord.Fix // the fix that was heard; nil if none was offered
	Outcome Outcome
	Against *concord.Finding // the finding that prevailed, if Collided
	Reason  string           // why nobody wants to hear of the finding, if Suppressed
	Inside  bool             // the file itself says so, not the project
}

// Outcome is what became of a fix.
type Outcome uint8

// The outcomes.
const (
	None       Outcome = iota // no fix was offered
	Offered                   // a fix for an editor to consider
	Applied                   // the text was changed
	Collided                  // another fix changed the same text; this one is heard again in the next round
	Protected                 // the text is marked as untouchable
	Unplaced                  // the text spans markup, or part of an escape
	Unwritable                // the encoding of the file lacks a character of the new text
	Suppressed                // somebody has asked not to hear of the finding: it was not heard
	Elsewhere                 // it is not on the lines that the run is about: it was not heard
)

// String returns the name of o as it stands in reports.
func (o Outcome) String() string {
	return [...]string{"none", "offered", "applied", "collided", "protected", "unplaced", "unwritable", "suppressed", "elsewhere"}[o]
}

// A Plan is the set of edits to make, and the account of how it was reached.
type Plan struct {
	Edits     map[*concord.Document][]concord.Edit // ordered by place; they do not overlap
	Decisions []Decision                           // in the order of the findings
}

// Choose settles which fixes to apply. Findings are heard in the order of
// rank, the priority of their rule, and then of place; the first fix of each is
// applied whole or not at all, if it is automatic, or unsure says of its document that
// fixes which are not are made there too; nil: nowhere.
func Choose(found []concord.Finding, rank func(rule string) int, unsure func(*concord.Document) bool) *Plan {
	h := hearing{unsure: unsure, taken: make(map[*concord.Document][]claims)}
	type turn struct{ rank, finding int }
	order := make([]turn, len(found))
	for i := range found {
		order[i] = turn{rank(found[i].Rule), i}
	}
	slices.SortStableFunc(order, func(a, b turn) int { return cmp.Compare(a.rank, b.rank) })

	plan := &Plan{Edits: make(map[*concord.Document][]concord.Edit), Decisions: make([]Decision, len(found))}
	for _, t := range order {
		d := h.hear(&found[t.finding])
		plan.Decisions[t.finding] = d
		if d.Outcome == Applied {
			doc := d.Finding.Place.Doc
			plan.Edits[doc] = append(plan.Edits[doc], d.Fix.Edits...)
		}
	}
	for _, edits := range plan.Edits {
		slices.SortStableFunc(edits, func(a, b concord.Edit) int {
			return cmp.Or(cmp.Compare(a.Place.Segment, b.Place.Segment),
				cmp.Compare(a.Place.Span.Start, b.Place.Span.Start), cmp.Compare(a.Place.Span.End, b.Place.Span.End))
		})
	}
	return plan
}

// A claim is a stretch that an accepted fix changes, with the finding's place,
// which no other fix may change under it.
type claim struct {
	span concord.Span
	by   *concord.Finding
}

type hearing struct {
	unsure func(*concord.Document) bool
	taken  map[*concord.Document][]claims // by segment
}

func (h *hearing) hear(f *concord.Finding) Decision {
	if len(f.Fixes) == 0 {
		return Decision{Finding: f}
	}
	d := Decision{Finding: f, Fix: &f.Fixes[0], Outcome: Offered}
	if !d.Fix.Auto && (h.unsure == nil || !h.unsure(f.Place.Doc)) {
		return d
	}
	// A term that straddles markup has no single stretch of the file to stand in,
	// even where each of its words has.
	if _, ok := f.Place.Seg().Locate(f.Place.Span); !ok {
		d.Outcome = Unplaced
		return d
	}
	for _, e := range d.Fix.Edits {
		if _, ok := e.Place.Seg().Locate(e.Place.Span); !ok {
			d.Outcome = Unplaced
			return d
		}
		if e.Place.Seg().Protected(e.Place.Span) {
			d.Outcome = Protected
			return d
		}
		if !format.Holds(e.Place.Doc, e.New) {
			d.Outcome = Unwritable
			return d
		}
		if by := h.at(e.Place).against(e.Place.Span); by != nil {
			d.Outcome, d.Against = Collided, by
			return d
		}
	}
	for _, e := range d.Fix.Edits {
		c := h.at(e.Place)
		*c = c.with(claim{e.Place.Span, f})
	}
	d.Outcome = Applied
	return d
}

// at returns the claims on the segment of a place.
func (h *hearing) at(p concord.Place) *claims {
	all := h.taken[p.Doc]
	if all == nil {
		all = make([]claims, len(p.Doc.Segments))
		h.taken[p.Doc] = all
	}
	return &all[p.Segment]
}

// Claims are those on one segment, in order; they do not overlap.
type claims []claim

// after returns the number of the first claim that begins behind an offset.
func (c claims) after(offset int) int {
	n, _ := slices.BinarySearchFunc(c, offset+1, func(x claim, start int) int { return x.span.Start - start })
	return n
}

// against returns the finding whose claim an edit of span collides with, or nil.
func (c claims) against(span concord.Span) *concord.Finding {
	for n := c.after(span.End) - 1; n >= 0 && c[n].span.End >= span.Start; n-- {
		if collide(c[n].span, span) {
			return c[n].by
		}
	}
	return nil
}

func (c claims) with(x claim) claims { return slices.Insert(c, c.after(x.span.Start), x) }

// collide reports whether two edits cannot both be made: they share a byte, or
// one inserts where the other edits, so that their order would matter.
func collide(a, b concord.Span) bool {
	return a.Overlaps(b) || (a.Len() == 0 || b.Len() == 0) && a.Start <= b.End && b.Start <= a.End
}

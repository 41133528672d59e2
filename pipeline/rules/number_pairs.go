package rules

import (
	"math"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// A stated is a quantity in its segment, and its fellow in the other language.
type stated struct {
	*locales.Quantity
	segment int
	at      float64 // where in the bead it stands, from 0 to 1
	met     bool    // the other language states it as well
	fellow  *stated // what states it there
}

// A numberGap is a quantity of the source that the translation has otherwise
// or not at all, or one of the translation that the source lacks; then the one
// of the two is nil.
type numberGap struct {
	source, target *stated
	place          concord.Place // where in the translation it should be, if target is nil
}

// numberGaps are those of a document, by the rule that reports them.
type numberGaps struct{ value, sign, swap, date, unit, missing, extra []numberGap }

// gapsOf compares what a document and its source state, once for all rules.
func gapsOf(p *lint.Pass) *numberGaps {
	return lint.Once(p, p.Doc, func(doc *concord.Document) *numberGaps {
		gaps := new(numberGaps)
		if p.Beads() == nil {
			return gaps
		}
		ours, theirs := quantitiesOf(p, doc), quantitiesOf(p, p.Release.Source)
		if ours.locale.Numerals.Decimal == "" || theirs.locale.Numerals.Decimal == "" {
			return gaps
		}
		for bead := range flanked(p) {
			gaps.compare(p, bead, theirs, ours)
		}
		return gaps
	})
}

// compare compares the quantities of a stretch and its translation.
func (g *numberGaps) compare(p *lint.Pass, bead lint.Bead, theirs, ours *quantities) {
	var source, target []stated
	for _, i := range bead.Source {
		source = state(source, inTerms(theirs.in(i), p.SourceMatches(i)), i, len(p.Release.Source.Segments[i].Text))
	}
	for _, i := range bead.Target {
		target = state(target, inTerms(ours.in(i), p.Matches(i)), i, len(p.Doc.Segments[i].Text))
	}
	if len(source) == 0 && len(target) == 0 {
		return
	}
	durations(source, target)
	durations(target, source)
	meet(source, target)
	restore(source, target)
	g.signs(source, theirs, ours)
	g.bare(source, target, ours)
	g.swapped(source, target, theirs, ours)
	g.differ(source, target, bead.Sure)
	g.rest(p, bead, source, target, theirs, ours)
}

func state(all []stated, found []locales.Quantity, segment, size int) []stated {
	for i := range found {
		all = append(all, stated{Quantity: &found[i], segment: segment, at: float64(found[i].Span.Start) / float64(max(size, 1))})
	}
	return all
}

// join makes two quantities fellows.
func (s *stated) join(t *stated) {
	s.met, t.met, s.fellow, t.fellow = true, true, t, s
}

// reach is how many numbers alike are looked at to find the fellow of one, so
// that the time stays linear in a table of a thousand ones.
const reach = 24

// meet pairs the quantities that say the same: those that must be translated
// first, then those with others that may be dropped.
func meet(source, target []stated) {
	by := make(map[locales.Amount][]int, len(target))
	for i := range target {
		t := &target[i]
		by[t.Amount] = append(by[t.Amount], i)
		if t.Or.Over != 0 && t.Or != t.Amount {
			by[t.Or] = append(by[t.Or], i)
		}
	}
	for _, pass := range []struct{ same, source, target bool }{{true, false, false}, {false, false, false}, {false, false, true}, {false, true, false}, {true, true, true}, {false, true, true}} {
		for i := range source {
			s := &source[i]
			if s.met || s.Loose != pass.source {
				continue
			}
			best := -1
			for _, key := range []locales.Amount{s.Amount, s.Or} {
				if key.Over == 0 {
					continue
				}
				list := by[key]
				for len(list) > 0 && target[list[0]].met {
					list = list[1:]
				}
				by[key] = list
				for n, j := range list {
					t := &target[j]
					if n > reach {
						break
					}
					if t.met || t.Loose != pass.target || offDate(s, t) || offDate(t, s) || !s.Says(t.Quantity) || !s.Fits(t.Quantity) || pass.same && (s.Unit != t.Unit || s.Kind != t.Kind || s.Sign != t.Sign || s.Growth != t.Growth) {
						continue
					}
					if best < 0 || math.Abs(s.at-t.at) < math.Abs(s.at-target[best].at) {
						best = j
					}
				}
			}
			if best >= 0 {
				s.join(&target[best])
			}
		}
	}
}

// offDate reports whether one quantity is part of a longer date, and another a number
// that may be dropped and is part of none: the first stage is not the first of May.
func offDate(s, t *stated) bool {
	return inDate(s) && s.Whole != s.Span && t.Loose && !inDate(t)
}

// unmet returns those that have no fellow, at most as many as may be compared
// one by one; none if there are more.
func unmet(all []stated, loose bool) []*stated {
	var out []*stated
	for i := range all {
		if !all[i].met && (loose || !all[i].Loose || all[i].Odd) {
			out = append(out, &all[i])
		}
	}
	if len(out) > 2*reach {
		return nil
	}
	return out
}

// durations pairs "2 h 04", which reads like a time of day, with the hours and minutes
// that the other side gives it as.
func durations(clocks, others []stated) {
	const half = 12 * 60 // what the minutes of a clock are counted to
	for i := range clocks {
		c := &clocks[i]
		minutes, _ := c.Amount.Int()
		if c.Kind != locales.Clock || c.met {
			continue
		}
		for j := 1; j < len(others); j++ {
			h, m := &others[j-1], &others[j]
			hours, whole := h.Amount.Int()
			rest, also := m.Amount.Int()
			if !h.met && !m.met && h.Unit == "h" && m.Unit == "min" && whole && also && (hours*60+rest)%half == minutes {
				c.join(h)
				m.met = true
				break
			}
		}
	}
}

// restore pairs the quantities that are the same in other units or rounded.
func restore(source, target []stated) {
	for _, s := range unmet(source, true) {
		for _, t := range unmet(target, true) {
			if !(s.Loose && t.Loose && s.Unit == t.Unit) && (s.Converts(t.Quantity) || s.Says(t.Quantity) && s.Fits(t.Quantity)) {
				s.join(t)
				break
			}
		}
	}
}

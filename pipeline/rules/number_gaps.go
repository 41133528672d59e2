package rules

import (
	"math"
	"slices"

	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// differ pairs what is left on both sides where the one is likely the other
// with something changed, the likeliest first.
func (g *numberGaps) differ(source, target []stated) {
	g.reversed(source, target)
	ss, ts := unmet(source, true), unmet(target, true)
	type couple struct {
		s, t  *stated
		worth float64
	}
	var couples []couple
	for _, s := range ss {
		for _, t := range ts {
			if (s.Loose && !s.Odd || t.Loose && !t.Odd) && !byTheWay(s, t) {
				continue
			}
			if w := likeness(s, t); w > 0 {
				couples = append(couples, couple{s, t, w})
			}
		}
	}
	slices.SortStableFunc(couples, func(a, b couple) int {
		if a.worth > b.worth {
			return -1
		} else if a.worth < b.worth {
			return 1
		}
		return 0
	})
	for _, c := range couples {
		if c.s.met || c.t.met {
			continue
		}
		c.s.met, c.t.met = true, true
		gap := numberGap{source: c.s, target: c.t}
		switch {
		case c.s.Says(c.t.Quantity):
			g.unit = append(g.unit, gap)
		case c.t.Kind == locales.Year && yearLike(c.s), inDate(c.s) && (inDate(c.t) || c.t.Kind == locales.Ordinal || c.t.Kind == locales.Count), c.s.Kind == locales.Clock || c.t.Kind == locales.Clock:
			g.date = append(g.date, gap)
		default:
			g.value = append(g.value, gap)
		}
	}
}

// byTheWay reports whether two numbers are held against each other though one is
// said by the way: "a third" for a quarter, "two hours" for three.
func byTheWay(s, t *stated) bool {
	switch {
	case s.Unit != "":
		return s.Unit == t.Unit
	case s.Kind == locales.Fraction && t.Kind == locales.Fraction:
		return true
	}
	return s.Kind == locales.Ordinal && t.Kind == locales.Ordinal && s.Loose != t.Loose
}

// reversed finds the ranges of the source that run the other way here.
func (g *numberGaps) reversed(source, target []stated) {
	ranges := make(map[[2]locales.Amount]*stated)
	for i := 1; i < len(source); i++ {
		if source[i].Upper {
			ranges[[2]locales.Amount{source[i-1].Amount, source[i].Amount}] = &source[i-1]
		}
	}
	for i := 1; i < len(target); i++ {
		a, b := &target[i-1], &target[i]
		if s := ranges[[2]locales.Amount{b.Amount, a.Amount}]; b.Upper && s != nil && a.Amount != b.Amount && ranges[[2]locales.Amount{a.Amount, b.Amount}] == nil {
			g.value = append(g.value, numberGap{source: s, target: a})
		}
	}
}

// inDate reports whether a quantity is part of a date.
func inDate(s *stated) bool {
	return s.Kind == locales.Year || s.Kind == locales.Month || s.Kind == locales.Day
}

// likeness says how likely a quantity is another that was changed; 0 if that
// cannot be said.
func likeness(s, t *stated) float64 {
	near := 1 - math.Abs(s.at-t.at) // 0 to 1
	switch {
	case s.Kind == locales.Clock && t.Unit == "h", t.Kind == locales.Clock && s.Unit == "h": // "15 h" is either
		return 4 + near
	case s.Kind == locales.Clock != (t.Kind == locales.Clock), s.Kind == locales.Month != (t.Kind == locales.Month):
		return 0
	case (s.Kind == locales.Ordinal) != (t.Kind == locales.Ordinal) && (yearLike(s) || yearLike(t)): // "the 2000s" are in the XXI century
		return 0
	case s.Says(t.Quantity):
		return 8 + near
	case inDate(s) && s.Kind == t.Kind, s.Kind == locales.Clock:
		return 5 + near
	case inDate(s) != inDate(t) && !(s.Kind == locales.Day && t.Kind == locales.Ordinal):
		if s.Kind == locales.Month || t.Kind == locales.Month {
			return 0
		}
		if s.Kind == locales.Year && yearLike(t) || t.Kind == locales.Year && yearLike(s) {
			return 3 + near
		}
		return 0
	case s.Rescaled(t.Quantity):
		return 7 + near
	case s.Unit != "" && locales.SameUnit(s.Unit, t.Unit):
		return 6 + near
	case s.Unit == t.Unit && similar(s.Amount, t.Amount):
		return 5 + near
	case s.Unit != "" && t.Unit != "" && s.Alike(t.Quantity):
		return 2 + near
	case s.Unit == "" || t.Unit == "":
		return 1 + near
	}
	return 0
}

// yearLike reports whether a number without a unit may be a year.
func yearLike(s *stated) bool {
	n, whole := s.Amount.Int()
	return whole && n >= 1000 && n < 3000 && (s.Unit == "" || s.Unit == "year")
}

// similar reports whether the figures of two numbers are as many and differ in
// no more than two places.
func similar(a, b locales.Amount) bool {
	x, y := a.String(), b.String()
	if len(x) != len(y) {
		return false
	}
	differ := 0
	for i := range len(x) {
		if x[i] != y[i] {
			differ++
		}
	}
	return differ <= 2 && differ < len(x)
}

// rest keeps what has no fellow at all. A number that is said once more in one
// language than in the other is nothing, and neither is a year or month that
// one of them leaves to the reader.
func (g *numberGaps) rest(p *lint.Pass, bead lint.Bead, source, target []stated) {
	ours, theirs := amounts(target), amounts(source)
	for i := range source {
		if s := &source[i]; !s.met && !s.Loose && !slight(s) && !ours.have(s) && !implied(i, source) && !echoed(i, source) {
			g.missing = append(g.missing, numberGap{source: s, place: whole(p, bead.Target[0])})
		}
	}
	for i := range target {
		if t := &target[i]; !t.met && !t.Loose && !slight(t) && !theirs.have(t) && !implied(i, target) && !echoed(i, target) {
			g.extra = append(g.extra, numberGap{target: t})
		}
	}
}

// amountSet are the amounts that one side states.
type amountSet map[locales.Amount]bool

func amounts(all []stated) amountSet {
	set := make(amountSet, len(all))
	for i := range all {
		set[all[i].Amount], set[all[i].Or] = true, true
	}
	return set
}

// have reports whether a number is among them, if not as often as it is said.
func (a amountSet) have(s *stated) bool { return a[s.Amount] || s.Or.Over != 0 && a[s.Or] }

// slight reports whether a small number may be said otherwise or not at all: "2
// people" are "both", "1 hour" is "an hour".
func slight(s *stated) bool {
	const small = 10
	n, whole := s.Amount.Int()
	timed := s.Unit == "" || s.Timed() || s.Unit == "half-year" || s.Kind == locales.Multiple && n == 1 // 涨了1倍 is "doubled"
	return whole && n <= small && timed && s.Kind != locales.Clock && (!inDate(s) || s.Whole == s.Span)
}

// echoed reports whether a quantity repeats, in other units, the one beside it
// that has a fellow: "45 miles (72 kilometres)".
func echoed(i int, all []stated) bool {
	s := &all[i]
	for _, j := range []int{i - 1, i + 1} {
		if j < 0 || j >= len(all) || !all[j].met || all[j].segment != s.segment || s.Unit == "" || all[j].Unit == "" || s.Unit == all[j].Unit {
			continue
		}
		if apart := max(s.Span.Start, all[j].Span.Start) - min(s.Span.End, all[j].Span.End); apart > len(" （") {
			continue
		}
		if s.Alike(all[j].Quantity) || s.Kind == locales.Money && all[j].Kind == locales.Money {
			return true
		}
	}
	return false
}

// implied reports whether a year or a month can be left out because the rest of
// its date is there.
func implied(i int, all []stated) bool {
	s := &all[i]
	if s.Kind == locales.Month && s.Whole == s.Span { // "August" may be in "last month"
		return true
	}
	if s.Kind != locales.Year && s.Kind != locales.Month || s.Whole == s.Span {
		return false
	}
	for _, j := range []int{i - 2, i - 1, i + 1, i + 2} {
		if j >= 0 && j < len(all) && all[j].met && all[j].segment == s.segment && all[j].Whole == s.Whole {
			return true
		}
	}
	return false
}

package rules

import (
	"math"
	"slices"

	"github.com/concord-l10n/concord/locales"
)

// differ pairs what is left on both sides where the one is likely the other
// with something changed, the likeliest first.
func (g *numberGaps) differ(source, target []stated, sure bool) {
	g.reversed(source, target)
	ss, ts := unmet(source, true), unmet(target, true)
	ranked := howMany(ss, rank) == 1 && howMany(ts, rank) == 1
	counted := howMany(ss, few) <= 2 && howMany(ts, few) <= 2
	type couple struct {
		s, t  *stated
		worth float64
	}
	var couples []couple
	for _, s := range ss {
		for _, t := range ts {
			if (s.Loose && !s.Odd || t.Loose && !t.Odd) && !byTheWay(s, t) && !(ranked && rank(s) && rank(t)) && !(counted && few(s) && few(t)) {
				continue
			}
			if w := likeness(s, t); w > 0 {
				if !s.Loose && !t.Loose {
					w += firmness
				}
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
	shared := met(source)
	strangers := shared == 0 && (!sure || min(len(ss), len(ts)) > 1) || min(firm(ss), firm(ts)) > max(1, shared)
	for _, c := range couples {
		if c.s.met || c.t.met || strangers && c.worth < striking {
			continue
		}
		c.s.met, c.t.met = true, true
		gap := numberGap{source: c.s, target: c.t}
		switch {
		case c.s.Says(c.t.Quantity):
			g.unit = append(g.unit, gap)
		case c.t.Kind == locales.Year && yearLike(c.s), inDate(c.s) && (inDate(c.t) || c.t.Kind == locales.Ordinal || c.t.Kind == locales.Count), c.s.Kind == locales.Clock || c.t.Kind == locales.Clock, c.s.Kind == locales.Weekday:
			g.date = append(g.date, gap)
		default:
			g.value = append(g.value, gap)
		}
	}
}

// firm counts the numbers that must be translated.
func firm(all []*stated) (n int) {
	for _, s := range all {
		if !s.Loose {
			n++
		}
	}
	return n
}

// striking is the likeness from which a number is another one even between texts
// of which most numbers differ: at another scale, with the same unit, or a date.
const striking = 5

// firmness is how much likelier a number is meant by one that must be translated as
// it must than by one that may be dropped.
const firmness = 0.5

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

// likeness says how likely a quantity is another that was changed; 0 if that
// cannot be said.
func likeness(s, t *stated) float64 {
	near := 1 - math.Abs(s.at-t.at) // 0 to 1
	switch {
	case s.Kind == locales.Clock && t.Unit == "h", t.Kind == locales.Clock && s.Unit == "h": // "15 h" is either
		return 4 + near
	case s.Kind == locales.Clock != (t.Kind == locales.Clock), s.Kind == locales.Weekday != (t.Kind == locales.Weekday), s.Kind == locales.Month != (t.Kind == locales.Month):
		return 0
	case yearPart(s) != yearPart(t):
		return 0
	case (s.Kind == locales.Ordinal) != (t.Kind == locales.Ordinal) && (yearLike(s) || yearLike(t)): // "the 2000s" are in the XXI century
		return 0
	case s.Says(t.Quantity):
		return 8 + near
	case inDate(s) && s.Kind == t.Kind, s.Kind == locales.Clock, s.Kind == locales.Weekday:
		return 5 + near
	case inDate(s) != inDate(t) && !(s.Kind == locales.Day && t.Kind == locales.Ordinal):
		if s.Kind == locales.Month || t.Kind == locales.Month {
			return 0
		}
		if s.Kind == locales.Year && yearLike(t) || t.Kind == locales.Year && yearLike(s) {
			return 5 + near
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

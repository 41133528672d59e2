package align

import (
	"math"
)

// A shared token stands in both documents.
type shared struct {
	class  class
	is, js []posting // where in the source, where in the target
}

// share returns the tokens that both documents have, in order.
func share(a, b shape) []shared {
	var all []shared
	for x, y := a.tokens, b.tokens; len(x) > 0 && len(y) > 0; {
		switch {
		case x[0].token < y[0].token:
			x = x[1:]
		case x[0].token > y[0].token:
			y = y[1:]
		default:
			p, q := run(x), run(y)
			all = append(all, shared{x[0].token.class(), x[:p], y[:q]})
			x, y = x[p:], y[q:]
		}
	}
	return all
}

// run returns how many postings are of the first token.
func run(all []posting) int {
	n := 1
	for n < len(all) && all[n].token == all[0].token {
		n++
	}
	return n
}

// trust says of each class how often a token that stands in both documents stands
// in the translation of the segment it is in, and how much of what it says counts,
// since tokens depend on one another. The figures are those that pair best what
// TestScore has.
var trust = [classes]struct{ often, counts float64 }{
	figure: {0.92, 1},
	code:   {0.92, 1},
	word:   {0.75, 0.7},
	han:    {0.6, 0.3},
	sign:   {0.8, 0.6},
	part:   {0.95, 0.8},
}

// worth returns what it says for a pair of segments that both have the token, and
// what it says against a pair that only one of them has it: how much likelier that
// is if one translates the other than if not, as logarithms.
func (s shared) worth(n, m int) (both, source, target float64) {
	t, p, q := trust[s.class], float64(len(s.is)), float64(len(s.js))
	hit1, miss1 := likelihood(t.often*min(1, q/p), (q+0.5)/float64(m+1))
	hit2, miss2 := likelihood(t.often*min(1, p/q), (p+0.5)/float64(n+1))
	return t.counts * (hit1 + hit2) / 2, t.counts * miss1 / 2, t.counts * miss2 / 2
}

func likelihood(often, rate float64) (hit, miss float64) {
	often = max(often, rate)
	return math.Log(often / rate), math.Log((1 - often) / (1 - rate))
}

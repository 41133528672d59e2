package align

import (
	"math"
)

// A shared token stands in both documents; or, if it is a figure or a code, in one.
type shared struct {
	class  class
	is, js []posting // where in the source, where in the target
}

// share returns the tokens that both documents have, and the figures and codes of
// either, in order.
func share(a, b shape) []shared {
	var all []shared
	for x, y := a.tokens, b.tokens; len(x) > 0 || len(y) > 0; {
		p, q := 0, 0
		if len(y) == 0 || len(x) > 0 && x[0].token <= y[0].token {
			p = run(x)
		}
		if len(x) == 0 || len(y) > 0 && y[0].token <= x[0].token {
			q = run(y)
		}
		s := shared{is: x[:p], js: y[:q]}
		if p > 0 {
			s.class = x[0].token.class()
		} else {
			s.class = y[0].token.class()
		}
		if p > 0 && q > 0 || s.class == figure || s.class == code {
			all = append(all, s)
		}
		x, y = x[p:], y[q:]
	}
	return all
}

// kept returns, of the tokens of each class, the share that stands in both
// documents.
func kept(all []shared) (share [classes]float64) {
	var both, any [classes]float64
	for _, s := range all {
		any[s.class]++
		if len(s.is) > 0 && len(s.js) > 0 {
			both[s.class]++
		}
	}
	for c := range share {
		share[c] = (both[c] + 1.5) / (any[c] + 3) // of few, one in two
	}
	return share
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
	name:   {0.75, 0.7},
}

// worth returns what it says for a pair of segments that both have the token, and
// what it says against a pair that only one of them has it: how much likelier that
// is if one translates the other than if not, as logarithms. Kept is the share of
// tokens of its class that stand in both documents.
func (s shared) worth(n, m int, kept float64) (both, source, target float64) {
	t, p, q := trust[s.class], float64(len(s.is)), float64(len(s.js))
	if p == 0 || q == 0 {
		miss := t.counts * math.Log(1-t.often*kept)
		return 0, miss, miss
	}
	hit1, miss1 := likelihood(t.often*min(1, q/p), (q+0.5)/float64(m+1))
	hit2, miss2 := likelihood(t.often*min(1, p/q), (p+0.5)/float64(n+1))
	return t.counts * (hit1 + hit2) / 2, t.counts * miss1 / 2, t.counts * miss2 / 2
}

func likelihood(often, rate float64) (hit, miss float64) {
	often = max(often, rate)
	return math.Log(often / rate), math.Log((1 - often) / (1 - rate))
}

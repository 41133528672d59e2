package align

import (
	"math"
	"slices"
)

// What a step needs to be sure: how likely it is among all ways, less where it
// leaves something out, because the place of a gap is seldom as certain; and that
// by itself it is not much less likely than one by chance. For all steps of two
// documents that translate each other: how much likelier than chance they are on
// average, as a logarithm; docs/pairing.md says how well that tells them from
// others.
const (
	certain  = 0.95
	absent   = 0.9
	clear    = 0.97 // for a gap, whatever is beside it
	doubtful = 0.3
	kinship  = 0.6
	joining  = 1.5 // what each segment that is made one with another speaks against that
	rather   = 0.6 // for what the other document has no trace of
)

// best goes the way of which most is likely.
func (c *chart) best() []step {
	gain, way, likely := make([]float64, c.size), make([]int8, c.size), make([]float32, c.size)
	end := c.ahead[c.cell(c.n, c.m)]
	all := math.Log(end) + c.aheadScale[c.n]
	for i := range c.n + 1 {
		var scale [most + 1]float64
		for d := range min(most+1, i+1) {
			scale[d] = math.Exp(c.aheadScale[i-d] + c.behindScale[i] - all)
		}
		for j := c.lo[i]; j <= c.hi[i]; j++ {
			here := c.at[i] + j
			gain[here] = -1
			if i == 0 && j == 0 {
				gain[here] = 0
			}
			for k, mv := range moves {
				from := c.cell(i-mv.di, j-mv.dj)
				if from < 0 || gain[from] < 0 {
					continue
				}
				p := min(1, c.ahead[from]*float64(c.weight[here][k])*c.behind[here]*scale[mv.di])
				if v := gain[from] + p*float64(mv.di+mv.dj); v > gain[here] {
					gain[here], way[here], likely[here] = v, int8(k), float32(p)
				}
			}
		}
	}
	var steps []step
	for i, j := c.n, c.m; i > 0 || j > 0; {
		here := c.cell(i, j)
		k := way[here]
		need := certain
		if moves[k].di*moves[k].dj == 0 {
			need = absent
		}
		p := float64(likely[here])
		if end <= 1e-200 { // all that can be told is noise
			p = 0
		}
		sure := p >= need && c.fit(here, k) > math.Log(doubtful)
		i, j = i-moves[k].di, j-moves[k].dj
		steps = append(steps, step{i, j, moves[k].di, moves[k].dj, p, sure})
	}
	slices.Reverse(steps)
	return steps
}

// fit returns how much likelier than chance a step is, as a logarithm.
func (c *chart) fit(cell int, move int8) float64 {
	return math.Log(float64(c.weight[cell][move]) / moves[move].prior)
}

// related reports whether two documents seem to translate each other at all. What
// has no counterpart speaks against it, and so does what is made one to fit; of few
// segments it takes much to say so.
func (c *chart) related(steps []step) bool {
	sum, links := 0.0, 0.0
	for _, s := range steps {
		if s.di*s.dj == 0 {
			sum--
			continue
		}
		for k, mv := range moves {
			if mv.di == s.di && mv.dj == s.dj {
				sum += c.fit(c.cell(s.i+s.di, s.j+s.dj), int8(k)) - joining*float64(max(s.di, s.dj)-1)
				links++
			}
		}
	}
	return sum > kinship*links-1.5
}

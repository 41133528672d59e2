package align

import (
	"math"
	"slices"
)

// A step takes di segments of the source, from i on, for dj of the target, from
// j on.
type step struct {
	i, j, di, dj int
	likely       float64 // of all ways, the share that has it
	sure         bool
}

// moves are the steps there are: one for one, one that is missing on either
// side, two or three that became one, one that became two or three. Prior is how
// usual each is.
var moves = [...]struct {
	di, dj int
	prior  float64
}{{1, 1, 0.93}, {1, 0, 0.015}, {0, 1, 0.015}, {2, 1, 0.02}, {1, 2, 0.02}, {3, 1, 0.002}, {1, 3, 0.002}}

// most is how many segments a step takes at most on one side.
const most = 3

// path returns the way through both documents of which most is likely to be
// right. What a step is worth is summed over all ways that take it, forwards and
// backwards, as for a hidden Markov model: so it is known how sure each is.
func path(a, b shape) []step {
	n, m := len(a.segments), len(b.segments)
	if n == 0 || m == 0 {
		return alone(n, m)
	}
	all := share(a, b)
	g := newGrid(n, m, landmarks(all))
	c := &chart{grid: g, weight: g.weigh(a, b, all)}
	c.forward()
	c.backward()
	steps := c.best()
	related := c.related(steps)
	for i := range steps {
		s := &steps[i]
		s.sure = s.sure && related && agree(slices.Concat(a.figures[s.i:s.i+s.di]...), slices.Concat(b.figures[s.j:s.j+s.dj]...))
	}
	doubtGaps(steps)
	doubtMerged(steps, a.lengths, b.lengths)
	if related {
		strays := g.strays(all)
		for i := range steps {
			s := &steps[i]
			s.sure = s.sure || s.di*s.dj == 0 && s.likely >= rather && strays(*s) >= several
		}
	}
	return steps
}

// agree reports whether it may be that the numbers of one text are those of
// another. One or two that differ are rather wrong than of another text.
func agree(a, b []token) bool {
	common := 0
	for _, t := range a {
		if slices.Contains(b, t) {
			common++
		}
	}
	return min(len(a), len(b)) < 3 || 4*common > min(len(a), len(b))
}

// alone pairs nothing.
func alone(n, m int) []step {
	var steps []step
	for i := range n {
		steps = append(steps, step{i: i, di: 1})
	}
	for j := range m {
		steps = append(steps, step{i: n, j: j, dj: 1})
	}
	return steps
}

// A chart is a grid with what its cells are worth.
type chart struct {
	*grid
	weight      []weights // of the steps to each cell
	ahead       []float64 // of each cell, how likely it is to come there, in the measure of its row
	behind      []float64 // … and to go on from there
	aheadScale  []float64 // of each row, the logarithm of the measure
	behindScale []float64
}

// tiny is what a way is worth that is worth nothing, so that there always is one.
const tiny = 1e-290

// forward sums the ways to each cell. Each row is measured by its largest sum,
// or numbers would become too small to be told apart.
func (c *chart) forward() {
	c.ahead, c.aheadScale = make([]float64, c.size), make([]float64, c.n+1)
	last, scale := measures{1, 1, 1}, 0.0
	for i := range c.n + 1 {
		for j := c.lo[i]; j <= c.hi[i]; j++ {
			here, sum := c.at[i]+j, tiny
			if i == 0 && j == 0 {
				sum = 1
			}
			for k, mv := range moves {
				if from := c.cell(i-mv.di, j-mv.dj); from >= 0 {
					sum += last.of(c.ahead[from]*float64(c.weight[here][k]), mv.di)
				}
			}
			c.ahead[here] = sum
		}
		last = last.after(c.measure(c.ahead, i))
		scale += math.Log(last[0])
		c.aheadScale[i] = scale
	}
}

// backward sums the ways from each cell.
func (c *chart) backward() {
	c.behind, c.behindScale = make([]float64, c.size), make([]float64, c.n+1)
	last, scale := measures{1, 1, 1}, 0.0
	for i := c.n; i >= 0; i-- {
		for j := c.hi[i]; j >= c.lo[i]; j-- {
			sum := tiny
			if i == c.n && j == c.m {
				sum = 1
			}
			for k, mv := range moves {
				if to := c.cell(i+mv.di, j+mv.dj); to >= 0 {
					sum += last.of(c.behind[to]*float64(c.weight[to][k]), mv.di)
				}
			}
			c.behind[c.at[i]+j] = sum
		}
		last = last.after(c.measure(c.behind, i))
		scale += math.Log(last[0])
		c.behindScale[i] = scale
	}
}

// measures are those of the last rows, the last one first.
type measures [most]float64

// of turns what comes from so many rows before into the measure of the last row.
func (m measures) of(sum float64, rows int) float64 {
	for k := range rows - 1 {
		sum /= m[k]
	}
	return sum
}

func (m measures) after(last float64) measures {
	copy(m[1:], m[:most-1])
	m[0] = last
	return m
}

// measure divides a row by its largest value, and returns that.
func (c *chart) measure(sums []float64, i int) float64 {
	row := sums[c.at[i]+c.lo[i] : c.at[i]+c.hi[i]+1]
	most := slices.Max(row)
	for k := range row {
		row[k] /= most
	}
	return most
}

package align

import (
	"math"
	"slices"

	"github.com/concord-l10n/concord"
)

// A step takes di segments of the source, from i on, for dj of the target, from
// j on.
type step struct {
	i, j, di, dj int
	sure         bool
}

// moves are the steps there are: one for one, one that is missing on either
// side, two that became one, one that became two.
var moves = [...]struct {
	di, dj int
	cost   float64
}{{1, 1, 0}, {1, 0, 2.2}, {0, 1, 2.2}, {2, 1, 1.2}, {1, 2, 1.2}}

// bandwidth bounds how far a translation may run ahead of its source or lag
// behind, in segments, beside their difference in number; cells bounds the
// memory for it. They keep the cost linear in long documents.
const (
	bandwidth = 64
	maxCells  = 4 << 20
)

// hopeless is how much dearer than another way a way is on which nothing is
// paired any more, only left out.
const hopeless = 25

// path returns the cheapest way through both documents.
func path(a, b shape) []step {
	n, m := len(a.feats), len(b.feats)
	if n == 0 || m == 0 {
		return alone(n, m)
	}
	w := min(max(n-m, m-n)+bandwidth, 16*bandwidth, maxCells/(2*n))
	w = max(w, m/n+bandwidth/2) // the bands of two rows must meet
	g := grid{n: n, m: m, w: w, cells: make([]cell, (n+1)*(2*w+1))}
	for i := range g.cells {
		g.cells[i].cost = math.Inf(1)
	}
	g.at(0, 0).cost = 0
	scale := 1.0
	if a.total > 0 && b.total > 0 {
		scale = min(max(b.total/a.total, 0.6), 1.6) // beyond that something is missing
	}
	for i := range n + 1 {
		least := g.least(i)
		for j := g.from(i); j <= g.to(i); j++ {
			g.extend(a, b, scale, i, j, least+hopeless)
		}
	}
	return g.walk()
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

// A cell is the cheapest way to have dealt with some segments of each side.
type cell struct {
	cost float64
	move int8
	sure bool
}

// A grid is the band of cells around the diagonal.
type grid struct {
	n, m, w int
	cells   []cell
}

func (g *grid) centre(i int) int { return i * g.m / g.n }
func (g *grid) from(i int) int   { return max(0, g.centre(i)-g.w) }
func (g *grid) to(i int) int     { return min(g.m, g.centre(i)+g.w) }

// at returns a cell, or nil outside of the band.
func (g *grid) at(i, j int) *cell {
	if i > g.n || j < g.from(i) || j > g.to(i) {
		return nil
	}
	return &g.cells[i*(2*g.w+1)+j-g.centre(i)+g.w]
}

// least returns the cost of the cheapest cell of a row.
func (g *grid) least(i int) float64 {
	cost := math.Inf(1)
	for j := g.from(i); j <= g.to(i); j++ {
		cost = min(cost, g.at(i, j).cost)
	}
	return cost
}

// extend tries every move from a cell; if it costs more than limit, only those
// that leave something out.
func (g *grid) extend(a, b shape, scale float64, i, j int, limit float64) {
	here := g.at(i, j)
	for k, mv := range moves {
		if i+mv.di > g.n || j+mv.dj > g.m || mv.di*mv.dj > 0 && here.cost > limit {
			continue
		}
		next := g.at(i+mv.di, j+mv.dj)
		if next == nil {
			continue
		}
		cost, sure := mv.cost, false
		if mv.di*mv.dj > 0 {
			c, ok := price(a.feats[i:i+mv.di], b.feats[j:j+mv.dj], scale)
			cost, sure = cost+c, ok && mv.di == mv.dj
		}
		if here.cost+cost < next.cost {
			*next = cell{here.cost + cost, int8(k), sure}
		}
	}
}

// walk goes back from the end.
func (g *grid) walk() []step {
	var steps []step
	for i, j := g.n, g.m; i > 0 || j > 0; {
		c := g.at(i, j)
		mv := moves[c.move]
		i, j = i-mv.di, j-mv.dj
		steps = append(steps, step{i, j, mv.di, mv.dj, c.sure})
	}
	slices.Reverse(steps)
	return steps
}

// price says how unlikely it is that some segments translate others: by their
// lengths, measured against those of the documents as a whole, by what they are,
// and by what stands in both. It is sure of a pair that nothing speaks against.
func price(a, b []feature, scale float64) (cost float64, sure bool) {
	x, y := 8.0, 8.0 // a few letters more or less say nothing
	for _, f := range a {
		x += f.length * scale
	}
	for _, f := range b {
		y += f.length
	}
	off := math.Abs(math.Log(x / y))
	cost = 1.5 * off
	s, t := a[0], b[0]
	if !related(s, t) {
		cost += 2
	}
	if s.part != t.part {
		cost += 1
	}
	share, both := common(s.anchors, t.anchors)
	if both {
		cost += 0.8 - 1.6*share
	}
	return cost, off < 0.9 && related(s, t) && (!both || share > 0.3)
}

// related reports whether two segments may be the same part of a release.
func related(a, b feature) bool {
	return a.kind == b.kind && a.level == b.level || family(a.kind) == family(b.kind) && family(a.kind) != 0
}

// family groups kinds that a translation may swap for one another.
func family(k concord.Kind) int {
	switch k {
	case concord.Body, concord.Dateline, concord.Lead, concord.Teaser:
		return 1
	case concord.Heading, concord.Caption, concord.Section, concord.TeaserTitle:
		return 2
	}
	return 0
}

package align

import "slices"

// A grid is the cells that may be on the way through two documents: of each row,
// the number of segments of the source that are dealt with, a stretch of columns,
// the same for the target.
type grid struct {
	n, m   int
	lo, hi []int // of each row, the first column and the last
	at     []int // of each row, the index of its first cell, less lo
	size   int   // number of cells
}

// bandwidth is how far a translation may run ahead of its source or lag behind
// between two landmarks, in segments, beside the difference in number; maxCells
// bounds the memory for it. They keep the cost linear in long documents.
const (
	bandwidth = 32
	maxCells  = 2 << 20
)

// newGrid returns the band of cells along the landmarks.
func newGrid(n, m int, marks []landmark) *grid {
	g := &grid{n: n, m: m, lo: make([]int, n+1), hi: make([]int, n+1), at: make([]int, n+1)}
	from := landmark{}
	for i := range g.lo {
		g.lo[i] = m
	}
	for _, to := range append(marks, landmark{n, m}) {
		di, dj := to.i-from.i, to.j-from.j
		w := max(min(max(di-dj, dj-di)+bandwidth, maxCells/(2*n)), bandwidth)
		for i := from.i; i <= to.i; i++ {
			here, next := from.j, to.j // the bands of two rows meet
			if di > 0 {
				here, next = from.j+(i-from.i)*dj/di, from.j+min(i-from.i+1, di)*dj/di
			}
			g.lo[i] = min(g.lo[i], max(0, here-w))
			g.hi[i] = max(g.hi[i], min(m, next+w))
		}
		from = to
	}
	for i := range g.at {
		g.at[i] = g.size - g.lo[i]
		g.size += g.hi[i] - g.lo[i] + 1
	}
	return g
}

// cell returns the index of a cell, or -1 outside of the band.
func (g *grid) cell(i, j int) int {
	if i < 0 || i > g.n || j < g.lo[i] || j > g.hi[i] {
		return -1
	}
	return g.at[i] + j
}

// A landmark is a segment of the source and one of the target that certainly
// translate each other, or nearly.
type landmark struct{ i, j int }

// landmarks returns the longest list of pairs of segments, in the order of both
// documents, that have two tokens in common that no other segment has.
func landmarks(all []shared) []landmark {
	var marks []landmark
	for _, s := range all {
		if len(s.is) == 1 && len(s.js) == 1 && (s.class == figure || s.class == code || s.class == word) {
			marks = append(marks, landmark{int(s.is[0].at), int(s.js[0].at)})
		}
	}
	slices.SortFunc(marks, func(a, b landmark) int { // of one i, the last j first: only one can be in a list that rises
		if a.i != b.i {
			return a.i - b.i
		}
		return b.j - a.j
	})
	twice := marks[:0]
	for k := 1; k < len(marks); k++ {
		if l := marks[k]; l == marks[k-1] && (len(twice) == 0 || twice[len(twice)-1] != l) {
			twice = append(twice, l)
		}
	}
	return rising(twice)
}

// rising returns the longest list of landmarks in which j rises with i.
func rising(marks []landmark) []landmark {
	var ends []int // of the best list of each length, the last landmark
	before := make([]int, len(marks))
	for k, l := range marks {
		n, _ := slices.BinarySearchFunc(ends, l.j, func(e, j int) int { return marks[e].j - j })
		before[k] = -1
		if n > 0 {
			before[k] = ends[n-1]
		}
		ends = append(ends[:n], append([]int{k}, ends[min(n+1, len(ends)):]...)...)
	}
	if len(ends) == 0 {
		return nil
	}
	var list []landmark
	for k := ends[len(ends)-1]; k >= 0; k = before[k] {
		list = append(list, marks[k])
	}
	slices.Reverse(list)
	return list
}

package align

import "math"

// A weight says how much better a step fits than one by chance, times how usual
// it is; one for each move.
type weights [len(moves)]float32

// weigh returns the weights of the steps to each cell.
func (g *grid) weigh(a, b shape, all []shared) []weights {
	link, x, y := g.evidence(all)
	z := newSizes(a.lengths, b.lengths)
	w := make([]weights, g.size)
	for i := range g.n + 1 {
		for j := g.lo[i]; j <= g.hi[i]; j++ {
			c := g.at[i] + j
			for k, mv := range moves {
				from := g.cell(i-mv.di, j-mv.dj)
				if from < 0 {
					continue
				}
				fit := 0.0
				if mv.di*mv.dj > 0 {
					for p := i - mv.di; p < i; p++ {
						fit += x[p]
						for q := j - mv.dj; q < j; q++ {
							if d := g.cell(p+1, q+1); d >= 0 {
								fit += float64(link[d])
							}
						}
					}
					for q := j - mv.dj; q < j; q++ {
						fit += y[q]
					}
					fit = min(max(fit, -8), 8) + z.fit(i, j, mv.di, mv.dj)
				}
				w[c][k] = float32(mv.prior * math.Exp(fit))
			}
		}
	}
	return w
}

// evidence returns what common tokens say for each pair of segments, in the cell
// behind both, and what the tokens of a segment say against any pair, before that.
func (g *grid) evidence(all []shared) (link []float32, x, y []float64) {
	link, x, y = make([]float32, g.size), make([]float64, g.n), make([]float64, g.m)
	for _, s := range all {
		both, source, target := s.worth(g.n, g.m)
		for _, p := range s.is {
			x[p.at] += source
		}
		for _, p := range s.js {
			y[p.at] += target
		}
		first := 0
		for _, p := range s.is {
			row := int(p.at) + 1
			for first < len(s.js) && int(s.js[first].at)+1 < g.lo[row] {
				first++
			}
			for _, q := range s.js[first:] {
				col := int(q.at) + 1
				if col > g.hi[row] {
					break
				}
				link[g.at[row]+col] += float32(both - source - target)
			}
		}
	}
	return link, x, y
}

// sizes compare lengths: of one segment and of two, as logarithms.
type sizes struct {
	source, target [3][]float64
	narrow, gain   [3][]float64 // by the length of the source, how narrowly that of a translation follows it, and what a good one says
	wide           float64      // how wide lengths are spread that have nothing to do with each other
}

// few is added to each length: a few letters more or less say nothing.
const few = 8

func newSizes(a, b []float64) sizes {
	const some = 200.0                                       // letters that a text would need to tell
	scale := min(max((sum(b)+some)/(sum(a)+some), 0.7), 1.5) // beyond that something is missing
	z := sizes{source: logs(a, scale), target: logs(b, 1)}
	spread := math.Sqrt(0.05 + variance(z.source[1]) + variance(z.target[1]))
	z.wide = 1 / (2 * spread * spread)
	for n := 1; n <= 2; n++ {
		z.narrow[n], z.gain[n] = make([]float64, len(a)), make([]float64, len(a))
		for i, l := range z.source[n] {
			near := math.Sqrt(0.015 + 0.9*math.Exp(-l))
			z.narrow[n][i], z.gain[n][i] = 1/(2*near*near), math.Log(spread/near)
		}
	}
	return z
}

// fit says how much better the lengths of the last di and dj segments before i and
// j fit than any lengths.
func (z *sizes) fit(i, j, di, dj int) float64 {
	i -= di
	off := z.target[dj][j-dj] - z.source[di][i]
	far := off - shifts[di][dj]
	return max(-5, z.gain[di][i]-off*off*z.narrow[di][i]+far*far*z.wide)
}

// shifts are by how much lengths differ that have nothing to do with each other, if
// there are more of them on one side.
var shifts = [3][3]float64{1: {2: math.Ln2}, 2: {1: -math.Ln2}}

// logs returns the logarithms of the lengths of each segment, and of each with the next one.
func logs(lengths []float64, scale float64) (all [3][]float64) {
	for n := 1; n <= 2; n++ {
		all[n] = make([]float64, len(lengths))
		for i := range lengths {
			all[n][i] = math.Log(sum(lengths[i:min(i+n, len(lengths))])*scale + few)
		}
	}
	return all
}

func sum(all []float64) float64 {
	n := 0.0
	for _, x := range all {
		n += x
	}
	return n
}

// variance is that of some figures; of a few, rather that of lengths of paragraphs
// in general.
func variance(all []float64) float64 {
	const general, some = 0.5, 3
	n := float64(len(all))
	mean, squares := sum(all)/n, general*some
	for _, x := range all {
		squares += (x - mean) * (x - mean)
	}
	return squares / (n + some)
}

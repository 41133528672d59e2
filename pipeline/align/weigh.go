package align

import "math"

// A weight says how much better a step fits than one by chance, times how usual
// it is; one for each move.
type weights [len(moves)]float32

// weigh returns the weights of the steps to each cell.
func (g *grid) weigh(a, b shape, all []shared) []weights {
	kept := kept(all)
	words, parts := g.evidence(all, kept, false), g.evidence(all, kept, true)
	z := newSizes(a.lengths, b.lengths)
	w := make([]weights, g.size)
	for i := range g.n + 1 {
		for j := g.lo[i]; j <= g.hi[i]; j++ {
			for k, mv := range moves {
				if g.cell(i-mv.di, j-mv.dj) < 0 {
					continue
				}
				weight := 1.0
				if mv.di*mv.dj > 0 {
					fit := g.sum(words, i, j, mv.di, mv.dj) + g.sum(parts, i, j, mv.di, mv.dj)/float64(mv.di*mv.dj)
					weight = odds(min(max(fit, -8), 8) + z.fit(i, j, mv.di, mv.dj) - unlike*float64(a.mixed(i-mv.di, mv.di)+b.mixed(j-mv.dj, mv.dj)))
				}
				w[g.at[i]+j][k] = float32(mv.prior * weight)
			}
		}
	}
	return w
}

// unlike is what it says against making one of two segments that one is, say, a
// date and the other a paragraph, as a logarithm.
const unlike = 2.5

// odds is math.Exp, but for what is as good as never: most steps are.
func odds(fit float64) float64 {
	const never = -10
	if fit < never {
		return 1 / 22026.5 // math.Exp(never)
	}
	return math.Exp(fit)
}

// Evidence is what tokens say, as logarithms: of each pair of segments, in the
// cell behind both, what the tokens say that both have; and of each segment, before
// that, what all its tokens say against any pair.
type evidence struct {
	link           []float32
	source, target []float64
}

// evidence returns what the tokens say, those of the class part or the others.
func (g *grid) evidence(all []shared, kept [classes]float64, parts bool) evidence {
	e := evidence{make([]float32, g.size), make([]float64, g.n), make([]float64, g.m)}
	for _, s := range all {
		if (s.class == part) != parts {
			continue
		}
		both, source, target := s.worth(g.n, g.m, kept[s.class])
		for _, p := range s.is {
			e.source[p.at] += source
		}
		for _, p := range s.js {
			e.target[p.at] += target
		}
		g.link(e.link, s, float32(both-source-target))
	}
	return e
}

// link adds what a token is worth to each pair of segments in the band that both
// have it.
func (g *grid) link(link []float32, s shared, worth float32) {
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
			link[g.at[row]+col] += worth
		}
	}
}

// sum adds up what is said of the last di and dj segments before i and j.
func (g *grid) sum(e evidence, i, j, di, dj int) float64 {
	sum := 0.0
	for p := i - di; p < i; p++ {
		sum += e.source[p]
		for q := j - dj; q < j; q++ {
			if c := g.cell(p+1, q+1); c >= 0 {
				sum += float64(e.link[c])
			}
		}
	}
	for q := j - dj; q < j; q++ {
		sum += e.target[q]
	}
	return sum
}

// sizes compare lengths: of one segment and of several, as logarithms.
type sizes struct {
	source, target [most + 1][]float64
	narrow, gain   [most + 1][]float64 // by the length of the source, how narrowly that of a translation follows it, and what a good one says
	wide           float64             // how wide lengths are spread that have nothing to do with each other
}

// few is added to each length: a few letters more or less say nothing.
const few = 8

func newSizes(a, b []float64) sizes {
	const some = 1000.0                                      // letters that a text would need to tell
	scale := min(max((sum(b)+some)/(sum(a)+some), 0.7), 1.5) // beyond that something is missing
	z := sizes{source: logs(a, scale), target: logs(b, 1)}
	spread := math.Sqrt(0.05 + variance(z.source[1]) + variance(z.target[1]))
	z.wide = 1 / (2 * spread * spread)
	for n := 1; n <= most; n++ {
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
	least := -5.0 // paragraphs are rewritten, but nobody joins what does not fit
	if di != dj {
		least = -12
	}
	return max(least, z.gain[di][i]-off*off*z.narrow[di][i]+far*far*z.wide)
}

// shifts are by how much lengths differ that have nothing to do with each other, if
// there are more of them on one side.
var shifts = [most + 1][most + 1]float64{1: {2: math.Ln2, 3: ln3}, 2: {1: -math.Ln2}, 3: {1: -ln3}}

const ln3 = 1.0986

// logs returns the logarithms of the lengths of each segment, and of each with those that follow it.
func logs(lengths []float64, scale float64) (all [most + 1][]float64) {
	for n := 1; n <= most; n++ {
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

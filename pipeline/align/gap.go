package align

import "math"

// several is how many numbers and codes without a counterpart show that a segment
// has none, whatever stands beside it.
const several = 2

// strays returns a function that counts the numbers and codes of a gap that stand
// nowhere in the other document.
func (g *grid) strays(all []shared) func(step) int {
	source, target := make([]int, g.n), make([]int, g.m)
	for _, s := range all {
		if (s.class == figure || s.class == code) && (len(s.is) == 0 || len(s.js) == 0) {
			for _, p := range s.is {
				source[p.at]++
			}
			for _, p := range s.js {
				target[p.at]++
			}
		}
	}
	return func(s step) int {
		if s.di > 0 {
			return source[s.i]
		}
		return target[s.j]
	}
}

// doubtGaps leaves no gap sure that does not stand between steps that pair
// something surely, or one and an end, as nobody could say where it is; unless
// nearly all ways have it.
func doubtGaps(steps []step) {
	for start := 0; start < len(steps); {
		end := start
		for end < len(steps) && steps[end].di*steps[end].dj == 0 {
			end++
		}
		sure := end-start < len(steps) && (start == 0 || steps[start-1].sure) && (end == len(steps) || steps[end].sure)
		for k := start; k < end; k++ {
			steps[k].sure = steps[k].sure && (sure || steps[k].likely >= clear)
		}
		start = end + 1
	}
}

// doubtMerged leaves no gap sure that may have been made one with the segment
// beside it, together with more of them than any step takes: if all of them are as
// long as what that is paired with, rather than it alone.
func doubtMerged(steps []step, source, target []float64) {
	scale := math.Log((sum(target) + few) / (sum(source) + few))
	off := func(first, last step) float64 {
		s, t := source[first.i:last.i+last.di], target[first.j:last.j+last.dj]
		return math.Abs(math.Log((sum(t)+few)/(sum(s)+few)) - scale)
	}
	gap := func(k int) bool { return k >= 0 && k < len(steps) && steps[k].di*steps[k].dj == 0 }
	for k, s := range steps {
		if gap(k) {
			continue
		}
		from, to := k, k
		for gap(from - 1) {
			from--
		}
		for gap(to + 1) {
			to++
		}
		for _, run := range [][2]int{{from, k}, {k, to}, {from, to}} {
			first, last := steps[run[0]], steps[run[1]]
			if max(last.i+last.di-first.i, last.j+last.dj-first.j) > most && off(first, last) < off(s, s) {
				for g := run[0]; g <= run[1]; g++ {
					steps[g].sure = steps[g].sure && !gap(g)
				}
			}
		}
	}
}

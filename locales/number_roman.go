package locales

// roman adds a Roman numeral, as centuries, quarters and kings have, and returns
// where to go on.
func (r *quantityReader) roman(at, end int) int {
	const longest = 7
	if end-at > longest {
		return end
	}
	n, last := 0, 0
	for i := end - 1; i >= at; i-- {
		v := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100}[r.text[i]]
		switch {
		case v == 0:
			if i == end-1 && r.text[i] == 'e' { // XXIe siècle
				continue
			}
			return end
		case v < last:
			n -= v
		default:
			n, last = n+v, v
		}
	}
	q := Quantity{Kind: Ordinal, Amount: whole2(n)}
	if to := r.yearPart(&q, at, end); to > end {
		r.add(q, at, to)
		return to
	}
	_, _, century := r.centuries.at(r.text, r.gapAfter(end, false))
	says, _, before := r.before.ending(r.text, r.gapBefore(at))
	q.Loose = !century && !(before && says == "century")
	if end-at > 1 || !q.Loose {
		r.add(q, at, end)
	}
	return end
}

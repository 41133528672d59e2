package locales

import "strings"

// roman adds a Roman numeral, as centuries, quarters and kings have, and returns
// where to go on.
func (r *quantityReader) roman(at, end int) int {
	const longest = 7
	numeral := strings.ReplaceAll(r.text[at:end], "Х", "X") // in Cyrillic letters
	if len(numeral) > longest {
		return end
	}
	n, last := 0, 0
	for i := len(numeral) - 1; i >= 0; i-- {
		v := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100}[numeral[i]]
		switch {
		case v == 0:
			if i == len(numeral)-1 && numeral[i] == 'e' { // XXIe siècle
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
	if n := len(r.out); before && says == "century" && n > 0 && r.out[n-1].Loose && r.out[n-1].Span.End == r.gapBefore(at) { // "siglo" is no hundred
		r.out = r.out[:n-1]
	}
	if end-at > 1 || !q.Loose {
		r.add(q, at, end)
	}
	return end
}

package locales

import (
	"slices"
	"strings"
)

// doublings makes a number of times that something doubled, 翻了两番, how many
// times as much there is, and returns where it ends.
func (r *quantityReader) doublings(q *Quantity, from, end int) int {
	const most = 10
	n, whole := q.Amount.Int()
	for _, word := range r.Twice {
		if strings.HasPrefix(r.text[end:], word) && whole && n > 0 && n <= most && r.behind(r.Turned, from) {
			q.Amount, q.Unit, q.Kind, q.Growth = whole2(1<<n), "×", Multiple, Become
			return end + len(word)
		}
	}
	return end
}

// grow says how a multiple is to be read by what stands before it: 增长2倍 is three
// times as much, 翻了2倍 may be.
func (r *quantityReader) grow(q *Quantity, from int) {
	if q.Unit != "×" || q.Or.Over != 0 {
		return
	}
	added := r.behind(r.Grown, from)
	if added || r.behind(r.Turned, from) {
		q.Or, _ = q.Amount.Plus(whole(1))
	}
	if added {
		q.Growth = Added
	}
}

// behind reports whether one of these words stands before an offset, with "about"
// between or without.
func (r *quantityReader) behind(words []string, at int) bool {
	if says, start, ok := r.before.ending(r.text, at); ok && strings.HasPrefix(says, "about") { // 翻了近两倍
		at = start
	}
	return slices.ContainsFunc(words, func(word string) bool { return strings.HasSuffix(r.text[:at], word) })
}

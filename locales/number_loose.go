package locales

import (
	"slices"
	"strings"
)

// stem adds the month or number that a longer word begins with, as adjectives
// and compounds do: "Oktoberhälfte".
func (r *quantityReader) stem(word string, at, end int) {
	lower := strings.ToLower(word)
	n, same := slices.BinarySearchFunc(r.words.stems, lower, func(s phrase, word string) int { return strings.Compare(s.text, word) })
	if !same {
		n-- // the stem before it in the order of letters, as none begins with another
	}
	if n < 0 || !strings.HasPrefix(lower, r.words.stems[n].text) {
		return
	}
	switch s := r.words.stems[n]; {
	case s.open && slices.Contains(r.Become, s.text+"*"):
		r.add(Quantity{Amount: amountOf(s.says), Unit: "×", Kind: Multiple, Growth: Become, Loose: true}, at, end)
	case s.open && slices.ContainsFunc(r.Aged, func(w string) bool { return strings.HasSuffix(s.text, w) }):
		years := amountOf(s.says)
		r.add(Quantity{Amount: years, Unit: "year", Kind: Measured, Loose: small(years)}, at, end)
	case s.open:
		r.add(Quantity{Amount: amountOf(s.says), Loose: true}, at, end)
	case r.monthWritten(word):
		r.add(Quantity{Kind: Month, Amount: amountOf(s.says), Loose: true}, at, end)
	}
}

// bareScale reports whether a scale stands alone, without "a" or a number
// before it: "millions of".
func (r *quantityReader) bareScale(at, end int) bool {
	sense := r.words.find(r.text[at:end])
	if sense == nil || sense.scale.Over == 0 {
		return false
	}
	gap := r.gapBefore(at)
	start := gap
	for start > 0 && letterByte(r.text[start-1]) {
		start--
	}
	one := r.words.find(r.text[start:gap])
	return gap == at || one == nil || !one.one || sense.scale == whole(12) // a dozen is seldom twelve
}

// looseWord adds a word such as "half" or "both", or the number that it makes
// of a scale behind it: "half a million".
func (r *quantityReader) looseWord(sense *wordSense, at, end int) int {
	gap := r.gapAfter(end, true)
	next := wordEnd(r.text, gap)
	fraction := sense.loose.Zeros < 0 || sense.loose.Over > 1
	if one := r.words.find(r.text[gap:next]); gap > end && one != nil && one.one {
		gap = r.gapAfter(next, false)
		next = wordEnd(r.text, gap)
	}
	if scale := r.words.find(r.text[gap:next]); gap > end && scale != nil && scale.scale.Over != 0 && !fraction {
		return next // "dozens of thousands"
	}
	if scale, to, ok := r.scaleOf(end); ok && fraction {
		if product, ok := sense.loose.Times(scale); ok {
			return r.finish(Quantity{Amount: product}, at, to)
		}
	}
	q := Quantity{Amount: sense.loose, Or: sense.part, Loose: true}
	_, _, year := r.yearParts.at(r.text, at)
	if sense.loose.Compare(whole(1)) < 0 && (sense.part.Over != 0 || sense.loose != amountOf("1/2") && !year) { // "le tiers"
		q.Kind = Fraction
	}
	if sense.ordinal.Over != 0 {
		q.Or = sense.ordinal
	}
	if sense.multiple {
		q.Unit, q.Kind = "×", Multiple
	}
	if sense.become {
		q.Growth = Become
	}
	if unit, to, ok := r.units.at(r.text, gap); gap > end && ok { // "half an inch"
		q.Unit, q.Kind, end = unit, r.kindOf(unit), to
	}
	r.add(q, at, end)
	return end
}

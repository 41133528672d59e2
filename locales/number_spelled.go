package locales

import (
	"slices"
)

// word reads what begins with a word that may say a number: a number in words,
// a month, "both". It returns where to go on.
func (r *quantityReader) word(at, end int) int {
	if to, ok := r.clockPart(at); ok {
		return to
	}
	if long := r.hyphened(at, end); long > end {
		end = long
	}
	text := r.text[at:end]
	sense := r.words.find(text)
	if sense == nil {
		if s, to, ordinal, ok := r.compound(at, end); ok && ordinal {
			return r.ordinalOf(Quantity{Amount: whole(s.value())}, at, end)
		} else if ok {
			return r.spelledOut(s, at, to)
		}
		r.stem(text, at, end)
		return end
	}
	if sense.one && sense.cardinal.Over == 0 {
		return r.single(at, end)
	}
	if sense.month > 0 && r.monthWritten(text) {
		if end < len(r.text) && r.text[end] == '.' && len(text) <= 5 {
			end++
		}
		r.add(Quantity{Kind: Month, Amount: whole2(sense.month)}, at, end)
		return end
	}
	switch {
	case sense.cardinal.Over != 0, sense.scale.Over != 0:
		s, end := r.spell(at, end)
		return r.spelledOut(s, at, end)
	case sense.loose.Over != 0:
		return r.looseWord(sense, at, end)
	case sense.ordinal.Over != 0:
		return r.ordinalWord(sense, at, end)
	case sense.part.Over != 0:
		part, _ := whole(1).By(sense.part)
		if scale, to, ok := r.scaleOf(end); ok { // "a quarter of a million"
			product, _ := part.Times(scale)
			return r.finish(Quantity{Amount: product}, at, to)
		}
		q := Quantity{Kind: Fraction, Amount: part, Loose: true}
		if unit, to, ok := r.unitOf(end); ok {
			q.Kind, q.Unit, end = r.kindOf(unit), unit, to
		}
		r.add(q, at, end)
	}
	return end
}

// hyphened returns where the longest number ends that begins with a word and
// is joined by hyphens, such as quatre-vingt-dix; or where the word ends.
func (r *quantityReader) hyphened(at, end int) int {
	if !r.words.hyphens {
		return end
	}
	for next := end; next < len(r.text) && r.text[next] == '-'; {
		next = wordEnd(r.text, next+1)
		if next-at > r.words.longest {
			break
		}
		if r.words.find(r.text[at:next]) != nil {
			end = next
		}
	}
	return end
}

// monthWritten reports whether a word has the capital that the names of months
// have in the language.
func (r *quantityReader) monthWritten(word string) bool { return !r.monthsUpper || startsUpper(word) }

// small reports whether a number in words may be dropped by a translation.
func small(a Amount) bool {
	n, whole := a.Int()
	return !whole || n <= 10
}

// spell reads a number in words that begins with a word.
func (r *quantityReader) spell(at, end int) (s inWords, to int) {
	s.take(r.words.find(r.text[at:end]))
	for {
		gap := r.gapAfter(end, true)
		if gap == end {
			return s, end
		}
		next := r.hyphened(gap, wordEnd(r.text, gap))
		if slices.Contains(r.Other, r.text[gap:next]) { // "six autres millions"
			gap = r.gapAfter(next, false)
			next = wordEnd(r.text, gap)
		}
		sense := r.words.find(r.text[gap:next])
		if sense == nil {
			return s, end
		}
		try := s
		if sense.and && s.part%100 == 0 || sense.andTens {
			gap = r.gapAfter(next, true)
			next = r.hyphened(gap, wordEnd(r.text, gap))
			if sense = r.words.find(r.text[gap:next]); sense == nil || sense.cardinal.Over == 0 {
				return s, end
			}
			if v, _ := sense.cardinal.Int(); s.part%100 != 0 && v >= 10 && (v != 11 || s.part%100 != 60) || s.part%10 != 0 { // "five and six" are two, "soixante et onze" one
				return s, end
			}
		}
		if !try.take(sense) {
			return s, end
		}
		s, end = try, next
	}
}

// spelledOut adds a number in words, or the fraction that it begins.
func (r *quantityReader) spelledOut(s inWords, at, end int) int {
	q := Quantity{Amount: whole(s.value())}
	if sense := r.words.find(r.text[at:end]); sense != nil && sense.over { // "üçte iki"
		if to, ok := r.overEnding(&q, end); ok {
			r.add(q, at, to)
			return to
		}
	}
	q.Loose = small(q.Amount) || s.words == 1 && (r.bareScale(at, end) || slices.Contains(r.Unclear, r.text[at:end]))
	if s.words == 2 && q.Amount == whole(12) && r.article(at, wordEnd(r.text, at)) { // "una docena"
		q.Loose = true
	}
	q.Few = s.words == 1 && small(q.Amount) && !r.bareScale(at, end) && !slices.Contains(r.Unclear, r.text[at:end])
	from := r.prefix(&q, at)
	gap := r.gapAfter(end, true)
	next := wordEnd(r.text, gap)
	if past := r.gapAfter(next, false); past > next && slices.Contains(r.Other, r.text[gap:next]) { // "deux premiers tiers"
		if s := r.words.find(r.text[past:wordEnd(r.text, past)]); s != nil && s.part.Over != 0 {
			gap, next = past, wordEnd(r.text, past)
		}
	}
	if sense := r.words.find(r.text[gap:next]); gap > end && sense != nil {
		if sense.part.Over != 0 && s.value() > 0 && q.Amount.Compare(sense.part) < 0 {
			return r.shares(q, sense.part, from, next, s.words == 1 && r.article(at, end))
		}
		if to, ok := r.unitsOfOrdinal(&q, s.value(), sense, end, next); ok {
			return r.ordinalOf(q, from, to)
		}
	}
	return r.finish(q, from, end)
}

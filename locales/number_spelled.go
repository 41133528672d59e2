package locales

import (
	"slices"
	"strings"
)

// word reads what begins with a word that may say a number: a number in words,
// a month, "both". It returns where to go on.
func (r *quantityReader) word(at, end int) int {
	if long := r.hyphened(at, end); long > end {
		end = long
	}
	text := r.text[at:end]
	sense := r.words.find(text)
	if sense == nil {
		if s, ok := r.words.compound(text); ok {
			return r.spelledOut(s, at, end)
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
		r.add(Quantity{Kind: Fraction, Amount: part, Loose: true}, at, end)
	}
	return end
}

// ordinalWord adds an ordinal in words, of which tens and units may both be one:
// "vigésimo quinto" is the 25th.
func (r *quantityReader) ordinalWord(sense *wordSense, at, end int) int {
	q := Quantity{Kind: Ordinal, Amount: sense.ordinal, Or: sense.part, Loose: small(sense.ordinal)}
	gap := r.gapAfter(end, false)
	next := wordEnd(r.text, gap)
	tens, _ := sense.ordinal.Int()
	if units := r.words.find(r.text[gap:next]); gap > end && tens >= 20 && tens%10 == 0 && units != nil && units.ordinal.Over != 0 {
		if n, _ := units.ordinal.Int(); n < 10 {
			q.Amount, _ = q.Amount.Plus(units.ordinal)
			q.Or, end = Amount{}, next
		}
	}
	r.add(q, at, end)
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
			if v, _ := sense.cardinal.Int(); s.part%100 != 0 && v >= 10 || s.part%10 != 0 { // "five and six" are two
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
	q.Loose = small(q.Amount) || s.words == 1 && (r.bareScale(at, end) || slices.Contains(r.Unclear, r.text[at:end]))
	from := r.prefix(&q, at)
	gap := r.gapAfter(end, true)
	next := wordEnd(r.text, gap)
	if sense := r.words.find(r.text[gap:next]); gap > end && sense != nil {
		if sense.part.Over != 0 && s.value() > 0 && q.Amount.Compare(sense.part) < 0 {
			q.Kind, q.Loose = Fraction, s.words == 1 && r.article(at, end)
			q.Amount, _ = q.Amount.By(sense.part)
			r.add(q, from, next)
			return next
		}
		if sense.ordinal.Over != 0 && s.value() >= 20 && s.value()%10 == 0 { // "twenty-first"
			if n, _ := sense.ordinal.Int(); n < 10 && r.text[end] != '\n' {
				q.Kind, q.Loose = Ordinal, false
				q.Amount, _ = q.Amount.Plus(sense.ordinal)
				r.add(q, from, next)
				return next
			}
		}
	}
	return r.finish(q, from, end)
}

// single adds what an article counts, "a mile", and returns where to go on.
func (r *quantityReader) single(at, end int) int {
	if gap := r.gapAfter(end, false); gap > end {
		if unit, to, ok := r.units.at(r.text, gap); ok {
			r.add(Quantity{Amount: whole(1), Unit: unit, Kind: r.kindOf(unit), Loose: true}, at, to)
			return to
		}
	}
	return end
}

// article reports whether a word is an article as well as a number.
func (r *quantityReader) article(at, end int) bool {
	sense := r.words.find(r.text[at:end])
	return sense != nil && sense.one
}

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
	if one := r.words.find(r.text[gap:next]); gap > end && one != nil && one.one {
		gap = r.gapAfter(next, false)
		next = wordEnd(r.text, gap)
	}
	if scale := r.words.find(r.text[gap:next]); gap > end && scale != nil && scale.scale.Over != 0 {
		if product, ok := sense.loose.Times(scale.scale); sense.loose.Compare(whole(2)) >= 0 {
			return next // "dozens of thousands"
		} else if ok {
			return r.finish(Quantity{Amount: product}, at, next)
		}
	}
	q := Quantity{Amount: sense.loose, Or: sense.part, Loose: true}
	if sense.ordinal.Over != 0 {
		q.Or = sense.ordinal
	}
	if unit, to, ok := r.units.at(r.text, gap); gap > end && ok { // "half an inch"
		q.Unit, q.Kind, end = unit, r.kindOf(unit), to
	}
	r.add(q, at, end)
	return end
}

// roman adds a Roman numeral, as centuries and kings have.
func (r *quantityReader) roman(at, end int) {
	if end-at < 2 || end-at > 7 {
		return
	}
	n, last := 0, 0
	for i := end - 1; i >= at; i-- {
		v := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100}[r.text[i]]
		switch {
		case v == 0:
			if i == end-1 && r.text[i] == 'e' { // XXIe siècle
				continue
			}
			return
		case v < last:
			n -= v
		default:
			n, last = n+v, v
		}
	}
	r.add(Quantity{Kind: Ordinal, Amount: whole2(n), Loose: true}, at, end)
}

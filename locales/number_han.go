package locales

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// hanNumber reads the number in Han numerals that begins at an offset, if one
// does, and returns where to go on.
func (r *quantityReader) hanNumber(at int) int {
	c, n := utf8.DecodeRuneInString(r.text[at:])
	if r.mayHan[c>>6&0x3FF]>>(c&63)&1 == 0 {
		return at + n
	}
	value, ok := r.han[c]
	if strings.ContainsRune(r.Some, c) {
		return r.openHan(at + n)
	}
	if says, end, found := r.halfYears.at(r.text, at); found {
		r.add(Quantity{Kind: Measured, Unit: "half-year", Amount: amountOf(says), Loose: true}, at, end)
		return end
	}
	if end, ok := r.firstYear(at); ok {
		return end
	}
	if says, end, found := r.looseHan(at); found {
		return r.half(says, at, end)
	}
	if _, is := value.Int(); !ok || !is {
		return at + n
	}
	if to, ok := r.plan(at); ok {
		return to
	}
	if value.Zeros > 1 { // 上百, but 百姓 and 万一 as well
		if _, _, share := r.fractionOf.at(r.text, at+n); share {
			if a, to, ok := r.hanFraction(value, at+n); ok && value.Zeros >= 4 { // 万分之三
				r.add(Quantity{Kind: Fraction, Amount: a}, at, to)
				return to
			}
			return at + n
		}
		return r.openHan(at)
	}
	s, end := r.hanRun(at)
	if !s.ok {
		return end
	}
	if amount, to, ok := r.hanFraction(whole(s.value), end); ok {
		r.add(Quantity{Kind: Fraction, Amount: amount}, at, to)
		return to
	}
	q := Quantity{Amount: whole(s.value), Loose: true, About: s.open}
	if slices.ContainsFunc(r.Loose["2"], func(w string) bool { return strings.HasSuffix(r.text[:at], w) }) { // 双十一 is the eleventh of November
		r.add(q, at, end)
		return end
	}
	from := r.prefix(&q, at)
	if to, ok := r.hour(&q, from, at, end); ok && !s.scaled {
		return to
	}
	end = r.scaled(&q, r.hanPlaces(&q, end))
	before := len(r.out)
	stop := r.finish(q, from, end)
	// A number that no scale, unit or 第 shows to be one may be part of a word.
	next, _ := utf8.DecodeRuneInString(r.text[stop:])
	if q := &r.out[before]; q.Kind != Count || q.Unit != "" || s.scaled || s.figures >= 3 || strings.ContainsRune(r.Counters, next) {
		few := q.Amount.Zeros == 0 && q.Amount.Digits <= 10 || q.Amount == whole(10)
		q.Few = few && s.value > 2 && !s.open && strings.ContainsRune(r.Counters, next)
		q.Loose = q.About && s.open || few && q.Kind != Percent && q.Kind != PerMille && !strings.HasPrefix(q.Unit, "quarter")
	}
	return stop
}

// firstYear adds the first year of an era, 平成元年, if one stands at an offset.
func (r *quantityReader) firstYear(at int) (end int, ok bool) {
	says, from, found := r.before.ending(r.text, at)
	era, named := strings.CutPrefix(says, "era:")
	if !found || !named || r.FirstYear == "" || !strings.HasPrefix(r.text[at:], r.FirstYear) {
		return at, false
	}
	end = at + len(r.FirstYear)
	r.add(Quantity{Kind: Year, Amount: whole2(1 + r.Eras[era]), Or: whole(1)}, from, end)
	return end, true
}

// openHan reads scales that nobody counts, as in 几十亿 or 上百: no number, but
// another language may give one.
func (r *quantityReader) openHan(at int) (end int) {
	amount := whole(1)
	for end = at; ; {
		c, n := utf8.DecodeRuneInString(r.text[end:])
		v, ok := r.han[c]
		product, fits := amount.Times(v)
		if !ok || v.Zeros == 0 || !fits {
			break
		}
		amount, end = product, end+n
	}
	if end == at {
		return end
	}
	q := Quantity{Amount: amount, About: true, Loose: true}
	from, before := r.prefix(&q, at), len(r.out)
	if says, _, ok := r.before.ending(r.text, from); !ok || says != "about" {
		r.add(q, from, end)
		return end
	}
	stop := r.finish(q, from, end) // 近百公顷, 逾萬人
	next, _ := utf8.DecodeRuneInString(r.text[stop:])
	q = r.out[before]
	r.out[before].Loose = q.Timed() || q.Unit == "" && !strings.ContainsRune(r.Counters, next)
	return stop
}

// looseHan finds a word such as 半 at an offset.
func (r *quantityReader) looseHan(at int) (value string, end int, ok bool) {
	for value, words := range r.Loose {
		for _, w := range words {
			if strings.HasPrefix(r.text[at:], w) {
				return value, at + len(w), true
			}
		}
	}
	return "", at, false
}

// half adds a word such as 半 to the number before it, 三年半, or by itself.
func (r *quantityReader) half(value string, at, end int) int {
	amount := amountOf(value)
	if n := len(r.out); n > 0 && r.out[n-1].Span.End == at && value == "1/2" && r.out[n-1].Kind != Month {
		q := &r.out[n-1]
		if sum, ok := q.Amount.Plus(amount); ok {
			q.Or, q.Amount, q.Span.End, q.Whole.End = q.Amount, sum, end, end
			return end
		}
	}
	q := Quantity{Amount: amount, Loose: true}
	if slices.Contains(r.Become, r.text[at:end]) { // 翻番
		q.Unit, q.Kind, q.Growth = "×", Multiple, Become
		r.add(q, at, end)
		return end
	}
	if unit, to, ok := r.units.at(r.text, end); ok { // 半小时
		q.Unit, q.Kind, end = unit, r.kindOf(unit), to
	} else if says, to, ok := r.marks.at(r.text, end); ok && says == "year" {
		q.Unit, q.Kind, end = "year", Measured, to
	}
	r.add(q, at, end)
	return end
}

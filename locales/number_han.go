package locales

import (
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
	if says, end, found := r.looseHan(at); found {
		return r.half(says, at, end)
	}
	if _, is := value.Int(); !ok || !is {
		return at + n
	}
	if value.Zeros > 1 { // 上百, but 百姓 and 万一 as well
		if _, _, share := r.fractionOf.at(r.text, at+n); share {
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
	from := r.prefix(&q, at)
	end = r.scaled(&q, end)
	before := len(r.out)
	stop := r.finish(q, from, end)
	// A number that no scale, unit or 第 shows to be one may be part of a word.
	next, _ := utf8.DecodeRuneInString(r.text[stop:])
	if q := &r.out[before]; q.Kind != Count || q.Unit != "" || s.scaled || s.figures >= 4 || strings.ContainsRune(r.Counters, next) {
		q.Loose = q.About && s.open || q.Amount.Zeros == 0 && q.Amount.Digits <= 10 || q.Amount == whole(10)
	}
	return stop
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
	if end > at {
		r.add(Quantity{Amount: amount, About: true, Loose: true}, at, end)
	}
	return end
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
	r.add(Quantity{Amount: amount, Loose: true}, at, end)
	return end
}

// A hanRun is a number in Han numerals as far as it was read.
type hanRun struct {
	value   uint64
	figures int  // how many
	scaled  bool // has a scale above ten
	open    bool // 十几, 二十多: no exact number
	ok      bool // can be read as one number
}

// hanRun reads the numerals at an offset: 三万五千, 二〇二三, 二十.
func (r *quantityReader) hanRun(at int) (s hanRun, end int) {
	var places, total, section, figure, last, big uint64
	positional, bare := true, false // bare: no scale since the last figure
	for end = at; s.figures < 24; {
		c, n := utf8.DecodeRuneInString(r.text[end:])
		value, ok := r.han[c]
		if !ok {
			if last == 10 && n > 0 && strings.ContainsRune(r.Some, c) { // 十几
				s.open = true
				end, last = end+n, 0
				continue
			}
			break
		}
		v, _ := value.Int()
		u := uint64(v)
		if s.open || u >= 10 && positional && s.figures > 1 || u < 10 && !positional && bare { // 十几万, 三四十
			return hanRun{}, r.skipHan(end)
		}
		switch {
		case u < 10:
			places, figure, bare = places*10+u, u, u > 0
		case u < 10000:
			section, figure, bare = section+max(figure, 1)*u, 0, false
			s.scaled = s.scaled || u > 10
		case total >= 1<<30:
			return hanRun{}, r.skipHan(end)
		case u < big:
			total, section, figure, bare, big = total+(section+figure)*u, 0, 0, false, u
		default:
			total, section, figure, bare, big, s.scaled = (total+section+figure)*u, 0, 0, false, u, true
		}
		positional = positional && u < 10
		last = u
		s.figures++
		end += n
	}
	if positional {
		s.value = places
		s.ok = s.figures == 1 || s.figures >= 4 || strings.ContainsAny(r.text[at:end], "〇零○") || s.figures == 2 && r.datedHan(end)
		return s, end
	}
	s.value = total + section + figure
	s.ok = figure == 0 || last == figure && s.value < 100 || strings.ContainsAny(r.text[at:end], "〇零○十")
	return s, end
}

// datedHan reports whether the mark of a year stands at an offset: 二三年.
func (r *quantityReader) datedHan(at int) bool {
	says, _, ok := r.marks.at(r.text, at)
	return ok && says == "year"
}

// skipHan returns where a run of numerals ends that is no one number.
func (r *quantityReader) skipHan(at int) int {
	for at < len(r.text) {
		c, n := utf8.DecodeRuneInString(r.text[at:])
		if _, ok := r.han[c]; !ok {
			break
		}
		at += n
	}
	return at
}

// hanFraction reads what follows the denominator of a fraction: 三分之一.
func (r *quantityReader) hanFraction(under Amount, at int) (a Amount, end int, ok bool) {
	_, to, found := r.fractionOf.at(r.text, at)
	if !found {
		return a, at, false
	}
	var over Amount
	if w := figureWidth(r.text, to); w > 0 {
		f, read := r.readFigure(r.text, to)
		over, end, ok = f.amount, f.end, read
	} else {
		var s hanRun
		s, end = r.hanRun(to)
		over, ok = whole(s.value), s.ok && s.figures > 0
	}
	if !ok {
		return a, at, false
	}
	a, ok = over.By(under)
	return a, end, ok
}

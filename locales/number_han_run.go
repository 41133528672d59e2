package locales

import (
	"slices"
	"strings"
	"unicode/utf8"
)

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
		s.ok = s.figures == 1 || s.figures >= 4 || strings.ContainsAny(r.text[at:end], "〇零○") || s.figures == 2 && r.markedHan(end)
		return s, end
	}
	s.value = total + section + figure
	s.ok = figure == 0 || last == figure && s.value < 100 || strings.ContainsAny(r.text[at:end], "〇零○十")
	return s, end
}

// hanPlaces reads what stands behind the point of a number in Han numerals, 十二点五,
// and returns where it ends.
func (r *quantityReader) hanPlaces(q *Quantity, end int) int {
	rest, ok := strings.CutPrefix(r.text[end:], r.Point)
	if r.Point == "" || !ok {
		return end
	}
	to, figures, places := len(r.text)-len(rest), uint64(0), 0
	for ; places < 9; places++ {
		c, n := utf8.DecodeRuneInString(r.text[to:])
		value, is := r.han[c]
		v, _ := value.Int()
		if !is || v >= 10 {
			break
		}
		figures, to = figures*10+uint64(v), to+n
	}
	part, fits := NewAmount(figures, -places)
	sum, also := q.Amount.Plus(part)
	if places == 0 || !fits || !also {
		return end
	}
	q.Amount, q.Loose = sum, false
	return to
}

// plan reads the short name of a five-year plan, 十四五: the fourteenth.
func (r *quantityReader) plan(at int) (end int, ok bool) {
	const length = 3 // numerals: ten, ones, and the five years
	var n [length]int
	end = at
	for i := range n {
		c, size := utf8.DecodeRuneInString(r.text[end:])
		value, is := r.han[c]
		if !is {
			return at, false
		}
		n[i], _ = value.Int()
		end += size
	}
	if n[0] != 10 || n[1] < 1 || n[1] > 9 || n[2] != 5 || !slices.ContainsFunc(r.PlanNext, func(w string) bool { return strings.HasPrefix(r.text[end:], w) }) {
		return at, false
	}
	r.add(Quantity{Kind: Ordinal, Amount: whole2(n[0] + n[1])}, at, end)
	return end, true
}

// markedHan reports whether the mark of a year or a price stands at an offset:
// 二三年, 九五折.
func (r *quantityReader) markedHan(at int) bool {
	says, _, ok := r.marks.at(r.text, at)
	return ok && (says == "year" || says == "paid")
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

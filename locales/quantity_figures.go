package locales

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// figures reads the quantity that begins with the figure at an offset, and
// returns where to go on.
func (r *quantityReader) figures(at int) int {
	if end, ok := r.chain(at); ok {
		return end
	}
	f, ok := r.readFigure(r.text, at)
	if !ok {
		return f.end
	}
	if r.pointBefore(at) && !f.part && f.end-f.start == f.first { // ".08 %"
		f.amount, ok = NewAmount(f.amount.Digits, f.amount.Zeros-f.first)
		if !ok {
			return f.end
		}
		f.part, f.zero = true, false
	}
	if a, end, ok := r.hanFraction(f.amount, f.end); ok { // 3分の1
		r.add(Quantity{Kind: Fraction, Amount: a}, at, end)
		return end
	}
	q := Quantity{Amount: f.amount, Or: f.or, Odd: f.odd, Loose: f.zero || f.odd || f.end-f.start >= 8 && f.end-f.start == f.first || r.coded(at)}
	if n, whole := q.Amount.Int(); whole && f.end-f.start == 2 {
		switch {
		case r.shortYear(at):
			q.Loose, q.Or = true, whole2(1900+n)
			if n < 50 {
				q.Or = whole2(2000 + n)
			}
		case q.Loose: // SS19
			q.Or = whole2(2000 + n)
		}
	}
	from := r.prefix(&q, at)
	end := r.scaled(&q, f.end)
	if end == f.end && !f.part && f.first <= 2 {
		if to, ok := r.hour(&q, from, at, end); ok {
			return to
		}
	}
	r.seen.see(&f, q.Amount == f.amount && end == f.end)
	r.bracketed(&q, at, end)
	return r.finish(q, from, end)
}

// pointBefore reports whether the decimal mark of a number without an integer part
// stands before the figures at an offset.
func (r *quantityReader) pointBefore(at int) bool {
	before, ok := strings.CutSuffix(r.text[:at], ".")
	last, n := utf8.DecodeLastRuneInString(before)
	return ok && r.Decimal == "." && n > 0 && (unicode.IsSpace(last) || strings.ContainsRune("([<=≤", last))
}

// shortYear reports whether the figures at an offset stand behind the apostrophe of
// a year without its century: '99.
func (r *quantityReader) shortYear(at int) bool {
	before, ok := strings.CutSuffix(r.text[:at], "'")
	if !ok {
		before, ok = strings.CutSuffix(before, "’")
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	return ok && !unicode.IsLetter(last) && !unicode.IsDigit(last)
}

// coded reports whether the figures at an offset are part of a name or code:
// G20, COVID-19, A-320, #5.
func (r *quantityReader) coded(at int) bool {
	last, n := utf8.DecodeLastRuneInString(r.text[:at])
	switch {
	case n == 0:
		return false
	case partsLetters(last):
		_, _, unit := r.before.ending(r.text, at)
		return !unit
	case strings.ContainsRune("#@_/\\~=&", last):
		return true
	case last == '-' || last == '‑' || last == '.' || last == '·':
		word := r.text[:at-n]
		c, size := utf8.DecodeLastRuneInString(word)
		if _, _, unit := r.before.ending(r.text, at-n); unit {
			return false
		}
		if unicode.IsDigit(c) {
			return last == '.' && size > 0
		}
		return partsLetters(c) && (unicode.IsUpper(c) || strings.ContainsFunc(lastLetters(word), unicode.IsUpper))
	}
	return false
}

// lastLetters returns the letters and figures that a text ends with, at most a
// few of them.
func lastLetters(text string) string {
	const few = 24
	tail := text[max(0, len(text)-few):]
	return tail[strings.LastIndexFunc(tail, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != utf8.RuneError })+1:]
}

// prefix reads what stands before the number at an offset, a currency, 第, or
// "about", and returns where the quantity begins.
func (r *quantityReader) prefix(q *Quantity, at int) int {
	from := r.signed(q, at)
	gap := r.gapBefore(from)
	for range 2 {
		says, start, ok := r.before.ending(r.text, gap)
		kind, of, _ := strings.Cut(says, ":")
		if n := len(r.out); kind == "minus" && n > 0 && r.out[n-1].Span.Start >= start && r.out[n-1].Loose { // the zero of 零下
			r.out = r.out[:n-1]
		}
		switch {
		case !ok || start < r.end():
			return from
		case kind == "unit" && q.Unit == "":
			q.Unit, from = of, r.signed(q, start)
		case kind == "minus":
			q.Sign, from = Minus, start
		case kind == "about":
			q.About = true
			return from
		case kind == "ordinal" && q.Unit == "":
			q.Kind, from = Ordinal, start
		case kind == "era" && q.Unit == "":
			if n, whole := q.Amount.Int(); whole && n < 200 {
				q.Kind, from = Year, start
				q.Or = q.Amount
				q.Amount = whole2(n + r.Eras[of])
			}
			return from
		default:
			return from
		}
		gap = r.gapBefore(from)
	}
	return from
}

// whole2 is whole of a number that may be below zero, which counts as zero.
func whole2(n int) Amount { return whole(uint64(max(n, 0))) }

// end returns where the last quantity ends.
func (r *quantityReader) end() int {
	if n := len(r.out); n > 0 {
		return r.out[n-1].Span.End
	}
	return 0
}

// gapBefore returns the offset of the blank before an offset, or that offset.
func (r *quantityReader) gapBefore(at int) int {
	if c, n := utf8.DecodeLastRuneInString(r.text[:at]); unicode.Is(unicode.Zs, c) {
		return at - n
	}
	return at
}

// gapAfter returns the offset behind the blank or line break that stands at an
// offset, or that offset; hyphens count too if they may.
func (r *quantityReader) gapAfter(at int, hyphen bool) int {
	if at == len(r.text) || r.text[at]|0x20 >= 'a' && r.text[at]|0x20 <= 'z' {
		return at
	}
	c, n := utf8.DecodeRuneInString(r.text[at:])
	switch {
	case hyphen && (c == '-' || c == '‑'):
		return at + n
	case c != '\n' && !unicode.Is(unicode.Zs, c):
		return at
	}
	line, rest := 0, strings.TrimLeft(r.text[at:], " ")
	if strings.HasPrefix(rest, "\n") { // with blanks before and behind, as in markup
		line = len(r.text) - len(strings.TrimLeft(rest[1:], " ")) - at
	}
	return at + max(n, line)
}

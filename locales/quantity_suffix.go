package locales

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// suffix reads the ending of an ordinal, a decade or an age directly behind a
// whole number, and returns its end.
func (r *quantityReader) suffix(q *Quantity, from, end int) (to int, ok bool) {
	says, to, ok := r.suffixes.at(r.text, end)
	if gap := r.gapAfter(end, false); !ok && len(r.YearMark) > 0 && gap > end { // 20 世纪 90 年代
		says, to, ok = r.suffixes.at(r.text, gap)
	}
	if !ok {
		return end, false
	}
	n, whole := q.Amount.Int()
	if !whole {
		return end, false
	}
	switch {
	case says == "ages": // 20代, 80后
		q.Loose = true
	case says == "decade" && n >= 1000:
		q.Or = whole2(n % 100)
	case says == "decade" && n < 100 && r.century(from):
		last := &r.out[len(r.out)-1]
		hundreds, _ := last.Amount.Int()
		q.Amount, q.Or, q.Loose, last.Loose = whole2(hundreds*100-100+n), whole2(n), false, true
	case says == "decade", says == "ordinal" && n >= 20 && n < 100 && n%10 == 0:
		q.Or = whole2(1900 + n)
		if says == "decade" { // "in his 40s", but 九十年代
			q.Loose = len(r.YearMark) == 0
		}
	case says == "ordinal" && n >= 1000 && n%10 == 0 && countFigures(r.text, from) == len("1990"):
		q.Or = whole2(n % 100)
	default:
		q.Kind = Ordinal
		q.Loose = q.Loose || says == "century" && figureWidth(r.text, r.gapAfter(to, false)) > 0 // 20世纪90年代
	}
	return to, true
}

// century reports whether a century ends before an offset: 20世纪 of 20世纪90年代.
func (r *quantityReader) century(at int) bool {
	n := len(r.out)
	return n > 0 && r.out[n-1].Kind == Ordinal && r.gapAfter(r.out[n-1].Span.End, false) == at && slices.ContainsFunc(r.Century, func(w string) bool {
		return strings.HasSuffix(r.text[:r.out[n-1].Span.End], w)
	})
}

// mark reads a number before 年, 月, 日 or 成 as the part of a date or as tenths.
func (r *quantityReader) mark(q *Quantity, mark string) bool {
	n, whole := q.Amount.Int()
	switch {
	case mark == "none":
		return false
	case mark == "paid":
		return q.Unit == "" && q.Kind == Count && paid(q)
	case mark == "tenths":
		if product, fits := q.Amount.Times(amountOf("10")); fits {
			q.Amount, q.Unit, q.Kind = product, "%", Percent
			return true
		}
		return false
	case !whole || q.Unit != "" && q.Kind != Year:
		return false
	case mark == "year" && (q.Kind == Year || n >= 1000 && n < 3000):
		q.Kind = Year
	case mark == "year": // three years, or the year '98
		q.Unit, q.Kind = "year", Measured
		if n < 50 {
			q.Or = whole2(2000 + n)
		} else if n < 100 {
			q.Or = whole2(1900 + n)
		}
	case mark == "month" && n >= 1 && n <= 12:
		q.Kind = Month
	case mark == "day" && n >= 1 && n <= 31:
		q.Kind = Day
	default:
		return false
	}
	return true
}

// paid makes the tenths of a price that are left the share that is taken off: of
// eight, 八折, 20 %.
func paid(q *Quantity) bool {
	left := q.Amount
	if left.Compare(whole(10)) < 0 {
		left, _ = left.Times(whole(10))
	}
	n, whole := left.Int()
	if !whole || n < 10 || n > 99 {
		return false
	}
	q.Amount, q.Unit, q.Kind, q.Loose, q.Sign = whole2(100-n), "%", Percent, false, EitherSign // "-20 %"
	return true
}

// halfTenth adds the figure behind tenths, 八成五, to their share, and returns where
// it ends.
func (r *quantityReader) halfTenth(q *Quantity, mark string, end int) int {
	c, size := utf8.DecodeRuneInString(r.text[end:])
	n, _ := r.han[c].Int()
	if d, w := figureAt(r.text, end); w > 0 && r.TenthPart != "" {
		n = int(d)
	}
	next, _ := utf8.DecodeRuneInString(r.text[end+size:])
	if r.TenthPart != "" { // ３割５分
		if part, ok := strings.CutPrefix(r.text[end+size:], r.TenthPart); ok && mark == "tenths" && n > 0 && n < 10 {
			q.Amount, _ = q.Amount.Plus(whole2(n))
			return len(r.text) - len(part)
		}
		return end
	}
	if _, more := r.han[next]; mark != "tenths" || n < 2 || n > 9 || more || strings.ContainsRune(r.Counters, next) {
		return end
	}
	q.Amount, _ = q.Amount.Plus(whole2(n))
	return end + size
}

// yearPart reads the quarter or half of a year behind an ordinal, and returns
// where it ends; or the end of the ordinal.
func (r *quantityReader) yearPart(q *Quantity, from, end int) int {
	const most = 4
	n, whole := q.Amount.Int()
	if len(r.yearParts) == 0 || !whole || n < 1 || n > most || q.Unit != "" || q.Kind != Ordinal && q.Kind != Count {
		return end
	}
	at := end
	if strings.HasPrefix(r.text[at:], ".") { // "3. Quartal"
		at++
	}
	part, to, ok := r.yearParts.at(r.text, r.gapAfter(at, false))
	if !ok || q.Kind == Count && len(r.YearMark) == 0 && at == end {
		return end
	}
	if says, _, counted := r.before.ending(r.text, from); counted && says == "counted" { // 前三季度
		part += "s"
	}
	q.Unit, q.Kind, q.Loose = part, Measured, part == "half-year"
	return to
}

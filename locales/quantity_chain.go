package locales

import (
	"strings"

	"github.com/concord-l10n/concord"
)

// chain reads figures that are joined by one mark without blanks: dates, times,
// scores, fractions, versions, telephone numbers. It reports false if what
// stands there is an ordinary number.
func (r *quantityReader) chain(at int) (int, bool) {
	parts, n, mark, end := r.chained(at)
	if mark == 0 || n < 2 {
		return at, false
	}
	if n <= len(parts) {
		end = parts[n-1].End
	}
	switch {
	case n == 3 && r.numericDate(parts, mark):
		return end, true
	case n == 2 && (mark == ':' || mark == '：' || mark != '-' && strings.ContainsRune(r.ClockMark, mark)) && parts[1].Len() == 2*figureWidth(r.text, at) && r.clock(parts, mark, end):
		return r.out[len(r.out)-1].Span.End, true
	case mark == '.' && (n == 2 || r.Decimal == "," && grouped(r.text, parts, n)), mark == '–' && n <= 3, mark == '-' && n == 2:
		return at, false // a decimal, a group, a range
	case mark == '.' && n == 3 && strings.ContainsRune(r.Group, '.'):
		return at, false
	case n == 2 && mark == '/':
		r.slash(parts)
		return end, true
	}
	for _, p := range parts[:min(n, len(parts))] {
		r.add(Quantity{Amount: r.value(p), Loose: true}, p.Start, p.End)
	}
	return end, true
}

// chained returns the first three of the n runs of figures that one mark joins
// from an offset on, the mark, or 0, and where they end.
func (r *quantityReader) chained(at int) (parts [3]concord.Span, n int, mark rune, end int) {
	end = at
	for {
		k := countFigures(r.text, end)
		if k == 0 {
			break
		}
		w := figureWidth(r.text, end)
		if n < len(parts) {
			parts[n] = concord.Span{Start: end, End: end + k*w}
		}
		n, end = n+1, end+k*w
		c, size := foldedMark(r.text, end)
		if !strings.ContainsRune("-–/.:：", c) || mark != 0 && c != mark || countFigures(r.text, end+size) == 0 {
			break
		}
		mark = c
		end += size
	}
	return parts, n, mark, end
}

// grouped reports whether figures are parted by threes: 1.234.567.
func grouped(text string, parts [3]concord.Span, n int) bool {
	return n >= 3 && parts[1].Len() == 3 && parts[2].Len() == 3
}

// value reads a few figures as an integer; of many it returns zero.
func (r *quantityReader) value(s concord.Span) Amount {
	n, at := uint64(0), s.Start
	for range 18 {
		d, w := figureAt(r.text, at)
		if w == 0 || at >= s.End {
			break
		}
		n, at = n*10+uint64(d), at+w
	}
	return whole(n)
}

// slash reads "1/3", "2024/25" and "9/11": a fraction, the year that an academic year
// begins in, or two numbers.
func (r *quantityReader) slash(parts [3]concord.Span) {
	const whole, few = 10, 20 // what may be told in parts
	over, under := r.value(parts[0]), r.value(parts[1])
	n, _ := over.Int()
	m, _ := under.Int()
	q := Quantity{Amount: over, Loose: true}
	if a, ok := over.By(under); ok && m <= few {
		if q.Or = a; n > 0 && n < m && (n == 1 || m <= whole) {
			r.add(Quantity{Kind: Fraction, Amount: a, Or: over, Loose: true}, parts[0].Start, parts[1].End)
			return
		}
	}
	second := Quantity{Amount: under, Loose: true}
	if n >= 1900 && n < 2100 && parts[1].Len() == parts[0].Len()/2 { // 2023/24
		second.Or = whole2(n/100*100 + m)
		q.Loose = m != (n+1)%100
	}
	r.add(q, parts[0].Start, parts[0].End)
	r.add(second, parts[1].Start, parts[1].End)
}

// numericDate adds the parts of a date in figures: 2023-11-14, 14.11.2023.
func (r *quantityReader) numericDate(parts [3]concord.Span, mark rune) bool {
	var n [3]int
	w := figureWidth(r.text, parts[0].Start)
	for i, p := range parts {
		n[i], _ = r.value(p).Int()
	}
	year, first, second := 0, 1, 2
	switch {
	case parts[0].Len() == 4*w && n[0] >= 1000 && n[0] < 3000:
	case parts[2].Len() == 4*w && n[2] >= 1000 && n[2] < 3000:
		year, first, second = 2, 0, 1
	default:
		return false
	}
	if mark == ':' || n[first] < 1 || n[second] < 1 || n[first] > 31 || n[second] > 31 || n[first] > 12 && n[second] > 12 {
		return false
	}
	whole := concord.Span{Start: parts[0].Start, End: parts[2].End}
	for i, p := range parts {
		q := Quantity{Amount: r.value(p), Kind: Day}
		if i == year {
			q.Kind = Year
		} else if year == 0 && i == 1 || year == 2 && (i == 1) != (r.MonthFirst && n[first] <= 12) {
			q.Kind = Month
		}
		if i != year && year == 2 && n[first] <= 12 && n[second] <= 12 && (r.MonthFirst || mark == '/') { // 5/6/2024
			q.Or = r.value(parts[first+second-i])
		}
		r.add(q, p.Start, p.End)
		r.out[len(r.out)-1].Whole = whole
	}
	return true
}

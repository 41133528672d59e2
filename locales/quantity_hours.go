package locales

import "strconv"

// shareHours makes times of day of the two bounds of a range where one says so: "14.30
// bis 17 Uhr", "с 14.30 до 17 часов", "dalle 14.30 alle 17"; or where both are written
// as times are, and as no numbers of the language: "14.30 ile 17.00".
func (r *quantityReader) shareHours() {
	for i := 1; i < len(r.out); i++ {
		a, b := &r.out[i-1], &r.out[i]
		first, ok := r.dayTime(a)
		second, also := r.dayTime(b)
		then, whole := r.fullHour(b)
		switch {
		case !r.ranged(a.Span.End, b.Span.Start):
		case ok && b.Kind == Clock:
			r.makeClock(a, first)
		case ok && also && a.Odd && b.Odd && first < second && first%5+second%5 == 0: // and no versions
			r.makeClock(a, first)
			r.makeClock(b, second)
		case whole && (a.Kind == Clock || ok && b.Unit == "h"):
			if ok {
				r.makeClock(a, first)
			}
			r.makeClock(b, then)
		}
	}
}

// dayTime returns the minutes since midnight that a plain number is, if it is written
// like a time: 14.30.
func (r *quantityReader) dayTime(q *Quantity) (minutes int, ok bool) {
	text := r.text[q.Span.Start:q.Span.End]
	n := len(text) - len("00")
	if q.Kind != Count || q.Unit != "" || n < 2 || n > 3 || text[n-1] != '.' {
		return 0, false
	}
	h, err := strconv.Atoi(text[:n-1])
	m, also := strconv.Atoi(text[n:])
	return h*60 + m, err == nil && also == nil && h <= 24 && m < 60
}

// fullHour returns the minutes since midnight that a number of hours or a plain number
// is, if it may be an hour of the day.
func (r *quantityReader) fullHour(q *Quantity) (minutes int, ok bool) {
	h, whole := q.Amount.Int()
	plain := q.Kind == Count && q.Unit == "" && r.text[q.Span.Start:q.Span.End] == strconv.Itoa(h)
	return h * 60, whole && h <= 24 && (plain || q.Unit == "h")
}

// makeClock makes a quantity a time of day.
func (r *quantityReader) makeClock(q *Quantity, minutes int) {
	q.Kind, q.Unit, q.Amount, q.Or = Clock, "", whole2(minutes%(12*60)), Amount{}
	q.Half, q.Loose, q.Odd, q.About = r.half12(minutes/60, "clock"), false, false, false
}

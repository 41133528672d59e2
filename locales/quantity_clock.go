package locales

import (
	"slices"
	"strings"

	"github.com/concord-l10n/concord"
)

// clock adds a time in figures: 15:30, "3.30 p.m.", "15.30 Uhr".
func (r *quantityReader) clock(parts [3]concord.Span, mark rune, end int) bool {
	h, _ := r.value(parts[0]).Int()
	m, _ := r.value(parts[1]).Int()
	says, to, named := r.times.at(r.text, r.gapAfter(end, false))
	from := parts[0].Start
	before, start, ok := r.timeBefore(from)
	if !named && ok {
		named, says, to = true, before, end
	}
	w := figureWidth(r.text, end-1)
	if h > 24 || m > 59 || parts[0].Len() > 2*w && h > 24 || mark == '.' && (!named && !r.goesOn(from) || says == "hour") {
		return false
	}
	if named && says != "hour" {
		end = to
	}
	if half, later, told := r.times.at(r.text, r.gapAfter(end, false)); told && says == "clock" && half != "hour" && half != "clock" { // "03:30 h de la tarde"
		says, end = half, later
	}
	if ok && before != "clock" {
		from = start
	}
	half := r.half12(h, says)
	if half == EitherHalf && parts[0].Len() == 2*w && h < 10 && says != "pm" { // 09:30
		half = Morning
	}
	r.addClock(from, end, h*60+m, half)
	return true
}

// timeBefore returns what a word says of the time that begins at an offset, "am",
// "pm", "night" or "clock", and where the word begins.
func (r *quantityReader) timeBefore(at int) (says string, start int, ok bool) {
	says, start, ok = r.before.ending(r.text, r.gapBefore(at))
	ok = ok && start >= r.end() && (says == "am" || says == "pm" || says == "night" || says == "clock")
	return says, start, ok
}

// goesOn reports whether the time before an offset is the first of two: the
// 20.30 of "9.00–20.30 Uhr".
func (r *quantityReader) goesOn(at int) bool {
	n := len(r.out)
	return n > 0 && r.out[n-1].Kind == Clock && r.ranged(r.out[n-1].Span.End, at)
}

// half12 returns the half of the day of an hour, by the word beside it.
func (r *quantityReader) half12(hour int, says string) HalfDay {
	const small, late = 4, 6 // "three at night" is in the morning, "eleven" is not; 晚上5点 is not, "cinco de la noche" is
	switch {
	case hour > 12 && hour < 24:
		return Afternoon
	case hour == 0, says == "am", says == "night" && hour < small:
		return Morning
	case says == "pm", says == "night" && hour >= late && hour < 12:
		return Afternoon
	case len(r.Late) > 0 && hour < 12 && says != "night" && !r.late():
		return Morning
	}
	return EitherHalf
}

// addClock adds a time of day, in minutes.
func (r *quantityReader) addClock(from, end, minutes int, half HalfDay) {
	r.add(Quantity{Kind: Clock, Amount: whole2(minutes % (12 * 60)), Half: half}, from, end)
}

// hour reads an hour that a word or mark behind it, or before it, tells: "3
// p.m.", 15时30分, "15h30".
func (r *quantityReader) hour(q *Quantity, from, at, end int) (int, bool) {
	h, whole := q.Amount.Int()
	if !whole || h > 24 || q.Unit != "" || q.Kind != Count {
		return 0, false
	}
	gap := r.gapAfter(end, false)
	says, to, ok := r.times.at(r.text, gap)
	word, start, before := r.timeBefore(at)
	_, past, unit := r.units.at(r.text, gap)
	if !ok || says == "none" || unit && says == "hour" && past > to || unit && says == "clock" && past == to && !before { // 15時間, "two hours"
		return 0, false
	}
	mark := figureWidth(r.text, at) > 0 && slices.Contains(r.HourMark, r.text[gap:to]) // 一時 is "for a while"
	if says != "hour" {
		r.addClock(from, to, h*60, r.half12(h, says))
		return to, true
	}
	minutes, past := r.minutes(to)
	if minutes < 0 && !mark && (!before || len(r.YearMark) == 0 && word != "clock") { // 3点 may be three points, "15 h" fifteen hours
		return 0, false
	}
	if before && word != "clock" {
		from = start
	}
	if says, later, ok := r.times.at(r.text, r.gapAfter(past, false)); ok && says != "hour" && says != "clock" {
		word, past = says, later
	}
	r.addClock(from, past, h*60+max(minutes, 0), r.half12(h, word))
	return past, true
}

// minutes reads the minutes behind an hour, and returns where they end; -1 if
// there are none.
func (r *quantityReader) minutes(at int) (minutes, end int) {
	gap := r.gapAfter(at, false)
	if strings.HasPrefix(r.text[gap:], ":") { // "2h:30"
		gap++
	}
	unspaced := len(r.YearMark) > 0
	if w := figureWidth(r.text, gap); w > 0 && countFigures(r.text, gap) <= 2 {
		k := countFigures(r.text, gap)
		minutes, _ = r.value(concord.Span{Start: gap, End: gap + k*w}).Int()
		end = gap + k*w
		if past, ok := r.minuteMark(r.gapAfter(end, false)); ok {
			return minutes, past
		}
		if !unspaced && k != 2 {
			return -1, at
		}
		return minutes, end
	}
	if i := slices.IndexFunc(r.Loose["1/2"], func(w string) bool { return strings.HasPrefix(r.text[at:], w) }); i >= 0 && unspaced { // 5点半
		return 30, at + len(r.Loose["1/2"][i])
	}
	if s, past := r.hanRun(at); s.ok && s.figures == 1 && s.value < 4 && r.Quarter != "" && strings.HasPrefix(r.text[past:], r.Quarter) { // 三点一刻
		return int(s.value) * 15, past + len(r.Quarter)
	} else if s.ok && s.figures > 0 && s.value < 60 { // 三点四十五分
		if later, ok := r.minuteMark(past); ok {
			return int(s.value), later
		}
	}
	return -1, at
}

// minuteMark returns the end of what says at an offset that minutes stand before it.
func (r *quantityReader) minuteMark(at int) (end int, ok bool) {
	if unit, past, ok := r.units.at(r.text, at); ok && unit == "min" {
		return past, true
	}
	for _, mark := range r.MinuteMark {
		if strings.HasPrefix(r.text[at:], mark) {
			return at + len(mark), true
		}
	}
	return at, false
}

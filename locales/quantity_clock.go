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
	if before, _, ok := r.before.ending(r.text, r.gapBefore(parts[0].Start)); !named && ok && before == "clock" {
		named, says, to = true, before, end
	}
	if h > 24 || m > 59 || parts[0].Len() > 2*figureWidth(r.text, end-1) && h > 24 || mark == '.' && (!named || says == "hour") {
		return false
	}
	if named && says != "hour" {
		end = to
	}
	r.addClock(parts[0].Start, end, h*60+m)
	return true
}

// addClock adds a time of day, in minutes; which half of the day it is does not count.
func (r *quantityReader) addClock(from, end, minutes int) {
	r.add(Quantity{Kind: Clock, Amount: whole2(minutes % (12 * 60))}, from, end)
}

// hour reads an hour that a word or mark behind it, or before it, tells: "3
// p.m.", 15时30分, "15h30".
func (r *quantityReader) hour(q *Quantity, from, at, end int) (int, bool) {
	h, whole := q.Amount.Int()
	if !whole || h > 24 || q.Unit != "" || q.Kind != Count {
		return 0, false
	}
	says, to, ok := r.times.at(r.text, r.gapAfter(end, false))
	half, start, before := r.before.ending(r.text, r.gapBefore(at))
	half, _, _ = strings.Cut(half, ":")
	before = before && start >= r.end() && (half == "am" || half == "pm")
	if !ok || says == "hour" && len(r.YearMark) == 0 && figureWidth(r.text, r.gapAfter(to, false)) == 0 {
		return 0, false
	}
	if says != "hour" {
		r.addClock(from, to, h*60)
		return to, true
	}
	minutes, gap := 0, r.gapAfter(to, false)
	if w := figureWidth(r.text, gap); w > 0 && countFigures(r.text, gap) <= 2 {
		k := countFigures(r.text, gap)
		minutes, _ = r.value(concord.Span{Start: gap, End: gap + k*w}).Int()
		to = gap + k*w
		if unit, past, ok := r.units.at(r.text, r.gapAfter(to, false)); ok && unit == "min" {
			to = past
		} else if len(r.YearMark) == 0 && k != 2 {
			return 0, false
		}
	} else if i := slices.IndexFunc(r.Loose["1/2"], func(w string) bool { return strings.HasPrefix(r.text[to:], w) }); i >= 0 && len(r.YearMark) > 0 { // 5点半
		minutes, to = 30, to+len(r.Loose["1/2"][i])
	} else if !before {
		return 0, false // 3点 may be three points, "15 h" fifteen hours
	}
	if before {
		from = start
	}
	r.addClock(from, to, h*60+minutes)
	return to, true
}

package locales

import (
	"slices"
	"strings"
)

// late reports whether a word of the text says that a time in it is in the second
// half of the day, though it counts to twelve: "am Abend um 8 Uhr".
func (r *quantityReader) late() bool {
	if !r.sought {
		lower := strings.ToLower(r.text)
		r.sought, r.later = true, slices.ContainsFunc(r.Late, func(w string) bool { return strings.Contains(lower, w) })
	}
	return r.later
}

// saidClock adds a time whose hours are told in words, "à neuf heures et demie", and
// reports whether it is one.
func (r *quantityReader) saidClock(hours Amount, from, end int) bool {
	says, _, ok := r.timeBefore(from)
	all, _ := hours.Times(whole(60))
	minutes, whole := all.Int()
	if !ok || says != "clock" || !whole || minutes > 24*60 {
		return false
	}
	r.addClock(from, end, minutes, r.half12(minutes/60, says))
	return true
}

// clockPart adds a time that is told by a part of the hour before or behind it, "half
// past nine" or "halb acht", and returns where it ends.
func (r *quantityReader) clockPart(at int) (to int, ok bool) {
	says, end, ok := r.clockParts.at(r.text, at)
	if !ok {
		return at, false
	}
	gap := r.gapAfter(end, false)
	next := wordEnd(r.text, gap)
	hour := Amount{}
	if f, figures := r.readFigure(r.text, gap); figureWidth(r.text, gap) > 0 && figures && !f.part {
		hour, next = f.amount, f.end
	} else if s := r.words.find(r.text[gap:next]); s != nil {
		hour = s.cardinal
	}
	h, whole := hour.Int()
	if hour.Over == 0 || !whole || h < 1 || h > 12 {
		return at, false
	}
	word, later, told := r.times.at(r.text, r.gapAfter(next, false))
	if told {
		next = later
	}
	r.addClock(at, next, (h*60+r.ClockParts[says]+12*60)%(12*60), r.half12(h, word))
	return next, true
}

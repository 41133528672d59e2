package locales

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// compileWeekdays makes the names of the days of the week ready for use, those in
// lower case also as they begin a sentence.
func (n *numerals) compileWeekdays() {
	all := map[string][]string{"none": n.Unmarked, "noon": n.Noon}
	for day, names := range n.Weekdays {
		for _, name := range names {
			all[day] = append(all[day], name)
			if c, size := utf8.DecodeRuneInString(name); unicode.IsLower(c) {
				all[day] = append(all[day], string(unicode.ToUpper(c))+name[size:])
			}
		}
	}
	n.weekdays.addAll(all)
	for day, names := range all {
		for _, name := range names {
			if day != "none" {
				n.dayBegins[beginning(name)] = true
			}
		}
	}
}

// weekday keeps the name of a day of the week if one stands at an offset, and
// returns where to go on. Such days are added once all else was read, as they
// stand between the parts of a date.
func (r *quantityReader) weekday(at int) (end int, ok bool) {
	if !r.dayBegins[beginning(r.text[at:])] {
		return at, false
	}
	says, end, ok := r.weekdays.at(r.text, at)
	if !ok || says == "none" || r.text[at] == '(' && !r.dated(at) || strings.HasPrefix(r.text[at:], "（") && !r.dated(at) {
		return at, false
	}
	span := concord.Span{Start: at, End: end}
	if says == "noon" { // or midnight, which is no other hour by the clock of twelve
		r.days = append(r.days, Quantity{Kind: Clock, Amount: whole(0), Span: span, Whole: span, Loose: true})
		return end, true
	}
	r.days = append(r.days, Quantity{Kind: Weekday, Amount: amountOf(says), Span: span, Whole: span, Loose: true})
	return end, true
}

// dated reports whether the day of a month stands before an offset: 5日（火）.
func (r *quantityReader) dated(at int) bool {
	last, _ := utf8.DecodeLastRuneInString(r.text[:at])
	return unicode.IsDigit(last) || slices.Contains(r.DayMark, string(last))
}

// addWeekdays puts the days of the week where they stand among the quantities.
func (r *quantityReader) addWeekdays() {
	if len(r.days) == 0 {
		return
	}
	r.out = slices.DeleteFunc(r.out, func(q Quantity) bool {
		return slices.ContainsFunc(r.days, func(d Quantity) bool { return d.Span.Overlaps(q.Span) })
	})
	r.out = append(r.out, r.days...)
	slices.SortStableFunc(r.out, func(a, b Quantity) int { return a.Span.Start - b.Span.Start })
}

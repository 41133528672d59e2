package locales

import (
	"strings"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// joinDates finds the days and years beside the names of months, and makes one
// date of the parts that stand together.
func (r *quantityReader) joinDates() {
	for i := range r.out {
		if r.out[i].Kind == Month && r.out[i].Whole == r.out[i].Span {
			r.joinMonth(i)
		}
	}
}

// joinMonth makes one date of a month and what stands beside it. A name of a
// month that may be another word is loose where nothing does.
func (r *quantityReader) joinMonth(i int) {
	var first, last int
	at := r.out[i].Span.Start
	c, _ := utf8.DecodeRuneInString(r.text[at:])
	if _, han := r.han[c]; letterByte(r.text[at]) && figureWidth(r.text, at) == 0 && !han {
		first, last = r.besideName(i)
	} else {
		first, last = r.besideMark(i)
	}
	if first == last {
		word := r.text[r.out[i].Span.Start:r.out[i].Span.End]
		for _, unclear := range r.Unclear {
			r.out[i].Loose = r.out[i].Loose || word == unclear
		}
	}
	whole := concord.Span{Start: r.out[first].Span.Start, End: r.out[last].Span.End}
	for j := first; j <= last; j++ {
		r.out[j].Whole = whole
	}
}

// besideMark returns the first and the last part of a date whose month is in
// figures: 2023年11月14日.
func (r *quantityReader) besideMark(i int) (first, last int) {
	first, last = i, i
	if i > 0 && r.out[i-1].Kind == Year && r.linked(r.out[i-1].Span.End, r.out[i].Span.Start) {
		first = i - 1
	}
	if i+1 < len(r.out) && (r.out[i+1].Kind == Day || r.dayRange(i+1)) && r.linked(r.out[i].Span.End, r.out[i+1].Span.Start) {
		r.out[i+1].Kind = Day
		last = i + 1
	}
	for j := first; first < last && j <= last; j++ { // 五月十六日, where 五 alone may be in a word
		r.out[j].Loose = false
	}
	return first, last
}

// besideName returns the first and the last part of a date whose month has its
// name: "14 and 15 November 2023", "May 5, 2023".
func (r *quantityReader) besideName(i int) (first, last int) {
	first, last = i, i
	for j := i - 1; j >= 0 && r.day(j) && r.joined(r.out[j].Span.End, r.out[j+1].Span.Start, j+1 < i); j-- {
		r.out[j].Kind, first = Day, j
		r.out[j].Loose = false
	}
	if r.MonthFirst && first == i && i+1 < len(r.out) && r.day(i+1) && r.linked(r.out[i].Span.End, r.out[i+1].Span.Start) {
		last = i + 1
		r.out[last].Kind, r.out[last].Loose = Day, false
		for last+1 < len(r.out) && r.day(last+1) && r.joined(r.out[last].Span.End, r.out[last+1].Span.Start, true) && !r.commaBefore(last+1) {
			last++
			r.out[last].Kind, r.out[last].Loose = Day, false
		}
	}
	if j := last + 1; j < len(r.out) && r.year(j) && r.linked(r.out[last].Span.End, r.out[j].Span.Start) {
		r.out[j].Kind, r.out[j].Unit, last = Year, "", j
	}
	return first, last
}

// dayRange reports whether a quantity is the first day of two: 9 of 11月9至10日.
func (r *quantityReader) dayRange(i int) bool {
	return r.day(i) && i+1 < len(r.out) && r.out[i+1].Kind == Day && r.joined(r.out[i].Span.End, r.out[i+1].Span.Start, true)
}

// day reports whether a quantity may be the day of a month.
func (r *quantityReader) day(i int) bool {
	q := &r.out[i]
	n, whole := q.Amount.Int()
	return whole && n >= 1 && n <= 31 && q.Unit == "" && (q.Kind == Count || q.Kind == Ordinal || q.Kind == Day)
}

// year reports whether a quantity may be a year.
func (r *quantityReader) year(i int) bool {
	q := &r.out[i]
	n, whole := q.Amount.Int()
	return whole && n >= 1000 && n < 3000 && (q.Unit == "" && q.Kind == Count || q.Unit == "year") && q.Or.Over == 0
}

// linked reports whether nothing but blanks, marks and words that link the
// parts of a date stand between two offsets.
func (r *quantityReader) linked(from, to int) bool {
	for from < to {
		c, n := utf8.DecodeRuneInString(r.text[from:])
		if _, end, ok := r.links.at(r.text, from); ok && end <= to {
			from = end
			continue
		}
		if c != ' ' && c != '\u00a0' && c != '\u202f' && c != '.' && c != ',' && c != '\n' {
			return false
		}
		from += n
	}
	return true
}

// joined reports whether two days stand together between two offsets: as
// linked, or if they may, as a range.
func (r *quantityReader) joined(from, to int, ranged bool) bool {
	if r.linked(from, to) && !ranged {
		return true
	}
	if !ranged || to-from > 16 {
		return false
	}
	between := strings.Trim(r.text[from:to], " .\u00a0")
	if between == "-" || between == "–" || between == "," || between == "/" {
		return true
	}
	_, end, ok := r.to.at(between, 0)
	if ok && end == len(between) {
		return true
	}
	s := r.words.find(between)
	return s != nil && (s.and || s.andTens)
}

func (r *quantityReader) commaBefore(i int) bool {
	return strings.HasSuffix(strings.TrimRight(r.text[:r.out[i].Span.Start], " "), ",")
}

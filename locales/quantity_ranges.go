package locales

import (
	"strings"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// joinRanges marks the second bound of a range, and lets the first share its
// scale and unit: "5 to 6 million yuan".
func (r *quantityReader) joinRanges() {
	r.shareTolerances()
	r.shareHours()
	r.shareListed()
	for i := 1; i < len(r.out); i++ {
		a, b := &r.out[i-1], &r.out[i]
		r.beside(a, b)
		if a.Kind == Multiple && b.Kind != Multiple { // "doubled to 9 billion"
			continue
		}
		if !r.ranged(a.Span.End, b.Span.Start) {
			b.Upper = r.changed(a, b)
			continue
		}
		if a.Unit == "" && b.Unit != "" && a.Kind == Count && !r.year(i-1) {
			a.Unit, a.Kind = b.Unit, b.Kind
		}
		if b.Unit == "" && b.Kind == Count && (a.Unit == "%" || a.Unit == "‰") && figureWidth(r.text, a.Span.Start) == 0 { // "yüzde 30 ila 43"
			b.Unit, b.Kind = a.Unit, a.Kind
		}
		if n, whole := b.Amount.Int(); whole && n < 100 && countFigures(r.text, b.Span.Start) == 2 && (b.Unit == "" || b.Unit == "year") && r.year(i-1) { // 1950-53
			year, _ := a.Amount.Int()
			b.Or = whole2(year/100*100 + n)
		}
		if b.Amount.Zeros > a.Amount.Zeros && a.Or.Over == 0 {
			a.Or = r.sharedScale(a, b)
		}
		r.shareSign(a, b)
		b.Upper = a.Kind == b.Kind
		if b.Upper && a.Whole == a.Span && b.Whole == b.Span {
			whole := concord.Span{Start: a.Span.Start, End: b.Span.End}
			a.Whole, b.Whole = whole, whole
		}
	}
}

// changed reports whether a number is said to have become the one behind it,
// "32 auf 35 Promille", and gives it the share that the other is of.
func (r *quantityReader) changed(a, b *Quantity) bool {
	if b.Span.Start-a.Span.End > 40 {
		return false
	}
	between := strings.Trim(r.text[a.Span.End:b.Span.Start], " \u00a0\u202f")
	if c, n := utf8.DecodeRuneInString(between); strings.ContainsRune(r.Counters, c) { // 8400人增加到
		between = between[n:]
	}
	_, end, ok := r.onto.at(between, 0)
	if !ok || end != len(between) {
		return false
	}
	if n, whole := a.Amount.Int(); a.Unit == "" && a.Kind == Count && b.Unit != "" && !(whole && n >= 1900 && n < 2100) {
		a.Unit, a.Kind = b.Unit, b.Kind
	}
	return a.Kind == b.Kind
}

// shareListed gives the numbers of a list the unit of the last: "35, 40 and 50 %".
func (r *quantityReader) shareListed() {
	list := false
	for i := len(r.out) - 1; i > 0; i-- {
		a, b := &r.out[i-1], &r.out[i]
		and, comma := r.listed(a.Span.End, b.Span.Start)
		list = and || list && comma
		if list && a.Unit == "" && b.Unit != "" && a.Kind == Count && !a.Loose && !r.year(i-1) {
			a.Unit, a.Kind = b.Unit, b.Kind
		}
	}
}

// beside reads what two quantities beside each other say together: "6-foot-6",
// "one in five", or the groups of a telephone number.
func (r *quantityReader) beside(a, b *Quantity) {
	between := r.text[a.Span.End:b.Span.Start]
	phone := strings.HasPrefix(r.text[a.Span.Start:], "0") && a.Span.Len() > 2
	if _, end, ok := r.oneIn.at(between, 0); ok && end == len(between) {
		shareOf(a, b)
		return
	}
	if _, end, ok := r.oneOf.at(between, 0); ok && end == len(between) {
		shareOf(b, a)
		return
	}
	switch {
	case len(between) < 24 && b.Kind == Ordinal && r.centuryOf(a, b):
	case len(between) > 2 || strings.Trim(between, " -\u00a0") != "":
	case a.Unit == "ft" || b.Unit == "in":
		a.Loose, b.Loose = true, true
	case between == " " && (phone || a.Loose && b.Span.Len() >= 2) && a.Unit == "" && b.Unit == "" && figureWidth(r.text, a.Span.Start) > 0 && figureWidth(r.text, b.Span.Start) > 0:
		a.Loose, b.Loose = true, true
	case between == " " && r.halved(a, b): // 116 123, "CHF 36 400"
		joined, _ := a.Amount.Times(whole(1000))
		if a.Or, _ = joined.Plus(b.Amount); a.Or.Over != 0 {
			b.Or, a.Loose, b.Loose = a.Or, true, true
		}
	}
}

// shareOf makes the number of those that are meant, of two plain numbers, the share
// that they are of all.
func shareOf(some, all *Quantity) {
	n, small := some.Amount.Int()
	share, fits := some.Amount.By(all.Amount)
	if fits && small && n < 10 && some.Kind == Count && all.Kind == Count && some.Unit == "" && some.Amount.Compare(all.Amount) < 0 {
		all.Kind, all.Or, all.Amount, some.Loose, all.Loose = Fraction, all.Amount, share, true, n > 1
	}
}

// centuryOf gives a decade, "los años 30", the years of the century behind it, "del
// siglo XX", and reports whether it is one.
func (r *quantityReader) centuryOf(a, b *Quantity) bool {
	_, _, behind := r.centuries.at(r.text, r.gapAfter(b.Span.End, false))
	says, _, before := r.before.ending(r.text, r.gapBefore(b.Span.Start))
	n, whole := a.Amount.Int()
	if !behind && !(before && says == "century") || !whole || n < 10 || n > 90 || n%10 != 0 || a.Unit != "" || a.Kind == Ordinal {
		return false
	}
	c, _ := b.Amount.Int()
	a.Amount, a.Or, b.Loose = whole2(c*100-100+n), a.Amount, true
	return true
}

// halved reports whether two quantities may be one number whose groups a blank
// parts, though the language does not part them so.
func (r *quantityReader) halved(a, b *Quantity) bool {
	const figures, group = "0123456789", 3
	front, back := r.text[a.Span.Start:a.Span.End], r.text[b.Span.Start:b.Span.End]
	ends := len(front) - len(strings.TrimRight(front, figures))
	begins := len(back) - len(strings.TrimLeft(back, figures))
	return ends > 0 && ends <= group && begins == group && !a.inDate() && !b.inDate() && (a.Unit == "" || b.Unit == "")
}

// sharedScale returns the first bound of a range times the scale of the second.
func (r *quantityReader) sharedScale(a, b *Quantity) Amount {
	at := b.Span.Start
	for at < b.Span.End && figureWidth(r.text, at) == 0 {
		_, n := utf8.DecodeRuneInString(r.text[at:])
		at += n
	}
	f, ok := figure{}, false
	if at < b.Span.End {
		f, ok = r.readFigure(r.text, at)
	}
	scale, fits := b.Amount.By(f.amount)
	if !ok || !fits || scale == whole(1) {
		return Amount{}
	}
	product, fits := a.Amount.Times(scale)
	if !fits {
		return Amount{}
	}
	return product
}

// ranged reports whether the two numbers between which a stretch stands are
// the bounds of a range.
func (r *quantityReader) ranged(from, to int) bool {
	if to <= from || to-from > 16 {
		return false
	}
	between := strings.Trim(r.text[from:to], " \u00a0\u202f\r\n")
	switch between {
	case "-", "–", "—", "~", "～", "〜", "-$", "–$":
		return true
	}
	_, end, ok := r.to.at(between, 0)
	return ok && end == len(between)
}

// listed reports whether nothing but "and", or but a comma, stands between two
// offsets.
func (r *quantityReader) listed(from, to int) (and, comma bool) {
	if to-from > 12 {
		return false, false
	}
	between := strings.Trim(r.text[from:to], " \u00a0")
	_, end, ok := r.to.at(between, 0)
	return ok && end == len(between) || between == "、", between == ","
}

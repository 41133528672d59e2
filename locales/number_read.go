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
	if a, end, ok := r.hanFraction(f.amount, f.end); ok { // 3分の1
		r.add(Quantity{Kind: Fraction, Amount: a}, at, end)
		return end
	}
	q := Quantity{Amount: f.amount, Or: f.or, Odd: f.odd, Loose: f.zero || f.odd || f.end-f.start >= 8 && f.end-f.start == f.first || r.coded(at)}
	if n, whole := q.Amount.Int(); q.Loose && whole && f.end-f.start == 2 { // SS19
		q.Or = whole2(2000 + n)
	}
	from := r.prefix(&q, at)
	end := r.scaled(&q, f.end)
	if end == f.end && !f.part && f.first <= 2 {
		if to, ok := r.hour(&q, from, at, end); ok {
			return to
		}
	}
	return r.finish(q, from, end)
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
	from, gap := at, r.gapBefore(at)
	for range 2 {
		says, start, ok := r.before.ending(r.text, gap)
		kind, of, _ := strings.Cut(says, ":")
		switch {
		case !ok || start < r.end():
			return from
		case kind == "unit" && q.Unit == "":
			q.Unit, from = of, start
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
	if c == '\n' || unicode.Is(unicode.Zs, c) || hyphen && (c == '-' || c == '‑') {
		return at + n
	}
	return at
}

// scaled reads the scales behind a number, "million" or 万, and smaller numbers
// with scales that follow: 1亿2000万, "2 млн 300 тыс.".
func (r *quantityReader) scaled(q *Quantity, end int) int {
	var total, section Amount // what is done, and what 百 and 千 have been applied to
	total.Over, section.Over = 1, 1
	part, open := q.Amount, true              // the number that no scale has been applied to yet
	last, big, ok := Amount{}, Amount{}, true // the last scale, and the last that is no 百 or 千
	for ok {
		scale, to, found := r.scaleAt(end, q)
		if found {
			sum := section
			if open {
				sum, ok = section.Plus(part)
			}
			switch product, fits := sum.Times(scale); {
			case !ok || !fits:
				return end
			case scale.Compare(r.myriad) < 0 && open: // 5千
				section, ok = scaledPart(section, part, scale)
			case big.Over != 0 && scale.Compare(big) >= 0: // 万亿, "thousand million"
				if sum, ok = total.Plus(sum); ok {
					total, ok = sum.Times(scale)
				}
				section, big = Amount{0, 0, 1}, scale
			default:
				total, ok = total.Plus(product)
				section, big = Amount{0, 0, 1}, scale
			}
			part, open, end, last = Amount{0, 0, 1}, false, to, scale
			continue
		}
		if last.Over == 0 {
			return end
		}
		more, to, found := r.smaller(end, last)
		if !found || open {
			break
		}
		part, open, end = more, true, to
	}
	if sum, fits := total.Plus(section); fits {
		if open {
			sum, fits = sum.Plus(part)
		}
		if ok && fits {
			q.Amount = sum
		}
	}
	return end
}

// scaledPart returns section + part × scale.
func scaledPart(section, part, scale Amount) (Amount, bool) {
	product, ok := part.Times(scale)
	if !ok {
		return section, false
	}
	return section.Plus(product)
}

// smaller reads the number that goes on behind a scale: 2000 of 1亿2000万.
func (r *quantityReader) smaller(end int, last Amount) (part Amount, to int, ok bool) {
	gap := r.gapAfter(end, false)
	if figureWidth(r.text, gap) == 0 {
		return part, end, false
	}
	f, read := r.readFigure(r.text, gap)
	if !read || f.part || f.amount.Compare(last) >= 0 {
		return part, end, false
	}
	var q Quantity
	scale, _, scaled := r.scaleAt(f.end, &q)
	if scaled && scale.Compare(last) < 0 {
		return f.amount, f.end, true
	}
	return f.amount, f.end, !scaled && len(r.han) > 0 && (gap == end || r.SpacedParts)
}

// scaleAt returns the scale at an offset and where it ends.
func (r *quantityReader) scaleAt(at int, q *Quantity) (scale Amount, end int, ok bool) {
	gap := r.gapAfter(at, true)
	if _, to, more := r.more.at(r.text, at); more && len(r.han) > 0 { // 200多万
		if _, _, found := r.hanScale(to); found {
			q.About = true
			at, gap = to, to
		}
	}
	if _, _, unit := r.units.at(r.text, at); !unit { // 3千米
		if scale, end, ok := r.hanScale(gap); ok && (gap == at || r.text[at] == ' ') {
			return scale, end, true
		}
	}
	word := r.text[gap:wordEnd(r.text, gap)]
	if says, end, ok := r.scaleStems.at(r.text, gap); ok {
		return amountOf(says), end, true
	}
	if s := r.words.find(word); s != nil && s.scale.Over != 0 && bounded(r.text, gap+len(word)) {
		end := gap + len(word)
		if strings.HasPrefix(r.text[end:], ".") && len(word) <= 4 && r.abbreviated(word) { // "Mio."
			end++
		}
		return s.scale, end, true
	}
	if q.Unit != "" && gap == at {
		for value, words := range r.Short {
			for _, short := range words {
				if word == short {
					return amountOf(value), at + len(word), true
				}
			}
		}
	}
	return scale, at, false
}

// abbreviated reports whether the tables have a word with a full stop.
func (r *quantityReader) abbreviated(word string) bool {
	for _, words := range r.Scales {
		for _, w := range words {
			if w == word+"." {
				return true
			}
		}
	}
	return false
}

func (r *quantityReader) hanScale(at int) (scale Amount, end int, ok bool) {
	if at >= len(r.text) || r.text[at] < 0xE3 || len(r.han) == 0 {
		return scale, at, false
	}
	c, n := utf8.DecodeRuneInString(r.text[at:])
	scale, ok = r.han[c]
	return scale, at + n, ok && scale.Zeros >= 2
}

// finish reads what stands behind a number, its unit or the ending of an
// ordinal, adds the quantity and returns where to go on.
func (r *quantityReader) finish(q Quantity, from, end int) int {
	if _, to, ok := r.halves.at(r.text, r.gapAfter(end, true)); ok {
		if sum, fits := q.Amount.Plus(amountOf("1/2")); fits {
			q.Amount, end = sum, to
			end = r.scaled(&q, end)
		}
	}
	if _, to, ok := r.more.at(r.text, r.gapAfter(end, false)); ok {
		q.About, end = true, to
	}
	end = r.unit(&q, end)
	if _, to, ok := r.halves.at(r.text, r.gapAfter(end, false)); ok && q.Unit != "" { // "4 mois et demi"
		if sum, fits := q.Amount.Plus(amountOf("1/2")); fits {
			q.Amount, end = sum, to
		}
	}
	next, _ := utf8.DecodeRuneInString(r.text[end:])
	if partsLetters(next) && q.Kind == Count && q.Unit == "" { // 5G, 3D
		q.Loose = true
	}
	r.add(q, from, end)
	return end
}

// unit reads the unit behind a number and returns its end.
func (r *quantityReader) unit(q *Quantity, end int) int {
	if says, to, ok := r.suffixes.at(r.text, end); ok {
		if n, whole := q.Amount.Int(); whole {
			switch {
			case says == "ages": // 20代, 80后
				q.Loose = true
			case says == "decade" && n >= 1000:
				q.Or = whole2(n % 100)
			case says == "decade", says == "ordinal" && n >= 20 && n < 100 && n%10 == 0:
				q.Or = whole2(1900 + n)
				q.Loose = q.Loose || says == "decade" && len(r.YearMark) == 0 // "in his 40s"
			case says == "ordinal" && n >= 1000 && n%10 == 0:
				q.Or = whole2(n % 100)
			default:
				q.Kind = Ordinal
				q.Loose = q.Loose || says == "century" && figureWidth(r.text, r.gapAfter(to, false)) > 0 // 20世纪90年代
			}
			return to
		}
	}
	gap := r.gapAfter(end, true)
	mark, markEnd, marked := r.marks.at(r.text, r.gapAfter(end, false))
	unit, to, ok := r.units.at(r.text, end)
	if !ok {
		unit, to, ok = r.units.at(r.text, gap)
	}
	if _, past, of := r.of.at(r.text, gap); !ok && of { // "millions d'euros"
		unit, to, ok = r.units.at(r.text, r.gapAfter(past, false))
	}
	switch {
	case marked && (!ok || to <= markEnd) && r.mark(q, mark):
		return markEnd
	case ok:
		if q.Unit == "" || r.kindOf(q.Unit) != Money {
			q.Unit = unit
		}
		end = to
	}
	if q.Unit != "" {
		q.Kind = r.kindOf(q.Unit)
		q.Loose = q.Loose || q.Unit == "%" && q.Amount == whole(100) // "completely"
	}
	return end
}

// mark reads a number before 年, 月, 日 or 成 as the part of a date or as tenths.
func (r *quantityReader) mark(q *Quantity, mark string) bool {
	n, whole := q.Amount.Int()
	switch {
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

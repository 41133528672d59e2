package locales

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// chain reads figures that are joined by one mark without blanks: dates, times,
// scores, fractions, versions, telephone numbers. It reports false if what
// stands there is an ordinary number.
func (r *quantityReader) chain(at int) (int, bool) {
	var parts [3]concord.Span
	n, end, mark := 0, at, rune(0)
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

// slash reads "1/3" and "9/11": a fraction, or two numbers.
func (r *quantityReader) slash(parts [3]concord.Span) {
	over, under := r.value(parts[0]), r.value(parts[1])
	q := Quantity{Amount: over, Loose: true}
	if a, ok := over.By(under); ok && under.Compare(whole(20)) <= 0 {
		q.Or = a
	}
	r.add(q, parts[0].Start, parts[0].End)
	r.add(Quantity{Amount: under, Loose: true}, parts[1].Start, parts[1].End)
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
		r.add(q, p.Start, p.End)
		r.out[len(r.out)-1].Whole = whole
	}
	return true
}

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

// joinDates finds the days and years beside the names of months, and makes one
// date of the parts that stand together.
func (r *quantityReader) joinDates() {
	for i := range r.out {
		if r.out[i].Kind == Month && r.out[i].Whole == r.out[i].Span {
			r.joinMonth(i)
		}
	}
}

func (r *quantityReader) joinMonth(i int) {
	named := letterByte(r.text[r.out[i].Span.Start]) && figureWidth(r.text, r.out[i].Span.Start) == 0
	first, last := i, i
	switch {
	case !named: // 2023年11月14日
		if i > 0 && r.out[i-1].Kind == Year && r.linked(r.out[i-1].Span.End, r.out[i].Span.Start) {
			first = i - 1
		}
		if i+1 < len(r.out) && (r.out[i+1].Kind == Day || r.dayRange(i+1)) && r.linked(r.out[i].Span.End, r.out[i+1].Span.Start) {
			r.out[i+1].Kind = Day
			last = i + 1
		}
	default:
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

// joinRanges marks the second bound of a range, and lets the first share its
// scale and unit: "5 to 6 million yuan".
func (r *quantityReader) joinRanges() {
	list := false
	for i := len(r.out) - 1; i > 0; i-- { // "35, 40 and 50 %"
		a, b := &r.out[i-1], &r.out[i]
		and, comma := r.listed(a.Span.End, b.Span.Start)
		list = and || list && comma
		if list && a.Unit == "" && b.Unit != "" && a.Kind == Count && !a.Loose && !r.year(i-1) {
			a.Unit, a.Kind = b.Unit, b.Kind
		}
	}
	for i := 1; i < len(r.out); i++ {
		a, b := &r.out[i-1], &r.out[i]
		r.beside(a, b)
		if !r.ranged(a.Span.End, b.Span.Start) {
			continue
		}
		if a.Unit == "" && b.Unit != "" && a.Kind == Count && !r.year(i-1) {
			a.Unit, a.Kind = b.Unit, b.Kind
		}
		if b.Unit == "" && b.Kind == Count && (a.Unit == "%" || a.Unit == "‰") { // "yüzde 30 ila 43"
			b.Unit, b.Kind = a.Unit, a.Kind
		}
		if n, whole := b.Amount.Int(); whole && n < 100 && b.Span.Len() == 2 && r.year(i-1) { // 1950-53
			year, _ := a.Amount.Int()
			b.Or = whole2(year/100*100 + n)
		}
		if b.Amount.Zeros > a.Amount.Zeros && a.Or.Over == 0 {
			a.Or = r.sharedScale(a, b)
		}
		b.Upper = a.Kind == b.Kind
		if b.Upper && a.Whole == a.Span && b.Whole == b.Span {
			whole := concord.Span{Start: a.Span.Start, End: b.Span.End}
			a.Whole, b.Whole = whole, whole
		}
	}
}

// beside reads what two quantities beside each other say together: "6-foot-6",
// "one in five", or the groups of a telephone number.
func (r *quantityReader) beside(a, b *Quantity) {
	between := r.text[a.Span.End:b.Span.Start]
	phone := strings.HasPrefix(r.text[a.Span.Start:], "0") && a.Span.Len() > 2
	if _, end, ok := r.oneIn.at(between, 0); ok && end == len(between) {
		n, small := a.Amount.Int()
		if share, fits := a.Amount.By(b.Amount); fits && small && n < 10 && a.Kind == Count && b.Kind == Count && a.Unit == "" && a.Amount.Compare(b.Amount) < 0 {
			b.Or, a.Loose, b.Loose = share, true, true
		}
		return
	}
	switch {
	case len(between) > 2 || strings.Trim(between, " -\u00a0") != "":
	case a.Unit == "ft" || b.Unit == "in":
		a.Loose, b.Loose = true, true
	case between == " " && (phone || a.Loose && b.Span.Len() >= 2) && a.Unit == "" && b.Unit == "" && figureWidth(r.text, a.Span.Start) > 0 && figureWidth(r.text, b.Span.Start) > 0:
		a.Loose, b.Loose = true, true
	case between == " " && a.Unit == "" && b.Unit == "" && a.Kind == Count && a.Span.Len() <= 3 && b.Span.Len() == 3 && figureWidth(r.text, b.Span.Start) > 0: // 116 123
		joined, _ := a.Amount.Times(whole(1000))
		if a.Or, _ = joined.Plus(b.Amount); a.Or.Over != 0 {
			a.Loose, b.Loose = true, true
		}
	}
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

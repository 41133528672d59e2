package locales

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A unitFact is a Measure, ready for use.
type unitFact struct {
	of    string
	times Amount
	from  Amount
	kind  QuantityKind
	any   []string
}

// unitFacts are the units of rules/und.toml by name.
var unitFacts = sync.OnceValue(func() map[string]unitFact {
	facts := make(map[string]unitFact)
	for name, m := range table()["und"]().Numerals.Measures {
		f := unitFact{of: m.Of, times: whole(1), kind: quantityKinds[m.Kind], any: m.Any}
		if m.Of == "" {
			f.of = name
		}
		if m.Times != "" {
			f.times = amountOf(m.Times)
		}
		if m.From != "" {
			f.from = amountOf(m.From)
		}
		facts[name] = f
	}
	return facts
})

// kindOf returns the kind of the quantities with a unit.
func (n *numerals) kindOf(unit string) QuantityKind { return unitFacts()[unit].kind }

// SameUnit reports whether two units are one, or one may stand for the other,
// as $ may for USD.
func SameUnit(a, b string) bool {
	if a == b {
		return true
	}
	for _, name := range unitFacts()[a].any {
		if name == b {
			return true
		}
	}
	for _, name := range unitFacts()[b].any {
		if name == a {
			return true
		}
	}
	return false
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
	end = r.unit(&q, from, end)
	if _, to, ok := r.halves.at(r.text, r.gapAfter(end, false)); ok && q.Unit != "" { // "4 mois et demi"
		if sum, fits := q.Amount.Plus(amountOf("1/2")); fits {
			q.Amount, end = sum, to
		}
	}
	if r.Behind && (q.Unit == "m" || q.Unit == "s" || q.Kind == Money) { // "1 m 82"
		end = r.hundredths(&q, end)
	}
	for q.Kind == Money && len(r.change) > 0 { // 三元五角
		sum, to, ok := r.smallMoney(q.Amount, end)
		if !ok {
			break
		}
		q.Amount, end = sum, to
	}
	if q.Unit == "h" && r.saidClock(q.Amount, from, end) {
		return end
	}
	if q.Unit != "" {
		end = r.belowZero(&q, end)
	}
	if n, _ := q.Amount.Int(); q.Unit == "quarter" && (n < 1 || n > 4) { // Q5
		q.Unit, q.Kind, q.Loose = "", Count, true
	}
	next, _ := utf8.DecodeRuneInString(r.text[end:])
	if partsLetters(next) && q.Kind == Count && q.Unit == "" { // 5G, 3D
		q.Loose = true
	}
	r.add(q, from, end)
	return end
}

// hundredths adds the two figures that some languages write behind the unit, "10 s 82",
// and returns where they end.
func (r *quantityReader) hundredths(q *Quantity, end int) int {
	gap := r.gapAfter(end, false)
	n, whole := q.Amount.Int()
	if gap == end || countFigures(r.text, gap) != 2 || !whole || n > 99 {
		return end
	}
	to := gap + 2*figureWidth(r.text, gap)
	next := r.gapAfter(to, false)
	_, _, unit := r.units.at(r.text, next)
	if c, _ := utf8.DecodeRuneInString(r.text[to:]); unit || unicode.IsLetter(c) || (c == ',' || c == '.') && figureWidth(r.text, to+1) > 0 {
		return end
	}
	f, _ := r.readFigure(r.text, gap)
	part, _ := f.amount.By(whole2(100))
	q.Amount, _ = q.Amount.Plus(part)
	return to
}

// smallMoney adds the number of a smaller unit of money that stands at an offset to a
// sum, and returns where it ends.
func (r *quantityReader) smallMoney(sum Amount, at int) (more Amount, end int, ok bool) {
	gap := r.gapAfter(at, false)
	number := Amount{}
	if figureWidth(r.text, gap) > 0 {
		f, read := r.readFigure(r.text, gap)
		if number, end = f.amount, f.end; !read || f.part || f.first > 2 {
			return sum, at, false
		}
	} else if s, to := r.hanRun(gap); s.ok && s.figures == 1 {
		number, end = whole(s.value), to
	}
	share, to, found := r.change.at(r.text, r.gapAfter(end, false))
	if number.Over == 0 || !found {
		return sum, at, false
	}
	part, _ := number.Times(amountOf(share))
	more, ok = sum.Plus(part)
	return more, to, ok
}

// unit reads the unit behind a number and returns its end.
func (r *quantityReader) unit(q *Quantity, from, end int) int {
	if to, ok := r.suffix(q, from, end); ok {
		return r.yearPart(q, from, to)
	}
	if to := r.yearPart(q, from, end); to > end {
		return to
	}
	if to := r.doublings(q, from, end); to > end {
		return to
	}
	if strings.HasPrefix(r.text[end:], ". ") && q.Unit == "" { // "20. Jahrhundert"
		if _, _, ok := r.centuries.at(r.text, end+2); ok {
			q.Kind = Ordinal
			return end + 1
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
		return r.halfTenth(q, mark, markEnd)
	case ok:
		if q.Unit == "" || r.kindOf(q.Unit) != Money {
			q.Unit = unit
		}
		end = to
	}
	if q.Unit != "" {
		q.Kind = r.kindOf(q.Unit)
		q.Loose = q.Loose || q.Unit == "%" && q.Amount == whole(100)             // "completely"
		if q.Kind == Percent && q.Amount != whole(100) && q.Amount != whole(1) { // "two percent"
			q.Loose = false
		}
		r.grow(q, from)
	}
	return end
}

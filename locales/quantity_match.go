package locales

import "math"

// Says reports whether two quantities state the same number: in one reading of
// each, whatever their units.
func (q *Quantity) Says(o *Quantity) bool {
	if (q.Kind == Clock) != (o.Kind == Clock) {
		return clockSays(q, o) || clockSays(o, q)
	}
	if q.Half != o.Half && q.Half != EitherHalf && o.Half != EitherHalf {
		return false
	}
	switch {
	case q.Growth == Added && o.Growth == Become:
		return q.Or == o.Amount
	case q.Growth == Become && o.Growth == Added:
		return q.Amount == o.Or
	}
	return q.Amount == o.Amount || q.Or.Over != 0 && (q.Or == o.Amount || q.Or == o.Or) || o.Or.Over != 0 && o.Or == q.Amount
}

// clockSays reports whether a time is a full hour that is told as a number: "15
// heures".
func clockSays(clock, hours *Quantity) bool {
	hour, _ := hours.Amount.Times(whole(60)) // "neuf heures et demie"
	n, exact := hour.Int()
	if clock.Kind != Clock || !exact || n > 24*60 || hours.inDate() || n > 12*60 && clock.Half == Morning || hours.Amount.Zeros < 0 && hours.Unit != "h" {
		return false
	}
	minutes, _ := clock.Amount.Int()
	return n%(12*60) == minutes
}

// Fits reports whether the units of two quantities do not contradict each
// other: they are the same, may stand for each other, or one is not said. But
// a percentage is always said to be one.
func (q *Quantity) Fits(o *Quantity) bool {
	switch {
	case (q.Kind == Weekday) != (o.Kind == Weekday), q.inDate() && o.inDate() && q.Kind != o.Kind:
		return false
	case q.inDate() && !o.dates(q) || o.inDate() && !q.dates(o):
		return false
	case SameUnit(q.Unit, o.Unit):
		return true
	case q.yearPart() && o.Loose && o.Kind != Ordinal || o.yearPart() && q.Loose && q.Kind != Ordinal:
		return false
	case q.Unit == "" || o.Unit == "":
		unit := q.Unit + o.Unit
		return unit != "%" && unit != "‰" || q.Loose || o.Loose
	}
	return q.Or.Over != 0 && q.Or == o.Amount || o.Or.Over != 0 && o.Or == q.Amount
}

// Timed reports whether a quantity is so many seconds, days or years.
func (q *Quantity) Timed() bool {
	return unitFacts()[q.Unit].of == "s"
}

// yearPart reports whether a quantity counts the quarters or halves of a year.
func (q *Quantity) yearPart() bool {
	return q.Unit == "quarter" || q.Unit == "quarters" || q.Unit == "half-year"
}

// inDate reports whether a quantity is part of a date.
func (q *Quantity) inDate() bool { return q.Kind == Year || q.Kind == Month || q.Kind == Day }

// dates reports whether a quantity may say the part of a date: it has no unit, or
// that of the part, in which some languages give dates.
func (q *Quantity) dates(part *Quantity) bool {
	if part.Kind == Month && q.Kind != Month && (q.Kind == Ordinal || q.Loose) { // the fifth is no May
		return false
	}
	return q.Unit == "" || q.Unit == map[QuantityKind]string{Year: "year", Month: "month", Day: "day"}[part.Kind]
}

// Converts reports whether two quantities are the same in other units, or one
// is the other rounded. Translators round when they convert, to whole units or
// by some percent, and so does a text that says "about".
func (q *Quantity) Converts(o *Quantity) bool {
	const exact, rounded, loosely, half = 1e-9, 0.09, 0.12, 0.6
	if q.Kind == Clock || o.Kind == Clock || q.Kind == Weekday || o.Kind == Weekday || q.inDate() || o.inDate() { // a date is told exactly
		return false
	}
	for _, unit := range readings(q.Unit) {
		for _, other := range readings(o.Unit) {
			a, b := measure(q.Amount, unit), measure(o.Amount, other)
			if (unit == "°F°" || other == "°F°") && (q.Unit != o.Unit && other == "°F°" || !q.About && !o.About) { // 12 °C are no 21 degrees
				continue
			}
			if unit != other && a.of == "°C" && b.of == a.of && warm(a, b) {
				return true
			}
			if a.of != b.of && !(q.Unit == "" && o.About) && !(o.Unit == "" && q.About) {
				continue
			}
			allowed := exact * math.Max(math.Abs(a.amount), math.Abs(b.amount))
			converted := unit != other && a.of != "" && a.of == b.of
			if converted && q.Amount == o.Amount && q.Amount != whole(1) && math.Abs(a.amount-b.amount) > allowed { // 30 yards are no 30 m
				continue
			}
			switch {
			case converted, (q.About || o.About) && !q.asFine(o):
				share := rounded
				if converted && (q.About || o.About) {
					share = loosely
				}
				allowed = allowed / exact * share
				if converted {
					allowed = math.Max(allowed, half*math.Min(a.one, b.one))
				}
			}
			if math.Abs(a.amount-b.amount) <= allowed {
				return true
			}
		}
	}
	return false
}

// asFine reports whether two numbers are given as finely as each other, in two
// figures or more: then neither is the other rounded. 94.6 is not about 96.4.
func (q *Quantity) asFine(o *Quantity) bool {
	const coarse = 10
	return q.Amount.Over == 1 && o.Amount.Over == 1 && q.Amount.Digits >= coarse && figuresOf(q.Amount) == figuresOf(o.Amount)
}

// figuresOf returns how many figures a number has before the zeros at its end.
func figuresOf(a Amount) (n int) {
	for rest := a.Digits; rest > 0; rest /= 10 {
		n++
	}
	return n
}

// Alike reports whether two quantities measure the same kind of thing, as miles
// and kilometres do.
func (q *Quantity) Alike(o *Quantity) bool {
	f, ok := unitFacts()[q.Unit]
	other, also := unitFacts()[o.Unit]
	return ok && also && f.of == other.of
}

// warm reports whether two temperatures are one, of which the sign may be said
// in words: 5 below zero is 23 °F.
func warm(a, b measured) bool {
	const degree = 0.7
	for _, x := range []float64{a.amount, a.amount - 2*a.one*a.said} {
		for _, y := range []float64{b.amount, b.amount - 2*b.one*b.said} {
			if math.Abs(x-y) <= degree {
				return true
			}
		}
	}
	return false
}

// readings are the units that one may stand for, itself first.
func readings(unit string) []string {
	return append([]string{unit}, unitFacts()[unit].any...)
}

// A measured amount is in the unit that others convert to.
type measured struct {
	amount, one float64 // one is the size of the unit it came in
	said        float64 // the amount in that unit
	of          string
}

// measure converts an amount. A share is the same as a number without a unit.
func measure(a Amount, unit string) measured {
	f, ok := unitFacts()[unit]
	switch {
	case !ok, unit == "×": // 1.5 times is 150 %
		return measured{a.Float(), 1, a.Float(), ""}
	case f.of == "%":
		return measured{a.Float() * f.times.Float(), 0.01, a.Float(), ""}
	}
	return measured{(a.Float() - f.from.Float()) * f.times.Float(), f.times.Float(), a.Float(), f.of}
}

// Rescaled reports whether two numbers have the same figures and differ in
// their places alone, as when 万 or a decimal mark is lost.
func (q *Quantity) Rescaled(o *Quantity) bool {
	return q.Amount.Digits == o.Amount.Digits && q.Amount.Over == o.Amount.Over && q.Amount.Zeros != o.Amount.Zeros
}

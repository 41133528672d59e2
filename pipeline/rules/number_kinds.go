package rules

import (
	"github.com/concord-l10n/concord/locales"
)

// byTheWay reports whether two numbers are held against each other though one is
// said by the way: "a third" for a quarter, "two hours" for three.
func byTheWay(s, t *stated) bool {
	switch {
	case s.Kind == locales.Multiple && t.Kind == locales.Multiple: // twice as much is said in too many ways
		return s.Amount.Compare(three) >= 0 || t.Amount.Compare(three) >= 0 || s.Growth+t.Growth == locales.Added+locales.Become
	case s.Kind == locales.Fraction && t.Kind == locales.Percent, s.Kind == locales.Percent && t.Kind == locales.Fraction:
		return true
	case s.Timed() && t.Timed() && s.Amount == t.Amount && s.Amount != one: // three weeks are no three months
		return true
	case s.Unit == "year" && t.Kind == locales.Ordinal, s.Kind == locales.Ordinal && t.Unit == "year": // 十周年
		return (!s.Loose || !t.Loose) && s.Amount.Compare(three) >= 0 && t.Amount.Compare(three) >= 0
	case s.Unit != "":
		return s.Unit == t.Unit
	case s.Kind == locales.Weekday, s.Kind == locales.Fraction, s.Kind == locales.Month:
		return s.Kind == t.Kind
	}
	return s.Kind == locales.Ordinal && t.Kind == locales.Ordinal && s.Loose != t.Loose
}

// rank reports whether a number is an ordinal from second to twelfth: first is said
// of much that is not counted, and centuries are later.
func rank(s *stated) bool {
	n, whole := s.Amount.Int()
	return s.Kind == locales.Ordinal && whole && n >= 2 && n <= 12
}

// few reports whether something is counted that is more than two and less than a
// hundred.
func few(s *stated) bool {
	n, whole := s.Amount.Int()
	return s.Kind == locales.Count && s.Unit == "" && whole && (s.Few && n > 1 || !s.Loose && n > 2 && n < 100)
}

// howMany counts those of which something is so.
func howMany(all []*stated, is func(*stated) bool) (n int) {
	for _, s := range all {
		if is(s) {
			n++
		}
	}
	return n
}

// inDate reports whether a quantity is part of a date.
func inDate(s *stated) bool {
	return s.Kind == locales.Year || s.Kind == locales.Month || s.Kind == locales.Day
}

// yearPart reports whether a number is that of a quarter or half of a year.
func yearPart(s *stated) bool {
	return s.Unit == "quarter" || s.Unit == "quarters" || s.Unit == "half-year"
}

// yearLike reports whether a number without a unit may be a year.
func yearLike(s *stated) bool {
	n, whole := s.Amount.Int()
	return whole && n >= 1000 && n < 3000 && (s.Unit == "" || s.Unit == "year")
}

var (
	one, _   = locales.ParseAmount("1")
	three, _ = locales.ParseAmount("3")
)

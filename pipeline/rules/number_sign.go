package rules

import "github.com/concord-l10n/concord/locales"

// signs finds the quantities of the source whose fellow has another sign, in a
// text that does not say it in another way either: "-3.2 %" may have fallen by 3.2 %.
func (g *numberGaps) signs(source []stated, theirs, ours *quantities) {
	for i := range source {
		s := &source[i]
		if t := s.fellow; t != nil && s.Says(t.Quantity) && signed(s) && signed(t) && (s.Sign == locales.Minus) != (t.Sign == locales.Minus) && s.Sign != locales.EitherSign && t.Sign != locales.EitherSign {
			plus, in := s, theirs
			if s.Sign == locales.Minus {
				plus, in = t, ours
			}
			if n := &in.locale.Numerals; len(n.Less) > 0 && (s.Kind == locales.Measured || !n.Sinks(in.doc.Segments[plus.segment].Text)) {
				g.sign = append(g.sign, numberGap{source: s, target: t})
			}
		}
	}
}

// signed reports whether a number is of a kind that may be below zero.
func signed(s *stated) bool {
	switch s.Kind {
	case locales.Percent, locales.Money:
		return true
	case locales.Measured:
		return s.Unit == "" || s.Unit[0] == '\xc2' // "°C" and its like
	case locales.Count:
		return s.Amount.Zeros < 0 || s.Amount.Zeros >= 3
	}
	return false
}

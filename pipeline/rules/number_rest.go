package rules

import (
	"slices"
	"strings"

	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// rest keeps what has no fellow at all.
func (g *numberGaps) rest(p *lint.Pass, bead lint.Bead, source, target []stated, theirs, ours *quantities) {
	lost, added := alone(source), alone(target)
	if len(added) > 0 {
		said := amounts(source)
		for _, t := range added {
			if !said.have(t) { // a number that is said once more than there is nothing
				g.extra = append(g.extra, numberGap{target: t})
			}
		}
		return
	}
	if len(lost) > 2*reach || met(source) == 0 && !bead.Sure { // so many are no slip
		return
	}
	for _, s := range lost {
		if pressing(s) && !decades(s, target) && !ours.state(s) && !figured(s, theirs, ours, bead.Target) {
			g.missing = append(g.missing, numberGap{source: s, place: whole(p, bead.Target[0])})
		}
	}
}

// met counts the numbers that have a fellow and must be translated.
func met(all []stated) (n int) {
	for i := range all {
		if all[i].met && !all[i].Loose {
			n++
		}
	}
	return n
}

// figured reports whether the figures of a number stand in segments of another
// document, however they are grouped there.
func figured(s *stated, in, other *quantities, segments []int) bool {
	const few = 3
	figures := digitsOf(in.doc.Segments[s.segment].Text[s.Span.Start:s.Span.End])
	return len(figures) >= few && slices.ContainsFunc(segments, func(i int) bool {
		return strings.Contains(digitsOf(other.doc.Segments[i].Text), figures)
	})
}

// digitsOf returns the figures of a text alone.
func digitsOf(text string) string {
	return strings.Map(func(c rune) rune {
		if c >= '０' && c <= '９' {
			return c - '０' + '0'
		}
		if c < '0' || c > '9' {
			return -1
		}
		return c
	}, text)
}

// alone are the numbers without a fellow that must be translated.
func alone(all []stated) (out []*stated) {
	for i := range all {
		if s := &all[i]; !s.met && !s.Loose && !slight(s) && !implied(i, all) && !echoed(i, all) {
			out = append(out, s)
		}
	}
	return out
}

// large is the first number that is seldom said in other words, as ten are "some".
const large = 11

// pressing reports whether a number is one that is seldom said in other words: more
// than ten, with decimals, a time, or of something that is measured.
func pressing(s *stated) bool {
	switch s.Kind {
	case locales.Percent, locales.PerMille, locales.Money, locales.Clock:
		return true
	case locales.Measured:
		return (!s.Timed() || s.Amount.Float() >= large) && !strings.HasPrefix(s.Unit, "quarter")
	case locales.Count, locales.Ordinal:
		n, whole := s.Amount.Int()
		return s.Unit == "" && (!whole || n >= large) && !yearLike(s)
	}
	return false
}

// decades reports whether some decades or centuries of the translation may be what a
// number of years is: "the last two decades".
func decades(s *stated, target []stated) bool {
	n, whole := s.Amount.Int()
	return s.Unit == "year" && whole && n%10 == 0 && slices.ContainsFunc(target, func(t stated) bool {
		return t.Loose && !t.met && (t.Amount == ten || t.Amount == hundred)
	})
}

var (
	ten, _     = locales.ParseAmount("10")
	hundred, _ = locales.ParseAmount("100")
)

// state reports whether the document of these quantities states a number anywhere.
func (q *quantities) state(s *stated) bool {
	if q.amounts == nil {
		q.amounts = make(amountSet)
		for i := range q.doc.Segments {
			for _, other := range q.in(i) {
				q.amounts[other.Amount], q.amounts[other.Or] = true, true
			}
		}
	}
	return q.amounts.have(s)
}

// amountSet are the amounts that one side states.
type amountSet map[locales.Amount]bool

func amounts(all []stated) amountSet {
	set := make(amountSet, len(all))
	for i := range all {
		set[all[i].Amount], set[all[i].Or] = true, true
	}
	return set
}

// have reports whether a number is among them, if not as often as it is said.
func (a amountSet) have(s *stated) bool { return a[s.Amount] || s.Or.Over != 0 && a[s.Or] }

// slight reports whether a small number may be said otherwise or not at all: "2
// people" are "both", "1 hour" is "an hour".
func slight(s *stated) bool {
	const small = 10
	n, whole := s.Amount.Int()
	timed := s.Unit == "" || s.Timed() || s.Unit == "half-year" || s.Kind == locales.Multiple && n == 1 // 涨了1倍 is "doubled"
	return whole && n <= small && timed && s.Kind != locales.Clock && (!inDate(s) || s.Whole == s.Span)
}

// echoed reports whether a quantity repeats, in other units, the one beside it
// that has a fellow: "45 miles (72 kilometres)".
func echoed(i int, all []stated) bool {
	s := &all[i]
	for _, j := range []int{i - 1, i + 1} {
		if j < 0 || j >= len(all) || !all[j].met || all[j].segment != s.segment || s.Unit == "" || all[j].Unit == "" || s.Unit == all[j].Unit {
			continue
		}
		if apart := max(s.Span.Start, all[j].Span.Start) - min(s.Span.End, all[j].Span.End); apart > len(" （") {
			continue
		}
		if s.Alike(all[j].Quantity) || s.Kind == locales.Money && all[j].Kind == locales.Money {
			return true
		}
	}
	return false
}

// implied reports whether a year or a month can be left out because the rest of
// its date is there.
func implied(i int, all []stated) bool {
	s := &all[i]
	if s.Kind == locales.Month && s.Whole == s.Span { // "August" may be in "last month"
		return true
	}
	if s.Kind != locales.Year && s.Kind != locales.Month || s.Whole == s.Span {
		return false
	}
	for _, j := range []int{i - 2, i - 1, i + 1, i + 2} {
		if j >= 0 && j < len(all) && all[j].met && all[j].segment == s.segment && all[j].Whole == s.Whole {
			return true
		}
	}
	return false
}

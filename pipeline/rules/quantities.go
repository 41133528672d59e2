package rules

import (
	"iter"
	"slices"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// quantities are what a document states in numbers, read segment by segment
// when a rule asks.
type quantities struct {
	doc    *concord.Document
	locale *locales.Rules
	read   []bool
	found  [][]locales.Quantity

	amounts amountSet // all that are stated, once somebody asks
}

// quantitiesOf returns those of a document, shared by all rules.
func quantitiesOf(p *lint.Pass, doc *concord.Document) *quantities {
	return lint.Once(p, doc, func(doc *concord.Document) *quantities {
		n := len(doc.Segments)
		return &quantities{doc: doc, locale: locales.For(doc.Locale), read: make([]bool, n), found: make([][]locales.Quantity, n)}
	})
}

// in returns the quantities of a segment, in order. Those within an address, code
// or placeholder may be dropped.
func (q *quantities) in(segment int) []locales.Quantity {
	if q.read[segment] {
		return q.found[segment]
	}
	q.read[segment] = true
	s := &q.doc.Segments[segment]
	if s.Kind == concord.Blank {
		return nil
	}
	found := outside(q.locale.Quantities(s.Text), q.locale, s.Text)
	for i := range found {
		if len(s.Marks) > 0 && s.Protected(found[i].Span) {
			found[i].Loose = true
		}
	}
	q.found[segment] = found
	return found
}

// outside returns the quantities of a text that are no part of a telephone number.
func outside(found []locales.Quantity, locale *locales.Rules, text string) []locales.Quantity {
	if len(found) == 0 {
		return found
	}
	numbers := locale.Phones(text)
	return slices.DeleteFunc(found, func(q locales.Quantity) bool {
		for len(numbers) > 0 && (!numbers[0].Sure || numbers[0].Span.End <= q.Span.Start) {
			numbers = numbers[1:]
		}
		return len(numbers) > 0 && numbers[0].Span.Overlaps(q.Span)
	})
}

// figureEnds yields where figures end that a blank follows: numbers are found that
// way long before they are read.
func figureEnds(text string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for at := 0; ; at += 2 {
			if at = nextPair(text, at, 0xF0, '0', ' '); at < 0 || digit(text[at]) && !yield(at+1) {
				return
			}
		}
	}
}

// inTerms marks those quantities as droppable that are part of a term: G20.
func inTerms(found []locales.Quantity, terms []glossary.Match) []locales.Quantity {
	if len(terms) == 0 || len(found) == 0 {
		return found
	}
	out := append([]locales.Quantity(nil), found...)
	for i, n := 0, 0; i < len(out); i++ {
		for n < len(terms) && terms[n].Span.End <= out[i].Span.Start {
			n++
		}
		if n < len(terms) && terms[n].Span.Contains(out[i].Span) {
			out[i].Loose = true
		}
	}
	return out
}

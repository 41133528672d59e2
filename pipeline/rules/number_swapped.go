package rules

import (
	"slices"
	"strings"

	"github.com/concord-l10n/concord/locales"
)

// swapped finds two counts that the source joins, "40 buses and 12 trams", and the
// translation joins in the other order. What else stands in another order may be
// told so: "45 experts of 12 institutes".
func (g *numberGaps) swapped(source, target []stated, theirs, ours *quantities) {
	for i := 1; i < len(source); i++ {
		a, b := &source[i-1], &source[i]
		x, y := a.fellow, b.fellow
		if x == nil || y == nil || a.Amount == b.Amount || !bothCount(a, b) || !bothCount(x, y) || !theirs.joins(a, b) {
			continue
		}
		if n := slices.IndexFunc(target, func(t stated) bool { return t.segment == x.segment && t.Span == x.Span }); n > 0 && target[n-1].Span == y.Span && ours.joins(y, x) {
			g.swap = append(g.swap, numberGap{source: a, target: y})
		}
	}
}

// bothCount reports whether two numbers count something each, or cost it, in one
// segment.
func bothCount(a, b *stated) bool {
	kind := a.Kind == locales.Count && !yearLike(a) && !yearLike(b) || a.Kind == locales.Money
	return kind && a.Kind == b.Kind && a.Unit == b.Unit && a.segment == b.segment && !a.Loose && !b.Loose
}

// joins reports whether a word such as "and" joins what two numbers count, with a
// word at least between it and the first.
func (q *quantities) joins(a, b *stated) bool {
	const far, least = 60, 3
	if b.Span.Start < a.Span.End || b.Span.Start-a.Span.End > far {
		return false
	}
	between := q.doc.Segments[a.segment].Text[a.Span.End:b.Span.Start]
	return slices.ContainsFunc(q.locale.Numerals.Joins, func(word string) bool {
		return strings.Index(between, word) >= least
	})
}

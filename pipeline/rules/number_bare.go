package rules

import (
	"slices"
	"strings"

	"github.com/concord-l10n/concord/locales"
)

// bare finds the measures and sums of the source whose number stands alone in the
// translation, at the end of a clause: "on 4,500." A word behind it may be a unit
// that no table has, and another number may lend it its own: "$1,000 or only 250".
func (g *numberGaps) bare(source, target []stated, ours *quantities) {
	for i := range source {
		s := &source[i]
		t := s.fellow
		if t == nil || !measured(s) || s.Loose || t.Loose || t.Unit != "" || t.Kind != locales.Count || yearLike(t) {
			continue
		}
		lent := slices.ContainsFunc(target, func(o stated) bool { return locales.SameUnit(o.Unit, s.Unit) })
		if !lent && closes(ours.doc.Segments[t.segment].Text[t.Span.End:]) {
			g.unit = append(g.unit, numberGap{source: s, target: t})
		}
	}
}

// measured reports whether a number is a sum of money or a measure that is seldom
// given without its unit, as times, degrees and points are.
func measured(s *stated) bool {
	return s.Kind == locales.Money || s.Kind == locales.Measured && !s.Timed() && s.Unit != "pt" && s.Unit != "°" && s.Unit[0] != 'q'
}

// closes reports whether what stands behind a number ends its clause.
func closes(rest string) bool {
	rest = strings.TrimLeft(rest, " \u00a0")
	return rest == "" || slices.ContainsFunc([]string{".", ",", ";", ":", "!", "?", "\n", "。", "，", "；", "、"}, func(mark string) bool {
		return strings.HasPrefix(rest, mark)
	})
}

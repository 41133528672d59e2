package rules

import (
	"slices"
	"strings"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// DatelineDay finds reports of what happened on a later day than they are dated.
var DatelineDay = &lint.Rule{
	Name:     "dateline-day",
	Group:    lint.Numbers,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "The dateline is older than the day of which the report tells",
		Text: `A report dated November 11 cannot tell what somebody said "on the 14th". Both places are reported, as either may be wrong.
Clauses that speak of what is to come are left out, and so are the last days of a month under a dateline of the first ones. Silent in languages whose table does not say how such a day is named.`,
		Bad:  "(Tea News) Ys, November 11 (Ann Lee) The director of the tea office said on the 14th that the harvest had been good. Everybody agreed, and the fair went on.",
		Good: "(Tea News) Ys, November 14 (Ann Lee) The director of the tea office said on the 14th that the harvest had been good. Everybody agreed, and the fair went on.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News},
			{Texts: lint.Abstracts},
			{Texts: lint.FromChinese, Read: 2, Right: 2},
		},
	},
	Run: func(p *lint.Pass) {
		n := &p.Locale.Numerals
		if len(n.Future) == 0 {
			return
		}
		for i := range p.Doc.Segments {
			if p.Doc.Segments[i].Kind == concord.Dateline {
				readDateline(p, n, i)
				return
			}
		}
	},
}

// dateReach is how far into its paragraph a dateline gives its day, in bytes.
const dateReach = 120

func readDateline(p *lint.Pass, n *locales.Numerals, segment int) {
	text := p.Doc.Segments[segment].Text
	found := quantitiesOf(p, p.Doc).in(segment)
	dated := slices.IndexFunc(found, func(q locales.Quantity) bool {
		return q.Kind == locales.Day && q.Whole != q.Span && q.Whole.Start < dateReach
	})
	if dated < 0 {
		return
	}
	first, _ := found[dated].Amount.Int()
	for _, q := range found[dated+1:] {
		day, whole := q.Amount.Int()
		if !whole || !loneDay(n, text, &q) || day <= first || day > 31 || first <= 3 && day >= 28 || toCome(n, text, q.Span) {
			continue
		}
		a, b := p.Place(segment, found[dated].Whole), p.Place(segment, q.Whole)
		for _, at := range [][2]concord.Place{{a, b}, {b, a}} {
			p.Report(concord.Finding{
				Place:     at[0],
				Message:   concord.Message{ID: "rule.dateline-day", Args: map[string]any{"Date": a.Text(), "Day": b.Text()}},
				Authority: numbersAuthority,
				Related:   []concord.Related{{Place: at[1], Message: concord.Message{ID: "related.text"}}},
			})
		}
	}
}

// loneDay reports whether a quantity is a day without its month: "on the 14th".
func loneDay(n *locales.Numerals, text string, q *locales.Quantity) bool {
	switch {
	case q.Kind == locales.Day:
		return q.Whole == q.Span
	case q.Kind != locales.Ordinal:
		return false
	}
	next := wordAt(strings.TrimLeft(text[q.Span.End:], " "), 0)
	counts := next != "" && strings.HasPrefix(text[q.Span.End:], " ") && !slices.Contains(n.DayNext, next) // "on the 14th floor"
	return !counts && slices.ContainsFunc(n.OnDay, func(on string) bool { return strings.HasSuffix(text[:q.Span.Start], on+" ") })
}

// toCome reports whether the clause around a day speaks of the future.
func toCome(n *locales.Numerals, text string, day concord.Span) bool {
	const marks, behind = ".,。;；，、!?！？", 40
	start, end := max(0, day.Start-beside), min(len(text), day.End+behind)
	start += strings.LastIndexAny(text[start:day.Start], marks) + 1
	after := text[day.End:end]
	for _, stop := range []string{" that ", ".", ",", "，", "。", ";"} {
		after, _, _ = strings.Cut(after, stop)
	}
	clause := " " + strings.ToLower(text[start:day.End]+after) + " "
	return slices.ContainsFunc(n.Future, func(w string) bool { return strings.Contains(clause, w) })
}

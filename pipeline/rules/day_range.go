package rules

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// DayRange sets the mark between two days of a month.
var DayRange = &lint.Rule{
	Name:     "day-range",
	Group:    lint.Typography,
	Severity: concord.Warning,
	Doc: lint.Doc{
		Title: "A hyphen stands between two days of a month",
		Text: `Beside the name of a month, the mark between two days is an en dash. The second day must be after the first and exist.
Dates in figures, telephone numbers, identifiers and large numbers stay. After "in August" days do not follow, so there the dash is proposed.`,
		Bad:  "They met on August 9-10 in Jinan.",
		Good: "They met on August 9–10 in Jinan.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 8, Right: 8},
			{Texts: lint.News},
			{Texts: lint.Abstracts},
			{Texts: lint.FromChinese, Read: 1, Right: 1},
		},
	},
	Run: func(p *lint.Pass) {
		mark := p.Locale.Typography.Range
		if mark == "" {
			return
		}
		for i := range p.Doc.Segments {
			if lacks(&p.Doc.Segments[i], "-") {
				continue
			}
			text := p.Doc.Segments[i].Text
			for at := range each(text, "-") {
				if d, ok := readDays(text, at); ok && d.month(p.Locale) {
					report(p, i, d.span, "rule.day-range", !d.doubt, concord.Edit{Place: p.Place(i, concord.Span{Start: at, End: at + 1}), New: mark})
				}
			}
		}
	},
}

// days are two numbers with a hyphen between them.
type days struct {
	before, after string
	span          concord.Span // of the days, with the month if it is beside them
	second        int
	doubt         bool
}

// readDays returns the days around the hyphen at an offset.
func readDays(text string, at int) (d days, ok bool) {
	if at == 0 || !digit(text[at-1]) || at+1 == len(text) || !digit(text[at+1]) {
		return d, false
	}
	left, right := text[:at], text[at+1:]
	d.before, d.after = strings.TrimRight(left, "0123456789"), strings.TrimLeft(right, "0123456789")
	d.span = concord.Span{Start: len(d.before), End: len(text) - len(d.after)}
	first, err1 := strconv.Atoi(left[len(d.before):])
	d.second, _ = strconv.Atoi(right[:len(right)-len(d.after)])
	if err1 != nil || first < 1 || d.second <= first || len(left)-len(d.before) > 2 || len(right)-len(d.after) > 2 {
		return d, false
	}
	// "9-10,000", "9-10.5", "9-10:30" and "9-10-2024" are no days.
	next, n := utf8.DecodeRuneInString(d.after)
	more, _ := utf8.DecodeRuneInString(d.after[n:])
	if n > 0 && (unicode.IsLetter(next) || strings.ContainsRune("-–/_°%", next) || strings.ContainsRune(",.:", next) && unicode.IsDigit(more)) {
		return d, false
	}
	return d, true
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// month reports whether the days are those of a month that stands before them,
// with other days between if need be, or behind them.
func (d *days) month(l *locales.Rules) bool {
	head, listed := d.before, false
	for {
		if rest, n, ok := cutMonth(head, l); ok {
			if !listed {
				d.span.Start = len(rest)
			}
			words := strings.TrimRightFunc(rest, unicode.IsSpace)
			d.doubt = slices.Contains(l.Typography.Undated, strings.ToLower(lastWord(words)))
			return d.second <= length(n)
		}
		rest, ok := cutDays(head, l)
		if !ok {
			break
		}
		head, listed = rest, true
	}
	last, n := utf8.DecodeLastRuneInString(d.before)
	if n > 0 && !unicode.IsSpace(last) && last != '(' {
		return false
	}
	next := wordAt(strings.TrimLeftFunc(d.after, unicode.IsSpace), 0)
	m := slices.Index(l.Structure.Months, next)
	if m < 0 || !strings.HasPrefix(d.after, " ") && !strings.HasPrefix(d.after, "\u00a0") {
		return false
	}
	d.span.End += strings.Index(d.after, next) + len(next)
	return d.second <= length(m)
}

// cutMonth cuts the month, with the white space behind it, off the end of a
// text. It returns which month it is, from 0.
func cutMonth(text string, l *locales.Rules) (rest string, month int, ok bool) {
	head := strings.TrimRightFunc(text, unicode.IsSpace)
	if len(head) == len(text) || strings.Count(text[len(head):], "\n") > 1 {
		return text, 0, false
	}
	for i, name := range l.Structure.Months {
		if rest, ok := cutName(head, name); ok {
			return rest, i, true
		}
	}
	for name, i := range l.Typography.ShortMonths { // no two of them end alike
		if rest, ok := cutName(head, name); ok {
			return rest, i - 1, true
		}
	}
	return text, 0, false
}

func cutName(text, name string) (string, bool) {
	rest, found := strings.CutSuffix(text, name)
	before, n := utf8.DecodeLastRuneInString(rest)
	return rest, found && (n == 0 || !unicode.IsLetter(before) && before != '-')
}

// cutDays cuts days and what joins them to others off the end of a text: "9–10
// and ".
func cutDays(text string, l *locales.Rules) (string, bool) {
	head := strings.TrimRight(text, " \u00a0")
	for _, and := range l.Typography.Ranges {
		if rest, ok := strings.CutSuffix(head, " "+and); ok {
			head = strings.TrimRight(rest, " ")
			break
		}
	}
	head = strings.TrimSuffix(head, ",")
	rest := strings.TrimRight(head, "0123456789-–")
	return rest, len(head) < len(text) && len(rest) < len(head)
}

// length returns the days of a month, from 0, in a leap year.
func length(month int) int {
	return [...]int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month]
}

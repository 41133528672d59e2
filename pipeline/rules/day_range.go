package rules

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// DayRange sets the mark between two days of a month.
var DayRange = &lint.Rule{
	Name:     "day-range",
	Group:    lint.Typography,
	Severity: concord.Warning,
	Doc: lint.Doc{
		Title: "A hyphen stands between two days of a month",
		Text: `After the name of a month, the mark between two days is an en dash. The second day must be after the first and exist.
Dates in figures, telephone numbers and identifiers stay.`,
		Bad:  "They met on August 9-10 in Jinan.",
		Good: "They met on August 9–10 in Jinan.",
	},
	Run: func(p *lint.Pass) {
		mark := p.Locale.Typography.Range
		if mark == "" {
			return
		}
		for i := range p.Doc.Segments {
			text := p.Doc.Segments[i].Text
			for at := range each(text, "-") {
				start, end, ok := days(text, at, p.Locale.Structure.Months)
				if ok {
					report(p, i, concord.Span{Start: start, End: end}, "rule.day-range", concord.Edit{Place: p.Place(i, concord.Span{Start: at, End: at + 1}), New: mark})
				}
			}
		}
	},
}

// days returns the month and days around the hyphen at an offset.
func days(text string, at int, months []string) (start, end int, ok bool) {
	left := text[:at]
	head := strings.TrimRight(left, "0123456789")
	rest := strings.TrimLeft(text[at+1:], "0123456789")
	end = len(text) - len(rest)
	first, err1 := strconv.Atoi(left[len(head):])
	second, err2 := strconv.Atoi(text[at+1 : end])
	if err1 != nil || err2 != nil || first < 1 || second <= first || second > 31 {
		return 0, 0, false
	}
	if next, n := utf8.DecodeRuneInString(rest); n > 0 && (unicode.IsLetter(next) || strings.ContainsRune("-–/_°%", next)) {
		return 0, 0, false
	}
	head = strings.TrimRightFunc(head, blank)
	for _, month := range months {
		if rest, found := strings.CutSuffix(head, month); found && len(head) < len(left) {
			before, n := utf8.DecodeLastRuneInString(rest)
			return len(rest), end, n == 0 || !unicode.IsLetter(before) && before != '-'
		}
	}
	return 0, 0, false
}

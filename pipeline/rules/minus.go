package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// Minus makes a minus sign of the hyphen before a temperature.
var Minus = &lint.Rule{
	Name:     "minus",
	Group:    lint.Typography,
	Severity: concord.Warning,
	Doc: lint.Doc{
		Title: "A hyphen stands for the minus sign of a temperature",
		Text: `A hyphen directly before a number of degrees, with white space or an opening bracket before it, is a minus sign and becomes U+2212.
In a range such as "5-10 °C" the hyphen is none, and stays.`,
		Bad:  "It was cooled to -190 °C.",
		Good: "It was cooled to −190 °C.",
	},
	Run: func(p *lint.Pass) {
		minus := p.Locale.Typography.Minus
		if minus == "" {
			return
		}
		for i := range p.Doc.Segments {
			text := p.Doc.Segments[i].Text
			if !strings.ContainsAny(text, "°℃℉") {
				continue
			}
			for at := range each(text, "-") {
				before, n := utf8.DecodeLastRuneInString(text[:at])
				number := len(text[at+1:]) - len(strings.TrimLeft(text[at+1:], "0123456789.,"))
				if number == 0 || n > 0 && !blank(before) && !strings.ContainsRune("\r\n([（［", before) || !degrees(text[at+1+number:]) {
					continue
				}
				span := concord.Span{Start: at, End: at + 1 + number}
				report(p, i, span, "rule.minus", concord.Edit{Place: p.Place(i, concord.Span{Start: at, End: at + 1}), New: minus})
			}
		}
	},
}

// degrees reports whether text begins with a unit of temperature.
func degrees(text string) bool {
	text = strings.TrimLeft(text, " \u00a0\u202f")
	for _, unit := range []string{"°C", "°F", "° C", "° F", "℃", "℉"} {
		if strings.HasPrefix(text, unit) {
			return true
		}
	}
	return false
}

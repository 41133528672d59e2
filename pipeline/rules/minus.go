package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// Minus makes a minus sign of the hyphen before a temperature.
var Minus = &lint.Rule{
	Name:     "minus",
	Group:    lint.Typography,
	Severity: concord.Warning,
	Doc: lint.Doc{
		Title: "A hyphen stands for the minus sign of a temperature",
		Text: `A hyphen directly before a number of degrees, with white space or an opening bracket before it, is a minus sign and becomes U+2212. In "-5 to -10 °C" both are.
In a range such as "5-10 °C" the hyphen is none, and stays. In "5 -10 °C" and at the start of a text, where it may be a list mark, the minus sign is proposed.`,
		Bad:  "It was cooled to -190 °C.",
		Good: "It was cooled to −190 °C.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News},
			{Texts: lint.Abstracts, Read: 2, Right: 2},
			{Texts: lint.FromChinese, Read: 1, Right: 1},
		},
	},
	Run: func(p *lint.Pass) {
		t := &p.Locale.Typography
		if t.Minus == "" {
			return
		}
		for i := range p.Doc.Segments {
			if lacks(&p.Doc.Segments[i], "-") {
				continue
			}
			text := p.Doc.Segments[i].Text
			for at := range each(text, "-") {
				number := figure(text[at+1:])
				if number == 0 || !degrees(t, text[at+1+number:]) {
					continue
				}
				if auto, ok := signs(t, text[:at]); ok {
					span := concord.Span{Start: at, End: at + 1 + number}
					report(p, i, span, "rule.minus", auto, concord.Edit{Place: p.Place(i, concord.Span{Start: at, End: at + 1}), New: t.Minus})
				}
			}
		}
	},
}

// figure returns the length of the number that text begins with.
func figure(text string) int {
	if text == "" || !digit(text[0]) {
		return 0
	}
	return len(strings.TrimRight(text[:len(text)-len(strings.TrimLeft(text, "0123456789.,"))], ".,"))
}

// degrees reports whether text begins with a unit of temperature, or with the
// rest of a range that has one.
func degrees(t *locales.Typography, text string) bool {
	text = strings.TrimLeft(text, " \u00a0\u202f")
	for _, unit := range []string{"°C", "°F", "° C", "° F", "℃", "℉"} {
		if rest, ok := strings.CutPrefix(text, unit); ok {
			next, _ := utf8.DecodeRuneInString(rest)
			return !unicode.Is(unicode.Latin, next)
		}
	}
	if slices.ContainsFunc(t.Degrees, func(unit string) bool { return strings.HasPrefix(text, unit) }) {
		return true
	}
	for _, to := range append([]string{"~", "～", "–", "—", "…"}, t.Ranges...) {
		if rest, ok := strings.CutPrefix(text, to); ok {
			rest = strings.TrimLeft(rest, " \u00a0\u202f")
			rest = strings.TrimLeft(rest, "-−+")
			if n := figure(rest); n > 0 {
				return degrees(t, rest[n:])
			}
		}
	}
	return false
}

// signs reports whether a hyphen behind a text may be a sign, and whether it
// certainly is one.
func signs(t *locales.Typography, before string) (auto, ok bool) {
	last, n := utf8.DecodeLastRuneInString(before)
	trimmed := strings.TrimRightFunc(before, unicode.IsSpace)
	word, _ := utf8.DecodeLastRuneInString(trimmed)
	switch {
	case n == 0:
		return unsure, true
	case unicode.In(last, unicode.Han, unicode.Hiragana, unicode.Katakana):
		return slices.ContainsFunc(t.Ranges, func(w string) bool { return strings.HasSuffix(before, w) }), true
	case strings.ContainsRune("([（［“‘~～", last):
		return sure, true
	case !unicode.IsSpace(last):
		return false, false
	case strings.ContainsAny(before[len(trimmed):], "\r\n"): // a line of its own, or wrapped
		return (unicode.IsLower(word) || word == ',') && !strings.HasPrefix(before, "-") && !strings.Contains(before[max(0, len(before)-beside):], "\n-"), true
	}
	return !unicode.IsDigit(word) && !strings.ContainsRune("°℃℉%-–−", word) && !strings.HasSuffix(trimmed, "°C") && !strings.HasSuffix(trimmed, "°F"), true
}

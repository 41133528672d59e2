package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// Codes that begin with a figure or have none are told by what stands beside them:
// the sign of an exchange, a word before a colon, ISBN.

var (
	stockCode  = expression(`\b(\d{4,6})\.([A-Z]{1,2})\b`)
	bookNumber = expression(`\b(?:ISBN|ISSN)(?:-1[03])?[\s:：]*(\d[\d \-‐–]{6,16}[\dXx])`)
	issue      = expression(`^\s?[:：]\s?(?:19|20)\d\d\b`) // of a standard: ISO 9001:2015
)

// labelled returns the codes of a segment that a label tells.
func labelled(s *concord.Segment, locale *locales.Rules) (all []concord.Span) {
	text := s.Text
	if strings.Contains(text, "ISBN") || strings.Contains(text, "ISSN") {
		for _, m := range bookNumber().FindAllStringSubmatchIndex(text, -1) {
			all = append(all, concord.Span{Start: m[2], End: m[3]})
		}
	}
	for at, r := range text {
		if r != ':' && r != '：' {
			continue
		}
		end := at + utf8.RuneLen(r)
		code := strings.TrimLeft(text[end:], " \u00a0")
		start := len(text) - len(code)
		size := 0
		for size < len(code) && (code[size] >= 'A' && code[size] <= 'Z' || digit(code[size]) || code[size] == '.' && size > 0) {
			size++
		}
		code = strings.TrimRight(code[:size], ".")
		const longest = 8
		if code == "" || len(code) > longest || !exchange(strings.TrimRight(text[:at], " \u00a0"), locale) {
			continue
		}
		if after, _ := utf8.DecodeRuneInString(text[start+len(code):]); !unicode.In(after, unicode.Latin) {
			all = append(all, concord.Span{Start: start, End: start + len(code)})
		}
	}
	return all
}

// exchange reports whether a text ends in the name of an exchange, or in words such
// as "stock code".
func exchange(text string, locale *locales.Rules) bool {
	for _, names := range [][]string{locale.Codes.Exchanges, locales.For(language.Und).Codes.Exchanges} {
		for _, name := range names {
			n := len(text) - len(name)
			if n < 0 || !strings.EqualFold(text[n:], name) {
				continue
			}
			before, _ := utf8.DecodeLastRuneInString(text[:n])
			if first, _ := utf8.DecodeRuneInString(name); first >= 0x2E80 || !unicode.IsLetter(before) {
				return true
			}
		}
	}
	return false
}

// stocks returns the codes of shares with the sign of their exchange: 600519.SH.
func stocks(text string) (all []concord.Span) {
	if strings.IndexByte(text, '.') < 0 {
		return nil
	}
	for _, m := range stockCode().FindAllStringIndex(text, -1) {
		all = append(all, concord.Span{Start: m[0], End: m[1]})
	}
	return all
}

// quotes reports whether a text has a code of shares: the number, with no other
// sign behind it.
func (t *codeText) quotes(code string) bool {
	number, sign, _ := strings.Cut(code, ".")
	number = strings.TrimLeft(number, "0")
	if sign == "" || number == "" || !digit(number[0]) {
		return false
	}
	for at := range each(t.plain, number) {
		if before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(t.plain[:at], "0")); unicode.IsDigit(before) {
			continue
		}
		rest := t.plain[at+len(number):]
		if after, _ := utf8.DecodeRuneInString(rest); unicode.IsDigit(after) {
			continue
		}
		if rest, dot := strings.CutPrefix(rest, "."); !dot || rest == "" || rest[0] < 'A' || rest[0] > 'Z' || strings.HasPrefix(rest, sign) {
			return true
		}
	}
	return false
}

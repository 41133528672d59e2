package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// StrayQuote removes a curly closing mark that follows a straight one.
var StrayQuote = &lint.Rule{
	Name:     "stray-quote",
	Group:    lint.Typography,
	Severity: concord.Warning,
	Doc: lint.Doc{
		Title: "A second closing quotation mark follows the first",
		Text: `A straight closing mark is followed by white space and a curly one: the engine closed the quotation twice.
The white space and the second mark are deleted, unless the paragraph has an opening mark that the second one closes.
Where the paragraph before left a quotation open, the straight mark may mean inches, or the second mark stands before a word, it is asked.`,
		Bad:  `He called it "a good year." ”`,
		Good: `He called it "a good year."`,
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News},
			{Texts: lint.Abstracts},
			{Texts: lint.FromChinese, Read: 3, Right: 3},
		},
	},
	Run: func(p *lint.Pass) {
		mark := p.Locale.Typography.CloseQuote
		if mark == "" {
			return
		}
		open := false // the paragraph before has left a quotation open
		for i := range p.Doc.Segments {
			s := &p.Doc.Segments[i]
			if lacks(s, mark) && lacks(s, p.Locale.Typography.OpenQuote) {
				open = open && s.Kind == concord.Blank
				continue
			}
			text := s.Text
			for at := range each(text, mark) {
				start := len(strings.TrimRightFunc(text[:at], blank))
				if start == at || !strings.HasSuffix(text[:start], `"`) || opens(text, start-1) || unclosed(p, text[:at]) {
					continue
				}
				span := concord.Span{Start: start, End: at + len(mark)}
				next, _ := utf8.DecodeRuneInString(text[span.End:])
				auto := !open && !inch(text, start-1) && !unicode.IsLetter(next) && !unicode.IsDigit(next)
				report(p, i, span, "rule.stray-quote", auto, concord.Edit{Place: p.Place(i, span)})
			}
			if s.Kind != concord.Blank {
				open = unclosed(p, text)
			}
		}
	},
}

// opens reports whether the straight mark at an offset opens a quotation: what
// stands before it is white space, an opening bracket, or nothing.
func opens(text string, at int) bool {
	return at == 0 || strings.ContainsAny(text[at-1:at], " \t\r\n([{") || strings.HasSuffix(text[:at], "\u00a0")
}

// inch reports whether the straight mark at an offset may mean inches or
// seconds: one or two figures stand before it.
func inch(text string, at int) bool {
	digits := at - len(strings.TrimRight(text[:at], "0123456789"))
	return digits == 1 || digits == 2
}

// unclosed reports whether text holds a curly opening mark without its partner.
func unclosed(p *lint.Pass, text string) bool {
	t := &p.Locale.Typography
	n := strings.Count(text, t.OpenQuote)
	return n > 0 && n > strings.Count(text, t.CloseQuote)
}

package rules

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// QuoteSpace draws a closing mark that nothing opened up to its sentence.
var QuoteSpace = &lint.Rule{
	Name:     "quote-space",
	Group:    lint.Typography,
	Severity: concord.Warning,
	Doc: lint.Doc{
		Title: "White space parts a closing quotation mark from its sentence",
		Text: `A sentence ends, and after white space the line ends with a closing mark that has no partner in the paragraph.
The white space goes, and the mark becomes one of the kind the document uses most. Where the quotation begins is left to unopened-quote.`,
		Bad:  `They spoke of "a good year" and said: We hope to come back. ”`,
		Good: `They spoke of "a good year" and said: We hope to come back."`,
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News},
			{Texts: lint.Abstracts},
			{Texts: lint.FromChinese, Read: 1, Right: 1},
		},
	},
	Run: func(p *lint.Pass) {
		mark := p.Locale.Typography.CloseQuote
		if mark == "" {
			return
		}
		usual := sync.OnceValue(func() string { return usualQuote(p, mark) })
		open := false // the paragraph before has left a quotation open
		for i := range p.Doc.Segments {
			s := &p.Doc.Segments[i]
			if lacks(s, mark) && lacks(s, p.Locale.Typography.OpenQuote) {
				open = open && s.Kind == concord.Blank
				continue
			}
			text := s.Text
			for at := range each(text, mark) {
				end := at + len(mark)
				if !endsLine(text[end:]) || unclosed(p, text[:at]) || strings.Count(text[:at], `"`)%2 == 1 {
					continue
				}
				start := len(strings.TrimRightFunc(text[:at], blank))
				last, _ := utf8.DecodeLastRuneInString(text[:start])
				if start == at || !strings.ContainsRune(".!?…。！？", last) || abbreviated(text[:start]) {
					continue
				}
				span, new := concord.Span{Start: start, End: end}, mark
				if !open {
					new = usual()
				}
				report(p, i, span, "rule.quote-space", sure, concord.Edit{Place: p.Place(i, span), New: new})
			}
			if s.Kind != concord.Blank {
				open = unclosed(p, text)
			}
		}
	},
}

// abbreviated reports whether the last word of a text is a short one of a line
// that is no sentence, such as "Inc." in a table, where the mark means ditto.
func abbreviated(text string) bool {
	line := text[strings.LastIndexAny(text, "\r\n")+1:]
	return strings.HasSuffix(line, ".") && titled(lastWord(strings.TrimRight(line, "."))) && len(strings.Fields(line)) < 4
}

// usualQuote returns the closing mark that the document uses most.
func usualQuote(p *lint.Pass, curly string) string {
	straight, curved := 0, 0
	for i := range p.Doc.Segments {
		s := &p.Doc.Segments[i]
		straight += count(s, `"`)
		curved += count(s, p.Locale.Typography.OpenQuote) + count(s, curly)
	}
	if straight > curved {
		return `"`
	}
	return curly
}

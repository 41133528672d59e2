package rules

import (
	"strings"

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
	},
	Run: func(p *lint.Pass) {
		mark := p.Locale.Typography.CloseQuote
		if mark == "" {
			return
		}
		for i := range p.Doc.Segments {
			text := p.Doc.Segments[i].Text
			for at := range each(text, mark) {
				end := at + len(mark)
				if !endsLine(text[end:]) || unclosed(p, text[:at]) || strings.Count(text[:at], `"`)%2 == 1 {
					continue
				}
				start := len(strings.TrimRightFunc(text[:at], blank))
				if start == at || !strings.HasSuffix(text[:start], "…") && !strings.ContainsAny(text[max(0, start-1):start], ".!?") {
					continue
				}
				span := concord.Span{Start: start, End: end}
				report(p, i, span, "rule.quote-space", sure, concord.Edit{Place: p.Place(i, span), New: usual(p, mark)})
			}
		}
	},
}

// usual returns the closing mark that the document uses most.
func usual(p *lint.Pass, curly string) string {
	straight, curved := 0, 0
	for i := range p.Doc.Segments {
		text := p.Doc.Segments[i].Text
		straight += strings.Count(text, `"`)
		curved += strings.Count(text, p.Locale.Typography.OpenQuote) + strings.Count(text, curly)
	}
	if straight > curved {
		return `"`
	}
	return curly
}

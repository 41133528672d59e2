package rules

import (
	"strings"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// UnopenedQuote asks where a quotation begins that a paragraph closes.
var UnopenedQuote = &lint.Rule{
	Name:     "unopened-quote",
	Group:    lint.Typography,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A quotation is closed and was never opened",
		Text: `A paragraph ends with a closing quotation mark, and neither it nor the one before opens a quotation: the engine lost where it begins.
Nothing is edited, because concord does not know who says what.`,
		Bad:  `He recalled how it began. We hope to realize our dreams."`,
		Good: `He recalled how it began. "We hope to realize our dreams."`,
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.Abstracts},
			{Texts: lint.FromChinese, Read: 4, Right: 4},
		},
	},
	Run: func(p *lint.Pass) {
		t := &p.Locale.Typography
		if t.CloseQuote == "" {
			return
		}
		curly, odd := 0, false // what the paragraphs before have left open
		for i := range p.Doc.Segments {
			s := &p.Doc.Segments[i]
			if s.Kind == concord.Blank {
				continue
			}
			if lacks(s, t.OpenQuote) && lacks(s, t.CloseQuote) && lacks(s, `"`) {
				odd = false
				continue
			}
			text := strings.TrimRightFunc(p.Doc.Segments[i].Text, blank)
			if strings.HasPrefix(text, t.OpenQuote) { // each paragraph of a long quotation opens it anew
				curly = 0
			}
			here := strings.Count(text, t.OpenQuote) - strings.Count(text, t.CloseQuote)
			straight, starts := straights(text)
			uneven := straight%2 == 1
			mark := ""
			switch {
			case strings.HasSuffix(text, t.CloseQuote) && curly+here < 0 && !uneven:
				mark = t.CloseQuote
			case strings.HasSuffix(text, `"`) && uneven && !odd && !starts && here <= 0 && !inch(text, len(text)-1):
				mark = `"`
			}
			span := concord.Span{Start: len(text) - len(mark), End: len(text)}
			if mark != "" && !p.Doc.Segments[i].Protected(span) {
				p.Report(concord.Finding{
					Place:     p.Place(i, span),
					Message:   concord.Message{ID: "rule.unopened-quote"},
					Authority: typographyOf(p),
				})
			}
			curly, odd = max(0, curly+here), uneven && mark == ""
		}
	},
}

// straights counts the straight quotation marks of a paragraph, but for those
// that mean inches, and reports whether one of them begins it.
func straights(text string) (n int, starts bool) {
	for at := range each(text, `"`) {
		if !inch(text, at) {
			n++
		}
	}
	return n, strings.HasPrefix(text, `"`) && n == 1
}

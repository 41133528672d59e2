package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// NumberGroup finds figures that a comma parts into a group that is too short.
var NumberGroup = &lint.Rule{
	Name:     "number-group",
	Group:    lint.Numbers,
	Severity: concord.Error,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A group of figures behind a comma is too short",
		Text: `In languages that part thousands with a comma three figures must follow it. "3,5 people" has lost figures, or its comma is a decimal mark of another language, or 万 was lost.
With a source, number-value says which number is meant. Silent where the comma is the decimal mark, in lists of numbers such as "pages 3,5 and 7", and before a hyphen. A number is never corrected.`,
		Bad:  "More than 3,5 people have been trained.",
		Good: "More than 35,000 people have been trained.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News},
			{Texts: lint.Abstracts, Read: 26, Right: 26},
			{Texts: lint.FromChinese, Read: 1, Right: 1},
		},
	},
	Run: func(p *lint.Pass) {
		n := &p.Locale.Numerals
		if n.Decimal != "." || !strings.Contains(n.Group, ",") {
			return
		}
		all := quantitiesOf(p, p.Doc)
		for i := range p.Doc.Segments {
			text := p.Doc.Segments[i].Text
			if !commaGroup(text) {
				continue
			}
			for _, q := range all.in(i) {
				if q.Odd && counted(text, q.Span) && !p.Doc.Segments[i].Protected(q.Span) && !valued(p, i, q.Span) {
					p.Report(concord.Finding{
						Place:     p.Place(i, q.Span),
						Message:   concord.Message{ID: "rule.number-group", Args: map[string]any{"Found": text[q.Span.Start:q.Span.End]}},
						Authority: "locales/" + p.Locale.Tag.String() + "#numerals",
					})
				}
			}
		}
	},
}

// valued reports whether a number is reported as none of the source's, which
// says more.
func valued(p *lint.Pass, segment int, span concord.Span) bool {
	return slices.ContainsFunc(gapsOf(p).value, func(g numberGap) bool { return g.target.segment == segment && g.target.Span == span })
}

// commaGroup reports whether a text has one or two figures behind a comma.
func commaGroup(text string) bool {
	for at := range each(text, ",") {
		if at > 0 && digit(text[at-1]) && at+1 < len(text) && digit(text[at+1]) && (at+3 >= len(text) || !digit(text[at+2]) || !digit(text[at+3])) {
			return true
		}
	}
	return false
}

// counted reports whether what follows a number, in lower case or in Han
// characters, is what it counts, and nothing shows it to be a list.
func counted(text string, span concord.Span) bool {
	span.Start += len(text[span.Start:]) - len(strings.TrimLeft(text[span.Start:], "-−–"))
	rest := strings.TrimPrefix(text[span.End:], " ")
	first, _ := utf8.DecodeRuneInString(rest)
	last, _ := utf8.DecodeRuneInString(text[span.Start:])
	if !unicode.IsDigit(last) {
		return false
	}
	end := text[span.Start:span.End]
	if letters := strings.TrimLeft(end, "0123456789,"); letters != "" { // it has a unit
		return true
	}
	word := wordAt(rest, 0)
	before, _ := utf8.DecodeLastRuneInString(text[:span.Start])
	if before == ',' || strings.HasSuffix(text[:span.Start], ", ") {
		return false
	}
	return unicode.Is(unicode.Han, first) || len(rest) < len(text[span.End:]) && unicode.IsLower(first) && len(word) > 2 && word != "and"
}

package rules

import (
	"strings"
	"unicode"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// otherForms reports the first Han characters of each segment that the language is
// not written in.
func otherForms(p *lint.Pass, foreign func(rune) bool) {
	for i := range p.Doc.Segments {
		s := &p.Doc.Segments[i]
		if s.Lacks&concord.Script != 0 || s.Kind == concord.Quote || p.Settled(i) {
			continue
		}
		if span := firstForeign(s.Text, foreign); span.Len() > 0 && !s.Protected(span) && !nameAlone(s.Text) {
			p.Report(concord.Finding{
				Place:   p.Place(i, span),
				Message: concord.Message{ID: "rule.source-script." + p.Locale.Letters.Other, Args: map[string]any{"Found": s.Text[span.Start:span.End]}},
			})
		}
	}
}

// nameAlone reports whether a text is as short as the name of a person, which is
// written as that person writes it.
func nameAlone(text string) bool {
	const long = 4 // characters
	n := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			if n++; n > long {
				return false
			}
		}
	}
	return true
}

// firstForeign returns the first stretch of a text outside of brackets and quotation
// marks that begins and ends with foreign characters, of which no two are far apart.
func firstForeign(text string, foreign func(rune) bool) concord.Span {
	const far = 2 * 3 // bytes
	var span concord.Span
	depth := 0
	for at, c := range text {
		switch {
		case !inHan(c) && encloses(c):
			depth++
		case !inHan(c) && (discloses(c) || c == '’'):
			depth = max(0, depth-1)
		case depth == 0 && foreign(c):
			switch {
			case span.Len() == 0:
				span.Start = at
			case at-span.End > far || strings.ContainsFunc(text[span.End:at], func(c rune) bool { return !unicode.IsLetter(c) }):
				return span
			}
			span.End = at + len(string(c))
		}
	}
	return span
}

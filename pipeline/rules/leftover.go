package rules

import (
	"slices"
	"strings"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// Leftover asks for what programs have left in a text.
var Leftover = &lint.Rule{
	Name:     "leftover",
	Group:    lint.Hygiene,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A program has left something in the text",
		Text: `Engines write "<unk>", "⁇" or "▁" for what they do not know, and escape a character once too often, so that readers see "&amp;"; version control marks with "<<<<<<<" what nobody has merged, which is an error.
What stands in code is meant, and what the source has as well is said of the source alone.`,
		Bad:  "The hall of the <unk> Academy &amp; its garden are open.",
		Good: "The hall of the Academy & its garden are open.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News},
			{Texts: lint.Abstracts, Read: 23, Right: 23},
		},
	},
	Run: func(p *lint.Pass) {
		for i := range p.Doc.Segments {
			s := &p.Doc.Segments[i]
			if s.Kind == concord.Blank || !mayLeave(s.Text) {
				continue
			}
			for _, at := range leftovers().FindAllStringIndex(s.Text, -1) {
				span := concord.Span{Start: at[0], End: at[1]}
				found := s.Text[at[0]:at[1]]
				if s.Protected(span) || inSourceText(p, found) {
					continue
				}
				f := concord.Finding{
					Place:   p.Place(i, span),
					Message: concord.Message{ID: "rule.leftover", Args: map[string]any{"Found": found}},
				}
				if strings.ContainsAny(found[:1], "<>=") && len(found) >= len("=======") {
					f.Severity, f.Message.ID = concord.Error, "rule.leftover.conflict"
				}
				p.Report(f)
			}
		}
	},
}

// leftovers matches what no reader is meant to see: marks of a conflict, signs of what
// an engine does not know, and characters of HTML by their names or numbers.
var leftovers = expression(`(?m)^(?:<{7}|>{7})(?: .*)?$|^={7}$|(?i:<unk>|\[unk\])|⁇|▁|&(?:amp|lt|gt|quot|nbsp|apos|#[0-9]{2,5}|#x[0-9A-Fa-f]{2,5});`)

// mayLeave reports whether a text has a byte that a leftover begins with.
func mayLeave(text string) bool {
	for _, c := range []byte("<>&") {
		if strings.IndexByte(text, c) >= 0 {
			return true
		}
	}
	return strings.Contains(text, "=======") || strings.Contains(text, "⁇") || strings.Contains(text, "▁") || strings.Contains(text, "[")
}

// inSourceText reports whether the source has a text anywhere.
func inSourceText(p *lint.Pass, text string) bool {
	return p.Release.Source != nil && !p.IsSource() && slices.ContainsFunc(p.Release.Source.Segments, func(s concord.Segment) bool {
		return strings.Contains(s.Text, text)
	})
}

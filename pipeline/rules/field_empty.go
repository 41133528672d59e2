package rules

import (
	"strings"
	"unicode"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// FieldEmpty asks for the value of a labelled field.
var FieldEmpty = &lint.Rule{
	Name:     "field-empty",
	Group:    lint.Structure,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A field has a label and no value",
		Text: `A label such as "Release time:" is followed by nothing: the value was lost on the way from the page to the file.
Nothing is edited, because concord invents no date. Where the next line is the value, the field has one.`,
		Bad:  "A new hall\n\nRelease time:\n\nThe mayor opened a new hall on Monday, and everybody came.",
		Good: "A new hall\n\nRelease time: 2024-05-06\n\nThe mayor opened a new hall on Monday, and everybody came.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News},
			{Texts: lint.Abstracts},
			{Texts: lint.FromChinese, Read: 1, Right: 1},
		},
	},
	Run: func(p *lint.Pass) {
		for i := range p.Doc.Segments {
			s := &p.Doc.Segments[i]
			if s.Kind != concord.ReleaseTime || strings.ContainsFunc(s.Text, unicode.IsDigit) {
				continue
			}
			place := whole(p, i)
			label := strings.TrimRight(place.Text(), ":： \u00a0")
			if label == strings.TrimSpace(place.Text()) || strings.ContainsAny(label, ":：") || dated(p.Doc, next(p.Doc, i)) {
				continue
			}
			p.Report(concord.Finding{
				Place:     place,
				Message:   concord.Message{ID: "rule.field-empty", Args: map[string]any{"Label": label}},
				Authority: structureOf(p),
			})
		}
	},
}

// dated reports whether a segment is a date, with or without its label.
func dated(d *concord.Document, segment int) bool {
	return segment >= 0 && d.Segments[segment].Kind == concord.ReleaseTime && strings.ContainsFunc(d.Segments[segment].Text, unicode.IsDigit)
}

// next returns the segment behind one that is not blank, or -1.
func next(d *concord.Document, segment int) int {
	for i := segment + 1; i < len(d.Segments); i++ {
		if d.Segments[i].Kind != concord.Blank {
			return i
		}
	}
	return -1
}

// structureOf names the rules of the document's language as an authority.
func structureOf(p *lint.Pass) string { return "locales/" + p.Locale.Tag.String() + "#structure" }

package rules

import (
	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// ExtraParagraph asks about what a translation has and the source has not.
var ExtraParagraph = &lint.Rule{
	Name:     "extra-paragraph",
	Group:    lint.Bilingual,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A paragraph renders nothing of the source",
		Text: `The translation has a paragraph, a heading or a caption that has no counterpart in the source: somebody has added it, the source has been changed since, or an engine has made it up.
Several in a row are one finding, at the first. It is only said where the pairing of the two texts is sure.`,
		Source: example,
		Bad:    "The bay of Linlan\n\nThe project has run for 3 years, and has 28 listening stations in the bay.\n\nThe sea is not silent, said the researchers; it is only that nobody has ever listened to it.\n\nThe data are open to the public at data.quiet-sea.example, free of charge.\n\nLinlan is a small town on the coast that is known for its long pier and its fish market.",
		Good:   "The bay of Linlan\n\nThe project has run for 3 years, and has 28 listening stations in the bay.\n\nThe sea is not silent, said the researchers; it is only that nobody has ever listened to it.\n\nThe data are open to the public at data.quiet-sea.example, free of charge.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 1, Right: 0, Others: "the paragraph stood there in English as well"},
			{Texts: lint.News},
			{Texts: lint.Abstracts, Read: 5, Right: 5},
			{Texts: lint.Manuals, Read: 12, Right: 11, Others: "a line of a table of contents"},
		},
	},
	Run: func(p *lint.Pass) {
		for b := range gaps(p) {
			if !b.Sure || len(b.Source) > 0 {
				continue
			}
			f := concord.Finding{
				Place:     whole(p, b.Target[0]),
				Message:   concord.Message{ID: "rule.extra-paragraph"},
				Authority: "source",
			}
			if n := len(b.Target); n > 1 {
				f.Message = concord.Message{ID: "rule.extra-paragraph.several", Args: map[string]any{"Count": n}}
			}
			p.Report(f)
		}
	},
}

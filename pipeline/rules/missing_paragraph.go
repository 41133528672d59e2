package rules

import (
	"strings"
	"unicode"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// MissingParagraph asks for what the source has and a translation has not.
var MissingParagraph = &lint.Rule{
	Name:     "missing-paragraph",
	Group:    lint.Bilingual,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A paragraph of the source is missing",
		Text: `The source has a paragraph, a heading or a caption that nothing in the translation renders. The finding is where it belongs, behind what stands before it; several in a row are one finding.
It is only said where the pairing of the two texts is sure: what two paragraphs became one, or one became two, is not missing. The date of release has a rule of its own, date-missing.`,
		Source: example,
		Bad:    "The bay of Linlan\n\nThe project has run for 3 years, and has 28 listening stations in the bay.\n\nThe data are open to the public at data.quiet-sea.example, free of charge.",
		Good:   "The bay of Linlan\n\nThe project has run for 3 years, and has 28 listening stations in the bay.\n\nThe sea is not silent, said the researchers; it is only that nobody has ever listened to it.\n\nThe data are open to the public at data.quiet-sea.example, free of charge.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 4, Right: 4},
			{Texts: lint.News},
			{Texts: lint.Abstracts, Read: 4, Right: 4},
		},
	},
	Run: func(p *lint.Pass) {
		last := -1
		for b := range gaps(p) {
			switch {
			case len(b.Target) > 0:
				last = b.Target[len(b.Target)-1]
			case b.Sure && p.Release.Source.Segments[b.Source[0]].Kind != concord.ReleaseTime:
				reportMissing(p, last, b.Source)
			}
		}
	},
}

// example is a source for the examples of rules about paragraphs.
const example = "临澜湾\n\n项目已经运行3年，在海湾布设了28个监听站。\n\n研究人员说，海并不沉默，只是从来没有人去听它的声音。\n\n数据将通过 data.quiet-sea.example 免费向公众开放。"

// gaps yields the beads of a document, those in a row that have nothing on the
// same side, and are as sure, as one.
func gaps(p *lint.Pass) func(func(lint.Bead) bool) {
	return func(yield func(lint.Bead) bool) {
		beads := p.Beads()
		for n := 0; n < len(beads); n++ {
			b := beads[n]
			for ; n+1 < len(beads) && beads[n+1].Sure == b.Sure && (b.Target == nil && beads[n+1].Target == nil || b.Source == nil && beads[n+1].Source == nil); n++ {
				b.Source = append(b.Source[:len(b.Source):len(b.Source)], beads[n+1].Source...)
				b.Target = append(b.Target[:len(b.Target):len(b.Target)], beads[n+1].Target...)
			}
			if !yield(b) {
				return
			}
		}
	}
}

// reportMissing says behind a segment, or before the first if it is -1, that some
// of the source are missing.
func reportMissing(p *lint.Pass, last int, missing []int) {
	at := concord.Span{}
	if last < 0 {
		if last = next(p.Doc, -1); last < 0 {
			return
		}
	} else {
		at.End = len(strings.TrimRightFunc(p.Doc.Segments[last].Text, unicode.IsSpace))
		at.Start = at.End
	}
	f := concord.Finding{
		Place:     p.Place(last, at),
		Message:   concord.Message{ID: "rule.missing-paragraph"},
		Authority: "source",
	}
	if len(missing) > 1 {
		f.Message = concord.Message{ID: "rule.missing-paragraph.several", Args: map[string]any{"Count": len(missing)}}
	}
	for _, i := range missing {
		f.Related = append(f.Related, inSource(p, i, concord.Span{End: len(p.Release.Source.Segments[i].Text)}))
	}
	p.Report(f)
}

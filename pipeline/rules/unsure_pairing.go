package rules

import (
	"slices"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// UnsurePairing says where checks against the source are silent.
var UnsurePairing = &lint.Rule{
	Name:     "unsure-pairing",
	Group:    lint.Bilingual,
	Severity: concord.Note,
	Asks:     true,
	Doc: lint.Doc{
		Title: "It is not certain what translates what",
		Text: `What translates what is told by order, length, and what stands in both texts. Where paragraphs were moved, rewritten or left out, that may be a guess, and checks against the source are silent there; but of two paragraphs that stand between others that are sure, numbers, codes, links and telephone numbers are compared. The finding is where such a stretch begins, one for all of it.
If nothing can be paired surely, one warning says so: the file may be the translation of another text.`,
		Source: example,
		Bad:    "Port news\n\nIn 1999, 17 boats and 450 people lived in the harbour of Ys, on what the sea gave them and 12 fields gave.\n\nOpen.",
		Good:   "The bay of Linlan\n\nThe project has run for 3 years, and has 28 listening stations in the bay.\n\nThe sea is not silent, said the researchers; it is only that nobody has ever listened to it.\n\nThe data are open to the public at data.quiet-sea.example, free of charge.",
	},
	Run: func(p *lint.Pass) {
		beads := p.Beads()
		if first := next(p.Doc, -1); first >= 0 && len(beads) > 0 && !slices.ContainsFunc(beads, trusted) {
			p.Report(concord.Finding{
				Place:     whole(p, first),
				Severity:  concord.Warning,
				Message:   concord.Message{ID: "rule.unsure-pairing.all", Args: map[string]any{"Source": p.Release.Source.File}},
				Authority: "source",
			})
			return
		}
		for start := 0; start < len(beads); {
			end := start
			for end < len(beads) && !beads[end].Sure {
				end++
			}
			reportUnsure(p, beads[start:end], enclosed(beads, start) && end == start+1)
			start = end + 1
		}
	},
}

// trusted reports whether a bead has both sides and can be trusted.
func trusted(b lint.Bead) bool { return b.Sure && len(b.Source) > 0 && len(b.Target) > 0 }

// reportUnsure says that a stretch of the pairing is a guess, if any of it is in
// the translation; flanked if its numbers and addresses are checked all the same.
func reportUnsure(p *lint.Pass, beads []lint.Bead, flanked bool) {
	var source, target []int
	for _, b := range beads {
		source, target = append(source, b.Source...), append(target, b.Target...)
	}
	if len(target) == 0 {
		return
	}
	f := concord.Finding{
		Place:     whole(p, target[0]),
		Message:   concord.Message{ID: "rule.unsure-pairing"},
		Authority: "source",
	}
	if n := len(target); n > 1 {
		f.Message = concord.Message{ID: "rule.unsure-pairing.several", Args: map[string]any{"Count": n}}
	} else if flanked {
		f.Message.ID = "rule.unsure-pairing.flanked"
	}
	if len(source) > 0 {
		i := source[0]
		f.Related = append(f.Related, inSource(p, i, concord.Span{End: len(p.Release.Source.Segments[i].Text)}))
	}
	p.Report(f)
}

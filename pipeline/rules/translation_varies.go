package rules

import (
	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// TranslationVaries compares how one text of the source is translated in all
// places of a run.
var TranslationVaries = &lint.Rule{
	Name:     "translation-varies",
	Group:    lint.Consistency,
	Severity: concord.Note,
	Asks:     true,
	Doc: lint.Doc{
		Title: "One text of the source is translated in two ways",
		Text: `A paragraph, heading or sentence that stands in several places of the sources of a run reads differently in their translations into one language.
The finding covers what differs in the rarer wording and names the place of the more frequent one, of two as frequent the first; which of them is right is for a person to say, so nothing is edited.
Short labels and figures are left out, and so is what differs in spaces, marks and capitals alone, and every place whose pairing with the source is a guess.`,
		Source: "潮声\n\n港口办公室每天早上七点开门，欢迎市民参观。\n\n茶馆在旧码头旁边，有三张桌子。\n\n港口办公室每天早上七点开门，欢迎市民参观。",
		Bad:    "The Tide\n\nThe harbour office opens at seven every morning and welcomes all citizens.\n\nThe tea house is beside the old pier and has three tables.\n\nThe port office opens at seven every morning and welcomes all citizens.",
		Good:   "The Tide\n\nThe harbour office opens at seven every morning and welcomes all citizens.\n\nThe tea house is beside the old pier and has three tables.\n\nThe harbour office opens at seven every morning and welcomes all citizens.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 97, Right: 97},
		},
	},
	Run: func(p *lint.Pass) {
		for source, target := range pairedTexts(p) {
			if substantial(source.Text()) {
				p.NoteOf(source, source.Text(), target.Text(), target)
			}
		}
	},
	Across: func(notes []lint.Note, report func(concord.Finding)) {
		reported := make(map[place]bool)
		say := func(w wording) {
			here, there := w.differ()
			report(concord.Finding{
				Place:     here,
				Message:   concord.Message{ID: "rule.translation-varies", Args: map[string]any{"Here": here.Text(), "There": there.Text(), "Where": there.Position().String()}},
				Authority: "rules#translation-varies",
				Related:   []concord.Related{{Place: there, Message: concord.Message{ID: "related.elsewhere"}}},
			})
			reported[place{here.Doc.File, here.Segment}] = true
		}
		for w := range wordings(notes) {
			say(w)
		}
		for w := range wordings(sentenceNotes(notes)) {
			if !among(reported, w.rare.Place) && w.rare.Place.Seg() != w.usual.Place.Seg() {
				say(w)
			}
		}
	},
}

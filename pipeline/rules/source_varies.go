package rules

import (
	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// SourceVaries looks for different texts of the source that one text translates.
var SourceVaries = &lint.Rule{
	Name:     "source-varies",
	Group:    lint.Consistency,
	Severity: concord.Note,
	Asks:     true,
	Off:      true,
	Doc: lint.Doc{
		Title: "One translation stands for two texts of the source",
		Text: `Two paragraphs or headings of the sources of a run differ, and their translations are the same, word for word: what parts the two was lost in one of them, or a translation was copied to a text that has changed since.
The finding covers the translation of the rarer source and names the place of the other. Nothing is edited.
It is off because a source that was only reworded may well keep its translation. Short labels and figures are left out, and so are sources that differ in spaces and marks alone, and every place whose pairing with the source is a guess.`,
		Source: "潮声\n\n港口办公室每天早上七点开门，欢迎市民参观。\n\n茶馆在旧码头旁边，有三张桌子。\n\n港口办公室每天早上九点开门，欢迎市民参观。",
		Bad:    "The Tide\n\nThe harbour office opens early every morning and welcomes all citizens.\n\nThe tea house is beside the old pier and has three tables.\n\nThe harbour office opens early every morning and welcomes all citizens.",
		Good:   "The Tide\n\nThe harbour office opens at seven every morning and welcomes all citizens.\n\nThe tea house is beside the old pier and has three tables.\n\nThe harbour office opens at nine every morning and welcomes all citizens.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 25, Right: 9, Others: "words of the source that make no difference"},
			{Texts: lint.Abstracts, Read: 14, Right: 14},
		},
	},
	Run: func(p *lint.Pass) {
		for source, target := range pairedTexts(p) {
			if substantial(target.Text()) {
				p.Note(target.Text(), source.Text(), target)
			}
		}
	},
	Across: func(notes []lint.Note, report func(concord.Finding)) {
		for wording := range wordings(notes) {
			here, there := wording.rare.Place, wording.usual.Place
			mine, other := differing(wording.rare.Value, wording.usual.Value)
			report(concord.Finding{
				Place: here,
				Message: concord.Message{ID: "rule.source-varies", Args: map[string]any{
					"Here": wording.rare.Value[mine.Start:mine.End], "There": wording.usual.Value[other.Start:other.End], "Where": there.Position().String(),
				}},
				Authority: "rules#source-varies",
				Related:   []concord.Related{{Place: there, Message: concord.Message{ID: "related.elsewhere"}}},
			})
		}
	},
}

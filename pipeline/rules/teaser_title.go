package rules

import (
	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// TeaserTitle compares the title of a teaser with its text.
var TeaserTitle = &lint.Rule{
	Name:     "teaser-title",
	Group:    lint.Consistency,
	Severity: concord.Note,
	Asks:     true,
	Doc: lint.Doc{
		Title: "The title of a teaser and its text say one thing differently",
		Text: `A teaser repeats its title by design. Where the title counts something and the text counts the same thing otherwise ("13 institutions", "28 institutions"), where a name of the title stands in the text with its words in another order inside a longer one, or where an event of one name is called by another word ("inaugural meeting of", "kick-off meeting of"), one of the two is wrong. Names that are as long in both are compared by name-variant.
The finding covers what the title says and names the place in the text; nothing is edited. Figures are compared in every language, names in those of which it is known how names are written.`,
		Bad:  "A new hall\n\nThe mayor opened the hall on Monday, and everybody listened to the end.\n\nLatest news\n\nThe hall is supported by 13 bakeries\n\nOn Monday 28 bakeries of the old town said that they will support the hall.",
		Good: "A new hall\n\nThe mayor opened the hall on Monday, and everybody listened to the end.\n\nLatest news\n\nThe hall is supported by 28 bakeries\n\nOn Monday 28 bakeries of the old town said that they will support the hall.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News},
			{Texts: lint.Abstracts},
			{Texts: lint.FromChinese, Read: 2, Right: 2},
		},
	},
	Run: func(p *lint.Pass) {
		for i := range p.Doc.Segments {
			if p.Doc.Segments[i].Kind != concord.TeaserTitle {
				continue
			}
			text := i + 1
			for text < len(p.Doc.Segments) && p.Doc.Segments[text].Kind == concord.Blank {
				text++
			}
			if text < len(p.Doc.Segments) && p.Doc.Segments[text].Kind == concord.Teaser {
				compareTeaser(p, i, text)
			}
		}
	},
}

// compareTeaser holds a title against the text of its teaser.
func compareTeaser(p *lint.Pass, title, text int) {
	a, b := p.Doc.Segments[title].Text, p.Doc.Segments[text].Text
	differ := append(countsDiffer(a, b), namesDiffer(allNames(p), title, text, p.Doc)...)
	for _, d := range differ {
		here, there := p.Place(title, d.here), p.Place(text, d.there)
		p.Report(concord.Finding{
			Place:     here,
			Message:   concord.Message{ID: "rule.teaser-title", Args: map[string]any{"Here": here.Text(), "There": there.Text()}},
			Authority: "rules#teaser-title",
			Related:   []concord.Related{{Place: there, Message: concord.Message{ID: "related.text"}}},
		})
	}
}

package rules

import (
	"slices"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// RoleHolder compares who is said to hold an office that one person holds.
var RoleHolder = &lint.Rule{
	Name:     "role-holder",
	Group:    lint.Consistency,
	Severity: concord.Note,
	Asks:     true,
	Doc: lint.Doc{
		Title: "One office has two holders",
		Text: `An office of a named body, such as "director of the Institute of Tea", is given to two persons in one document; or, in two documents of one language, to two whose names are alike, as one name is that was romanised twice. So is a title before two such names, and in one document a title before two of one family ("Mayor Mark Stone", "Mayor Mary Stone"); a title such as mayor, of which a town has one, before any two, unless the document says of which town, or speaks of mayors, former ones and the like.
Deputies, former holders and the like are left out, and roles that many have: of those a caption is held against its text by the rule caption. Which name is right is for a person to say. The finding covers the rarer name and names the place of the other.`,
		Bad:  "A new hall\n\nBo Ek, director of the Institute of Tea, opened the hall on Monday, and everybody came.\n\nOn Tuesday Jan Berg, director of the Institute of Tea, thanked the donors.",
		Good: "A new hall\n\nBo Ek, director of the Institute of Tea, opened the hall on Monday, and everybody came.\n\nOn Tuesday Bo Ek, director of the Institute of Tea, thanked the donors.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News},
			{Texts: lint.Abstracts},
		},
	},
	Run: func(p *lint.Pass) {
		if len(p.Locale.Names.Offices) == 0 {
			return
		}
		all := slices.Concat(allNames(p), titledNames(p))
		for i, n := range all {
			text := p.Doc.Segments[n.segment].Text
			if role := roleOf(all, i, text, p.Locale); role != "" {
				p.Note(role, text[n.span.Start:n.span.End], p.Place(n.segment, n.span))
			}
		}
	},
	Across: func(notes []lint.Note, report func(concord.Finding)) {
		for _, same := range sameKeys(notes) {
			for _, w := range append(holders(notes, same), rivals(notes, same)...) {
				report(concord.Finding{
					Place: w.rare.Place,
					Message: concord.Message{ID: "rule.role-holder", Args: map[string]any{
						"Role": w.rare.Key, "Here": w.rare.Place.Text(), "There": w.usual.Place.Text(), "Where": w.usual.Place.Position().String(),
					}},
					Authority: "rules#role-holder",
					Related:   []concord.Related{{Place: w.usual.Place, Message: concord.Message{ID: "related.elsewhere"}}},
				})
			}
		}
	},
}

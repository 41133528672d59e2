package glossary

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// missing says of each language that the glossary means to cover how many
// concepts have no preferred term in it.
func (g *Glossary) missing() []found {
	const named = 3
	lack := make(map[language.Tag]int)
	first := make(map[language.Tag][]string)
	for c := range g.sketches() {
		for _, tag := range g.Locales {
			if tag = canonical(tag); slices.ContainsFunc(c.terms, func(t sketched) bool {
				return t.status() == DoNotTranslate || t.status() == Preferred && g.concepts.tags[t.tag] == tag
			}) {
				continue
			}
			if lack[tag]++; lack[tag] <= named {
				first[tag] = append(first[tag], strings.Clone(c.id))
			}
		}
	}
	var all []found
	for _, tag := range g.Locales {
		if n := lack[canonical(tag)]; n > 0 {
			p := Problem{concord.Position{File: g.file(), Line: 1, Column: 1}, concord.Note, concord.Message{
				ID: "glossary.lint.missing", Args: map[string]any{"Locale": tag.String(), "PluralCount": n, "Concepts": strings.Join(first[canonical(tag)], ", ")},
			}}
			all = append(all, found{p, [2]int{-1, -1}})
		}
	}
	return all
}

// file names the first file of a glossary.
func (g *Glossary) file() string {
	if len(g.Files) == 0 {
		return ""
	}
	return g.Files[0].Name
}

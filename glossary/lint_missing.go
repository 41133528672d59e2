package glossary

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// missing says of each language that the glossary means to cover how many
// concepts have no preferred term in it.
func (g *Glossary) missing() []found {
	const named = 3
	all := g.based()
	lack := make(map[language.Tag]int)
	first := make(map[language.Tag][]string)
	for c := range g.sketches() {
		if len(c.terms) == 0 {
			p := Problem{g.concepts.decode(c.number).At, concord.Warning, concord.Message{ID: "glossary.lint.termless", Args: map[string]any{"Concept": strings.Clone(c.id)}}}
			all = append(all, found{p, [2]int{c.number, -1}})
		}
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
	for _, tag := range g.Locales {
		if n := lack[canonical(tag)]; n > 0 {
			p := Problem{concord.Position{File: g.file(), Line: 1, Column: 1}, concord.Note, concord.Message{
				ID: "glossary.lint.missing", Args: map[string]any{"Locale": tag.String(), "PluralCount": n, "Concepts": first[canonical(tag)]},
			}}
			all = append(all, found{p, [2]int{-1, -1}})
		}
	}
	return all
}

// based warns of a base that is none of the languages of a glossary.
func (g *Glossary) based() []found {
	if g.Base == language.Und || len(g.Locales) == 0 || slices.ContainsFunc(g.Locales, func(tag language.Tag) bool {
		return slices.Contains(locales.Chain(g.Base), canonical(tag)) || slices.Contains(locales.Chain(tag), canonical(g.Base))
	}) {
		return nil
	}
	p := Problem{concord.Position{File: g.file(), Line: 1, Column: 1}, concord.Warning, concord.Message{
		ID: "glossary.lint.base", Args: map[string]any{"Locale": g.Base.String()},
	}}
	return []found{{p, [2]int{-1, -1}}}
}

// strangers notes the languages that few concepts have terms in and that the
// glossary does not name: one may be a slip, as kr is for ko.
func (g *Glossary) strangers() []found {
	if len(g.Locales) == 0 || g.Len() < 10 {
		return nil
	}
	in := make(map[language.Tag]int)
	first := make(map[language.Tag][2]int)
	for c := range g.sketches() {
		for i, t := range c.terms {
			tag := g.concepts.tags[t.tag]
			if n, seen := first[tag]; !seen || n[0] != c.number {
				first[tag] = [2]int{c.number, i}
				in[tag]++
			}
		}
	}
	var all []found
	for tag, n := range in {
		if tag == language.Und || n > max(1, g.Len()/20) || slices.ContainsFunc(g.Locales, func(named language.Tag) bool {
			return slices.Contains(locales.Chain(tag), canonical(named)) || slices.Contains(locales.Chain(named), tag)
		}) {
			continue
		}
		t := g.concepts.decode(first[tag][0]).Terms[first[tag][1]]
		all = append(all, found{Problem{t.At, concord.Note, concord.Message{
			ID: "glossary.lint.stranger", Args: map[string]any{"Locale": tag.String(), "PluralCount": n},
		}}, first[tag]})
	}
	slices.SortFunc(all, func(a, b found) int { return cmp.Or(cmp.Compare(a.at[0], b.at[0]), cmp.Compare(a.at[1], b.at[1])) })
	return all
}

// file names the first file of a glossary.
func (g *Glossary) file() string {
	if len(g.Files) == 0 {
		return ""
	}
	return g.Files[0].Name
}

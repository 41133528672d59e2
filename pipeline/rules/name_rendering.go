package rules

import (
	"strings"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// NameRendering compares how one name of the source is rendered in all places of a run.
var NameRendering = &lint.Rule{
	Name:     "name-rendering",
	Group:    lint.Consistency,
	Severity: concord.Note,
	Asks:     true,
	Doc: lint.Doc{
		Title: "One name of the source is rendered in two ways",
		Text: `A name that stands in several places of the sources of a run reads differently in their translations into one language. No glossary is needed: what stands in quotation marks is paired with what does so in the translation; persons and bodies of a Chinese source are known by surnames, titles and endings, and those of other sources by their capitals, the last word of a person's also alone.
It is said only where the other name is surely a rendering of the same: the same words in another order, a name that sounds alike, the only body of its kind, or what stands behind the same title. What the characters of a Chinese name are read as shows which name renders it, also one of a single word: in Pinyin and as Taiwan spells it, in Hangul as Mandarin and as Korean reads them. Where it is spelled so elsewhere, another romanisation is said, and a name in its place that is nearly the same, shares a word with it, or is Japanese by its sound; in Han characters, a name with one other character. From other languages, a last name of which a letter or two are wrong in its document is told, in Latin letters, Cyrillic and Katakana, and a body in Chinese or Japanese that differs in a third of its characters at most. A part of the other, its acronym, an article, a plural and a capital are no difference. What the glossary has is left to the rules on terms. Nothing is edited.`,
		Source: "中国温度\n\n“中国温度”项目星期一在码头开幕，市民都来了。\n\n茶馆在旧码头旁边，有三张桌子。\n\n星期二，“中国温度”项目感谢了捐助者。",
		Bad:    "News of the bay\n\nThe “China Temperature” project opened on Monday at the pier, and all citizens came.\n\nThe tea house is beside the old pier and has three tables.\n\nOn Tuesday the “Warmth of China” project thanked its donors.",
		Good:   "News of the bay\n\nThe “China Temperature” project opened on Monday at the pier, and all citizens came.\n\nThe tea house is beside the old pier and has three tables.\n\nOn Tuesday the “China Temperature” project thanked its donors.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 10, Right: 9, Others: "a quotation that had lost its marks, so that another was taken for it"},
			{Texts: lint.News, Read: 25, Right: 24, Others: "a quotation of which another part was quoted"},
		},
	},
	Run: func(p *lint.Pass) {
		if p.IsSource() || p.Release.Source == nil {
			return
		}
		noteReadings(p)
		noteWords(p)
		names := sourceNamesOf(p)
		for source, target := range pairedTexts(p) {
			all := names[source.Segment]
			for i, n := range all {
				key := source.At(n.span).Text()
				if !inGlossary(p, source.Segment, n.span) && (n.kind == aQuotation || !repeatedName(all[:i], source, key)) {
					p.NoteOf(source.At(n.span), n.kind+" "+key, n.kind, target)
				}
			}
		}
	},
	Across: func(notes []lint.Note, report func(concord.Finding)) {
		read, named := newSpellings(notes)
		r := newRenderer(named)
		all := read.rivals()
		for _, same := range r.groups {
			all = append(all, r.rendered(same)...)
		}
		heard := make(map[concord.Place]bool)
		for _, w := range all {
			if heard[w.here] {
				continue
			}
			heard[w.here] = true
			report(concord.Finding{
				Place: w.here,
				Message: concord.Message{ID: "rule.name-rendering", Args: map[string]any{
					"Source": w.of.Text(), "Here": w.here.Text(), "There": w.there.Text(), "Where": w.there.Position().String(),
				}},
				Authority: "source",
				Related: []concord.Related{
					{Place: w.there, Message: concord.Message{ID: "related.elsewhere"}},
					{Place: w.of, Message: concord.Message{ID: "related.source"}},
					{Place: w.also, Message: concord.Message{ID: "related.source"}},
				},
			})
		}
	},
}

// inGlossary reports whether the glossary has a stretch of the source.
func inGlossary(p *lint.Pass, segment int, span concord.Span) bool {
	for _, m := range p.SourceMatches(segment) {
		if m.Span.Overlaps(span) {
			return true
		}
	}
	return false
}

// repeatedName reports whether a name stands in a segment before.
func repeatedName(earlier []sourceName, at concord.Place, key string) bool {
	for _, n := range earlier {
		if strings.EqualFold(at.At(n.span).Text(), key) {
			return true
		}
	}
	return false
}

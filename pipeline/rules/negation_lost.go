package rules

import (
	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// NegationLost asks where a translation has left the no of its source.
var NegationLost = &lint.Rule{
	Name:     "negation-lost",
	Group:    lint.Bilingual,
	Severity: concord.Warning,
	Asks:     true,
	Off:      true,
	Doc: lint.Doc{
		Title: "The source negates and the translation does not",
		Text: `The source has words that certainly say no, 没有, ません or "does not", and the translation has no word that says no in any way: not, without, un-, fail, lack. An engine that drops a 不 turns a sentence round.
The sources are Chinese, Japanese and English, the translations in all languages that have numbers. Words that hold a negation and are none (不断, 不仅, 非常, 无线) are data of the language, as are those that may be left of one. Where the source says no twice it is not looked at.
Of 49 negations that were taken out of short sentences 45 were found, when first measured; of those taken out of news, whose sentences are long, one in four. What translators say by an antonym is asked about in vain, most of all when the source is Chinese: of 24,000 pairs of English news, with which the words were gathered, it asks four times.`,
		Source: "市长说，新礼堂周一不开放，请大家周二再来。",
		Bad:    "The mayor said that the new hall opens on Monday; please come back on Tuesday.",
		Good:   "The mayor said that the new hall does not open on Monday; please come back on Tuesday.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 1, Others: "another word for nobody"},
			{Texts: lint.News, Read: 48, Right: 13, Others: `said by an antonym or an idiom: "set in stone" for what will not change`},
			{Texts: lint.Abstracts, Read: 7, Others: "sentences that do not answer to one another"},
		},
	},
	Run: func(p *lint.Pass) {
		if len(p.Beads()) == 0 {
			return
		}
		theirs, ours := &locales.For(p.Release.Source.Locale).Negation, &p.Locale.Negation
		if len(theirs.Sure) == 0 || len(ours.Hints) == 0 {
			return
		}
		for b := range rendered(p) {
			source, target := sides(p, b)
			no := theirs.Negates(source)
			if no == "" || ours.MayNegate(target) {
				continue
			}
			p.Report(concord.Finding{
				Place:   whole(p, b.Target[0]),
				Message: concord.Message{ID: "rule.negation-lost", Args: map[string]any{"There": no}},
				Related: []concord.Related{inSource(p, b.Source[0], concord.Span{End: len(p.Release.Source.Segments[b.Source[0]].Text)})},
			})
		}
	},
}

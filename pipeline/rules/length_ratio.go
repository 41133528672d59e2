package rules

import (
	"unicode"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// LengthRatio asks whether a translation says all that the source says, and no
// more.
var LengthRatio = &lint.Rule{
	Name:     "length-ratio",
	Group:    lint.Bilingual,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A translation is much longer or shorter than its source",
		Text: `How long a text becomes in a language is data of the language: Chinese takes 40 characters for 100 English letters, German 123.
A paragraph that has less than 45 % of that, or more than twice, has lost something or gained something. Short ones are not looked at.
In 20,000 professionally translated sentences one in a thousand is beyond these bounds.`,
		Source: "港口新建的礼堂将于下周一上午正式向公众开放，届时市长将亲自出席仪式并发表讲话，全市的居民都将受到邀请。",
		Bad:    "The hall at the harbour opens next Monday.",
		Good:   "The new hall at the harbour will be opened to the public on Monday morning; the mayor will attend the ceremony and speak, and all inhabitants are invited.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 1, Right: 1},
			{Texts: lint.News},
			{Texts: lint.Abstracts, Read: 21, Right: 21},
			{Texts: lint.Manuals, Read: 24, Right: 21, Others: "complete, and longer or shorter"},
		},
	},
	Run: func(p *lint.Pass) {
		if len(p.Beads()) == 0 {
			return
		}
		const (
			long        = 80 // letters of English
			short, tall = 0.45, 2.0
		)
		for b := range flanked(p) {
			there, here := lengths(p, b)
			if there < long || here >= short*there && here <= tall*there {
				continue
			}
			p.Report(concord.Finding{
				Place:   whole(p, b.Target[0]),
				Message: concord.Message{ID: "rule.length-ratio", Args: map[string]any{"Percent": int(100*here/there + 0.5)}},
				Related: []concord.Related{inSource(p, b.Source[0], concord.Span{End: len(p.Release.Source.Segments[b.Source[0]].Text)})},
			})
		}
	},
}

// lengths returns how long both sides of a bead would be in English, in letters;
// zero where that is not known of their languages.
func lengths(p *lint.Pass, b lint.Bead) (there, here float64) {
	theirs, ours := locales.For(p.Release.Source.Locale).Length, p.Locale.Length
	if theirs == 0 || ours == 0 {
		return 0, 0
	}
	source, target := sides(p, b)
	return visible(source, theirs) / theirs, visible(target, ours) / ours
}

// visible counts the characters of a text but for white space. Letters of an
// alphabet in a language that needs fewer characters count for as much less.
func visible(text string, length float64) (n float64) {
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
		case r < 0x2E80:
			n += min(1, length)
		default:
			n++
		}
	}
	return n
}

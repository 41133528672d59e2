package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// EndMarkDiffers compares how the source and its translation end.
var EndMarkDiffers = &lint.Rule{
	Name:     "end-mark-differs",
	Group:    lint.Bilingual,
	Severity: concord.Note,
	Asks:     true,
	Off:      true,
	Doc: lint.Doc{
		Title: "The translation ends with another mark than the source",
		Text: `The source asks and the translation states, or the other way round; the source announces what follows with a colon and the translation ends.
Marks of every script are told by what they mean. A segment that ends without a mark, or with a quotation, says nothing, nor does a point in the place of an exclamation mark.`,
		Source: "谁会来参加新礼堂的开放仪式？",
		Bad:    "Somebody will come to the opening of the new hall.",
		Good:   "Who will come to the opening of the new hall?",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 5, Right: 4, Others: "an address is missing in the source"},
			{Texts: lint.News, Read: 16, Right: 1, Others: "indirect questions that became statements, a colon before a quotation"},
			{Texts: lint.Abstracts, Read: 3, Right: 1, Others: "a colon behind a heading"},
		},
	},
	Run: func(p *lint.Pass) {
		for b := range flanked(p) {
			source, target := sides(p, b)
			was, _ := ending(source)
			is, span := ending(p.Doc.Segments[b.Target[len(b.Target)-1]].Text)
			if was == "" || is == "" || was == is || !telltale(was, is) || asks(was, target) || asks(is, source) {
				continue
			}
			place := p.Place(b.Target[len(b.Target)-1], span)
			p.Report(concord.Finding{
				Place:   place,
				Message: concord.Message{ID: "rule.end-mark-differs", Args: map[string]any{"Here": place.Text(), "There": was}},
				Related: []concord.Related{lastOf(p, b)},
			})
		}
	},
}

// endings are the marks that end a segment, by the first of those that mean the
// same.
var endings = [...]string{".。．｡।", "?？؟", "!！", ":："}

// telltale reports whether two marks say different things of a text: whether it
// asks, or announces. A point in the place of an exclamation mark is style.
func telltale(was, is string) bool { return was == "?" || is == "?" || was == ":" || is == ":" }

// ending returns what kind of mark ends a text, "" if none does, and where. One
// that ends a quotation is not looked at: it is the quotation's.
func ending(text string) (string, concord.Span) {
	text = strings.TrimRight(text, " \t\r\n\u00a0\u202f\u3000)）]】")
	r, n := utf8.DecodeLastRuneInString(text)
	for _, marks := range endings {
		if strings.ContainsRune(marks, r) {
			if marks[:1] == "." && strings.HasSuffix(text, "..") {
				return "", concord.Span{}
			}
			return marks[:1], concord.Span{Start: len(text) - n, End: len(text)}
		}
	}
	return "", concord.Span{}
}

// asks reports whether a text has a mark of a kind in any script: its sentences
// may stand in another order.
func asks(kind, text string) bool {
	for _, marks := range endings {
		if marks[:1] == kind && kind != "." {
			return strings.ContainsAny(text, marks)
		}
	}
	return false
}

// lastOf points at the mark that ends the source of a bead.
func lastOf(p *lint.Pass, b lint.Bead) concord.Related {
	i := b.Source[len(b.Source)-1]
	_, span := ending(p.Release.Source.Segments[i].Text)
	return inSource(p, i, span)
}

package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// EndMarkMissing asks about paragraphs that break off.
var EndMarkMissing = &lint.Rule{
	Name:     "end-mark-missing",
	Group:    lint.Bilingual,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A paragraph breaks off without a mark",
		Text: `The paragraph of the source ends as a sentence does, and its translation ends with a letter, a figure or a comma: an engine ran out of room, or somebody deleted too much.
Titles, captions, items of lists, three paragraphs in a row and what ends with an address may do without a stop. So may a sentence that goes on in the next paragraph, and a translation that mostly does.`,
		Source: "新礼堂周一开放，市长将出席仪式。",
		Bad:    "The new hall opens on Monday, and the mayor will attend the",
		Good:   "The new hall opens on Monday, and the mayor will attend the ceremony.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 10, Right: 10},
			{Texts: lint.News, Read: 24, Right: 21, Others: "a comma before a paragraph that goes on, the line of a broadcast"},
			{Texts: lint.Abstracts, Read: 15, Right: 15},
			{Texts: lint.Manuals, Read: 26, Right: 26},
		},
	},
	Run: func(p *lint.Pass) {
		if own := scriptOf(p.Doc.Locale); own == nil || own[0] == unicode.Thai || len(p.Beads()) == 0 {
			return
		}
		var found []lint.Bead
		whole, title := 0, next(p.Release.Source, -1)
		if next(p.Release.Source, title) < 0 {
			title = -1 // all there is
		}
		for b := range flanked(p) {
			there, here := lastSegment(p.Release.Source, b.Source), lastSegment(p.Doc, b.Target)
			if b.Source[0] == title || !slices.Contains(running, there.Kind) || !ended(there, sentenceEnds) || !longSentence(strings.TrimSpace(there.Text)) || here.Kind == concord.Item || here.Kind == concord.Caption {
				continue
			}
			if whole++; !ended(here, "") && !carriesOn(p.Doc, b.Target[len(b.Target)-1]) {
				found = append(found, b)
			}
		}
		const some = 3
		if len(found) >= some && len(found)*2 > whole {
			return
		}
		for _, b := range slices.DeleteFunc(slices.Clone(found), func(b lint.Bead) bool { return ofList(p.Release.Source, found, b) }) {
			i := b.Target[len(b.Target)-1]
			text := strings.TrimRightFunc(p.Doc.Segments[i].Text, unicode.IsSpace)
			last := strings.LastIndexFunc(text, unicode.IsSpace) + 1
			if r, _ := utf8.DecodeLastRuneInString(text); together(r) {
				last = len(text) - utf8.RuneLen(r)
			}
			p.Report(concord.Finding{
				Place:   p.Place(i, concord.Span{Start: last, End: len(text)}),
				Message: concord.Message{ID: "rule.end-mark-missing"},
				Related: []concord.Related{inSource(p, b.Source[len(b.Source)-1], concord.Span{End: len(p.Release.Source.Segments[b.Source[len(b.Source)-1]].Text)})},
			})
		}
	},
}

// ofList reports whether a bead is one of three in a row: they are a list, in which
// stops are a matter of style.
func ofList(d *concord.Document, found []lint.Bead, b lint.Bead) bool {
	const row = 3
	n := slices.IndexFunc(found, func(f lint.Bead) bool { return f.Source[0] == b.Source[0] })
	follows := func(a, b lint.Bead) bool { return next(d, a.Source[len(a.Source)-1]) == b.Source[0] }
	first, last := n, n
	for first > 0 && follows(found[first-1], found[first]) {
		first--
	}
	for last+1 < len(found) && follows(found[last], found[last+1]) {
		last++
	}
	return last-first+1 >= row
}

// sentenceEnds are the marks that end sentences, in all scripts.
const sentenceEnds = ".。．｡।!！?？؟…"

func lastSegment(d *concord.Document, segments []int) *concord.Segment {
	return &d.Segments[segments[len(segments)-1]]
}

// ended reports whether a segment ends with one of some marks, or with any that may
// end a paragraph, or with an address.
func ended(s *concord.Segment, marks string) bool {
	text := strings.TrimRightFunc(s.Text, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(`"'”’“‘»›«」』)）]］】*_`, r)
	})
	last, n := utf8.DecodeLastRuneInString(text)
	switch quoted := strings.ContainsAny(s.Text[len(text):], "”」』"); {
	case marks != "" && strings.ContainsAny(s.Text[len(text):], ")）"): // many put the stop outside
		return false
	case marks != "":
		return strings.ContainsRune(marks, last)
	case quoted && together(last): // many put no stop there
		return true
	}
	goesOn := unicode.IsLetter(last) || unicode.IsDigit(last) || unicode.IsMark(last) || strings.ContainsRune(",，、", last)
	return !goesOn || s.Protected(concord.Span{Start: len(text) - n, End: len(text)})
}

// carriesOn reports whether the sentence that a segment ends in goes on in the next.
func carriesOn(d *concord.Document, segment int) bool {
	n := next(d, segment)
	return n >= 0 && unicode.IsLower(firstRune(strings.TrimLeftFunc(d.Segments[n].Text, func(r rune) bool { return !unicode.IsLetter(r) })))
}

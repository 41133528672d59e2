package rules

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/align"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// sentenceNotes makes notes of the sentences of the source that stand in more than
// one of the noted paragraphs, each with the stretch of the translation that surely
// renders it. Only where a sentence stands twice are paragraphs paired by sentences.
func sentenceNotes(notes []lint.Note) []lint.Note {
	type said struct {
		locale language.Tag
		text   string
	}
	first := make(map[said]int) // the note it stands in first, -1 if it stands in two paragraphs
	for i := range notes {
		n := &notes[i]
		for piece := range longPieces(n.Key) {
			of := said{n.Place.Doc.Locale, piece}
			if j, known := first[of]; !known {
				first[of] = i
			} else if j >= 0 && notes[j].Key != n.Key {
				first[of] = -1
			}
		}
	}
	var all []lint.Note
	for i := range notes {
		n := &notes[i]
		var passages []align.Passage
		for piece := range longPieces(n.Key) {
			if first[said{n.Place.Doc.Locale, piece}] >= 0 {
				continue
			}
			if passages == nil {
				passages = align.SentencePairs(n.Key, n.Value, n.Of.Doc.Locale, n.Place.Doc.Locale)
			}
			for _, p := range passages {
				if p.Sure && n.Key[p.Source.Start:p.Source.End] == piece && p.Target.Len() > 0 {
					all = append(all, lint.Note{
						Rule: n.Rule, Release: n.Release, Key: piece, Value: n.Value[p.Target.Start:p.Target.End],
						Place: n.Place.At(p.Target), Of: n.Of.At(p.Source),
					})
				}
			}
		}
	}
	return all
}

// longPieces yields what may be sentences of a text and is long enough to have one
// translation: a look for stops, which costs little. What is no sentence is not
// found among the passages.
func longPieces(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		start := 0
		for i := 0; i < len(text); i++ {
			end := 0
			switch c := text[i]; {
			case (c == '.' || c == '!' || c == '?') && (i+1 == len(text) || text[i+1] == ' ' || text[i+1] == '\n'):
				end = i + 1
			case c == 0xE3 && strings.HasPrefix(text[i:], "。"), c == 0xEF && (strings.HasPrefix(text[i:], "！") || strings.HasPrefix(text[i:], "？")):
				end = i + len("。")
			default:
				continue
			}
			if piece := strings.TrimSpace(text[start:end]); longSentence(piece) && !yield(piece) {
				return
			}
			start, i = end, end-1
		}
	}
}

// longSentence reports whether a text has twelve characters that are syllables or
// words, or five words.
func longSentence(text string) bool {
	const characters, words = 12, 5
	if first, _ := utf8.DecodeRuneInString(text); first < utf8.RuneSelf {
		return strings.Count(text, " ") >= words-1 && len(text) > 4*words
	}
	n := 0
	for _, c := range text {
		if unicode.IsLetter(c) {
			n++
		}
	}
	return n >= characters && (strings.Count(text, " ") >= words-1 || together(firstRune(text)))
}

// among reports whether a place stands in a segment that is one of some.
func among(reported map[place]bool, at concord.Place) bool {
	return reported[place{at.Doc.File, at.Segment}]
}

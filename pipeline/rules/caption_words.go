package rules

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"github.com/concord-l10n/concord"
)

// A wordIndex lists the segments of running text of a document that have a word, in
// order, so that what a caption is about need not be sought in all of them.
type wordIndex map[string][]int

func indexWords(doc *concord.Document) wordIndex {
	words := make(wordIndex)
	for i := range doc.Segments {
		switch doc.Segments[i].Kind {
		case concord.Body, concord.Lead, concord.Dateline:
			for w := range strings.FieldsFuncSeq(doc.Segments[i].Text, partsWords) {
				w = foldCase(w)
				if in := words[w]; len(in) == 0 || in[len(in)-1] != i {
					words[w] = append(in, i)
				}
			}
		}
	}
	return words
}

// partsWords reports whether c stands between words, as it does before the last
// word of a name or office and behind that.
func partsWords(c rune) bool { return c == ',' || unicode.IsSpace(c) }

// nearest yields the segments that have the last word of a phrase, those closest to
// segment at first, and of two as close the one before it.
func (x wordIndex) nearest(phrase string, at int) iter.Seq[int] {
	return func(yield func(int) bool) {
		words := strings.FieldsFunc(phrase, partsWords)
		in := x[foldCase(words[len(words)-1])]
		right, _ := slices.BinarySearch(in, at)
		left := right - 1
		for left >= 0 || right < len(in) {
			next := 0
			if right == len(in) || left >= 0 && at-in[left] <= in[right]-at {
				next, left = in[left], left-1
			} else {
				next, right = in[right], right+1
			}
			if !yield(next) {
				return
			}
		}
	}
}

// foldCase returns a text in which letters that differ in their case alone are the
// same, as they are to a regular expression.
func foldCase(text string) string {
	return strings.Map(func(c rune) rune {
		least := c
		for r := unicode.SimpleFold(c); r != c; r = unicode.SimpleFold(r) {
			least = min(least, r)
		}
		return least
	}, text)
}

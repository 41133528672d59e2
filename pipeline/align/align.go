// Package align says which segment of a translation renders which segment of
// its source.
package align

import (
	"strconv"

	"github.com/concord-l10n/concord"
)

// Names returns a function that tells what the segments of a document name, by
// their numbers: one text for the same thing in all languages.
type Names func(*concord.Document) func(segment int) []string

// Pairs pairs the segments of a source with those of a translation of it, in
// the order of the source; a segment of the translation that renders nothing
// follows the one before it. Blank segments are left out. Where two segments
// were made one, or one two, the first of them are paired, and the rest stand
// alone as pairs that are joined to that.
//
// What goes by is the order of the segments, their lengths, what part of the
// release they are, and what stands in both languages: numbers, codes and
// addresses, words that alphabets share, Han characters, marks, and what names
// finds; it may be nil. A pair is sure if
// of all ways to pair the documents nearly all have it, and nothing speaks
// against it by itself. The time grows with the number of segments.
func Pairs(source, target *concord.Document, names Names) []concord.Pair {
	a, b := profile(source, names), profile(target, names)
	var pairs []concord.Pair
	for _, s := range path(a, b) {
		i, j := s.i, s.j
		for k := range max(s.di, s.dj) {
			p := concord.Pair{Source: -1, Target: -1, Sure: s.sure, Joined: k > 0}
			if k < s.di {
				p.Source = a.segments[i+k]
			}
			if k < s.dj {
				p.Target = b.segments[j+k]
			}
			pairs = append(pairs, p)
		}
	}
	return pairs
}

// Keys returns target with the keys of the segments it translates by their
// pairs, so that a text has the same key in every language. A segment that renders nothing of
// the source keeps away from the source's keys: it is numbered after the key of
// the segment before it.
func Keys(source, target *concord.Document, pairs []concord.Pair) *concord.Document {
	out := *target
	out.Segments = append([]concord.Segment(nil), target.Segments...)
	taken := make(map[string]bool)
	for i := range source.Segments {
		taken[source.Segments[i].Key] = true
	}
	last := "start"
	for _, p := range pairs {
		switch {
		case p.Target < 0:
			last = source.Segments[p.Source].Key
		case p.Source >= 0:
			last = source.Segments[p.Source].Key
			out.Segments[p.Target].Key = last
		default:
			out.Segments[p.Target].Key = free(taken, last)
		}
	}
	return &out
}

func free(taken map[string]bool, key string) string {
	for n := 2; ; n++ {
		if k := key + "-" + strconv.Itoa(n); !taken[k] {
			taken[k] = true
			return k
		}
	}
}

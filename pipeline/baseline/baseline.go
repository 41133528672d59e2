// Package baseline remembers the findings that were there before somebody began
// to check, so that only what is new counts.
package baseline

import (
	"cmp"
	"slices"
	"strings"
)

// A Key is what findings have in common that are one to a person: a rule that
// has something to say of a sentence, by the same authority. It has no line
// number, so that an edit elsewhere in the file makes no other key of it; in a
// file of another name it is another key, but see Follow.
type Key struct {
	Rule      string `json:"rule"`
	File      string `json:"file"`      // slash-separated, as seen from the folder of the baseline, in NFC
	Authority string `json:"authority"` // such as "glossary#org.harbour-school"
	Sentence  string `json:"sentence"`  // hexadecimal digest of the sentence, white space folded

	// What the source has in its place, if the sentence does not tell: of two wrong
	// numbers in it the one is not the other. Entries without it are about either.
	Against string `json:"against,omitempty"`
}

// An Entry is how often a key is known, and why that is accepted.
type Entry struct {
	Key
	Count  int    `json:"count"`
	Reason string `json:"reason"`
}

// A Baseline is a list of entries, ordered by file, rule, authority, sentence and
// source, and what is remembered of their files, ordered by file. No key and no
// file is in it twice. The zero Baseline knows nothing.
type Baseline struct {
	Entries []Entry
	Texts   []Text
}

func compare(a, b Key) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Authority, b.Authority), cmp.Compare(a.Sentence, b.Sentence), cmp.Compare(a.Against, b.Against))
}

func (b *Baseline) find(k Key) (int, bool) {
	return slices.BinarySearchFunc(b.Entries, k, func(e Entry, k Key) int { return compare(e.Key, k) })
}

// about returns the entry that is about a key: its own, or one that does not say
// what the source has.
func (b *Baseline) about(k Key) (int, bool) {
	if n, ok := b.find(k); ok {
		return n, true
	}
	k.Against = ""
	return b.find(k)
}

// Mark tells for each key of a run whether it is known. Of keys that come more
// often than they are known, those that come last are new.
func (b *Baseline) Mark(keys []Key) []bool {
	known := make([]bool, len(keys))
	seen := make([]int, len(b.Entries))
	for i, k := range keys {
		if n, ok := b.about(k); ok {
			seen[n]++
			known[i] = seen[n] <= b.Entries[n].Count
		}
	}
	return known
}

// Accept returns a baseline of all that a run has found. An entry that b has
// keeps its reason, and has the given one as well if there is more of it now; the
// others have the given one. What the run has not looked for is kept. Now is the
// files of the run.
func (b *Baseline) Accept(keys []Key, now []Text, looked func(Key) bool, reason string) *Baseline {
	out := &Baseline{Entries: counted(keys)}
	for i := range out.Entries {
		e := &out.Entries[i]
		e.Reason = reason
		if n, ok := b.about(e.Key); ok {
			old := b.Entries[n]
			if e.Reason = old.Reason; e.Count > old.Count && !strings.Contains(old.Reason, reason) {
				e.Reason += "; " + reason
			}
		}
	}
	for _, e := range b.Entries {
		if n, ok := out.find(e.Key); !ok && !looked(e.Key) {
			out.Entries = slices.Insert(out.Entries, n, e)
		}
	}
	out.Texts = textsOf(out.Entries, now, b.Texts)
	return out
}

// Prune returns b without what a run has not found again. Looked reports whether
// the run would have found what an entry is about; others are kept. Nothing is
// ever added.
func (b *Baseline) Prune(keys []Key, looked func(Key) bool) *Baseline {
	found := make([]int, len(b.Entries))
	for _, k := range keys {
		if n, ok := b.about(k); ok {
			found[n]++
		}
	}
	out := new(Baseline)
	for n, e := range b.Entries {
		if looked(e.Key) {
			e.Count = min(e.Count, found[n])
		}
		if e.Count > 0 {
			out.Entries = append(out.Entries, e)
		}
	}
	out.Texts = textsOf(out.Entries, b.Texts)
	return out
}

// Without returns the entries of b that less, a part of b, has not, or has less
// often.
func (b *Baseline) Without(less *Baseline) []Entry {
	var all []Entry
	for _, e := range b.Entries {
		if n, ok := less.find(e.Key); ok {
			e.Count -= less.Entries[n].Count
		}
		if e.Count > 0 {
			all = append(all, e)
		}
	}
	return all
}

// Len counts the findings that b knows.
func (b *Baseline) Len() int {
	n := 0
	for _, e := range b.Entries {
		n += e.Count
	}
	return n
}

// counted returns each key once, in order, with how often it is there.
func counted(keys []Key) []Entry {
	keys = slices.Clone(keys)
	slices.SortFunc(keys, compare)
	var all []Entry
	for _, k := range keys {
		if n := len(all) - 1; n >= 0 && all[n].Key == k {
			all[n].Count++
		} else {
			all = append(all, Entry{Key: k, Count: 1})
		}
	}
	return all
}

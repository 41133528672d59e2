package baseline

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"slices"
)

// A Text is what is remembered of a file in which something is known: enough to
// know it again by another name.
type Text struct {
	File   string `json:"file"`   // as in Key
	Sketch string `json:"sketch"` // see Sketch
}

const (
	sketched = 16 // sentences that a sketch has at most
	digits   = 8  // of each
)

// Sketch returns the least digests of some sentences, in order. Of two texts it
// tells about how many sentences they share, however long they are.
func Sketch(sentences iter.Seq[string]) string {
	var all []string
	for s := range sentences {
		sum := sha256.Sum256([]byte(s))
		all = append(all, hex.EncodeToString(sum[:digits/2]))
	}
	slices.Sort(all)
	all = slices.Compact(all)
	out := ""
	for _, d := range all[:min(sketched, len(all))] {
		out += d
	}
	return out
}

// shared returns how many of the least digests of two sketches are in both, and
// how many there are.
func shared(a, b string) (both, all int) {
	for all < sketched && len(a)+len(b) >= digits {
		switch x, y := a[:min(digits, len(a))], b[:min(digits, len(b))]; {
		case x == y:
			both++
			a, b = a[digits:], b[digits:]
		case y == "" || x != "" && x < y:
			a = a[digits:]
		default:
			b = b[digits:]
		}
		all++
	}
	return both, all
}

// Follow returns b with files that are gone under the names by which most of
// their sentences are found in a run, and what has moved. Those that b knows are
// no other file's new name.
func (b *Baseline) Follow(gone func(file string) bool, now []Text) (*Baseline, []Move) {
	var moves []Move
	taken := make(map[string]bool)
	for _, e := range b.Entries {
		taken[e.File] = true
	}
	for _, old := range b.Texts {
		if !taken[old.File] || !gone(old.File) {
			continue
		}
		best, file := 0, ""
		for _, t := range now {
			if both, all := shared(old.Sketch, t.Sketch); !taken[t.File] && 2*both >= all && both > best {
				best, file = both, t.File
			}
		}
		if file != "" {
			taken[file] = true
			moves = append(moves, Move{old.File, file})
		}
	}
	if moves == nil {
		return b, nil
	}
	return b.renamed(moves), moves
}

// A Move is the new name of a file.
type Move struct{ From, To string }

func (b *Baseline) renamed(moves []Move) *Baseline {
	to := make(map[string]string)
	for _, m := range moves {
		to[m.From] = m.To
	}
	out := &Baseline{Entries: slices.Clone(b.Entries), Texts: slices.Clone(b.Texts)}
	for i := range out.Entries {
		e := &out.Entries[i]
		e.File = cmp.Or(to[e.File], e.File)
	}
	for i := range out.Texts {
		t := &out.Texts[i]
		t.File = cmp.Or(to[t.File], t.File)
	}
	slices.SortFunc(out.Entries, func(a, b Entry) int { return compare(a.Key, b.Key) })
	slices.SortFunc(out.Texts, byFile)
	return out
}

func byFile(a, b Text) int { return cmp.Compare(a.File, b.File) }

// textsOf returns what is remembered of the files of entries: the first that one
// of the lists says.
func textsOf(entries []Entry, lists ...[]Text) []Text {
	known := make(map[string]string)
	for _, list := range slices.Backward(lists) {
		for _, t := range list {
			known[t.File] = t.Sketch
		}
	}
	var all []Text
	last := ""
	for _, e := range entries {
		if sketch, ok := known[e.File]; ok && e.File != last && sketch != "" {
			all = append(all, Text{e.File, sketch})
		}
		last = e.File
	}
	return all
}

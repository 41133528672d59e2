package baseline

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// text makes sentences from to to of some text.
func text(from, to int) string {
	var all []string
	for i := from; i < to; i++ {
		all = append(all, fmt.Sprintf("Sentence %d.", i))
	}
	return Sketch(slices.Values(all))
}

// TestShared compares what sketches tell with what the sentences have in common.
func TestShared(t *testing.T) {
	for _, x := range []struct {
		a, b string
		same bool // half of the sentences are in both
	}{
		{text(0, 3), text(0, 3), true},
		{text(0, 3), text(1, 4), true},
		{text(0, 3), text(2, 5), false},
		{text(0, 3), text(0, 10), false},
		{text(0, 400), text(20, 420), true},
		{text(0, 400), text(300, 700), false},
		{text(0, 400), text(400, 800), false},
		{text(0, 0), text(0, 3), false},
	} {
		both, all := shared(x.a, x.b)
		back, _ := shared(x.b, x.a)
		if both != back || all == 0 || all > sketched || (2*both >= all) != x.same {
			t.Errorf("%s and %s share %d of %d", x.a, x.b, both, all)
		}
	}
}

// TestFollow holds what a gate rests on, whichever files go and come.
func TestFollow(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 8))
	moved := 0
	for range 3000 {
		before := some(r)
		var was, now []Text
		for i := range 6 {
			at := r.IntN(4)
			was = append(was, Text{fmt.Sprintf("a%d.txt", i), text(at, at+3)})
			now = append(now, Text{fmt.Sprintf("a%d.txt", i+2), text(at, at+3)})
		}
		b := new(Baseline).Accept(before, was, all, "as it was")
		gone := func(file string) bool {
			return !slices.ContainsFunc(now, func(t Text) bool { return t.File == file })
		}
		c, moves := b.Follow(gone, now)
		moved += len(moves)
		if c.Len() != b.Len() || len(c.Texts) != len(b.Texts) || !slices.IsSortedFunc(c.Entries, func(x, y Entry) int { return compare(x.Key, y.Key) }) || !slices.IsSortedFunc(c.Texts, byFile) {
			t.Fatalf("%v became %v", b, c)
		}
		for _, m := range moves {
			of := func(b *Baseline, file string) (n int) {
				for _, e := range b.Entries {
					if e.File == file {
						n += e.Count
					}
				}
				return n
			}
			if !gone(m.From) || gone(m.To) || of(b, m.To) > 0 || of(c, m.To) != of(b, m.From) || of(b, m.From) == 0 {
				t.Fatalf("%v in %v", m, b)
			}
		}
	}
	if moved < 100 {
		t.Errorf("%d files moved", moved)
	}
}

package baseline

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// some makes a list of keys of which many come more than once.
func some(r *rand.Rand) []Key {
	keys := make([]Key, r.IntN(12))
	for i := range keys {
		n := strconv.Itoa(r.IntN(4))
		keys[i] = Key{Rule: "term", File: "a" + n + ".txt", Authority: "glossary#<é>", Sentence: strconv.Itoa(r.IntN(2))}
	}
	return keys
}

func all(Key) bool  { return true }
func none(Key) bool { return false }

func unknown(b *Baseline, keys []Key) int {
	n := 0
	for _, known := range b.Mark(keys) {
		if !known {
			n++
		}
	}
	return n
}

// TestLaws holds what a gate rests on, whatever is found.
func TestLaws(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	for range 3000 {
		before, now := some(r), some(r)
		b := new(Baseline).Accept(before, nil, all, "as it was")
		if n := unknown(b, before); n != 0 || b.Len() != len(before) {
			t.Fatalf("%d of %d accepted findings are new, %d known", n, len(before), b.Len())
		}
		if n := unknown(b, now); n < len(now)-len(before) {
			t.Fatalf("%d new of %d beside %d known", n, len(now), len(before))
		}
		pruned := b.Prune(now, all)
		if unknown(pruned, now) != unknown(b, now) {
			t.Fatalf("pruning made something new, or known")
		}
		if len(pruned.Without(b)) > 0 || pruned.Len()+unknown(b, now) != len(now) {
			t.Fatalf("pruned to %v of %v for %v", pruned, b, now)
		}
		if gone := (&Baseline{Entries: b.Without(pruned)}); gone.Len()+pruned.Len() != b.Len() {
			t.Fatalf("%d gone, %d left, %d before", gone.Len(), pruned.Len(), b.Len())
		}
		if kept := b.Prune(now, none); !cmp.Equal(kept, b) {
			t.Fatalf("pruned what nobody looked at: %s", cmp.Diff(b, kept))
		}
		if kept := b.Accept(now, nil, none, "more"); len(b.Without(kept)) > 0 && len(now) == 0 {
			t.Fatalf("accepting lost what nobody looked at")
		}
		read, err := Decode("b.json", b.Encode())
		if err != nil || !slices.Equal(read.Entries, b.Entries) {
			t.Fatalf("read %v (%v), wrote %v", read, err, b)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"version": 1, "findings": [{"rule":"term","file":"a","authority":"","sentence":"0","count":1,"reason":"as it was"}]}`))
	f.Add([]byte(`{"version": 2}`))
	f.Add([]byte("{\"version\": 1,\n<<<<<<< HEAD"))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := Decode("b.json", data)
		if err != nil {
			return
		}
		again, err := Decode("b.json", b.Encode())
		if err != nil || !slices.Equal(b.Entries, again.Entries) {
			t.Errorf("read %v, then %v (%v)", b, again, err)
		}
	})
}

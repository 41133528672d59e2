package glossary

import (
	"math"
	"math/bits"
	"slices"
	"strings"
	"unicode"
)

// An index finds the spellings that begin at a place. It is a trie of units in
// one open hash table: the key of a node is the hash of all units to it. A slot
// is the lower half of the key, a bit that says whether longer spellings go on
// from here, and the number of the spelling that ends here, or of a link to all
// that do.
//
// Nearly all places of a text begin no spelling, and are passed over by filters
// (see filter.go). A key that two sequences of units share costs time only:
// what is found is compared byte by byte.
type index struct {
	patterns []pattern
	links    []link
	slots    []uint64
	shift    uint
	filters  filters
	large    bool  // the slots do not fit the processor's own caches
	stems    []int // the lengths of last words of spellings that begin compounds
	longest  int   // bytes of the longest word in a spelling
}

const (
	deeper = 1 << 31 // longer spellings go on from here
	linked = 1 << 30 // the rest is the number of a link; else that of a spelling + 1, or 0
)

// A link is one of several spellings with the same key, and where the others
// are, as in a slot.
type link struct{ pattern, next uint32 }

// spelling returns the number of a spelling and where there are more.
func (x *index) spelling(at uint32) (int, uint32) {
	if at&linked == 0 {
		return int(at) - 1, 0
	}
	l := x.links[at&^linked]
	return int(l.pattern), l.next
}

func newIndex(patterns []pattern) *index { return newIndexOf(patterns, len(patterns) > 2000) }

func newIndexOf(patterns []pattern, many bool) *index {
	x := &index{patterns: patterns}
	x.filters.many = many
	units := 0
	stems := make(map[int]bool)
	x.each(func(_ uint32, p *pattern, text string) {
		x.filters.count(p, text)
		eachUnit(p, text, func(_ uint64, word int, _, part bool) {
			units++
			x.longest = max(x.longest, word)
			if part {
				stems[word] = true
			}
		})
	})
	for n := range stems {
		x.stems = append(x.stems, n)
	}
	slices.Sort(x.stems)
	x.shift = uint(64 - bits.Len(uint(units*4/3+16)))
	x.slots = make([]uint64, 1<<(64-x.shift))
	x.large = len(x.slots) > 1<<17
	x.filters.size()
	x.each(func(i uint32, p *pattern, text string) {
		x.filters.add(p, text)
		eachUnit(p, text, func(key uint64, _ int, inner, _ bool) { x.put(key, i, inner) })
	})
	return x
}

// each gives the patterns, those whose capitals differ from them by more than
// simple folding also as those capitals: ı is an I.
func (x *index) each(do func(i uint32, p *pattern, text string)) {
	for i := range x.patterns {
		p := &x.patterns[i]
		do(uint32(i), p, p.text)
		if p.match != Exact || isASCII(p.text) {
			continue
		}
		for _, r := range p.text {
			if foldRune(unicode.ToUpper(r)) != foldRune(r) {
				do(uint32(i), p, strings.ToUpper(p.text))
				break
			}
		}
	}
}

// eachUnit gives the key of every unit of a spelling, the length of the word it
// is or 0, whether more units follow, and whether the word may go on in a text:
// the last word of what begins a compound is given as both.
func eachUnit(p *pattern, text string, do func(key uint64, word int, inner, part bool)) {
	key := uint64(0)
	for at := 0; at < len(text); {
		u, start, end := unit(text, at, math.MaxInt32)
		word := 0
		if start >= 0 {
			word = end - start
		}
		if p.prefix && word > 0 && end == len(text) {
			do(join(key, u+stem), word, false, true)
		}
		key = join(key, u)
		do(key, word, end < len(text), false)
		at = end
	}
}

func (x *index) put(key uint64, pattern uint32, inner bool) {
	for at := key >> x.shift; ; at = (at + 1) & uint64(len(x.slots)-1) {
		slot := &x.slots[at]
		if *slot != 0 && uint32(*slot>>32) != uint32(key) {
			continue
		}
		*slot |= key << 32
		if inner {
			*slot |= deeper
			return
		}
		here := uint64(pattern + 1)
		if rest := uint32(*slot) &^ deeper; rest != 0 {
			here = linked | uint64(len(x.links))
			x.links = append(x.links, link{pattern, rest})
		}
		*slot = *slot&^(deeper-1) | here
		return
	}
}

// get returns the lower half of the slot of a key; 0: there is none.
func (x *index) get(key uint64) uint32 {
	for at := key >> x.shift; ; at = (at + 1) & uint64(len(x.slots)-1) {
		slot := x.slots[at]
		if slot == 0 || uint32(slot>>32) == uint32(key) {
			return uint32(slot)
		}
	}
}

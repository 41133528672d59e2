package glossary

import (
	"math"
	"math/bits"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

// An index finds the spellings that begin at a place. It is a trie of units in
// one open hash table: the key of a node is the hash of all units to it. A slot
// is the lower half of the key, a bit that says whether longer spellings go on
// from here, and the record of the spelling that ends here, or the number of a
// link to all that do.
//
// Nearly all places of a text begin no spelling, and are passed over by filters
// (see filter.go). A key that two sequences of units share costs time only:
// what is found is compared byte by byte.
type index struct {
	records   paged    // of the spellings: see record.go
	links     []uint64 // one of several spellings with the same key, and in the upper half where the others are, as in a slot
	slots     []uint64
	slotPages paged // the same memory as slots
	shift     uint
	probes    int // how many slots there may be to look at for one key
	filters   filters
	large     bool  // the slots do not fit the processor's own caches
	stems     []int // the lengths of last words of spellings that begin compounds
	longest   int   // bytes of the longest word in a spelling
}

// largeTable is how many slots do not fit the processor's own caches.
const largeTable = 1 << 17

const (
	deeper = 1 << 31 // longer spellings go on from here
	linked = 1 << 30 // the rest is the number of a link; else a record, or 0
)

// spelling returns the record of a spelling and where there are more.
func (x *index) spelling(at uint32) (record, more uint32) {
	if at&linked == 0 {
		return at, 0
	}
	i := at &^ linked
	if int(i) >= len(x.links) {
		return 0, 0
	}
	l := x.links[i]
	if record, more = uint32(l), uint32(l>>32); more&linked != 0 && more&^linked >= i { // they lead back, or nowhere
		more = 0
	}
	return record, more
}

func newIndex(g *Glossary, tag language.Tag) *index {
	records, n := recordsOf(g, tag)
	return newIndexOf(records, n > 2000)
}

// newIndexOf indexes records. If there are many, two letters of Han do not tell
// enough.
func newIndexOf(records []byte, many bool) *index {
	x := &index{records: paged{bytes: records}, probes: 1}
	x.filters.many = many
	stems := make(map[int]bool)
	keys := newCounter(len(records) / 4)
	x.each(func(_ uint32, p *pattern, text string) {
		x.filters.count(p, text)
		eachUnit(p, text, func(key uint64, word int, _, part bool) {
			keys.add(key)
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
	x.filters.size()
	x.each(func(_ uint32, p *pattern, text string) { x.filters.add(p, text) })
	x.shift = uint(64 - bits.Len(uint(keys.estimate()*4/3+16)))
	for !x.fill() { // there are more than was estimated
		x.shift--
	}
	x.large = len(x.slots) > largeTable
	return x
}

// fill enters all spellings in the slots. It gives up where they get crowded.
func (x *index) fill() bool {
	x.slots, x.links, x.probes = make([]uint64, 1<<(64-x.shift)), nil, 1
	room := len(x.slots) - len(x.slots)/8
	for i, p := range recordsIn(x.records.bytes) {
		eachSpelling(p, func(text string) {
			eachUnit(p, text, func(key uint64, _ int, inner, _ bool) {
				if room > 0 {
					room -= x.put(key, i, inner)
				}
			})
		})
		if room <= 0 {
			return false
		}
	}
	return true
}

// each gives the patterns and their spellings.
func (x *index) each(do func(i uint32, p *pattern, text string)) {
	for i, p := range recordsIn(x.records.bytes) {
		eachSpelling(p, func(text string) { do(i, p, text) })
	}
}

// eachSpelling gives the text of a pattern, and its capitals if they differ by
// more than simple folding: ı is an I.
func eachSpelling(p *pattern, do func(text string)) {
	do(p.text)
	if p.traits.match() != Exact || isASCII(p.text) {
		return
	}
	for _, r := range p.text {
		if foldRune(unicode.ToUpper(r)) != foldRune(r) {
			do(strings.ToUpper(p.text))
			return
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
		if p.traits.has(prefix) && word > 0 && end == len(text) {
			do(join(key, u+stem), word, false, true)
		}
		key = join(key, u)
		do(key, word, end < len(text), false)
		at = end
	}
}

// put enters a key, and returns 1 if it is new.
func (x *index) put(key uint64, record uint32, inner bool) int {
	at := key >> x.shift
	for n := 1; ; n++ {
		slot := &x.slots[at]
		if *slot != 0 && uint32(*slot>>32) != uint32(key) {
			at = (at + 1) & uint64(len(x.slots)-1)
			continue
		}
		x.probes = max(x.probes, n+1)
		added := 0
		if *slot == 0 {
			added = 1
		}
		*slot |= key << 32
		if inner {
			*slot |= deeper
			return added
		}
		here := uint64(record)
		if rest := uint32(*slot) &^ deeper; rest != 0 {
			here = linked | uint64(len(x.links))
			x.links = append(x.links, uint64(rest)<<32|uint64(record))
		}
		*slot = *slot&^(deeper-1) | here
		return added
	}
}

// get returns the lower half of the slot of a key; 0: there is none.
func (x *index) get(key uint64) uint32 {
	at := key >> (x.shift & 63)
	for range x.probes {
		if x.slotPages.file != nil {
			x.slotPages.need(int(at)*8, int(at)*8+8)
		}
		slot := x.slots[at]
		if slot == 0 || uint32(slot>>32) == uint32(key) {
			return uint32(slot)
		}
		at = (at + 1) & uint64(len(x.slots)-1)
	}
	return 0
}

// touch asks for a slot ahead of need, if that is only a matter of memory. What
// it returns means nothing.
func (x *index) touch(key uint64) uint64 {
	at := key >> (x.shift & 63)
	if x.slotPages.file != nil && !x.slotPages.has(int(at)>>(pageBits-3)) {
		return 0
	}
	return x.slots[at]
}

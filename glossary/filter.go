package glossary

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// Filters tell from a few bytes that no spelling begins at a place. They may
// say yes too often, never no wrongly. Which of them a spelling is entered in
// depends on how it begins:
//
//	words  a word with no other word behind it; or with what divides it from the
//	       next, and that word
//	first  one character outside ASCII
//	two    two letters of three bytes without capitals, such as Han, kana, Hangul
//	three  three of them, if there are many spellings
//	signs  an ASCII character that is no part of a word
type filters struct {
	words, first, two, three bitmap
	signs                    [2]uint64
	many                     bool // of few spellings, two letters tell enough
}

// A bitmap is a set of hashes, of which it keeps the upper bits.
type bitmap struct {
	bits  []uint64
	shift uint
	n     int
}

func (b *bitmap) add(h uint64) { h >>= b.shift; b.bits[h>>6] |= 1 << (h & 63) }

// has returns 1 or 0 in the lowest bit; the others mean nothing.
func (b *bitmap) has(h uint64) uint64 {
	h >>= b.shift & 63
	return b.bits[h>>6] >> (h & 63)
}

// size makes room: 64 bits a spelling while that fits the second cache, and
// fewer when there are too many.
func (b *bitmap) size() {
	per := 64
	if b.n > 50_000 {
		per = 16
	}
	b.shift = uint(64 - max(15, bits.Len(uint(b.n*per))))
	b.bits = make([]uint64, 1<<(64-b.shift)/64)
}

func (f *filters) all() []*bitmap {
	return []*bitmap{&f.words, &f.first, &f.two, &f.three}
}

func (f *filters) size() {
	for _, b := range f.all() {
		b.size()
	}
}

// count makes room for a spelling.
func (f *filters) count(p *pattern, text string) {
	f.each(p, text, func(b *bitmap, _ uint64) { b.n++ })
}

// add enters a spelling.
func (f *filters) add(p *pattern, text string) {
	f.each(p, text, (*bitmap).add)
}

// each gives the filters that a spelling must be entered in, and as what.
func (f *filters) each(p *pattern, text string, do func(*bitmap, uint64)) {
	switch c := text[0]; {
	case isWord(c):
		f.word(p, text, do)
	case c < utf8.RuneSelf:
		f.signs[c>>6] |= 1 << (c & 63)
	case f.many && len(text) > 8 && uncased(text[0]) && uncased(text[3]) && uncased(text[6]):
		do(&f.three, load(bytesOf(text[1:]))*threeBy)
	case len(text) > 5 && uncased(text[0]) && uncased(text[3]):
		do(&f.two, load([]byte(text[:6]+"  "))*twoBy)
	default:
		r, _ := utf8.DecodeRuneInString(text)
		do(&f.first, hashRune(foldRune(r)))
	}
}

func (f *filters) word(p *pattern, text string, do func(*bitmap, uint64)) {
	end := wordEnd(text, 0)
	hash := wordAt(text, 0, end)
	next := end
	for next < len(text) && !isWord(text[next]) {
		next++
	}
	last := next
	if next < len(text) {
		last = wordEnd(text, next)
	}
	if next == len(text) || p.traits.has(prefix) && last == len(text) {
		do(&f.words, hash)
		if p.traits.has(prefix) && end == len(text) {
			do(&f.words, hash+stem)
		}
		return
	}
	do(&f.words, join(hash, wordAt(text, next, last)+between(text[end], next-end)))
}

func wordEnd(s string, at int) int {
	for at < len(s) && isWord(s[at]) {
		at++
	}
	return at
}

// between tells what divides two words, from its first byte, if that is all.
func between(first byte, n int) uint64 {
	if n != 1 {
		return 0
	}
	return uint64(first) << 40
}

// uncased reports whether all letters with this first byte are three bytes long
// and have no capitals: U+3000 to U+9FFF and U+B000 to U+DFFF.
func uncased(lead byte) bool { return lead >= 0xE3 && lead <= 0xED && lead != 0xEA }

func load(b []byte) uint64 { return binary.LittleEndian.Uint64(b) }

// Two letters are hashed as the eight bytes they begin, by a product that the
// last two of those do not count in; three as the eight behind the first.
const (
	twoBy   = k1 << 16 & (1<<64 - 1)
	threeBy = k1
)

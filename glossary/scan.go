package glossary

import (
	"math/bits"
	"unicode/utf8"
)

// A scanner passes a shadow through the filters, block by block, and leaves a
// bit for each place where a spelling may begin. It works in strokes over the
// whole block, nearly free of branches: which bytes are of words and which
// begin a character outside ASCII, 64 to a number; where words begin and end;
// the filters.
type scanner struct {
	word, lead [blockLen / 64]uint64 // bits of the block's bytes
	maybe      [blockLen / 64]uint64 // where a spelling may begin
	edges      [blockLen + 64]uint32 // starts and ends of words, by turns
	last       window
	words      int
	whole      int // how many of them surely do not go on behind the block
	blocks     int // of 64 bytes
}

const (
	blockLen = 4096
	padding  = 80 // bytes that may be read behind a block
)

// A window is a block and some bytes behind it. Offsets in the block are masked
// with blockLen-1, which changes nothing and spares the compiler checks.
type window [blockLen + padding]byte

// block fills s.maybe for the block of the text at an offset.
func (s *scanner) block(x *index, text []byte, at int) {
	rest := text[at:]
	n := min(len(rest), blockLen)
	blocks := (n + 63) / 64
	b := &s.last
	if len(rest) < blockLen+padding { // read on into zeros
		clear(s.last[copy(s.last[:], rest):min(blocks*64+padding, len(s.last))])
	} else {
		b = (*window)(rest)
	}
	s.blocks = blocks
	clear(s.maybe[:blocks])
	outside := s.classify(b, blocks)
	if rest := n % 64; rest != 0 {
		s.word[blocks-1] &= 1<<rest - 1
		s.lead[blocks-1] &= 1<<rest - 1
	}
	s.find(blocks, n)
	s.whole = s.words
	if len(rest) > n {
		s.whole = max(0, s.words-1)
	}
	s.sequences(&x.filters, b)
	if outside {
		s.letters(&x.filters, b, blocks)
	}
	if x.filters.signs != [2]uint64{} {
		s.signs(&x.filters, b[:n])
	}
	if len(x.stems) > 0 {
		s.stems(x, b)
	}
}

// classify reports whether there is anything outside ASCII.
func (s *scanner) classify(b *window, blocks int) bool {
	const gather, top = 0x0002040810204081, 0xFF << 56 // the top bits of eight bytes, together
	var all uint64
	for i := range blocks {
		at := i * 64 & (blockLen - 1)
		c := (*[64]byte)(b[at : at+64])
		var others, any uint64
		for k := 0; k < 64; k += 8 {
			x := load(c[k : k+8])
			any |= x
			low := x &^ highs
			lower := low | 0x20*ones
			letter := (lower + (128-'a')*ones) ^ (lower + (128-'z'-1)*ones)
			digit := (low + (128-'0')*ones) ^ (low + (128-'9'-1)*ones)
			noLine := (low ^ '_'*ones) + 0x7f*ones
			others = others>>8 | (letter^digit^noLine|x)&highs*gather&top // no byte is two of them
		}
		s.word[i], s.lead[i] = ^others, 0
		if any&highs != 0 {
			var lead uint64
			for k := 0; k < 64; k += 8 {
				x := load(c[k : k+8])
				lead = lead>>8 | x&(x<<1)&highs*gather&top
			}
			s.lead[i] = lead
		}
		all |= any
	}
	return all&highs != 0
}

// find lists where words begin and end.
func (s *scanner) find(blocks, n int) {
	found, carry := 0, uint64(0)
	for i, m := range s.word[:blocks] {
		turns := m ^ (m<<1 | carry)
		carry = m >> 63
		for ; turns != 0; turns &= turns - 1 {
			s.edges[found] = uint32(i*64 + bits.TrailingZeros64(turns))
			found++
		}
	}
	if found%2 == 1 {
		s.edges[found] = uint32(n)
		found++
	}
	s.words = found / 2
}

// sequences looks at every word, and at every two neighbours.
func (s *scanner) sequences(f *filters, b *window) {
	all, shift := f.words.bits, f.words.shift&63
	var before uint64 // the hash of the word before, of which the first has none
	start, end := 0, 0
	edges := s.edges[: 2*s.whole : len(s.edges)]
	for k := range s.whole {
		e := edges[2*k : 2*k+2]
		at, until := int(e[0])&(blockLen-1), int(e[1])
		tail := (at + beyond(until-at)) & (blockLen - 1)
		h := hashWord(load(b[at:at+8]), load(b[tail:tail+8]), until-at)
		if x := h >> shift; all[x>>6]>>(x&63)&1 != 0 {
			s.mark(at)
		}
		if x := join(before, h+between(b[end&(blockLen-1)], at-end)) >> shift; all[x>>6]>>(x&63)&1 != 0 {
			s.mark(start)
		}
		before, start, end = h, at, until
	}
	if s.whole == s.words { // the text ends here
		return
	}
	for k := max(0, s.whole-1); k < s.words; k++ { // they may go on in the next block
		s.mark(int(s.edges[2*k]))
	}
}

func (s *scanner) mark(at int) { s.maybe[at>>6&(blockLen/64-1)] |= 1 << (at & 63) }

// letters looks at every character outside ASCII.
func (s *scanner) letters(f *filters, b *window, blocks int) {
	if f.two.n > 0 {
		s.sift(&f.two, twoBy, (*stretch)(b[:]), blocks)
	}
	if f.three.n > 0 {
		s.sift(&f.three, threeBy, (*stretch)(b[1:]), blocks)
	}
	if f.first.n > 0 {
		s.singles(&f.first, b, blocks)
	}
}

// A stretch is as much of a window as eight bytes from each place of a block take.
type stretch [blockLen + 8]byte

// sift looks at the eight bytes that every character outside ASCII begins with:
// what they come to when multiplied is their hash.
func (s *scanner) sift(set *bitmap, by uint64, b *stretch, blocks int) {
	all, shift := set.bits, set.shift&63
	for i, lead := range s.lead[:blocks] {
		at := i * 64 & (blockLen - 1)
		c := (*[64 + 8]byte)(b[at : at+64+8])
		for ; lead != 0; lead &= lead - 1 {
			bit := bits.TrailingZeros64(lead) & 63
			if x := load(c[bit:bit+8]) * by >> shift; all[x>>6]>>(x&63)&1 != 0 {
				s.maybe[i] |= 1 << bit
			}
		}
	}
}

// singles looks at every character outside ASCII by itself.
func (s *scanner) singles(set *bitmap, b *window, blocks int) {
	for i, lead := range s.lead[:blocks] {
		for ; lead != 0; lead &= lead - 1 {
			bit := bits.TrailingZeros64(lead)
			at := (i*64 + bit) & (blockLen - 1)
			r, _ := utf8.DecodeRune(b[at : at+utf8.UTFMax])
			s.maybe[i] |= set.has(hashRune(foldRune(r))) & 1 << bit
		}
	}
}

// signs looks at every byte for those that begin a spelling without a word.
func (s *scanner) signs(f *filters, b []byte) {
	for i, c := range b {
		if c < utf8.RuneSelf && f.signs[c>>6]>>(c&63)&1 != 0 {
			s.mark(i)
		}
	}
}

// stems looks at the beginnings of every word for those of compounds.
func (s *scanner) stems(x *index, b *window) {
	for k := range s.words {
		at, end := int(s.edges[2*k]), int(s.edges[2*k+1])
		for _, n := range x.stems {
			if n >= end-at {
				break
			}
			tail := at + beyond(n)
			if x.filters.words.has(hashWord(load(b[at:at+8]), load(b[tail:tail+8]), n)+stem)&1 != 0 {
				s.mark(at)
				break
			}
		}
	}
}

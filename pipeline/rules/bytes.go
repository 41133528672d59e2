package rules

import "math/bits"

// lanes has a 1 in each of eight bytes. Texts are passed over eight bytes a step.
const lanes = 0x0101010101010101

// nextPair returns where, from an offset on, a byte that is first under a mask
// stands before a second one; -1 if nowhere.
func nextPair(text string, from int, mask, first, second byte) int {
	m, f, s := uint64(mask)*lanes, uint64(first)*lanes, uint64(second)*lanes
	at := from
	for ; at+9 <= len(text); at += 8 {
		t := text[at : at+9]
		differs := (eight(t)&m ^ f) | (eight(t[1:]) ^ s)
		if same := (differs - lanes) &^ differs & (0x80 * lanes); same != 0 { // its lowest lane is one in which nothing differs
			return at + bits.TrailingZeros64(same)/8
		}
	}
	for ; at+1 < len(text); at++ {
		if text[at]&mask == first && text[at+1] == second {
			return at
		}
	}
	return -1
}

// nextOdd returns where, from an offset on, a byte is that is no printable
// character of ASCII; the length of the text if nowhere.
func nextOdd(text string, from int) int {
	at := from
	for ; at+8 <= len(text); at += 8 {
		x := eight(text[at:])
		if odd := (x | (x - ' '*lanes) | (x + lanes)) & (0x80 * lanes); odd != 0 { // the lowest lane is right
			return at + bits.TrailingZeros64(odd)/8
		}
	}
	for at < len(text) && ' ' <= text[at] && text[at] < 0x7F {
		at++
	}
	return at
}

// nextMark returns where, from an offset on, a byte from '!' to '?' is: a mark or a
// figure, and no blank; the length of the text if nowhere.
func nextMark(text string, from int) int {
	at := from
	for ; at+8 <= len(text); at += 8 {
		x := eight(text[at:]) ^ ' '*lanes
		high := x & (0xE0 * lanes)                       // of marks, figures and blanks nothing
		is := ^((high&(0x7F*lanes) + 0x7F*lanes) | high) // in the highest bit of each
		some := (x&(0x7F*lanes) + 0x7F*lanes) | x        // and this is not of blanks
		if found := is & some & (0x80 * lanes); found != 0 {
			return at + bits.TrailingZeros64(found)/8
		}
	}
	for at < len(text) && (text[at] <= ' ' || text[at] > '?') {
		at++
	}
	return at
}

// eight returns the first eight bytes of a text as a number, the first lowest.
func eight(t string) uint64 {
	_ = t[7]
	return uint64(t[0]) | uint64(t[1])<<8 | uint64(t[2])<<16 | uint64(t[3])<<24 |
		uint64(t[4])<<32 | uint64(t[5])<<40 | uint64(t[6])<<48 | uint64(t[7])<<56
}

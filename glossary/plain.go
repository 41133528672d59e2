package glossary

import (
	"encoding/binary"
	"math/bits"
	"unicode"
	"unicode/utf8"
	"unsafe"

	"github.com/concord-l10n/concord/locales"
)

// Most of a text is its own shadow. This file finds how far that holds, 64 bytes
// of ASCII or eight Han characters at a step, and says what each character is to
// the shadow.

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// bytesOf and stringOf look at a text in the other type without copying it.
// Nothing writes to what they return while it is in use.
func bytesOf(s string) []byte  { return unsafe.Slice(unsafe.StringData(s), len(s)) }
func stringOf(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// plainLen returns how many bytes of a text, from its start, are their own
// shadow whatever follows them.
func plainLen(text string) int {
	b := bytesOf(text)
	i := 0
	for i < len(b) {
		if b[i] < utf8.RuneSelf {
			next := plainASCII(b, i)
			if next == len(b) {
				return next
			}
			if b[next] < ' ' {
				return next
			}
			if b[next] == ' ' { // one by itself, unless more white space follows
				if next+1 == len(b) || b[next+1] <= ' ' {
					return next
				}
				if r, _ := utf8.DecodeRune(b[next+1:]); space(r) || dropped(r) {
					return next
				}
				next++
			}
			i = next
			continue
		}
		i += plainThrees(b[i:])
		if i < len(b) && b[i] >= utf8.RuneSelf {
			n := plainRune(b, i)
			if n == 0 {
				return i - combined(b, i)
			}
			i += n
		}
	}
	return len(b)
}

// plainASCII returns the offset of the first byte from i on that is not plain
// ASCII: not a printable character, nor a space with one of those behind it.
func plainASCII(b []byte, i int) int {
	for ; i+72 <= len(b); i += 64 {
		c := (*[72]byte)(b[i:])
		all := uint64(highs)
		for k := 0; k < 64; k += 8 {
			all &= plainOf(load(c[k:k+8]), load(c[k+1:k+9]))
		}
		if all != highs {
			break
		}
	}
	for ; i+9 <= len(b); i += 8 {
		if odd := highs &^ plainOf(load(b[i:i+8]), load(b[i+1:i+9])); odd != 0 {
			return i + bits.TrailingZeros64(odd)>>3
		}
	}
	for ; i < len(b); i++ {
		if c := b[i]; c < ' ' || c >= utf8.RuneSelf || c == ' ' && (i+1 == len(b) || b[i+1] <= ' ' || b[i+1] >= utf8.RuneSelf) {
			return i
		}
	}
	return i
}

// plainOf sets the top bit of each byte of x that is plain ASCII, given the bytes
// one further on. Other bits mean nothing.
func plainOf(x, next uint64) uint64 {
	low, after := x&^highs, next&^highs
	printable, ink, inkAfter := low+(128-' ')*ones, low+(128-' '-1)*ones, (after+(128-' '-1)*ones)&^next
	return printable & (ink | inkAfter) &^ x
}

// plainThrees returns how many bytes of b, from its start, are inert characters
// of three bytes: eight or two at a step.
func plainThrees(b []byte) int {
	i := 0
	for i+24 <= len(b) {
		c := b[i : i+24]
		x, y, z := load(c[:8]), load(c[8:16]), load(c[16:])
		// Where first bytes must be, and all others.
		const (
			fx, fy, fz = 0x0080000080000080, 0x8000008000008000, 0x0000800000800000
			ox, oy, oz = highs &^ fx, highs &^ fy, highs &^ fz
		)
		if x&(fx|fx>>1|fx>>2|fx>>3|ox|ox>>1) != fx|fx>>1|fx>>2|ox ||
			y&(fy|fy>>1|fy>>2|fy>>3|oy|oy>>1) != fy|fy>>1|fy>>2|oy ||
			z&(fz|fz>>1|fz>>2|fz>>3|oz|oz>>1) != fz|fz>>1|fz>>2|oz {
			break
		}
		if others := fx&^han(x) | fy&^han(y) | fz&^han(z); others != 0 {
			if n := strange(c, others); n < len(c) {
				return i + n
			}
		}
		i += 24
	}
	for i+8 <= len(b) {
		x := load(b[i : i+8])
		const lead, shape = 0x0000C0C0F0C0C0F0, 0x00008080E08080E0
		if x&lead != shape || !inertAt(x) || !inertAt(x>>24) {
			break
		}
		i += 6
	}
	return i
}

// strange returns the offset of the first of some characters among eight of three
// bytes that is not inert, or 24. They are given by top bits: that of byte k tells
// of the character that begins at k, k+8 or k+16.
func strange(b []byte, tops uint64) int {
	const begins = 0x0F06150C03120900
	first := 24
	for ; tops != 0; tops &= tops - 1 {
		at := int(begins >> (bits.TrailingZeros64(tops) & 0x38) & 0x1F)
		if c := b[at : at+3]; !inertAt(uint64(c[0]) | uint64(c[1])<<8 | uint64(c[2])<<16) {
			first = min(first, at)
		}
	}
	return first
}

// han sets the top bit of each byte from 0xE4 to 0xE9: those begin characters
// from U+4000 to U+9FFF, which are all inert.
func han(x uint64) uint64 {
	low := x &^ highs
	return x & (low + (128-0x64)*ones) &^ (low + (128-0x69-1)*ones)
}

// inertAt reports whether the character of the three lowest bytes is inert.
func inertAt(x uint64) bool {
	r := x&0xF<<12 | x>>8&0x3F<<6 | x>>16&0x3F
	return inertThree[r>>6]>>(r&63)&1 != 0
}

// inertThree has a bit for each inert character that takes three bytes.
var inertThree = func() (set [1024]uint64) {
	for r := rune(0x800); r < 0x10000; r++ {
		if inert(r) {
			set[r>>6] |= 1 << (r & 63)
		}
	}
	return set
}()

// plainRune returns the size of the character at i if it is inert, else 0.
func plainRune(b []byte, i int) int {
	if i+4 <= len(b) {
		const lead, shape = 0xC0C0F0, 0x8080E0 // three bytes
		if x := binary.LittleEndian.Uint32(b[i:]); x&lead == shape {
			r := x&0xF<<12 | x>>8&0x3F<<6 | x>>16&0x3F
			return int(inertThree[r>>6]>>(r&63)&1) * 3
		}
	}
	if r, n := utf8.DecodeRune(b[i:]); inert(r) {
		return n
	}
	return 0
}

// combined returns the size of the character before i, if what stands at i may
// combine with it.
func combined(b []byte, i int) int {
	r, n := utf8.DecodeRune(b[i:])
	if i == 0 || n == 1 || r < 0x300 || r >= 0x2000 && r < 0x2070 || r == 0x3000 || r >= 0xFF00 && r < 0xFF60 {
		return 0
	}
	_, n = utf8.DecodeLastRune(b[:i])
	return n
}

// inert reports whether r, outside ASCII, stands for itself and combines with
// nothing before it. It says no where that is not clear at a glance.
func inert(r rune) bool {
	switch {
	case r < 0x300:
		return r > 0xA0 && r != 0xAD && r != 'ſ' && r != 'ʼ'
	case r < 0x2010:
		return r >= 0x3A3 && r <= 0x3CE || r >= 0x400 && r <= 0x482 || r >= 0x48A && r <= 0x52F
	case r < 0x3400:
		return r >= 0x2012 && r <= 0x2017 || r >= 0x2020 && r <= 0x2027 || r >= 0x3001 && r <= 0x3029 ||
			r >= 0x3041 && r <= 0x3096 || r >= 0x30A1 && r <= 0x30FE
	case r < 0xF900:
		return r < 0xA000 || r >= 0xAC00 && r <= 0xD7A3
	}
	return r >= 0xFF03 && r <= 0xFF0F && r != '＇' && r != '－' || r >= 0xFF1A && r <= 0xFF20
}

// space reports whether r is a blank that does not end a line.
func space(r rune) bool {
	switch {
	case r == ' ', r == 0xA0, r == 0x1680, r >= 0x2000 && r <= 0x200A, r == 0x202F, r == 0x205F, r == 0x3000, r == '\f', r == '\v':
		return true
	}
	return false
}

// dropped reports whether r is invisible and means nothing to a term.
func dropped(r rune) bool {
	switch r {
	case 0xAD, 0x640, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF:
		return true
	}
	return false
}

// unspaced reports whether words are written without spaces in the script of r.
func unspaced(r rune) bool {
	if r >= 0x4E00 && r <= 0x9FFF {
		return true
	}
	return r >= 0x2E80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r == 'ー' || r == '々')
}

func fold(r rune) rune {
	switch {
	case r >= 0x600 && r < 0x700:
		return locales.FoldArabic(r)
	case r < 0x2010 && r != 'ʼ' && r != 'ſ':
		return r
	case r == 'ſ':
		return 's'
	case r == 'ʼ' || r == '‘' || r == '’' || r == '‛' || r == '＇':
		return '\''
	case r == '‐' || r == '‑' || r == '－' || r == '﹣':
		return '-'
	case r == '“' || r == '”' || r == '„' || r == '‟' || r == '＂':
		return '"'
	case r >= '０' && r <= '９' || r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ':
		return r - 0xFEE0
	}
	return r
}

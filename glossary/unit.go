package glossary

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// Shadows and terms are read as units: a word of ASCII letters, digits and
// underscores; or one other character. A single space belongs to the unit
// behind it. Units are compared by hashes that do not tell capitals apart.
// Equal hashes only mean that it is worth comparing the bytes.

const (
	k1 = 0x9E3779B97F4A7C15
	k2 = 0xC2B2AE3D27D4EB4F
	k3 = 0x165667B19E3779F9

	spaced = 0x8EBC6AF09C88C6E3 // marks a unit that has a space before it
	stem   = 0xA24BAED4963EE407 // marks the beginning of a longer word
)

// isWord reports whether c is an ASCII letter, digit or underscore.
func isWord(c byte) bool {
	const digits, letters = 0x03FF000000000000, 0x07FFFFFE87FFFFFE
	return c < utf8.RuneSelf && (c < 64 && uint64(digits)>>c&1 != 0 || c >= 64 && uint64(letters)>>(c-64)&1 != 0)
}

// beyond returns by how much a word is longer than eight bytes, or 0, without a
// branch: lengths cannot be foretold.
func beyond(n int) int { return (n - 8) &^ ((n - 8) >> 63) }

// hashWord mixes the first and the last eight bytes of a word and its length.
func hashWord(head, tail uint64, n int) uint64 {
	const lower = 0x20 * ones
	mask := ^uint64(0) >> (uint(beyond(n)-(n-8)) * 8 & 63)
	return ((head|lower)&mask*k1 ^ bits.RotateLeft64(((tail|lower)&mask+uint64(n))*k2, 29)) * k3
}

// wordAt returns the hash of the word s[at:end].
func wordAt(s string, at, end int) uint64 {
	n := end - at
	tail := at + beyond(n)
	if tail+8 <= len(s) {
		b := bytesOf(s)
		return hashWord(binary.LittleEndian.Uint64(b[at:]), binary.LittleEndian.Uint64(b[tail:]), n)
	}
	var b [8]byte
	copy(b[:], s[at:end])
	x := binary.LittleEndian.Uint64(b[:])
	if n > 8 {
		copy(b[:], s[tail:end])
	}
	return hashWord(x, binary.LittleEndian.Uint64(b[:]), n)
}

func hashRune(r rune) uint64 {
	h := uint64(uint32(r)) * k3
	h ^= h >> 29
	return h * k1
}

// join returns the key of a sequence of units from that of all but the last.
func join(key, unit uint64) uint64 {
	return bits.RotateLeft64(key, 23)*k3 + unit*k1
}

// unit returns the hash of the unit at an offset, and where it ends; start is
// where its word begins, or -1 if it is not a word. No word of a term is longer
// than limit: the rest of a longer one is not looked at.
func unit(s string, at, limit int) (hash uint64, start, end int) {
	c := s[at]
	if c == ' ' && at+1 < len(s) {
		at++
		c = s[at]
		hash = spaced
	}
	switch {
	case isWord(c):
		end = at + 1
		for last := min(len(s), at+limit+1); end < last && isWord(s[end]); {
			end++
		}
		return hash + wordAt(s, at, end), at, end
	case c < utf8.RuneSelf:
		return hash + hashRune(rune(c)), -1, at + 1
	}
	r, n := utf8.DecodeRuneInString(s[at:])
	return hash + hashRune(foldRune(r)), -1, at + n
}

package format

import (
	"unicode/utf8"
	"unsafe"
)

// fits reports whether text takes no more than so many columns. No byte takes
// more than one, nor a column more than three bytes.
func fits(text string, columns int) bool {
	return len(text) <= columns || width(text, columns) <= columns
}

// width returns the columns of text in UTF-8, up to a little more than so many.
func width(text string, columns int) int {
	if len(text) > 3*columns {
		return columns + 1
	}
	n := 0
	for text != "" && n <= columns {
		if len(text) >= 32 && (eight(text)|eight(text[8:])|eight(text[16:])|eight(text[24:]))&high == 0 {
			text = text[32:]
			n += 32
			continue
		}
		if len(text) >= 8 && eight(text)&high == 0 {
			text = text[8:]
			n += 8
			continue
		}
		if lead := text[0]; 0xE3 <= lead && lead <= 0xEF && len(text) >= 3 { // U+3000 to U+FFFF
			text = text[3:]
			n += 2
			continue
		}
		r, size := utf8.DecodeRuneInString(text)
		if n++; r >= 0x1100 && (r < 0x2000 || r >= 0x2E80) {
			n++
		}
		text = text[size:]
	}
	return n
}

// high is the highest bit of each of eight bytes.
const high = 0x8080808080808080

// eight returns the first eight bytes of a text, in whatever order the machine
// has them.
func eight(s string) uint64 {
	_ = s[7]
	return *(*uint64)(unsafe.Pointer(unsafe.StringData(s)))
}

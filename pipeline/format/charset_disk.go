package format

import (
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// step is how many bytes of Raw lie between two entries of Document.Stored.
const step = 1024

// encode returns text as it is on disk, and where every step of it begins there.
// Bad is the offset of the first character that cannot be stored, or -1.
func (c charset) encode(text []byte) (out []byte, stored []int, bad int) {
	if c.Encoding == nil {
		return text, nil, -1
	}
	e := c.NewEncoder()
	buf := make([]byte, 4*(step+utf8.UTFMax))
	for k := 0; k*step < len(text); k++ {
		stored = append(stored, len(out))
		start, end := stepStart(text, k), stepStart(text, k+1)
		e.Reset()
		n, read, err := e.Transform(buf, text[start:end], true)
		out = append(out, buf[:n]...)
		if err != nil {
			return out, stored, start + read
		}
	}
	return out, stored, -1
}

// stepStart returns where step k of a text begins: at a character.
func stepStart(text []byte, k int) int {
	at := min(k*step, len(text))
	for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

// DiskOffset converts an offset in d.Raw to one in the file on disk. An offset
// within a character is taken for the beginning of it.
func DiskOffset(d *concord.Document, offset int) int {
	c, ok := charsetOf(d.Charset)
	if !ok || c.Encoding == nil {
		return offset
	}
	k := min(offset/step, len(d.Stored)-1)
	at := 0
	if k >= 0 {
		at = d.Stored[k]
	}
	for k = max(k, 0); ; k++ { // once, but for a document that was not decoded
		start, end := stepStart(d.Raw, k), min(offset, stepStart(d.Raw, k+1))
		for end > start && end < len(d.Raw) && !utf8.RuneStart(d.Raw[end]) {
			end--
		}
		out, _, _ := c.encode(d.Raw[start:end])
		at += len(out)
		if (k+1)*step > offset || end == len(d.Raw) {
			return at
		}
	}
}

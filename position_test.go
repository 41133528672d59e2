package concord_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// TestPosition holds what is measured to what is counted from the beginning.
func TestPosition(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, kind := range []string{"a line\n", "ein schöner Satz ", "中国温度。\n", "😀", "\ufeffx\n\n"} {
		var b bytes.Buffer
		for b.Len() < 300_000 {
			b.WriteString(kind)
			if r.IntN(20) == 0 {
				b.WriteString(strings.Repeat("é", r.IntN(50)) + "\n")
			}
		}
		d := &concord.Document{Raw: b.Bytes()}
		d.Measure()
		for range 300 {
			offset := r.IntN(len(d.Raw) + 1)
			for offset < len(d.Raw) && !utf8.RuneStart(d.Raw[offset]) {
				offset++
			}
			before := bytes.TrimPrefix(d.Raw[:offset], []byte("\ufeff"))
			line := 1 + bytes.Count(before, []byte{'\n'})
			column := 1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:])
			if p := d.Position(offset); p.Line != line || p.Column != column {
				t.Fatalf("%q at %d: %d:%d, want %d:%d", kind, offset, p.Line, p.Column, line, column)
			}
		}
	}
}

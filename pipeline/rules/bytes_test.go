package rules

import (
	"strings"
	"testing"
)

// FuzzBytes holds what looks at eight bytes a step to what looks at one.
func FuzzBytes(f *testing.F) {
	f.Add("a  b", "to", uint8(0))
	f.Add("12 million\tto 15 million, \u201cor\u201d 20\x7f\xff\x80  ", "ll", uint8(3))
	f.Add(strings.Repeat("tt", 40), "tto", uint8(1))
	f.Fuzz(func(t *testing.T, text, mark string, start uint8) {
		from := min(int(start), len(text))
		want := strings.Index(text[from:], mark)
		if want >= 0 {
			want += from
		}
		if mark != "" && index(text, from, mark) != want {
			t.Errorf("%q from %d: %q at %d, want %d", text, from, mark, index(text, from, mark), want)
		}
		odd := from
		for odd < len(text) && text[odd] >= ' ' && text[odd] < 0x7F {
			odd++
		}
		if got := nextOdd(text, from); got != odd {
			t.Errorf("%q from %d: odd at %d, want %d", text, from, got, odd)
		}
		sign := from
		for sign < len(text) && (text[sign] <= ' ' || text[sign] > '?') {
			sign++
		}
		if got := nextMark(text, from); got != sign {
			t.Errorf("%q from %d: a mark at %d, want %d", text, from, got, sign)
		}
		figure := -1
		for i := from; i+1 < len(text) && figure < 0; i++ {
			if text[i]&0xF0 == '0' && text[i+1] == ' ' {
				figure = i
			}
		}
		if got := nextPair(text, from, 0xF0, '0', ' '); got != figure {
			t.Errorf("%q from %d: a pair at %d, want %d", text, from, got, figure)
		}
	})
}

package format

import (
	"reflect"
	"testing"
	"unicode/utf8"
)

// FuzzAgain holds that what a document becomes by corrections is protected as if
// it had never been read before.
func FuzzAgain(f *testing.F) {
	f.Add("See a.pdf.\n\n> cited\n\nx", "See a.pdf.\n\n> cited\n\ny@z.org")
	f.Add("a.pdf\n\nb", "```\na.pdf\n\nb\n```")
	f.Add("```\na.pdf\n\nb\n```", "a.pdf\n\nb")
	f.Add("a.pdf\n \nb.pdf", "a.pdf\n\nb.pdf")
	f.Fuzz(func(t *testing.T, before, after string) {
		d, err := Decode("a.txt", []byte(before), Options{})
		if err != nil {
			return
		}
		if _, err := Decode("a.txt", []byte(after), Options{}); err != nil {
			return
		}
		got, err := Redecode(d, []byte(after))
		if err != nil {
			t.Fatal(err)
		}
		segs, _ := Text.again(d, []byte(after))
		n := *got
		if want := finish(&n, segs, nil); !reflect.DeepEqual(got.Segments, want.Segments) {
			t.Errorf("%q, then %q\n got %v\nwant %v", before, after, got.Segments, want.Segments)
		}
	})
}

// FuzzFits holds fits and width to counting every character.
func FuzzFits(f *testing.F) {
	f.Add("12345678901234567890", 19)
	f.Add("一二三四五六七八九十 x\u2028ok\u1160", 21)
	f.Add("12345678é2345678é😀", 20)
	f.Fuzz(func(t *testing.T, text string, columns int) {
		if columns < 0 || !utf8.ValidString(text) {
			return
		}
		n := 0
		for _, r := range text {
			n++
			if r >= 0x1100 && (r < 0x2000 || r >= 0x2E80) {
				n++
			}
		}
		if got := fits(text, columns); got != (n <= columns) {
			t.Errorf("%q takes %d columns; fits in %d: %v", text, n, columns, got)
		}
		if got := width(text, columns); min(got, columns+1) != min(n, columns+1) {
			t.Errorf("%q takes %d columns; up to %d: %d", text, n, columns, got)
		}
	})
}

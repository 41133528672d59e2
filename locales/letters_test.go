package locales

import (
	"testing"

	"golang.org/x/text/language"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// TestLetters holds the two lists of characters against the character sets.
func TestLetters(t *testing.T) {
	in := func(e encoding.Encoding, c rune) bool {
		_, err := e.NewEncoder().String(string(c))
		return err == nil
	}
	simplified, traditional := otherForms["simplified"](), otherForms["traditional"]()
	for c := firstHan; c <= lastHan; c++ {
		gb, big5 := in(simplifiedchinese.HZGB2312, c), in(traditionalchinese.Big5, c)
		if want := gb && !big5 && !in(japanese.ShiftJIS, c); simplified.has(c) != want {
			t.Errorf("%c in simplified.txt: %t; want %t", c, simplified.has(c), want)
		}
		if traditional.has(c) && (gb || !big5) {
			t.Errorf("%c is in traditional.txt; GB 2312 has it, or Big5 has it not", c)
		}
	}
	for name := range table() {
		if other := For(language.MustParse(name)).Letters.Other; other != "" && otherForms[other] == nil {
			t.Errorf("%s: no list of %q", name, other)
		}
	}
}

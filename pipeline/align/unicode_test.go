package align

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// endsOf cuts a text by the rules for sentences alone.
func endsOf(text string) []int {
	var ends []int
	for it := sentences.FromString(unbroken.Replace(text)); it.Next(); {
		ends = append(ends, it.End())
	}
	return ends
}

// unicodeEnds cuts a text where sentenceEnd does.
func unicodeEnds(text string) []int {
	text = unbroken.Replace(text)
	var ends []int
	for end := 0; end < len(text); {
		end = sentenceEnd(text, end)
		ends = append(ends, end)
	}
	return ends
}

func FuzzUnicode(f *testing.F) {
	for _, text := range []string{
		"", ".", "...", "\n", "One. Two? Three!", "The U.S. team won. He said: “Go.” Then 3.5 m fell.", "中国。美国！“好。”他说。",
		"a\u0301. B", "\u2028x", "A.\u00ADB", "x\xff. Y", "etc. (and more) here. “Yes!” she said.\r\nNext\u0085line", "\u0301.A B", ".\xe4",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got, want := unicodeEnds(text), endsOf(text); !slices.Equal(got, want) {
			t.Errorf("%q\n got %v\nwant %v", text, got, want)
		}
	})
}

// TestUnicode cuts texts of pieces that matter to the rules, in every order
// that chance brings.
func TestUnicode(t *testing.T) {
	pieces := []string{
		"a", "B", "word ", "Name ", "3", ".", ". ", "? ", "!", "…", "。", "！", "．", "\u2024", "中", "文字", "あ", "é", "É", "ß", "א", "ก",
		"\u0301", "\u00ad", "\u200d", "\u2060", " ", "\u00a0", "\u3000", "\t", "\n", "\r\n", "\u0085", "\u2028", "\u2029", "\v", "\f",
		"(", ")", "“", "”", "\"", "'", "’", ",", "，", ":", ";", "-", "—", "U.S. ", "e.g. ", "\xff", "\xe4", "😀", "ʰ", "ª", "\u0903",
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 50_000 {
		var b strings.Builder
		for range 1 + rnd.IntN(16) {
			b.WriteString(pieces[rnd.IntN(len(pieces))])
		}
		text := b.String()
		if got, want := unicodeEnds(text), endsOf(text); !slices.Equal(got, want) {
			t.Fatalf("%q\n got %v\nwant %v", text, got, want)
		}
	}
}

// TestTerminal tries every character outside the planes of rare Han and of none: what ends a sentence by the rules
// must be known, and what counts as a letter must not be a mark.
func TestTerminal(t *testing.T) {
	for r := rune(0x80); r < 0xE0200; r++ {
		if r == 0x20000 {
			r = 0xE0000
		}
		for _, text := range []string{"a" + string(r) + " B", "aB" + string(r) + "C d. E", string(r) + ".B c. D"} {
			if got, want := unicodeEnds(text), endsOf(text); !slices.Equal(got, want) {
				t.Errorf("%U in %q\n got %v\nwant %v", r, text, got, want)
			}
		}
	}
}

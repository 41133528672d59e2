package locales

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// stems reports whether a word beside the term is, or has the stem of, one that
// the new term has and the old one lacks: "campaign" before "program".
func (f *fitting) stems() bool {
	var lacks []string
	old := words(f.found)
	for _, w := range words(f.word) {
		if !slices.ContainsFunc(old, func(o string) bool { return akin(o, w) }) {
			lacks = append(lacks, w)
		}
	}
	word, gap := f.before(false)
	prev, next := f.Text[word.Start:word.End], f.next()
	if gap != "" && word.Len() == 0 {
		prev = f.sign()
	}
	return f.shortened(next) || slices.ContainsFunc(lacks, func(w string) bool { return akin(w, prev) || akin(w, next) })
}

// shortened reports whether the word behind the term is the long form of the
// new term's last: "Lab", "Laboratory".
func (f *fitting) shortened(next string) bool {
	const least = 3 // letters
	last := strings.ToLower(finalWord(f.word))
	return utf8.RuneCountInString(last) >= least && strings.HasPrefix(strings.ToLower(next), last) && last != strings.ToLower(finalWord(f.found)) &&
		!unspaced(leading(last)) && !unicode.Is(unicode.Hangul, leading(last))
}

// sign returns what stands before the term if that is no word: "100%".
func (f *fitting) sign() string {
	before := strings.TrimRightFunc(f.Text[:f.Span.Start], unicode.IsSpace)
	return before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
}

// words returns the words of a text that mean something by themselves: those of
// four letters or more, and those with a digit.
func words(text string) []string {
	return slices.DeleteFunc(strings.Fields(text), func(w string) bool {
		return utf8.RuneCountInString(w) < 4 && !strings.ContainsFunc(w, unicode.IsDigit)
	})
}

// akin reports whether two words are the same, or begin with the same four
// letters.
func akin(a, b string) bool {
	const stem = 4
	if a == "" || b == "" || a[0]|b[0] < utf8.RuneSelf && a[0]|0x20 != b[0]|0x20 {
		return false // they begin with other letters
	}
	a, b = strings.ToLower(a), strings.ToLower(b)
	if a == b {
		return true
	}
	x, y := []rune(a), []rune(b)
	return len(x) >= stem && len(y) >= stem && slices.Equal(x[:stem], y[:stem]) && unicode.IsLetter(x[0]) && !unspaced(x[0]) && !unicode.Is(unicode.Hangul, x[0])
}

package align

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// A feature is what is known of a segment without knowing its language.
type feature struct {
	segment int // in its document
	kind    concord.Kind
	level   int
	part    int
	length  float64         // in letters of an alphabet
	anchors map[string]bool // figures and words that are written alike in both languages
}

// A shape is a document as it is compared.
type shape struct {
	feats []feature
	total float64
}

func profile(d *concord.Document) shape {
	var s shape
	for i := range d.Segments {
		x := &d.Segments[i]
		if x.Kind == concord.Blank {
			continue
		}
		f := feature{segment: i, kind: x.Kind, level: x.Level, part: x.Part, length: length(x.Text), anchors: anchors(x.Text)}
		s.feats = append(s.feats, f)
		s.total += f.length
	}
	return s
}

// length counts letters. A Han character says about as much as three letters of
// an alphabet, a kana or a Hangul syllable as two.
func length(text string) float64 {
	n := 0.0
	for _, r := range text {
		switch {
		case r < 0x2e80:
			if !unicode.IsSpace(r) {
				n++
			}
		case unicode.Is(unicode.Han, r):
			n += 3
		case unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			n += 2
		default:
			n++
		}
	}
	return n
}

// anchors returns the figures of a text, and in it the Latin words that hold a
// capital behind their first letter or a digit, such as COVID or H1N1, or that
// are part of an address. They are seldom translated.
func anchors(text string) map[string]bool {
	var all map[string]bool
	add := func(word string) {
		if all == nil {
			all = make(map[string]bool)
		}
		all[word] = true
	}
	start := -1
	for i := 0; i <= len(text); {
		r, n := rune(' '), 1
		if i < len(text) {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		in := r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) || start >= 0 && (r == '.' || r == '@')
		switch {
		case in && start < 0:
			start = i
		case !in && start >= 0:
			if word := strings.Trim(text[start:i], ".@"); telling(word) {
				add(word)
			}
			start = -1
		}
		i += n
	}
	return all
}

func telling(word string) bool {
	for i, r := range word {
		if unicode.IsDigit(r) || i > 0 && unicode.IsUpper(r) || r == '@' || r == '.' {
			return true
		}
	}
	return false
}

// common returns which share of the anchors of two features they have in
// common, and whether both have any.
func common(a, b map[string]bool) (share float64, both bool) {
	if len(a) == 0 || len(b) == 0 {
		return 0, false
	}
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return float64(2*n) / float64(len(a)+len(b)), true
}

func free(taken map[string]bool, key string) string {
	for n := 2; ; n++ {
		if k := key + "-" + strconv.Itoa(n); !taken[k] {
			taken[k] = true
			return k
		}
	}
}

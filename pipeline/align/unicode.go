package align

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// sentenceEnd returns where the sentence ends that begins at start. No sentence
// ends without a character that is able to end one, and what comes before that
// does not matter, but for the letter it stands behind (UAX #29, SB3 to SB11): so
// the rules for sentences are asked from there on only.
func sentenceEnd(text string, start int) int {
	behind := start
	for i := start; i < len(text); {
		c := text[i]
		if c == '.' || c == '!' || c == '?' {
			return askedFrom(text, behind)
		}
		if c < utf8.RuneSelf {
			behind = i
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if terminal(r) {
			return askedFrom(text, behind)
		}
		if '一' <= r && r <= '鿿' || 'À' <= r && r <= 'ʯ' {
			behind = i // a letter, and no mark that belongs to the one before
		}
		i += n
	}
	return len(text)
}

// askedFrom returns where the rules end a sentence of which text[from:] is the
// rest.
func askedFrom(text string, from int) int {
	it := sentences.FromString(text[from:])
	it.Next()
	return from + it.End()
}

// terminal reports whether a character that is not ASCII may end a sentence or a
// paragraph: true for all that do, and for others that are rare.
func terminal(r rune) bool {
	switch {
	case r < 0x500:
		return r == '\u0085'
	case '‐' <= r && r <= '\u2029':
		return r == '\u2024' || r >= '\u2028'
	case '一' <= r && r <= '鿿':
		return false
	case '\u3000' <= r && r <= '〿', '\uFF00' <= r && r <= '\uFFEF':
		return r == '．' || unicode.Is(unicode.Sentence_Terminal, r)
	}
	return unicode.IsPunct(r) || !unicode.IsGraphic(r) // or newer than the tables
}

package glossary

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// oddLetter returns a letter of a text that is not the one it looks like, or
// none that the language is written with, and what is wrong with it.
func (o *orthography) oddLetter(text string) (id string, r rune) {
	for _, look := range [...]struct {
		id string
		at func(*orthography, string) (rune, bool)
	}{
		{"homoglyph", (*orthography).alien}, {"homoglyph", (*orthography).zero}, {"homoglyph", (*orthography).unlikeKana},
		{"homoglyph", (*orthography).amongHangul}, {"neighbour", (*orthography).neighbouring}, {"compatible", (*orthography).compatible},
	} {
		if r, ok := look.at(o, text); ok {
			return look.id, r
		}
	}
	return "", 0
}

// alien returns a letter of Latin, Cyrillic or Greek that stands in a word with
// letters of another of these scripts: they look alike, and the word is found
// nowhere. It is one that the language is not written with, if there is one.
func (o *orthography) alien(text string) (rune, bool) {
	own := o.scripts
	var in *unicode.RangeTable // the script of the word
	var first rune             // its first letter
	for _, r := range text {
		s := script(r)
		switch {
		case !unicode.IsLetter(r):
			in = nil
		case s != unicode.Latin && s != unicode.Cyrillic && s != unicode.Greek:
		case in == nil:
			in, first = s, r
		case in != s && own != nil && s == own[0]:
			return first, true
		case in != s:
			return r, true
		}
	}
	return 0, false
}

// zero returns a digit that stands among the letters of a word in place of an O.
func (*orthography) zero(text string) (rune, bool) {
	i := strings.IndexByte(text, '0')
	if i <= 0 || i+1 == len(text) {
		return 0, false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+1:])
	return '0', unicode.IsLetter(before) && unicode.IsLower(after)
}

// Han characters and dashes that look like katakana, such as 夕 like タ and 一
// like ー.
const (
	kanaAlike = "夕力口工八卜才一"
	barAlike  = "—–―─‐−"
)

// unlikeKana returns a character that stands among katakana and only looks like
// one of them, or a voicing mark that is no part of its letter.
func (*orthography) unlikeKana(text string) (rune, bool) {
	var last rune
	for i, r := range text {
		if isKatakana(last) {
			next, _ := utf8.DecodeRuneInString(text[min(i+utf8.RuneLen(r), len(text)):])
			ends := i+utf8.RuneLen(r) >= len(text)
			if r == '゛' || r == '゜' || isKatakana(next) && strings.ContainsRune(kanaAlike, r) || ends && strings.ContainsRune(barAlike, r) {
				return r, true
			}
		}
		last = r
	}
	return 0, false
}

func isKatakana(r rune) bool { return r >= 0x30A1 && r <= 0x30FA || r == 'ー' }

// amongHangul returns a Chinese character that goes on a word in Hangul.
func (o *orthography) amongHangul(text string) (rune, bool) {
	if !o.hangul {
		return 0, false
	}
	last := rune(0)
	for _, r := range text {
		if isHangul(last) && unicode.Is(unicode.Han, r) {
			return r, true
		}
		last = r
	}
	return 0, false
}

// neighbours are characters that a language is not written with, and that look
// like its own: letters of Persian in Arabic and the reverse, and dots between
// names.
var neighbours = map[string]string{"ar": "یکھہۀے", "fa": "يك", "ur": "يك", "ja": "·•∙⋅‧", "zh-Hans": "•・∙⋅‧"}

func (o *orthography) neighbouring(text string) (rune, bool) {
	if o.neighbours == "" {
		return 0, false
	}
	if i := strings.IndexAny(text, o.neighbours); i >= 0 {
		r, _ := utf8.DecodeRuneInString(text[i:])
		return r, true
	}
	return 0, false
}

// shapes are letters that stand for others, such as ﬁ, ℓ, 𝐍 and ﷺ. They were
// made for old encodings and for formulas.
var shapes = &unicode.RangeTable{
	R16: []unicode.Range16{{0x2100, 0x214F, 1}, {0x2E80, 0x2FD5, 1}, {0xF900, 0xFAFF, 1}, {0xFB00, 0xFB06, 1}, {0xFB1D, 0xFDFF, 1}, {0xFE70, 0xFEFC, 1}},
	R32: []unicode.Range32{{0x1D400, 0x1D7FF, 1}, {0x2F800, 0x2FA1F, 1}},
}

func (*orthography) compatible(text string) (rune, bool) {
	for _, r := range text {
		if r >= 0x2100 && unicode.Is(shapes, r) && (unicode.IsLetter(r) || unicode.Is(unicode.Han, r)) && plainLetters(r) != string(r) {
			return r, true
		}
	}
	return 0, false
}

// plainLetters returns what a letter stands for.
func plainLetters(r rune) string { return norm.NFKC.String(string(r)) }

func code(r rune) map[string]any {
	return map[string]any{"Found": string(r), "Code": fmt.Sprintf("U+%04X", r)}
}

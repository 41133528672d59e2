package align

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/concord-l10n/concord/locales"
)

// A token is something in a segment that its translation may have as well: a
// hash of it, the lowest bits of which are its class.
type token uint64

// A class is a kind of token.
type class uint8

const (
	figure class = iota // the digits of a number, or the number of a month
	code                // a word with a digit or an inner capital, an address
	word                // the first letters of a word, as far as alphabets share them
	han                 // a Han character
	sign                // a mark that has a counterpart in every language
	part                // what the segment is in the release
	name                // what a segment names, in whatever words; see Names
	classes
)

func (t token) class() class { return class(t & 7) }

func hashed(c class, text string) token {
	h := uint64(14695981039346656037) // FNV-1a
	for i := range len(text) {
		h = (h ^ uint64(text[i])) * 1099511628211
	}
	return token(h<<3 | uint64(c))
}

// A reader finds the tokens of texts in one language.
type reader struct {
	months map[string]string
	buf    []byte
	tokens []token
}

func newReader(r *locales.Rules) *reader {
	months := make(map[string]string, len(r.Structure.Months))
	for i, m := range r.Structure.Months {
		months[strings.ToLower(m)] = string(rune('0'+(i+1)/10)) + string(rune('0'+(i+1)%10))
	}
	return &reader{months: months}
}

// read adds the tokens of a text, with repetitions.
func (r *reader) read(text string) {
	for i := 0; i < len(text); {
		c, n := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			c, n = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z': // mostly
			i += r.word(text[i:])
		case c >= 0x4E00 && c <= 0x9FFF:
			r.add(han, text[i:i+n])
			i += n
		case unicode.IsDigit(c) && c < 0x10000:
			i += r.number(text[i:])
		case unicode.Is(unicode.Han, c):
			r.add(han, text[i:i+n])
			i += n
		case unicode.IsLetter(c):
			i += r.word(text[i:])
		default:
			if s := signs[c]; s != 0 {
				r.add(sign, string(s))
			}
			i += n
		}
	}
}

func (r *reader) add(c class, text string) { r.tokens = append(r.tokens, hashed(c, text)) }

// signs are marks, and what they count as.
var signs = map[rune]rune{
	'?': '?', '？': '?', '؟': '?', '!': '!', '！': '!', '%': '%', '％': '%', '٪': '%', ':': ':', '：': ':',
	'(': '(', '（': '(', '[': '(', '"': '"', '“': '"', '„': '"', '«': '"', '「': '"', '『': '"', ';': ';', '；': ';', '؛': ';',
}

// number adds the digits of a number without what parts them, and returns its
// length. Languages part them otherwise, and count by ten thousands: of a long
// number, or one that is parted, only the digits that are not 0 at its end count.
func (r *reader) number(text string) int {
	r.buf = r.buf[:0]
	parted, end := false, 0
	for i, c := range text {
		if unicode.IsDigit(c) {
			r.buf = append(r.buf, byte('0'+digit(c)))
			end = i + utf8.RuneLen(c)
		} else if c == '万' || c == '亿' || c == '萬' || c == '億' || c == '만' || c == '억' {
			parted = true
			break
		} else if i > end || !strings.ContainsRune(".,'’٬٫\u00a0\u202f", c) {
			break
		} else {
			parted = true
		}
	}
	if parted = parted && len(r.buf) > 1; parted || len(r.buf) > 2 {
		for len(r.buf) > 1 && r.buf[len(r.buf)-1] == '0' {
			r.buf = r.buf[:len(r.buf)-1]
		}
		r.buf = append(r.buf, '*')
	} else if len(r.buf) == 1 {
		r.buf = append([]byte{'0'}, r.buf...)
	}
	r.add(figure, string(r.buf))
	return max(end, 1)
}

// digit returns the value of a decimal digit: they stand in tens in Unicode.
func digit(c rune) int {
	switch {
	case c <= '9':
		return int(c - '0')
	case c >= '０' && c <= '９':
		return int(c - '０')
	}
	return int(c) & 15 % 10
}

// word adds a word, and returns its length.
func (r *reader) word(text string) int {
	end, inner, ascii := len(text), false, true
	for i, c := range text {
		if unicode.IsLetter(c) && !unspaced(c) || unicode.IsMark(c) {
			inner = inner || i > 0 && unicode.IsUpper(c)
			ascii = ascii && c < utf8.RuneSelf
			continue
		}
		if ascii && (c >= '0' && c <= '9' || (c == '.' || c == '@') && i+1 < len(text) && text[i+1] >= '0' && text[i+1] < utf8.RuneSelf && text[i+1] != ' ') {
			inner = true
			continue
		}
		end = i
		break
	}
	if end == 0 {
		_, n := utf8.DecodeRuneInString(text)
		return n
	}
	w := text[:end]
	switch month := r.months[strings.ToLower(w)]; {
	case month != "":
		r.add(figure, month)
	case inner && ascii:
		r.add(code, w)
	default:
		if s := r.skeleton(w); len(s) >= enough {
			r.add(word, s[:enough])
		}
	}
	return end
}

// enough is how many letters of a word count.
const enough = 4

// skeleton returns the first letters of a word as other alphabets and orthographies
// might have them.
func (r *reader) skeleton(w string) string {
	r.buf = r.buf[:0]
	for _, c := range w {
		if len(r.buf) >= enough {
			break
		}
		c = unicode.ToLower(c)
		if c >= utf8.RuneSelf && c < 0x250 {
			c, _ = utf8.DecodeRuneInString(norm.NFD.String(string(c)))
		}
		if l, ok := letters[c]; ok {
			if l != 0 {
				r.buf = append(r.buf, l)
			}
		} else if c < utf8.RuneSelf {
			r.buf = append(r.buf, byte(c))
		}
	}
	return string(r.buf)
}

// letters says as which Latin letter another counts, 0 for none.
var letters = map[rune]byte{
	'c': 'k', 'q': 'k', 'z': 's', 'y': 'i', 'w': 'v', 'j': 'i', 'ß': 's', 'ł': 'l', 'ø': 'o', 'đ': 'd', 'ı': 'i', 'æ': 'a', 'œ': 'o',
	'а': 'a', 'б': 'b', 'в': 'v', 'г': 'g', 'д': 'd', 'е': 'e', 'ё': 'e', 'ж': 'i', 'з': 's', 'и': 'i', 'й': 'i', 'к': 'k', 'л': 'l',
	'м': 'm', 'н': 'n', 'о': 'o', 'п': 'p', 'р': 'r', 'с': 's', 'т': 't', 'у': 'u', 'ф': 'f', 'х': 'h', 'ц': 'k', 'ч': 'k', 'ш': 's',
	'щ': 's', 'ъ': 0, 'ы': 'i', 'ь': 0, 'э': 'e', 'ю': 'u', 'я': 'a', 'і': 'i', 'ї': 'i', 'є': 'e',
}

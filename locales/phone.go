package locales

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// Phone lists the words by which a language announces a telephone or fax number.
type Phone struct {
	Before     []string // before the number, but for a colon and the like
	Extensions []string // between the number and that of the extension
	Counters   []string // behind a number that is counted: 电话 50000 部
}

// A PhoneNumber is a telephone or fax number in a text.
type PhoneNumber struct {
	Span   concord.Span
	Digits string // as they are written, in ASCII, with those of an extension
	Abroad bool   // with the code of the country: +86, 0086
	Sure   bool   // a word or a + says that it is one
}

// The number of digits that a number has: ITU-T E.164 allows 15. What has less
// than seven is told by a word alone, and has no blanks.
const (
	shortestPhone = 5
	plainPhone    = 7
	longestPhone  = 15

	longestExtension = 6
)

// Phones finds the telephone numbers in a text, in order, and what has digits
// enough to be one. It takes time linear in the length of the text.
func (r *Rules) Phones(text string) (all []PhoneNumber) {
	if !phoneDigits(text) {
		return nil
	}
	s := phoneScanner{text: text, own: &r.Phone, any: &For(language.Und).Phone}
	for at := 0; at < len(text); {
		c, n := utf8.DecodeRuneInString(text[at:])
		if digitOf(c) < 0 {
			at += n
			continue
		}
		p, end := s.read(at)
		if size := len(p.Digits); p.Sure || size >= shortestPhone && size <= longestPhone {
			all = append(all, p)
			s.last = p
		}
		at = end
	}
	return all
}

// phoneDigits reports whether a text may have digits enough.
func phoneDigits(text string) bool {
	n := 0
	for i := range len(text) {
		if c := text[i]; c >= '0' && c <= '9' || c == 0xEF || c == 0xD9 || c == 0xDB {
			if n++; n == shortestPhone {
				return true
			}
		}
	}
	return false
}

// digitOf returns the value of a digit, full-width and Arabic ones included; -1
// for what is none.
func digitOf(r rune) int {
	for _, zero := range [...]rune{'0', '０', '٠', '۰'} {
		if r >= zero && r <= zero+9 {
			return int(r - zero)
		}
	}
	return -1
}

type phoneScanner struct {
	text     string
	own, any *Phone
	last     PhoneNumber
}

const (
	phoneBlanks = " \u00a0\u202f\u2009\u3000"
	phoneSigns  = phoneBlanks + "-‐‑–－−.．·()（）"
)

// read reads the number whose first digit stands at an offset, and returns where
// to go on.
func (s *phoneScanner) read(at int) (PhoneNumber, int) {
	start := len(strings.TrimRight(s.text[:at], "(（"))
	plus := false
	if r, n := utf8.DecodeLastRuneInString(s.text[:start]); r == '+' || r == '＋' {
		start, plus = start-n, true
		start = len(strings.TrimRight(s.text[:start], "(（"))
	}
	digits, end := s.digits(at, plus)
	p := PhoneNumber{Span: concord.Span{Start: start, End: end}, Digits: digits, Abroad: plus}
	if number := s.text[start:end]; !strings.ContainsAny(number, ")）") { // the bracket is around more than the number
		p.Span.Start += len(number) - len(strings.TrimLeft(number, "(（"))
	}
	if before, _ := utf8.DecodeLastRuneInString(s.text[:start]); before < utf8.RuneSelf && (unicode.IsLetter(before) || strings.ContainsRune("_-/,.$#", before)) && !s.announced(start) {
		p.Digits = ""
		return p, end
	}
	if rest, ok := strings.CutPrefix(digits, "00"); ok && !plus && len(rest) > plainPhone {
		p.Digits, p.Abroad = rest, true
	}
	switch size := len(p.Digits); {
	case size < shortestPhone || size > longestPhone:
	case plus:
		p.Sure = abroad(digits)
	case s.counted(start, end):
	case s.announced(start), s.goesOn(start) && size >= plainPhone:
		p.Sure = true
	}
	if p.Sure {
		s.extension(&p)
	}
	return p, max(end, p.Span.End)
}

// digits returns the digits of a number from its first on, and where it ends.
func (s *phoneScanner) digits(at int, plus bool) (string, int) {
	var b []byte
	end, signs := at, 0
	before, few := -1, 0 // where the number ended before a bracket that is still open, and its digits
	for i, r := range s.text[at:] {
		if d := digitOf(r); d >= 0 {
			b = append(b, byte('0'+d))
			end, signs = at+i+utf8.RuneLen(r), 0
			continue
		}
		switch r {
		case '(', '（':
			before, few = end, len(b)
		case ')', '）':
			before = -1
		}
		const most = 3                                                          // signs between two digits: ") - "
		area := r == '/' && (len(b) <= 5 && b[0] == '0' || len(b) <= 6 && plus) // 030/12345
		wrapped := r == '\n' && plus && len(b) < 11                             // digits: a whole number may end the line
		if signs++; signs > most || !area && !wrapped && !strings.ContainsRune(phoneSigns, r) {
			break
		}
	}
	if before >= 0 && len(b) > few { // "400-555-0199 (6 a.m. to midnight)"
		b, end = b[:few], before
	}
	if strings.Contains(s.text[at:end], "(0)") || strings.Contains(s.text[at:end], "（0）") {
		if n := strings.IndexByte(string(b), '0'); n >= 0 && n < 4 { // +44 (0)20: not dialled from abroad
			b = append(b[:n], b[n+1:]...)
		}
	}
	return string(b), end
}

// abroad reports whether digits behind a + can be a number: amounts and changes
// have a + as well.
func abroad(digits string) bool {
	switch {
	case digits[0] == '0', strings.HasSuffix(digits, "000"):
		return false
	case digits[0] == '1', digits[0] == '7':
		return len(digits) >= 11
	}
	return len(digits) >= 9
}

// announced reports whether a word before an offset says that a number follows.
func (s *phoneScanner) announced(at int) bool {
	before := strings.TrimRight(s.text[:at], phoneSigns+":：*|")
	for _, words := range [][]string{s.own.Before, s.any.Before} {
		for _, word := range words {
			n := len(before) - len(word)
			if n < 0 || !strings.EqualFold(before[n:], word) {
				continue
			}
			first, _ := utf8.DecodeRuneInString(word)
			if r, _ := utf8.DecodeLastRuneInString(before[:n]); n == 0 || first >= 0x2E80 || !unicode.IsLetter(r) {
				return true
			}
		}
	}
	return false
}

// goesOn reports whether a number at an offset follows another in a list.
func (s *phoneScanner) goesOn(at int) bool {
	if !s.last.Sure || s.last.Span.End > at {
		return false
	}
	between := s.text[s.last.Span.End:at]
	const longest = 8
	return len(between) <= longest && strings.Trim(between, phoneBlanks+",，、;；/") == ""
}

// counted reports whether a number says how many there are.
func (s *phoneScanner) counted(start, end int) bool {
	rest := strings.TrimLeft(s.text[end:], phoneBlanks)
	for _, c := range s.own.Counters {
		if strings.HasPrefix(rest, c) {
			return true
		}
	}
	if first, _ := utf8.DecodeRuneInString(s.text[end:]); first < 0x2E80 && unicode.IsLetter(first) {
		return true
	}
	number := s.text[start:end]
	if first, _ := utf8.DecodeRuneInString(rest); end-start <= plainPhone && unicode.IsLower(first) && !strings.ContainsAny(s.text[max(0, start-2):start], ":.") {
		return true // mobile 500000 users
	}
	groups := strings.FieldsFunc(number, func(r rune) bool { return strings.ContainsRune(phoneSigns, r) })
	if len(groups) > 1 && len(number) < len("000 000 000") {
		for _, g := range groups[1:] {
			if len(g) != 3 {
				return false
			}
		}
		first, _ := utf8.DecodeRuneInString(rest)
		return unicode.IsLetter(first) && number[0] != '0'
	}
	return false
}

// extension adds the digits of an extension: "ext. 12", 转12.
func (s *phoneScanner) extension(p *PhoneNumber) {
	rest := s.text[p.Span.End:]
	trimmed := strings.TrimLeft(rest, phoneBlanks+",，(（")
	for _, words := range [][]string{s.own.Extensions, s.any.Extensions} {
		for _, word := range words {
			if len(trimmed) < len(word) || !strings.EqualFold(trimmed[:len(word)], word) {
				continue
			}
			number := strings.TrimLeft(trimmed[len(word):], phoneBlanks+".:：")
			at := len(s.text) - len(number)
			if r, _ := utf8.DecodeRuneInString(number); digitOf(r) < 0 {
				continue
			}
			digits, end := s.digits(at, false)
			if len(digits) <= longestExtension {
				p.Digits, p.Span.End = p.Digits+digits, end
			}
			return
		}
	}
}

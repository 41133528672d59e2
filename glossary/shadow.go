package glossary

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/concord-l10n/concord"
)

// A Shadow is a text with everything folded that must not keep a term from
// being found, and the way back to the original:
//
//   - every character cluster in NFC; soft hyphens and zero-width characters gone
//   - runs of any kind of space, with at most one line break, one space; between
//     two Han or kana letters a line break is nothing at all
//   - a tab, or a blank line, one tab or one line break: no term crosses them
//   - full-width letters, digits and hyphens in ASCII; typographic apostrophes,
//     hyphens and double quotation marks as ', - and "
//   - behind a hyphen, a line break and its indentation are nothing
//
// Capitals stay. The zero Shadow is that of the empty text.
type Shadow struct {
	Text string
	from []int32 // for each byte of Text, where its cluster begins in the original; nil if Text is the original
	to   []int32 // and where it ends
	size int     // bytes of the original
	eol  []int32 // offsets in Text of hyphens that stood at a line end
}

// NewShadow returns the shadow of a text. Its cost is linear.
func NewShadow(text string) Shadow {
	if plain(text) {
		return Shadow{Text: text, size: len(text)}
	}
	b := shadower{in: text, from: make([]int32, 0, len(text)), to: make([]int32, 0, len(text))}
	b.out.Grow(len(text))
	for b.at < len(text) {
		b.step()
	}
	return Shadow{Text: b.out.String(), from: b.from, to: b.to, size: len(text), eol: b.eol}
}

// Span returns the bytes of the original behind [start, end) of the shadow.
func (s *Shadow) Span(start, end int) concord.Span {
	if s.from == nil || start >= end {
		return concord.Span{Start: s.Start(start), End: s.Start(end)}
	}
	return concord.Span{Start: int(s.from[start]), End: int(s.to[end-1])}
}

// Start returns where the cluster at an offset of the shadow begins.
func (s *Shadow) Start(at int) int {
	switch {
	case s.from == nil:
		return at
	case at >= len(s.from):
		return s.size
	}
	return int(s.from[at])
}

// edge reports whether a cluster of the original begins at an offset.
func (s *Shadow) edge(at int) bool {
	return s.from == nil || at == 0 || at >= len(s.from) || s.from[at] != s.from[at-1]
}

// plain reports whether a text is its own shadow: printable ASCII without runs
// of spaces.
func plain(text string) bool {
	last := byte(0)
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c < ' ' || c > '~' || c == ' ' && last == ' ' {
			return false
		}
		last = c
	}
	return true
}

type shadower struct {
	in       string
	at       int
	out      strings.Builder
	from, to []int32
	eol      []int32
	last     rune // the last rune written
	prev     rune // the one before it
}

func (b *shadower) step() {
	c := b.in[b.at]
	if c > ' ' && c < 0x7f && (b.at+1 == len(b.in) || b.in[b.at+1] < utf8.RuneSelf) {
		b.emit(rune(c), b.at, b.at+1)
		b.at++
		return
	}
	r, n := utf8.DecodeRuneInString(b.in[b.at:])
	switch {
	case space(r) || r == '\t' || r == '\n' || r == '\r':
		b.gap()
	case dropped(r):
		b.at += n
	case r == utf8.RuneError && n == 1:
		b.emit('\uFFFD', b.at, b.at+1)
		b.at++
	default:
		b.cluster()
	}
}

// cluster writes the NFC of the next character and what combines with it.
func (b *shadower) cluster() {
	rest := b.in[b.at:]
	n := norm.NFC.NextBoundaryInString(rest, true)
	if n <= 0 {
		_, n = utf8.DecodeRuneInString(rest)
	}
	// The boundary of a run of invisible characters may lie behind them.
	for i, r := range rest[:n] {
		if i > 0 && (dropped(r) || space(r) || r < ' ' || r == utf8.RuneError) {
			n = i
			break
		}
	}
	start, end := b.at, b.at+n
	s := rest[:n]
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	for _, r := range s {
		b.emit(fold(r), start, end)
	}
	b.at = end
}

// gap writes the white space from b.at on as one character, or none.
func (b *shadower) gap() {
	start, breaks, tab := b.at, 0, false
	for b.at < len(b.in) {
		r, n := utf8.DecodeRuneInString(b.in[b.at:])
		switch {
		case r == '\t' && breaks == 0:
			tab = true
		case r == '\t' || space(r) || dropped(r):
		case r == '\r' && strings.HasPrefix(b.in[b.at:], "\r\n"):
			n, breaks = 2, breaks+1
		case r == '\n' || r == '\r':
			breaks++
		default:
			b.close(start, breaks, tab, r)
			return
		}
		b.at += n
	}
	b.close(start, breaks, tab, 0)
}

func (b *shadower) close(start, breaks int, tab bool, next rune) {
	switch {
	case breaks > 1:
		b.emit('\n', start, b.at)
	case tab:
		b.emit('\t', start, b.at)
	case breaks == 1 && unspaced(b.last) && unspaced(next):
	case breaks == 1 && b.last == '-' && unicode.IsLetter(next) && unicode.IsLetter(b.prev):
		b.eol = append(b.eol, int32(b.out.Len()-1))
	default:
		b.emit(' ', start, b.at)
	}
}

func (b *shadower) emit(r rune, from, to int) {
	n, _ := b.out.WriteRune(r)
	for range n {
		b.from, b.to = append(b.from, int32(from)), append(b.to, int32(to))
	}
	b.prev, b.last = b.last, r
}

// space reports whether r is a blank that does not end a line.
func space(r rune) bool {
	switch {
	case r == ' ', r == 0xA0, r == 0x1680, r >= 0x2000 && r <= 0x200A, r == 0x202F, r == 0x205F, r == 0x3000, r == '\f', r == '\v':
		return true
	}
	return false
}

// dropped reports whether r is invisible and means nothing to a term.
func dropped(r rune) bool {
	switch r {
	case 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF:
		return true
	}
	return false
}

// unspaced reports whether words are written without spaces in the script of r.
func unspaced(r rune) bool {
	return r >= 0x2E80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r == 'ー' || r == '々')
}

func fold(r rune) rune {
	switch {
	case r < 0x2010 && r != 'ʼ':
		return r
	case r == 'ʼ' || r == '‘' || r == '’' || r == '‛' || r == '＇':
		return '\''
	case r == '‐' || r == '‑' || r == '－' || r == '﹣':
		return '-'
	case r == '“' || r == '”' || r == '„' || r == '‟' || r == '＂':
		return '"'
	case r >= '０' && r <= '９' || r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ':
		return r - 0xFEE0
	}
	return r
}

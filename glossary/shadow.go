package glossary

import (
	"sort"
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
//   - full-width letters, digits and hyphens in ASCII, and the long s an s;
//     typographic apostrophes, hyphens and double quotation marks as ', - and "
//   - behind a hyphen, a line break and its indentation are nothing
//
// Capitals stay. The zero Shadow is that of the empty text. A Shadow is not safe
// for concurrent use.
type Shadow struct {
	Text string
	cuts []cut   // where Text is not byte for byte the original, in order
	eol  []int32 // offsets in Text of hyphens that stood at a line end
	size int     // bytes of the original
	near int     // the cut that was asked for last, + 1
}

// A cut says that n bytes of the shadow at an offset stand for one cluster of
// the original. Between cuts every character is a cluster of its own.
type cut struct{ at, n, from, to int32 }

// NewShadow returns the shadow of a text. Its cost is linear.
func NewShadow(text string) Shadow {
	var b shadower
	return b.shadow(text)
}

// Span returns the bytes of the original behind [start, end) of the shadow.
func (s *Shadow) Span(start, end int) concord.Span {
	if start >= end {
		return concord.Span{Start: s.Start(start), End: s.Start(end)}
	}
	return concord.Span{Start: s.Start(start), End: s.end(end)}
}

// Start returns where the cluster at an offset of the shadow begins.
func (s *Shadow) Start(at int) int {
	if at >= len(s.Text) {
		return s.size
	}
	c := s.before(at + 1)
	if at < int(c.at+c.n) {
		return int(c.from)
	}
	return int(c.to-c.at-c.n) + at
}

// end returns where the cluster before an offset of the shadow ends.
func (s *Shadow) end(at int) int {
	c := s.before(at)
	if at < int(c.at+c.n) {
		return int(c.to)
	}
	return int(c.to-c.at-c.n) + at
}

// edge reports whether a cluster of the original begins at an offset.
func (s *Shadow) edge(at int) bool {
	c := s.before(at)
	return at >= int(c.at+c.n)
}

// before returns the last cut that begins before an offset. It is mostly asked
// for places near the last.
func (s *Shadow) before(at int) cut {
	i, n := s.near, len(s.cuts)
	for range 16 {
		if i < n && int(s.cuts[i].at) < at {
			i++
		} else if i > 0 && int(s.cuts[i-1].at) >= at {
			i--
		} else {
			break
		}
	}
	if i < n && int(s.cuts[i].at) < at || i > 0 && int(s.cuts[i-1].at) >= at {
		i = sort.Search(n, func(i int) bool { return int(s.cuts[i].at) >= at })
	}
	s.near = i
	if i == 0 {
		return cut{}
	}
	return s.cuts[i-1]
}

// joined returns the shadow with the hyphens that stood at line ends left out.
// Its eol are the places where they stood.
func (s *Shadow) joined() Shadow {
	out := Shadow{size: s.size}
	var b strings.Builder
	last, next := 0, 0
	move := func(until int) { // the cuts that begin before an offset
		for ; next < len(s.cuts) && int(s.cuts[next].at) < until; next++ {
			c := s.cuts[next]
			c.at -= int32(len(out.eol))
			out.cuts = append(out.cuts, c)
		}
	}
	for _, h := range s.eol {
		b.WriteString(s.Text[last:h])
		last = int(h) + 1
		move(int(h))
		for next < len(s.cuts) && s.cuts[next].at == h {
			next++
		}
		at := int32(b.Len())
		out.cuts = append(out.cuts, cut{at: at, from: int32(s.Start(int(h))), to: int32(s.end(int(h) + 1))})
		out.eol = append(out.eol, at)
	}
	b.WriteString(s.Text[last:])
	move(len(s.Text) + 1)
	out.Text = b.String()
	return out
}

// A shadower makes shadows. What it returns lasts until it makes the next.
type shadower struct {
	in   string
	at   int
	out  []byte
	cuts []cut
	eol  []int32
}

func (b *shadower) shadow(text string) Shadow {
	n := plainLen(text)
	if n == len(text) {
		return Shadow{Text: text, size: len(text)}
	}
	b.in, b.at, b.out, b.cuts, b.eol = text, 0, b.out[:0], b.cuts[:0], b.eol[:0]
	for {
		b.out = append(b.out, text[b.at:b.at+n]...)
		b.at += n
		if b.at == len(text) {
			return Shadow{Text: stringOf(b.out), cuts: b.cuts, size: len(text), eol: b.eol}
		}
		b.step()
		n = plainLen(text[b.at:])
	}
}

// alone reports whether a text surely begins with no combining character.
func alone(rest string) bool {
	if rest == "" || rest[0] < utf8.RuneSelf {
		return rest == "" || rest[0] >= ' '
	}
	return plainRune(bytesOf(rest), 0) > 0
}

// step writes what stands at b.at: white space, nothing, or a cluster.
func (b *shadower) step() {
	r, n := utf8.DecodeRuneInString(b.in[b.at:])
	switch {
	case n == 3 && r >= 0x2010 && r < 0x2020 && fold(r) < utf8.RuneSelf && alone(b.in[b.at+n:]):
		b.cuts = append(b.cuts, cut{int32(len(b.out)), 1, int32(b.at), int32(b.at + n)})
		b.out = append(b.out, byte(fold(r)))
		b.at += n
	case space(r) || r == '\t' || r == '\n' || r == '\r':
		b.gap()
	case dropped(r):
		b.at += n
		b.emit("", b.at-n, b.at)
	case r == utf8.RuneError && n == 1:
		b.at++
		b.emit("\uFFFD", b.at-1, b.at)
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
	s := rest[:n]
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	b.at += n
	b.emit(strings.Map(fold, s), b.at-n, b.at)
}

// gap writes the white space from b.at on as one character, or none.
func (b *shadower) gap() {
	start, breaks, tab := b.at, 0, false
	next := rune(0)
scan:
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
			next = r
			break scan
		}
		b.at += n
	}
	last, n := utf8.DecodeLastRune(b.out)
	prev, _ := utf8.DecodeLastRune(b.out[:len(b.out)-n])
	switch {
	case breaks > 1:
		b.emit("\n", start, b.at)
	case tab:
		b.emit("\t", start, b.at)
	case breaks == 1 && unspaced(last) && unspaced(next):
		b.emit("", start, b.at)
	case breaks == 1 && last == '-' && unicode.IsLetter(next) && unicode.IsLetter(prev):
		b.eol = append(b.eol, int32(len(b.out)-1))
		b.emit("", start, b.at)
	default:
		b.emit(" ", start, b.at)
	}
}

func (b *shadower) emit(s string, from, to int) {
	at := len(b.out)
	b.out = append(b.out, s...)
	b.cut(at, from, to)
}

// cut notes that the shadow from an offset on stands for one cluster, unless
// it is one character as long as that cluster.
func (b *shadower) cut(at, from, to int) {
	n := len(b.out) - at
	if _, size := utf8.DecodeRune(b.out[at:]); n == 0 || n != to-from || n != size {
		b.cuts = append(b.cuts, cut{int32(at), int32(n), int32(from), int32(to)})
	}
}

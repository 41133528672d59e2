package format

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/concord-l10n/concord"
)

// htmlText gathers the text of one segment.
type htmlText struct {
	raw    []byte
	text   []byte
	pieces []htmlPiece
	marks  []concord.Mark
	links  []concord.Link
	tags   []concord.Tag
	leads  bool // the last link is open
}

// A piece is a stretch of text that is decoded in one go.
type htmlPiece struct {
	concord.Run
	// open means that the bytes right behind could turn it into something else:
	// a bare & or <, a reference without its semicolon. It becomes one run with
	// the piece behind it, so that no edit can begin in between.
	open   bool
	behind int // where the bytes behind a <br> begin; 0 for other pieces
}

// add appends the text of raw[start:end], protected by what if that is not "".
func (t *htmlText) add(start, end int, what string) {
	if n := len(t.pieces); n > 0 && start > 0 && t.pieces[n-1].behind == start {
		// White space behind <br> shows as nothing; as a second line break it
		// would read as the end of a paragraph.
		start += len(t.raw[start:end]) - len(bytes.TrimLeft(t.raw[start:end], " \t\r\n\f"))
		t.pieces[n-1].behind = start
	}
	from := len(t.text)
	for at := start; at < end; {
		n := bytes.IndexAny(t.raw[at:end], "&<")
		if n < 0 {
			n = end - at
		}
		t.plain(at, at+n, false)
		if at += n; at < end {
			at = t.sign(at, end)
		}
	}
	t.mark(from, what)
}

// sign appends what begins with a & or <, and returns where that ends.
func (t *htmlText) sign(at, end int) int {
	decoded, n := htmlReference(t.raw[at:end])
	if n == 0 {
		n = 1
		t.plain(at, at+1, true)
	} else {
		closed := t.raw[at+n-1] == ';'
		t.piece([]byte(decoded), at, at+n, htmlPiece{open: !closed, Run: concord.Run{Escape: true}})
		if closed {
			return at + n
		}
	}
	at += n
	n = 0
	for at+n < end && nameByte(t.raw[at+n]) {
		n++
	}
	t.plain(at, at+n, true)
	at += n
	if at == end || t.raw[at] == '&' || t.raw[at] == '<' {
		return at
	}
	_, n = utf8.DecodeRune(t.raw[at:end])
	t.plain(at, at+n, false)
	return at + n
}

// nameByte reports whether b can continue a reference or, in a title, an end tag.
func nameByte(b byte) bool { return letterOrDigit(b) || b == '#' || b == '/' }

func letterOrDigit(b byte) bool {
	return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9'
}

// lineBreak appends a <br>. No bytes of the file stand for the break, only the
// place before the tag: no edit can span it, and none can take it away.
func (t *htmlText) lineBreak(start, end int, what string) {
	from := len(t.text)
	t.piece([]byte("\n"), start, start, htmlPiece{behind: end, Run: concord.Run{Escape: true}})
	t.mark(from, what)
}

func (t *htmlText) plain(start, end int, open bool) {
	if start < end {
		t.piece(t.raw[start:end], start, end, htmlPiece{open: open})
	}
}

func (t *htmlText) piece(text []byte, start, end int, p htmlPiece) {
	p.Text.Start = len(t.text)
	t.text = append(t.text, text...)
	p.Text.End = len(t.text)
	p.Raw = concord.Span{Start: start, End: end}
	t.pieces = append(t.pieces, p)
}

func (t *htmlText) mark(from int, what string) {
	if what == "" || from == len(t.text) {
		return
	}
	if n := len(t.marks); n > 0 && t.marks[n-1].What == what && t.marks[n-1].Span.End == from {
		t.marks[n-1].Span.End = len(t.text)
		return
	}
	t.marks = append(t.marks, concord.Mark{Span: concord.Span{Start: from, End: len(t.text)}, What: what})
}

// link begins a link to an address, or with "" only ends the one at hand. A link
// goes no further than its segment.
func (t *htmlText) link(address string) {
	if t.leads {
		t.links[len(t.links)-1].Span.End = len(t.text)
	}
	if t.leads = address != ""; t.leads {
		t.links = append(t.links, concord.Link{Span: concord.Span{Start: len(t.text)}, Address: address})
	}
}

// tag puts a tag behind the text so far.
func (t *htmlText) tag(tag concord.Tag) {
	tag.At = len(t.text)
	t.tags = append(t.tags, tag)
}

// segment returns what was gathered, without the white space around it, and
// begins anew. It reports false if there was nothing else.
func (t *htmlText) segment() (concord.Segment, bool) {
	t.link("")
	defer func() {
		t.text, t.pieces, t.marks, t.links, t.tags = t.text[:0], t.pieces[:0], t.marks[:0], t.links[:0], t.tags[:0]
	}()
	left := bytes.TrimLeftFunc(t.text, invisible)
	in := concord.Span{Start: len(t.text) - len(left)}
	in.End = in.Start + len(bytes.TrimRightFunc(left, invisible))
	if in.Len() == 0 {
		return concord.Segment{}, false
	}
	s := concord.Segment{Text: string(t.text[in.Start:in.End])}
	open := false
	for _, p := range t.pieces {
		if !p.Text.Overlaps(in) {
			continue
		}
		s.Runs = p.join(s.Runs, in, open)
		open = p.open
	}
	for _, m := range t.marks {
		if m.Span.Overlaps(in) {
			m.Span = within(m.Span, in)
			s.Marks = append(s.Marks, m)
		}
	}
	for _, l := range t.links {
		if l.Span.Overlaps(in) {
			l.Span = within(l.Span, in)
			s.Links = append(s.Links, l)
		}
	}
	for _, tag := range t.tags {
		tag.At = min(max(in.Start, tag.At), in.End) - in.Start
		s.Tags = append(s.Tags, tag)
	}
	return s, true
}

// join appends a piece to runs as part of the last run or as a new one, with
// text offsets counted from in.Start.
func (p htmlPiece) join(runs []concord.Run, in concord.Span, open bool) []concord.Run {
	r := p.Run
	r.Text = within(r.Text, in)
	if !r.Escape {
		r.Raw.Start += r.Text.Start + in.Start - p.Text.Start
		r.Raw.End = r.Raw.Start + r.Text.Len()
	}
	r.Escape = r.Escape || p.open
	if n := len(runs); n > 0 && runs[n-1].Raw.End == r.Raw.Start && (open || !r.Escape && !runs[n-1].Escape) {
		runs[n-1].Text.End, runs[n-1].Raw.End = r.Text.End, r.Raw.End
		return runs
	}
	return append(runs, r)
}

// within returns the part of s that lies in t, counted from where t begins.
func within(s, t concord.Span) concord.Span {
	return concord.Span{Start: max(s.Start, t.Start) - t.Start, End: min(s.End, t.End) - t.Start}
}

func invisible(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' }

// The longest name of a character, with its &, has 32 bytes; the longest that
// may do without a semicolon has 7.
const (
	longestName = 32
	longestBare = 7
)

// htmlReference decodes the character reference that b begins with. The length is 0
// if there is none.
func htmlReference(b []byte) (text string, n int) {
	switch {
	case len(b) < 3 || b[0] != '&':
		return "", 0
	case b[1] == '#':
		return numericReference(b)
	}
	for n = 1; n < min(len(b), longestName) && letterOrDigit(b[n]); {
		n++
	}
	name := string(b[:n])
	bare := html.UnescapeString(name)
	if n < len(b) && b[n] == ';' {
		// It is known with its semicolon if that does not come back.
		if text := html.UnescapeString(name + ";"); text != bare+";" {
			return text, n + 1
		}
	}
	if bare == name {
		return "", 0
	}
	for n = min(n, longestBare); n > 2; n-- {
		if text := html.UnescapeString(name[:n]); utf8.RuneCountInString(text) == 1 {
			return text, n
		}
	}
	return "", 0
}

func numericReference(b []byte) (string, int) {
	n, digits := 2, "0123456789"
	if b[n] == 'x' || b[n] == 'X' {
		n, digits = 3, "0123456789abcdefABCDEF"
	}
	start := n
	for n < len(b) && strings.IndexByte(digits, b[n]) >= 0 {
		n++
	}
	if n == start {
		return "", 0
	}
	if n < len(b) && b[n] == ';' {
		n++
	}
	return html.UnescapeString(string(b[:n])), n
}

package format

import (
	"bytes"
	"unicode"
	"unicode/utf8"
	"unsafe"

	"github.com/concord-l10n/concord"
)

// Text is plain text: paragraphs set apart by blank lines, hard-wrapped or not,
// or one paragraph a line. Between two fences of ``` it is code.
var Text = &Codec{
	Name:       "text",
	Extensions: []string{".txt", ".text"},
	Decode:     func(raw []byte) ([]concord.Segment, error) { return decodeText(raw, nil), nil },
	Escape:     func(s string) string { return s },
	again: func(d *concord.Document, raw []byte) ([]concord.Segment, error) {
		return decodeText(raw, splitBlocks(d)), nil
	},
}

// A textReader turns lines into segments. It works in one pass, but for a block
// with a long line, which it looks at again.
type textReader struct {
	raw    []byte
	text   string // the same: segments share it
	plain  bool   // lines end with \n or \r\n alone
	fences []concord.Span
	split  []bool // what was decided for each block when the file was read before
	blocks int
	segs   []concord.Segment
	runs   []concord.Run
}

func newTextReader(raw []byte) *textReader {
	// The bytes of a document are never modified, so no copy is needed.
	r := &textReader{raw: raw, text: unsafe.String(unsafe.SliceData(raw), len(raw))}
	r.plain = bytes.IndexByte(raw, '\f') < 0 && !bytes.Contains(raw, []byte("\u2028")) && !bytes.Contains(raw, []byte("\u2029")) &&
		(bytes.IndexByte(raw, '\r') < 0 || bytes.Count(raw, []byte{'\r'}) == bytes.Count(raw, []byte("\r\n")))
	return r
}

// paragraph is about how many bytes a segment has.
const paragraph = 256

func decodeText(raw []byte, split []bool) []concord.Segment {
	r := newTextReader(raw)
	r.fences, r.split = r.fenced(), split
	r.segs = make([]concord.Segment, 0, 8+len(raw)/paragraph)
	r.read(r.block, func(at, stop, blank int) {
		r.add(at, stop, blank)
		r.segs[len(r.segs)-1].Kind = concord.Blank
	})
	return r.segs
}

// read goes through the blocks of lines that are not blank, and the blank lines
// that hold something. Both come with the number of blank lines before; a block
// also with whether a line in it is long.
func (r *textReader) read(block func(start, end, blank int, long bool), space func(at, stop, blank int)) {
	blank, start, end, long := 0, -1, 0, false
	flush := func() {
		if start >= 0 {
			block(start, end, blank, long)
			blank, start, long = 0, -1, false
		}
	}
	at := 0
	if bytes.HasPrefix(r.raw, []byte(byteOrderMark)) {
		at = len(byteOrderMark)
	}
	for at < len(r.raw) {
		stop, next := r.line(at)
		if blankLine(r.raw[at:stop]) {
			flush()
			if stop > at {
				space(at, stop, blank)
			}
			blank++
		} else {
			if start < 0 {
				start = at
			}
			end = stop
			long = long || r.blocks >= len(r.split) && r.long(at, stop)
			if next > stop && r.pageEnds(next) {
				flush()
			}
		}
		at = next
	}
	flush()
}

// line returns where the line at an offset ends and where the next one begins.
func (r *textReader) line(at int) (stop, next int) {
	if r.plain {
		n := bytes.IndexByte(r.raw[at:], '\n')
		if n < 0 {
			return len(r.raw), len(r.raw)
		}
		stop, next = at+n, at+n+1
		if stop > at && r.raw[stop-1] == '\r' {
			stop--
		}
		return stop, next
	}
	for i, b := range r.raw[at:] {
		switch b {
		case '\n', '\f':
			return at + i, at + i + 1
		case '\r':
			if bytes.HasPrefix(r.raw[at+i+1:], []byte("\n")) {
				return at + i, at + i + 2
			}
			return at + i, at + i + 1
		case 0xE2:
			if s := r.raw[at+i:]; bytes.HasPrefix(s, []byte("\u2028")) || bytes.HasPrefix(s, []byte("\u2029")) {
				return at + i, at + i + len("\u2028")
			}
		}
	}
	return len(r.raw), len(r.raw)
}

// pageEnds reports whether the line end before an offset also ends a paragraph:
// a form feed, or U+2029.
func (r *textReader) pageEnds(next int) bool {
	return !r.plain && (r.raw[next-1] == '\f' || bytes.HasSuffix(r.raw[:next], []byte("\u2029")))
}

// block makes segments of a block: one, or one of each line. Lines of code stay
// together.
func (r *textReader) block(start, end, blank int, long bool) {
	var apart bool
	if r.blocks < len(r.split) {
		apart = r.split[r.blocks]
	} else {
		apart = long && r.apart(start, end)
	}
	r.blocks++
	if !apart {
		r.add(start, end, blank)
		return
	}
	for at := start; at < end; blank = 0 {
		stop, next := r.line(at)
		for _, f := range r.fences {
			if f.Start > at {
				break
			}
			if f.End > stop {
				stop, next = r.line(min(f.End, end))
			}
		}
		r.add(at, min(stop, end), blank)
		at = next
	}
}

// add appends raw[start:end] as a segment.
func (r *textReader) add(start, end, blank int) {
	if len(r.runs) == cap(r.runs) {
		r.runs = make([]concord.Run, 0, min(1024, 16+2*cap(r.runs)))
	}
	n := len(r.runs)
	r.runs = append(r.runs, concord.Run{Text: concord.Span{End: end - start}, Raw: concord.Span{Start: start, End: end}})
	s := concord.Segment{Blank: blank, Text: r.text[start:end], Runs: r.runs[n : n+1 : n+1]}
	in := concord.Span{Start: start, End: end}
	for len(r.fences) > 0 && r.fences[0].End <= start {
		r.fences = r.fences[1:]
	}
	for _, f := range r.fences {
		if !f.Overlaps(in) {
			break
		}
		s.Marks = append(s.Marks, concord.Mark{Span: within(f, in), What: "code"})
	}
	r.segs = append(r.segs, s)
}

// line returns where the line at an offset ends and where the next one begins.
func line(raw []byte, at int) (stop, next int) {
	i := bytes.IndexAny(raw[at:], "\r\n")
	if i < 0 {
		return len(raw), len(raw)
	}
	stop, next = at+i, at+i+1
	if raw[stop] == '\r' && next < len(raw) && raw[next] == '\n' {
		next++
	}
	return stop, next
}

func blankLine(b []byte) bool {
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if !unicode.IsSpace(r) && r != '\ufeff' && r != '\u200b' {
			return false
		}
		b = b[n:]
	}
	return true
}

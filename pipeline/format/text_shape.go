package format

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// Nobody wraps text by hand at more than wrapColumn columns. Programs do, up to
// wrapLimit; there the lines themselves must show it.
const (
	wrapColumn = 100
	wrapLimit  = 160
)

// long reports whether a line is longer than hard-wrapped text has it. One long
// word, such as an address, has no place to be wrapped at.
func (r *textReader) long(at, stop int) bool {
	return !fits(r.text[at:stop], wrapColumn) && !oneToken(r.raw[at:stop])
}

// head returns as much of a line as its width can depend on.
func (r *textReader) head(at, stop int) string {
	return r.text[at:min(stop, at+utf8.UTFMax*4*longest)]
}

func oneToken(line []byte) bool {
	line = bytes.TrimSpace(line)
	return bytes.IndexByte(line, ' ') < 0 && bytes.IndexByte(line, '\t') < 0 &&
		bytes.IndexFunc(line, func(r rune) bool { return r >= 0x1100 }) < 0
}

// apart reports whether the lines of a block are paragraphs of their own, and
// not one paragraph that a program has wrapped at an unusual width: there, most
// lines go on in the next, or fill the width.
func (r *textReader) apart(start, end int) bool {
	widest := 0
	for at := start; at < end; {
		stop, next := r.line(at)
		text := r.head(at, min(stop, end))
		if !fits(text, wrapLimit) {
			return true
		}
		widest = max(widest, width(text, 2*longest))
		at = next
	}
	lines, goOn := 0, 0
	for at := start; ; lines++ {
		stop, next := r.line(at)
		if next >= end || stop >= end {
			break
		}
		text := r.head(at, stop)
		first, _ := utf8.DecodeRune(bytes.TrimLeft(r.raw[next:end], " \t"))
		if !stopped(text) && (unicode.IsLower(first) || width(text, 2*longest) >= widest-4) {
			goOn++
		}
		at = next
	}
	return 3*goOn < 2*lines
}

// splitBlocks returns for every block of a document whether it was read as one
// segment a line. A correction does not change how a text is divided, though
// lines become longer and shorter.
func splitBlocks(d *concord.Document) []bool {
	var split []bool
	r, n := newTextReader(d.Raw), 0
	if r.plain { // but for blank lines nothing parts blocks
		for i := range d.Segments {
			switch s := &d.Segments[i]; {
			case s.Kind == concord.Blank:
			case s.Blank > 0 || len(split) == 0:
				split = append(split, false)
			default:
				split[len(split)-1] = true
			}
		}
		return split
	}
	r.read(func(_, end, _ int, _ bool) {
		parts := 0
		for ; n < len(d.Segments) && d.Segments[n].Runs[0].Raw.Start < end; n++ {
			if d.Segments[n].Kind != concord.Blank {
				parts++
			}
		}
		split = append(split, parts > 1)
	}, func(int, int, int) {})
	return split
}

// fence is the shortest run of backticks that opens a stretch of code.
const fence = "```"

// fenced returns the stretches from a line of ``` to the next line of as many
// or more, both included. A fence that is never closed is none, so that nothing
// behind it goes unread.
func (r *textReader) fenced() []concord.Span {
	if !bytes.Contains(r.raw, []byte(fence)) {
		return nil
	}
	type ticked struct {
		start, stop, ticks int
		bare               bool // may close one
	}
	var all []ticked
	for at := 0; at < len(r.raw); {
		stop, next := r.line(at)
		if ticks, info, ok := fenceLine(bytes.TrimPrefix(r.raw[at:stop], []byte(byteOrderMark))); ok {
			all = append(all, ticked{at, stop, ticks, len(info) == 0})
		}
		at = next
	}
	most := make([]int, len(all)+1) // the longest closing fence from here on
	for i := len(all) - 1; i >= 0; i-- {
		if most[i] = most[i+1]; all[i].bare {
			most[i] = max(most[i], all[i].ticks)
		}
	}
	var spans []concord.Span
	for i := 0; i < len(all); i++ {
		open := all[i]
		if most[i+1] < open.ticks {
			continue
		}
		for i++; !all[i].bare || all[i].ticks < open.ticks; {
			i++
		}
		spans = append(spans, concord.Span{Start: open.start, End: all[i].stop})
	}
	return spans
}

// fenceLine reads a line of three or more backticks, indented by three spaces at
// most, and what stands behind them.
func fenceLine(line []byte) (ticks int, info []byte, ok bool) {
	rest := bytes.TrimLeft(line, " ")
	info = bytes.TrimLeft(rest, "`")
	ticks = len(rest) - len(info)
	if len(line)-len(rest) > 3 || ticks < 3 || bytes.IndexByte(info, '`') >= 0 {
		return 0, nil, false
	}
	return ticks, bytes.TrimSpace(info), true
}

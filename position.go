package concord

import (
	"bytes"
	"unicode/utf8"
)

// A milestone is the line and column, from 1, of the first character that begins
// in a stretch of a long document, and its offset.
type milestone struct{ offset, line, column int }

// stretch is how many bytes are counted at most to tell where something stands.
const stretch = 1 << 16

// Measure notes where the lines of d.Raw are, so that to ask for many positions of
// a long document takes no longer for each. Whoever changes Raw calls it again.
func (d *Document) Measure() {
	d.milestones = nil
	at := milestone{0, 1, 1}
	for k := 1; k*stretch < len(d.Raw); k++ {
		from := k * stretch
		for from < len(d.Raw) && !utf8.RuneStart(d.Raw[from]) {
			from++
		}
		at = d.advance(at, from)
		d.milestones = append(d.milestones, at)
	}
}

// Position converts an offset in d.Raw to a line and column.
func (d *Document) Position(offset int) Position {
	at := milestone{0, 1, 1}
	if n := min(offset/stretch, len(d.milestones)); n > 0 {
		if at = d.milestones[n-1]; at.offset > offset {
			at = milestone{0, 1, 1}
			if n > 1 {
				at = d.milestones[n-2]
			}
		}
	}
	at = d.advance(at, offset)
	return Position{d.File, offset, at.line, at.column}
}

// advance counts from a milestone on to an offset.
func (d *Document) advance(at milestone, offset int) milestone {
	between := d.Raw[at.offset:offset]
	if at.offset == 0 {
		between = bytes.TrimPrefix(between, []byte("\ufeff")) // a byte order mark is no column
	}
	if n := bytes.LastIndexByte(between, '\n'); n >= 0 {
		return milestone{offset, at.line + bytes.Count(between[:n], []byte{'\n'}) + 1, 1 + utf8.RuneCount(between[n+1:])}
	}
	return milestone{offset, at.line, at.column + utf8.RuneCount(between)}
}

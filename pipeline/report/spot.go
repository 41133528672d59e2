package report

import (
	"bytes"
	"slices"
	"unicode/utf8"

	udiff "github.com/aymanbagabas/go-udiff"

	"github.com/concord-l10n/concord"
)

// A Spot is a place in a file in each of the units that tools count in.
type Spot struct {
	File   string
	Offset int // bytes of the file on disk, from 0
	Line   int // from 1
	Column int // code points, from 1; a byte order mark is none
	UTF16  int // column in UTF-16 units, from 1
	UTF8   int // column in bytes of UTF-8, from 1; a byte order mark is three
}

// A locator finds the spots of many places of a run in one pass over each
// document.
type locator struct {
	run    Run
	wanted []wanted
	edits  map[*concord.Document][]udiff.Edit // from the draft to a text between two rounds
}

type wanted struct {
	doc    *concord.Document
	offset int // in doc.Raw
	to     *Spot
}

// add asks for the ends of a place. A place in a text that was neither read nor
// written, but stood between two rounds of fixing, is led back to the draft.
func (l *locator) add(p concord.Place, start, end *Spot) {
	doc, raw := p.Doc, p.Raw()
	if draft := l.run.Draft; doc.File == draft.File && doc != draft && !same(doc, l.run.Final) {
		edits, ok := l.edits[doc]
		if !ok {
			edits = udiff.Bytes(draft.Raw, doc.Raw)
			l.edits = map[*concord.Document][]udiff.Edit{doc: edits} // rounds come one after the other
		}
		doc, raw = draft, concord.Span{Start: back(edits, raw.Start), End: back(edits, raw.End)}
	}
	l.wanted = append(l.wanted, wanted{doc, raw.Start, start}, wanted{doc, raw.End, end})
}

// same reports whether two documents are of the same bytes in memory.
func same(a, b *concord.Document) bool {
	return a == b || len(a.Raw) == len(b.Raw) && len(a.Raw) > 0 && &a.Raw[0] == &b.Raw[0]
}

// back converts an offset in an edited text to one in the text before.
func back(edits []udiff.Edit, offset int) int {
	shift := 0
	for _, e := range edits {
		switch start := e.Start + shift; {
		case offset < start:
			return offset - shift
		case offset < start+len(e.New):
			return e.Start
		}
		shift += len(e.New) - (e.End - e.Start)
	}
	return offset - shift
}

// locate answers all that was asked for.
func (l *locator) locate() {
	byDoc := make(map[*concord.Document][]wanted)
	for _, w := range l.wanted {
		byDoc[w.doc] = append(byDoc[w.doc], w)
	}
	for doc, all := range byDoc {
		slices.SortFunc(all, func(a, b wanted) int { return a.offset - b.offset })
		c := start(doc)
		for _, w := range all {
			c.advance(w.offset)
			*w.to = Spot{doc.File, diskOffset(doc, w.offset), c.line, c.column, c.utf16, c.utf8}
		}
	}
}

// A cursor moves forward through a document and keeps count.
type cursor struct {
	raw                               []byte
	offset, line, column, utf16, utf8 int
}

func start(doc *concord.Document) cursor {
	c := cursor{raw: doc.Raw, line: 1, column: 1, utf16: 1, utf8: 1}
	if bytes.HasPrefix(doc.Raw, []byte("\ufeff")) {
		c.offset = len("\ufeff")
		c.utf8 += c.offset
	}
	return c
}

func (c *cursor) advance(to int) {
	for to < len(c.raw) && !utf8.RuneStart(c.raw[to]) {
		to++
	}
	if to <= c.offset {
		return
	}
	text := c.raw[c.offset:to]
	c.offset = to
	if bol := bytes.LastIndexByte(text, '\n') + 1; bol > 0 {
		c.line += bytes.Count(text, []byte{'\n'})
		c.column, c.utf16, c.utf8 = 1, 1, 1
		text = text[bol:]
	}
	n := utf8.RuneCount(text)
	c.column, c.utf16, c.utf8 = c.column+n, c.utf16+n, c.utf8+len(text)
	for _, b := range text {
		if b >= 0xF0 { // begins a character of two units
			c.utf16++
		}
	}
}

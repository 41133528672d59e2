package format

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// These bound what a file may hold, far beyond what people write, so that the
// cost of parsing is linear in its size. What goes beyond is not read.
const (
	deepest  = 200  // blocks opened by one line: the parser goes through all of them at every line
	defined  = 5000 // lines that may define a reference, one right below the other
	markable = 2000 // signs of emphasis, links, code and tags in one paragraph: the parser looks back from each for its partner
)

// shallow blanks out lines that hold too much.
func shallow(source []byte) []byte {
	var out []byte
	for at := 0; at < len(source); {
		stop, next := line(source, at)
		if openers(source[at:stop]) > deepest || stop-at > markable && signs(source[at:stop]) > markable {
			if out == nil {
				out = bytes.Clone(source)
			}
			copy(out[at:stop], bytes.Repeat([]byte(" "), stop-at))
		}
		at = next
	}
	if out == nil {
		return source
	}
	return out
}

// openers counts the marks of quotations and list items that a line begins
// with, and every four columns of indentation.
func openers(line []byte) int {
	n, spaces := 0, 0
	for i, c := range line {
		switch {
		case c == ' ':
			spaces++
		case c == '\t':
			spaces += 4
		case c == '>', (c == '-' || c == '*' || c == '+' || c == '.' || c == ')') && (i+1 == len(line) || line[i+1] == ' ' || line[i+1] == '\t'):
			n++
		case digit(c):
		default:
			return n + spaces/4
		}
	}
	return n + spaces/4
}

// signs counts the runs of signs that may begin or end inline markup. A bracket
// counts by itself.
func signs(line []byte) int {
	n := 0
	var last byte
	for _, c := range line {
		switch c {
		case '[', ']', '<':
			n++
		case '*', '_', '~', '`':
			if c != last {
				n++
			}
		}
		last = c
	}
	return n
}

// A boundedParagraph drops paragraphs and tables that hold too much, and makes
// tables of the others that are one.
type boundedParagraph struct{}

// Transform is called for every paragraph before its inline markup is parsed.
func (boundedParagraph) Transform(p *ast.Paragraph, reader text.Reader, pc parser.Context) {
	if tableCells(p, reader.Source()) {
		extension.NewTableParagraphTransformer().Transform(p, reader, pc)
		if p.Parent() == nil {
			return
		}
	}
	size, n := 0, 0
	for i := range p.Lines().Len() {
		s := p.Lines().At(i)
		size += s.Len()
	}
	if size <= markable { // no byte is more than one sign
		return
	}
	for i := range p.Lines().Len() {
		s := p.Lines().At(i)
		if n += signs(s.Value(reader.Source())); n > markable {
			p.Parent().RemoveChild(p.Parent(), p)
			return
		}
	}
}

// A boundedReferences drops paragraphs that seem to define too many references.
type boundedReferences struct{}

// Transform is called for every paragraph before definitions are looked for.
func (boundedReferences) Transform(p *ast.Paragraph, reader text.Reader, _ parser.Context) {
	n := 0
	for i := range p.Lines().Len() {
		if s := p.Lines().At(i); bytes.HasPrefix(bytes.TrimLeft(s.Value(reader.Source()), " "), []byte("[")) {
			n++
		}
	}
	if n > defined {
		p.Parent().RemoveChild(p.Parent(), p)
	}
}

// tableCells reports whether a paragraph, read as a table, has about as many
// cells as it has bytes. The parser fills up rows that have too few.
func tableCells(p *ast.Paragraph, source []byte) bool {
	columns, size := 0, 0
	for i := range p.Lines().Len() {
		s := p.Lines().At(i)
		l := s.Value(source)
		size += len(l)
		if len(bytes.Trim(l, " \t\r\n|:-")) == 0 {
			columns = max(columns, bytes.Count(l, []byte("|"))+1)
		}
	}
	return columns*p.Lines().Len() <= 4*size+1000
}

package format

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/concord-l10n/concord"
)

// Markdown is CommonMark with the tables and strikethrough of GitHub. Code,
// raw HTML, link destinations, reference definitions and front matter are no
// text; block quotes are citations.
var Markdown = &Codec{
	Name:       "markdown",
	Extensions: []string{".md", ".markdown", ".mdown"},
	Decode:     func(raw []byte) ([]concord.Segment, error) { return decodeMarkdown(raw), nil },
	Escape:     escapeMarkdown,
}

// A markdownReader turns the blocks of a parsed file into segments.
type markdownReader struct {
	raw  []byte // the file
	from int    // where the parsed part begins: behind a byte order mark and front matter
	segs []concord.Segment
}

func decodeMarkdown(raw []byte) []concord.Segment {
	r := &markdownReader{raw: raw, from: frontMatter(raw)}
	source := shallow(raw[r.from:])
	p := parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
			util.Prioritized(extension.NewStrikethroughParser(), 500))...),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
	r.block(p.Parse(text.NewReader(source)), concord.Body)
	return r.segs
}

// frontMatter returns the length of a byte order mark and of a block between
// two lines of --- or +++ at the very start.
func frontMatter(raw []byte) int {
	start := 0
	if bytes.HasPrefix(raw, []byte("\ufeff")) {
		start = 3
	}
	stop, next := line(raw, start)
	fence := string(raw[start:stop])
	if fence != "---" && fence != "+++" {
		return start
	}
	for at := next; at < len(raw); at = next {
		stop, next = line(raw, at)
		if string(raw[at:stop]) == fence {
			return next
		}
	}
	return start
}

// deepest bounds how deep lists and quotations may be nested, far beyond what
// people write: the parser goes through all open blocks at every line.
const deepest = 200

// shallow blanks out lines that open more than deepest blocks, so that the cost
// of parsing is linear in the size of the file. What stands there is not read.
func shallow(source []byte) []byte {
	var out []byte
	for at := 0; at < len(source); {
		stop, next := line(source, at)
		if openers(source[at:stop]) > deepest {
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
		case c == '>', (c == '-' || c == '*' || c == '+' || c == '.' || c == ')') && i+1 < len(line) && (line[i+1] == ' ' || line[i+1] == '\t'):
			n++
		case c >= '0' && c <= '9':
		default:
			return n + spaces/4
		}
	}
	return n + spaces/4
}

// block reads a block and what is in it. Kind is that of paragraphs there.
func (r *markdownReader) block(n ast.Node, kind concord.Kind) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Heading:
			k := concord.Heading
			if c.Level == 1 && len(r.segs) == 0 {
				k = concord.Title
			}
			r.prose(c, k, c.Level)
		case *ast.Paragraph, *ast.TextBlock, *extast.TableCell:
			r.prose(c, kind, 0)
		case *ast.Blockquote:
			r.block(c, concord.Quote)
		case *ast.ListItem, *extast.TableRow, *extast.TableHeader:
			if kind == concord.Body {
				r.block(c, concord.Item)
			} else {
				r.block(c, kind)
			}
		case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock, *ast.ThematicBreak:
		default:
			r.block(c, kind)
		}
	}
}

// prose reads the text of a block as a segment.
func (r *markdownReader) prose(n ast.Node, kind concord.Kind, level int) {
	t := &markdownText{raw: r.raw, from: r.from}
	t.inline(n, "")
	if len(bytes.TrimSpace(t.text)) == 0 {
		return
	}
	s := concord.Segment{Kind: kind, Level: level, Text: string(t.text), Runs: t.runs, Marks: t.marks, Blank: r.blank(t.runs[0].Raw.Start)}
	if kind == concord.Quote {
		s.Marks = []concord.Mark{{Span: concord.Span{End: len(s.Text)}, What: "citation"}}
	}
	r.segs = append(r.segs, s)
}

// blank counts the blank lines before the line of an offset.
func (r *markdownReader) blank(at int) int {
	n := 0
	for start := bytes.LastIndexByte(r.raw[:at], '\n'); start > 0; n++ {
		prev := bytes.LastIndexByte(r.raw[:start], '\n')
		if len(bytes.TrimSpace(r.raw[prev+1:start])) > 0 {
			break
		}
		start = prev
	}
	return n
}

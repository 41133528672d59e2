package format

import (
	"bytes"
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/concord-l10n/concord"
)

// Markdown is CommonMark with the tables, task lists and strikethrough of
// GitHub. Code, raw HTML, link destinations, reference definitions and front
// matter are no text; block quotes are citations.
var Markdown = &Codec{
	Name:       "markdown",
	Extensions: []string{".md", ".markdown", ".mdown"},
	Decode:     func(raw []byte) ([]concord.Segment, error) { return decodeMarkdown(raw), nil },
	Escape:     escapeMarkdown,
	comments:   markdownComments,
}

// A markdownReader turns the blocks of a parsed file into segments.
type markdownReader struct {
	raw  []byte // the file
	from int    // where the parsed part begins: behind a byte order mark and front matter
	segs []concord.Segment
	tags rawTags                // of HTML blocks
	note func(raw concord.Span) // takes raw HTML, with the segment at hand or to come; nil if nobody asks

	line, next, blanks int // where a line begins, and the next one; how many blank lines stand before it
}

func decodeMarkdown(raw []byte) []concord.Segment {
	r := &markdownReader{raw: raw, from: frontMatter(raw)}
	r.read()
	r.order()
	return r.segs
}

// order puts the segments in the order of the file. The parser puts an underlined
// heading that a table follows behind it.
func (r *markdownReader) order() {
	slices.SortStableFunc(r.segs, func(a, b concord.Segment) int { return cmp.Compare(a.Runs[0].Raw.Start, b.Runs[0].Raw.Start) })
}

func (r *markdownReader) read() {
	raw := r.raw
	source := shallow(raw[r.from:])
	p := parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(extension.NewStrikethroughParser(), 500))...),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
			util.Prioritized(boundedReferences{}, 0), util.Prioritized(boundedParagraph{}, 200))...),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
	_, r.next = line(raw, 0)
	r.block(p.Parse(text.NewReader(source)), concord.Body)
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
			k := kind
			if _, ok := c.FirstChild().(*ast.Image); ok && kind == concord.Body && c.ChildCount() == 1 {
				k = concord.Caption
			}
			r.prose(c, k, 0)
		case *ast.Blockquote:
			r.block(c, concord.Quote)
		case *ast.ListItem, *extast.TableRow, *extast.TableHeader:
			if kind == concord.Body {
				r.block(c, concord.Item)
			} else {
				r.block(c, kind)
			}
		case *ast.HTMLBlock:
			r.tags.read(r.html(c))
			r.noteBlock(c)
		case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.ThematicBreak:
		default:
			r.block(c, kind)
		}
	}
}

// html returns the bytes of a block of HTML.
func (r *markdownReader) html(n *ast.HTMLBlock) []byte {
	source := r.raw[r.from:]
	raw := n.Lines().Value(source)
	if n.HasClosure() {
		raw = append(raw, n.ClosureLine.Value(source)...)
	}
	return raw
}

// prose reads the text of a block as a segment.
func (r *markdownReader) prose(n ast.Node, kind concord.Kind, level int) {
	t := &markdownText{raw: r.raw, from: r.from, half: -1, html: rawTags{outer: r.tags.what()}}
	t.note = r.note
	t.inline(n, "")
	if len(bytes.TrimSpace(t.text)) == 0 {
		return
	}
	s := concord.Segment{Kind: kind, Level: level, Text: string(t.text), Runs: t.runs, Marks: t.marks, Links: t.links, Tags: t.tags, Blank: r.blank(t.runs[0].Raw.Start)}
	if kind == concord.Quote {
		s.Marks = []concord.Mark{{Span: concord.Span{End: len(s.Text)}, What: "citation"}}
	}
	if t.half >= 0 {
		s.Marks = append(s.Marks, concord.Mark{Span: concord.Span{Start: t.half, End: len(s.Text)}, What: "markup"})
	}
	s.Marks = append(s.Marks, templateMarks(s.Text)...)
	r.segs = append(r.segs, s)
}

// blank counts the blank lines before the line of an offset. It is called for
// one offset after another.
func (r *markdownReader) blank(at int) int {
	for at >= r.next && r.next < len(r.raw) {
		if r.blanks++; len(bytes.TrimSpace(r.raw[r.line:r.next])) > 0 {
			r.blanks = 0
		}
		r.line = r.next
		_, r.next = line(r.raw, r.line)
	}
	return r.blanks
}

var templates = []struct {
	what string
	re   func() *regexp.Regexp
}{
	{"placeholder", expression(`\{%[^{}\n]*%\}`)},
	{"reference", expression(`\[\^[^\s\[\]]+\]`)},
	{"code", expression(`\$\$[^$]+\$\$|\$[^\s$](?:[^$\n]*[\\^_={}][^$\n]*|[^\s$\d]?)\$`)},
}

// templateMarks finds what site generators read in prose: tags such as {% x %},
// footnotes, and formulas.
func templateMarks(text string) []concord.Mark {
	if !strings.Contains(text, "{%") && !strings.Contains(text, "[^") && !strings.Contains(text, "$") {
		return nil
	}
	var all []concord.Mark
	for _, p := range templates {
		for _, m := range p.re().FindAllStringIndex(text, -1) {
			all = append(all, concord.Mark{Span: concord.Span{Start: m[0], End: m[1]}, What: p.what})
		}
	}
	return all
}

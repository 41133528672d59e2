package format

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"

	"github.com/concord-l10n/concord"
)

// A Comment is a stretch of a file that its readers do not see.
type Comment struct {
	Raw     concord.Span // with its delimiters
	Segment int          // that it stands in, or that comes next; as many as there are segments if none does
}

// Comments returns the comments of a document that have word in them, in order.
// It reads the document again only if the word is there.
func Comments(d *concord.Document, word string) []Comment {
	c, err := find(d.File, d.Format)
	if err != nil || c.comments == nil || !bytes.Contains(d.Raw, []byte(word)) {
		return nil
	}
	return slices.DeleteFunc(c.comments(d.Raw), func(x Comment) bool {
		return !bytes.Contains(d.Raw[x.Raw.Start:x.Raw.End], []byte(word))
	})
}

// markdownComments finds the comments in the HTML of a Markdown file.
func markdownComments(raw []byte) []Comment {
	r := &markdownReader{raw: raw, from: frontMatter(raw)}
	var all []Comment
	r.note = func(at concord.Span) {
		tokens := html.NewTokenizer(bytes.NewReader(raw[at.Start:at.End]))
		for start := at.Start; ; {
			kind := tokens.Next()
			if kind == html.ErrorToken {
				return
			}
			end := start + len(tokens.Raw())
			if kind == html.CommentToken {
				all = append(all, Comment{concord.Span{Start: start, End: end}, len(r.segs)})
			}
			start = end
		}
	}
	r.read()
	starts := make([]int, len(r.segs))
	for i := range r.segs {
		starts[i] = r.segs[i].Runs[0].Raw.Start
	}
	r.order()
	for i, c := range all {
		if c.Segment < len(starts) {
			all[i].Segment, _ = slices.BinarySearchFunc(r.segs, starts[c.Segment], func(s concord.Segment, start int) int { return s.Runs[0].Raw.Start - start })
		}
	}
	return all
}

// noteBlock takes note of a block of HTML.
func (r *markdownReader) noteBlock(n *ast.HTMLBlock) {
	lines := n.Lines()
	if r.note == nil || lines.Len() == 0 {
		return
	}
	end := lines.At(lines.Len() - 1).Stop
	if n.HasClosure() {
		end = n.ClosureLine.Stop
	}
	r.note(concord.Span{Start: lines.At(0).Start + r.from, End: end + r.from})
}

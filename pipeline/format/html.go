package format

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"

	"github.com/concord-l10n/concord"
)

// HTML is HTML as browsers read it, however it is nested, and XHTML. What a
// block element holds is a segment; text across an inline tag has no single
// range of bytes, so no edit is placed over a tag.
var HTML = &Codec{
	Name:       "html",
	Extensions: []string{".html", ".htm", ".xhtml"},
	Decode:     func(raw []byte) ([]concord.Segment, error) { return decodeHTML(raw), nil },
	Escape:     strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace,
	comments:   func(raw []byte) []Comment { return readHTML(raw).comments },
}

// A htmlReader turns tokens into segments. The tokenizer only says where tags
// and text begin and end: text is decoded from the bytes, so that every byte
// keeps its offset.
type htmlReader struct {
	raw    []byte
	tokens *html.Tokenizer
	at     int  // offset of the token at hand
	xml    bool // <div/> is empty
	htmlStack
	text     htmlText
	segs     []concord.Segment
	comments []Comment
}

func decodeHTML(raw []byte) []concord.Segment { return readHTML(raw).segs }

func readHTML(raw []byte) *htmlReader {
	r := &htmlReader{
		raw:       raw,
		tokens:    html.NewTokenizer(bytes.NewReader(raw)),
		xml:       bytes.HasPrefix(bytes.TrimPrefix(raw, []byte("\ufeff")), []byte("<?xml")),
		htmlStack: newHTMLStack(),
		text:      htmlText{raw: raw},
	}
	for {
		r.tokens.AllowCDATA(r.xml || r.top().foreign)
		kind := r.tokens.Next()
		if kind == html.ErrorToken {
			break // the end, or a tag that never ends: nothing behind it is text
		}
		end := r.at + len(r.tokens.Raw())
		r.token(kind, end)
		r.at = end
	}
	r.flush()
	return r
}

func (r *htmlReader) token(kind html.TokenType, end int) {
	switch kind {
	case html.TextToken:
		cdata := r.xml && bytes.HasPrefix(r.raw[r.at:end], []byte("<![CDATA["))
		if !r.top().hidden && !cdata {
			r.text.add(r.at, end, r.protection())
		}
	case html.StartTagToken, html.SelfClosingTagToken:
		name, more := r.tokens.TagName()
		tag := htmlTag{htmlElement: htmlElementOf(name), empty: kind == html.SelfClosingTagToken}
		for more {
			var key, value []byte
			key, value, more = r.tokens.TagAttr()
			tag.attribute(string(key), value)
		}
		r.start(tag, end)
	case html.EndTagToken:
		name, _ := r.tokens.TagName()
		e := htmlElementOf(name)
		r.note(e, concord.Closes, end)
		r.end(e)
	case html.CommentToken:
		r.comments = append(r.comments, Comment{concord.Span{Start: r.at, End: end}, len(r.segs)})
	}
}

func (r *htmlReader) start(tag htmlTag, end int) {
	if r.top().foreign {
		if !tag.is(htmlEndsGraft) {
			r.tokens.NextIsNotRawText()
			if !tag.empty {
				r.pushForeign(tag)
			}
			return
		}
		for r.top().foreign {
			r.pop()
		}
	}
	if tag.is(htmlRoot) {
		if !r.top().hidden {
			r.xml = r.xml || tag.xmlns
			r.flush()
			r.document(tag)
		}
		return
	}
	r.closeImplied(tag)
	if tag.is(htmlBlock) && !r.top().hidden {
		r.flush()
	}
	r.note(tag.htmlElement, concord.Opens, end)
	switch {
	case tag.name == "br":
		if !r.top().hidden {
			r.text.lineBreak(r.at, end, r.protection())
		}
	case tag.is(htmlVoid):
	case tag.empty && (r.xml || tag.is(htmlGraft)):
		r.tokens.NextIsNotRawText()
	default:
		r.push(tag)
		if tag.name == "a" && !r.top().hidden {
			r.text.link(tag.href)
		}
	}
}

// note keeps the inline tag at hand, which ends at an offset.
func (r *htmlReader) note(e *htmlElement, side concord.Side, end int) {
	if top := r.top(); !top.hidden && !top.foreign {
		if tag, ok := e.inline(side, concord.Span{Start: r.at, End: end}); ok {
			r.text.tag(tag)
		}
	}
}

// end closes what an end tag closes, and all in it.
func (r *htmlReader) end(e *htmlElement) {
	top := r.top()
	at, fence := r.last[e.name], e.fence
	switch {
	case top.foreign && at > top.near[byGraft]:
		fence = byGraft
	case e.is(htmlPhrasing):
		r.closePhrase(e.name)
		if e.name == "a" {
			r.text.link("")
		}
		return
	case e.kind == concord.Heading: // any of them closes any other
		for _, name := range headings {
			at = max(at, r.last[name])
		}
	}
	if at > 0 && (fence == byNothing || at >= top.near[fence]) {
		r.closeTo(at)
	} else if !top.hidden && (e.name == "p" || e.name == "br") {
		r.flush() // browsers put an empty paragraph, or a line break, there
	}
}

// closeImplied closes what a start tag ends.
func (r *htmlReader) closeImplied(tag htmlTag) {
	if at := r.top().near[byItem]; tag.is(htmlItem) && r.open[at].is(htmlItem) && (tag.name == "li") == (r.open[at].name == "li") {
		r.closeTo(at)
	}
	if at := r.last["p"]; tag.is(htmlEndsP) && at > r.top().near[byButton] {
		r.closeTo(at)
	}
	if tag.kind == concord.Heading && r.top().htmlElement.kind == concord.Heading {
		r.closeTo(len(r.open) - 1)
	}
	if tag.name == "a" || tag.name == "nobr" {
		r.closePhrase(tag.name) // they do not nest
	}
	if rubyText(tag.name) && r.last["ruby"] > r.top().near[byScope] {
		for rubyText(r.top().name) {
			r.closeTo(len(r.open) - 1)
		}
	}
	outermost := len(r.open)
	for _, name := range tag.ends {
		if at := r.last[name]; at > r.top().near[tag.within] {
			outermost = min(outermost, at)
		}
	}
	r.closeTo(outermost)
}

func rubyText(name string) bool { return name == "rp" || name == "rt" }

// closeTo closes the open elements from the innermost to the one at an index.
func (r *htmlReader) closeTo(at int) {
	for len(r.open) > at {
		if e := r.top(); e.is(htmlBlock) && !e.hidden {
			r.flush()
		}
		r.pop()
	}
}

// flush ends the segment at hand.
func (r *htmlReader) flush() {
	if s, ok := r.text.segment(); ok {
		s.Kind, s.Level = r.top().kind, r.top().level
		r.segs = append(r.segs, s)
	}
}

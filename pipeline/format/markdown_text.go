package format

import (
	"bytes"
	"cmp"
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/concord-l10n/concord"
)

// markdownText gathers the text of one block.
type markdownText struct {
	raw    []byte
	from   int
	text   []byte
	runs   []concord.Run
	marks  []concord.Mark
	links  []concord.Link
	html   rawTags
	tags   []concord.Tag
	opened int  // how many of the last tags open emphasis right before what comes next
	behind int  // where what was read last ends in the file, markup included
	broken bool // a <br> came last: the line break of the file behind it is no second one
	half   int  // where a tag or an address begins that does not end, so that any sign behind it could end it; -1
	loose  bool // the bytes behind the last run could turn it into something else
	note   func(raw concord.Span)
}

// inline reads the inline nodes within n. What is "" or says what protects them.
func (t *markdownText) inline(n ast.Node, what string) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			t.begin(c.Segment.Start + t.from)
			t.stretch(c.Segment.Start+t.from, c.Segment.Stop+t.from, c.IsRaw() || what == "code", what)
		case *ast.CodeSpan:
			t.code(c)
		case *ast.RawHTML:
			t.element(c)
		case *ast.Link:
			w := what
			if c.Reference != nil && c.Reference.Type != ast.ReferenceLinkFull {
				w = "reference" // the label is the text: another text leads nowhere
			}
			from := len(t.text)
			t.open("link", c.Pos()+t.from, 1)
			t.inline(c, w)
			t.close("link", t.linkEnd(c.Reference, c.Destination, c.Title))
			t.link(from, string(c.Destination))
		case *ast.Image:
			n := len(t.tags)
			t.open("image", c.Pos()+t.from, 2)
			t.inline(c, what)
			t.behind = t.linkEnd(c.Reference, c.Destination, c.Title)
			t.tags[n].Side, t.tags[n].Raw.End = concord.Stands, t.behind
		case *ast.AutoLink:
			start := c.Pos() + len("<") + t.from
			t.begin(start - len("<"))
			t.stretch(start, start+len(c.Label(t.raw[t.from:])), true, "url")
			t.behind++
		case *ast.Emphasis:
			kind := "em"
			if c.Level > 1 {
				kind = "strong"
			}
			t.around(c, kind, c.Level, what)
		case *extast.Strikethrough:
			signs := 1
			if at := c.Pos() + t.from; bytes.HasPrefix(t.raw[at:], []byte("~~")) {
				signs = 2
			}
			t.around(c, "strike", signs, what)
		default:
			t.inline(c, what)
		}
	}
}

// link says where the text from an offset on leads.
func (t *markdownText) link(from int, address string) {
	from += len(t.text[from:]) - len(bytes.TrimLeft(t.text[from:], "\r\n"))
	if from < len(t.text) {
		t.links = append(t.links, concord.Link{Span: concord.Span{Start: from, End: len(t.text)}, Address: address})
	}
}

// element reads the tags of a raw inline element. A <br> is a line break; no bytes
// of the file stand for it, so that no edit can take it away.
func (t *markdownText) element(n *ast.RawHTML) {
	raw := n.Segments.Value(t.raw[t.from:])
	t.html.read(raw)
	at := concord.Span{Start: n.Segments.At(0).Start + t.from, End: n.Segments.At(n.Segments.Len()-1).Stop + t.from}
	if t.note != nil {
		t.note(at)
	}
	t.rawTag(raw, at)
	if !lineBreak().Match(raw) || len(t.runs) == 0 {
		return
	}
	start := n.Segments.At(0).Start + t.from
	t.gap(start)
	from := len(t.text)
	t.text = append(t.text, '\n')
	t.runs = append(t.runs, concord.Run{
		Text: concord.Span{Start: from, End: len(t.text)}, Raw: concord.Span{Start: start, End: start}, Escape: true,
	})
	t.broken, t.loose = true, false
}

var (
	lineBreak = expression(`(?i)^<br[\s/>]`)
	halfTag   = expression(`<[A-Za-z/!?]|\]\(`)
)

// stretch appends the text of raw[start:end]; unless literal, with escapes and
// references resolved.
func (t *markdownText) stretch(start, end int, literal bool, what string) {
	t.behind = end
	for end > start && (t.raw[end-1] == '\n' || t.raw[end-1] == '\r') {
		end-- // the line break is the gap to what follows
	}
	if start >= end {
		return
	}
	t.gap(start)
	from := len(t.text)
	for at := start; at < end; {
		n := end - at
		if !literal {
			if i := bytes.IndexAny(t.raw[at:end], `\&`); i >= 0 {
				n = i
			}
		}
		if m := halfTag().FindIndex(t.raw[at : at+n]); m != nil && !literal && t.half < 0 {
			t.half = len(t.text) + m[0]
		}
		t.add(t.raw[at:at+n], at, at+n, false)
		if at += n; at < end {
			at = t.sign(at, end)
		}
	}
	if what = cmp.Or(what, t.html.what()); what != "" {
		t.marks = append(t.marks, concord.Mark{Span: concord.Span{Start: from, End: len(t.text)}, What: what})
	}
}

// sign appends what begins with a backslash or an ampersand, and returns where
// that ends. If it is neither an escape nor a reference, the bytes behind it
// could make it one: it becomes one run with them.
func (t *markdownText) sign(at, end int) int {
	decoded, n := markdownSign(t.raw[at:end])
	decodes := decoded != string(t.raw[at:at+n])
	t.add([]byte(decoded), at, at+n, true)
	if at += n; decodes {
		return at
	}
	n = 0
	for t.raw[at-1] == '&' && at+n < end && (letterOrDigit(t.raw[at+n]) || t.raw[at+n] == '#') {
		n++
	}
	t.loose = true
	t.add(t.raw[at:at+n], at, at+n, false)
	t.loose = true
	if at += n; at < end && t.raw[at] != '&' && t.raw[at] != '\\' {
		_, n = utf8.DecodeRune(t.raw[at:end])
		t.add(t.raw[at:at+n], at, at+n, false)
		at += n
	}
	return at
}

// markdownSign decodes what begins with a backslash or an ampersand.
func markdownSign(raw []byte) (decoded string, n int) {
	if raw[0] == '\\' {
		if len(raw) > 1 && raw[1] < utf8.RuneSelf && (unicode.IsPunct(rune(raw[1])) || unicode.IsSymbol(rune(raw[1]))) {
			return string(raw[1:2]), 2
		}
		return `\`, 1
	}
	if m := entity().Find(raw); m != nil {
		if text := html.UnescapeString(string(m)); text != string(m) && !strings.HasSuffix(text, ";") {
			return text, len(m)
		}
	}
	return "&", 1
}

// gap appends the line break between the text so far and what follows at start,
// if there is one. With nothing but white space around it, unless that makes it hard, the break is part of
// the text as it stands; otherwise markup lies between the two lines, and no
// edit may span it.
func (t *markdownText) gap(start int) {
	broken := t.broken
	if t.broken = false; broken || len(t.runs) == 0 {
		return
	}
	end := t.runs[len(t.runs)-1].Raw.End
	if end >= start {
		return
	}
	between := t.raw[end:start]
	at := bytes.IndexAny(between, "\r\n")
	if at < 0 {
		return
	}
	if len(bytes.TrimSpace(between)) == 0 && !bytes.HasSuffix(between[:at], []byte("  ")) {
		t.add(between, end, start, false)
		return
	}
	next := at + 1
	if between[at] == '\r' && next < len(between) && between[next] == '\n' {
		next++
	}
	t.add(between[at:next], end+at, end+next, false)
}

// add appends text for raw[start:end]. Plain text that goes on where the last
// run ended extends it, and so does any text if that run is loose.
func (t *markdownText) add(s []byte, start, end int, escape bool) {
	if start == end {
		return
	}
	from := len(t.text)
	t.text = append(t.text, s...)
	loose := t.loose
	t.loose = false
	if n := len(t.runs); n > 0 && t.runs[n-1].Raw.End == start && (loose || !escape && !t.runs[n-1].Escape) {
		last := &t.runs[n-1]
		last.Text.End, last.Raw.End, last.Escape = len(t.text), end, last.Escape || loose
		return
	}
	t.runs = append(t.runs, concord.Run{
		Text: concord.Span{Start: from, End: len(t.text)}, Raw: concord.Span{Start: start, End: end}, Escape: escape,
	})
}

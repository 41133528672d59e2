package format

import (
	"bytes"

	"github.com/yuin/goldmark/ast"

	"github.com/concord-l10n/concord"
)

// The parser says what is emphasis, a link or code, but not with which bytes:
// those are told from where the text in it begins and ends.

// begin says that something begins at an offset of the file: what opens right
// before it ends there.
func (t *markdownText) begin(at int) {
	for i := len(t.tags) - 1; t.opened > 0; i, t.opened = i-1, t.opened-1 {
		raw := &t.tags[i].Raw
		*raw = concord.Span{Start: at - raw.Len(), End: at}
		at = raw.Start
	}
}

// around reads what stands in emphasis, which is written with so many signs on
// either side.
func (t *markdownText) around(n ast.Node, kind string, signs int, what string) {
	t.tags = append(t.tags, concord.Tag{What: kind, At: len(t.text), Raw: concord.Span{End: signs}})
	t.opened++
	t.inline(n, what)
	t.close(kind, t.behind+signs)
}

// open adds the tag that opens a link or the like.
func (t *markdownText) open(kind string, at, signs int) {
	t.begin(at)
	t.tags = append(t.tags, concord.Tag{What: kind, At: len(t.text), Raw: concord.Span{Start: at, End: at + signs}})
	t.behind = at + signs
}

// close adds the tag that closes what was read last, and ends at an offset of the
// file.
func (t *markdownText) close(kind string, end int) {
	t.begin(t.behind)
	end = min(end, len(t.raw))
	t.tags = append(t.tags, concord.Tag{What: kind, Side: concord.Closes, At: len(t.text), Raw: concord.Span{Start: t.behind, End: end}})
	t.behind = end
}

// code reads a code span.
func (t *markdownText) code(n *ast.CodeSpan) {
	at := n.Pos() + t.from
	ticks := backticks(string(t.raw[at:min(len(t.raw), at+farthest)]))
	t.open("code", at, ticks)
	t.inline(n, "code")
	at = t.behind
	for at < len(t.raw) && t.raw[at] != '`' {
		at++ // a space that keeps a backtick apart
	}
	t.close("code", at+ticks)
}

// rawTag adds the tag of a raw inline element, which stands at a place of the file.
func (t *markdownText) rawTag(raw []byte, at concord.Span) {
	t.begin(at.Start)
	t.behind = at.End
	side, name := concord.Opens, raw[1:]
	if bytes.HasPrefix(name, []byte("/")) {
		side, name = concord.Closes, name[1:]
	}
	if n := bytes.IndexAny(name, " \t\r\n/>"); n >= 0 {
		name = name[:n]
	}
	if len(name) == 0 || !letterOrDigit(name[0]) {
		return // a comment, or an instruction
	}
	if tag, ok := htmlElementOf(bytes.ToLower(name)).inline(side, at); ok {
		tag.At = len(t.text)
		t.tags = append(t.tags, tag)
	}
}

// linkEnd returns where a link ends whose text was read last. The address is about
// as long in the file as the parser has it.
func (t *markdownText) linkEnd(ref *ast.ReferenceLink, address, title []byte) int {
	at := min(len(t.raw), t.behind+len("]"))
	s := linkScan{t.raw[:min(len(t.raw), at+3*len(address)+3*len(title)+farthest)], at}
	switch {
	case ref == nil:
		s.destination()
	case ref.Type != ast.ReferenceLinkShortcut:
		s.past(']')
	}
	return s.at
}

// A linkScan goes through what stands behind the text of a link.
type linkScan struct {
	raw []byte
	at  int
}

// destination goes past "(address "title")".
func (s *linkScan) destination() {
	depth := 0
	for s.at < len(s.raw) {
		c, before := s.raw[s.at], s.raw[s.at-1]
		spaced := bytes.IndexByte([]byte("( \t\r\n"), before) >= 0
		s.at++
		switch {
		case c == '\\':
			s.at++
		case c == '<' && spaced:
			s.past('>')
		case (c == '"' || c == '\'') && spaced:
			s.past(c)
		case c == '(':
			depth++
		case c == ')':
			if depth--; depth == 0 {
				return
			}
		}
	}
	s.at = len(s.raw)
}

// past goes past a sign that no backslash stands before.
func (s *linkScan) past(sign byte) {
	for ; s.at < len(s.raw); s.at++ {
		switch s.raw[s.at] {
		case '\\':
			s.at++
		case sign:
			s.at++
			return
		}
	}
	s.at = len(s.raw)
}

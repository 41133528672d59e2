package format

import (
	"bytes"
	"cmp"
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"github.com/concord-l10n/concord"
)

// markdownText gathers the text of one block.
type markdownText struct {
	raw   []byte
	from  int
	text  []byte
	runs  []concord.Run
	marks []concord.Mark
	open  []openTag // raw inline elements that have begun
}

// An openTag is a raw element that has begun; what says how it protects what
// stands in it, if it does.
type openTag struct{ name, what string }

// inline reads the inline nodes within n. What is "" or says what protects them.
func (t *markdownText) inline(n ast.Node, what string) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			t.stretch(c.Segment.Start+t.from, c.Segment.Stop+t.from, c.IsRaw() || what == "code", what)
		case *ast.CodeSpan:
			t.inline(c, "code")
		case *ast.RawHTML:
			for i := range c.Segments.Len() {
				s := c.Segments.At(i)
				t.tag(t.raw[s.Start+t.from : s.Stop+t.from])
			}
		case *ast.Link:
			w := what
			if c.Reference != nil && c.Reference.Type != ast.ReferenceLinkFull {
				w = "reference" // the label is the text: another text leads nowhere
			}
			t.inline(c, w)
		case *ast.AutoLink:
		default:
			t.inline(c, what)
		}
	}
}

// stretch appends the text of raw[start:end]; unless literal, with escapes and
// references resolved.
func (t *markdownText) stretch(start, end int, literal bool, what string) {
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
		t.add(string(t.raw[at:at+n]), at, at+n, false)
		if at += n; at < end {
			decoded, n := markdownSign(t.raw[at:end])
			t.add(decoded, at, at+n, decoded != string(t.raw[at:at+n]))
			at += n
		}
	}
	for _, o := range t.open {
		what = cmp.Or(what, o.what)
	}
	if what != "" {
		t.marks = append(t.marks, concord.Mark{Span: concord.Span{Start: from, End: len(t.text)}, What: what})
	}
}

// markdownSign decodes what begins with a backslash or an ampersand.
func markdownSign(raw []byte) (decoded string, n int) {
	if raw[0] == '\\' {
		if len(raw) > 1 && raw[1] < utf8.RuneSelf && (unicode.IsPunct(rune(raw[1])) || unicode.IsSymbol(rune(raw[1]))) {
			return string(raw[1:2]), 2
		}
		return `\`, 1
	}
	if end := bytes.IndexByte(raw[:min(len(raw), 34)], ';'); end > 1 {
		if s := string(raw[:end+1]); html.UnescapeString(s) != s && !strings.HasSuffix(html.UnescapeString(s), ";") {
			return html.UnescapeString(s), end + 1
		}
	}
	return "&", 1
}

// gap appends the line break between the text so far and what follows at start,
// if there is one. With nothing but white space around it the break is part of
// the text as it stands; otherwise markup lies between the two lines, and no
// edit may span it.
func (t *markdownText) gap(start int) {
	if len(t.runs) == 0 {
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
	if len(bytes.TrimSpace(between)) == 0 {
		t.add(string(between), end, start, false)
		return
	}
	next := at + 1
	if between[at] == '\r' && next < len(between) && between[next] == '\n' {
		next++
	}
	t.add(string(between[at:next]), end+at, end+next, false)
}

// add appends text for raw[start:end]. Plain text that goes on where the last
// run ended extends it.
func (t *markdownText) add(s string, start, end int, escape bool) {
	if start == end {
		return
	}
	from := len(t.text)
	t.text = append(t.text, s...)
	if n := len(t.runs); n > 0 && !escape && !t.runs[n-1].Escape && t.runs[n-1].Raw.End == start {
		t.runs[n-1].Text.End, t.runs[n-1].Raw.End = len(t.text), end
		return
	}
	t.runs = append(t.runs, concord.Run{
		Text: concord.Span{Start: from, End: len(t.text)}, Raw: concord.Span{Start: start, End: end}, Escape: escape,
	})
}

var (
	inlineTag = regexp.MustCompile(`^<(/?)([A-Za-z][A-Za-z0-9]*)`)
	untouched = regexp.MustCompile(`(?i)\btranslate\s*=\s*["']?no\b|\bclass\s*=\s*["'][^"']*\bnotranslate\b`)
)

var protecting = map[string]string{"code": "code", "kbd": "code", "samp": "code", "var": "code", "tt": "code", "pre": "code", "cite": "citation", "q": "citation"}

// tag opens or closes a raw inline element. An element that is never closed
// ends with its block.
func (t *markdownText) tag(raw []byte) {
	m := inlineTag.FindSubmatch(raw)
	if m == nil || bytes.HasSuffix(raw, []byte("/>")) {
		return
	}
	name := strings.ToLower(string(m[2]))
	if len(m[1]) == 0 {
		what := protecting[name]
		if what == "" && untouched.Match(raw) {
			what = "no-translate"
		}
		t.open = append(t.open, openTag{name, what})
		return
	}
	for i := len(t.open) - 1; i >= 0; i-- {
		if t.open[i].name == name {
			t.open = t.open[:i]
			return
		}
	}
}

// escapeMarkdown returns text so that nothing in it is read as markup.
func escapeMarkdown(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case strings.ContainsRune("\\`*[]<|~", r), r == '_' && !insideWord(s, i), r == '&' && entity.MatchString(s[i:]):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

var entity = regexp.MustCompile(`^&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);`)

// insideWord reports whether the underscore at an offset stands inside a word.
func insideWord(s string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	after, _ := utf8.DecodeRuneInString(s[at+1:])
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return word(before) && word(after)
}

package format

import (
	"bytes"

	"golang.org/x/net/html"
)

// rawTags follows the raw HTML of a Markdown file: what is open, and how it
// protects the prose in it. Only elements that say so are kept, and those of the
// same name in them, whose end tags must not be taken for theirs.
type rawTags struct {
	outer string // what protects all of it
	open  []rawTag
	count map[string]int
}

type rawTag struct{ name, what string }

// what names what protects the text that stands here, "" if nothing does.
func (t *rawTags) what() string {
	if n := len(t.open); n > 0 {
		return t.open[n-1].what
	}
	return t.outer
}

// read goes through the tags of a stretch of HTML.
func (t *rawTags) read(raw []byte) {
	tokens := html.NewTokenizer(bytes.NewReader(raw))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return
		case html.StartTagToken:
			name, more := tokens.TagName()
			tag := htmlTag{htmlElement: htmlElementOf(name)}
			for more {
				var key, value []byte
				key, value, more = tokens.TagAttr()
				tag.attribute(string(key), value)
			}
			t.start(tag)
		case html.EndTagToken:
			name, _ := tokens.TagName()
			t.end(string(name))
		}
	}
}

func (t *rawTags) start(tag htmlTag) {
	if tag.is(htmlVoid) {
		return
	}
	outer := t.what()
	what := outer
	switch o := tag.translate; {
	case outer != "" && outer != "no-translate":
	case tag.is(htmlCited):
		what = "citation"
	case tag.is(htmlCode | htmlHidden):
		what = "code"
	case o != nil && o.protect:
		what = "no-translate"
	case o != nil:
		what = ""
	}
	if what == outer && t.count[tag.name] == 0 {
		return
	}
	if t.count == nil {
		t.count = make(map[string]int)
	}
	t.count[tag.name]++
	t.open = append(t.open, rawTag{tag.name, what})
}

// end closes the innermost element of a name, and all in it.
func (t *rawTags) end(name string) {
	if t.count[name] == 0 {
		return
	}
	for {
		last := t.open[len(t.open)-1]
		t.open = t.open[:len(t.open)-1]
		t.count[last.name]--
		if last.name == name {
			return
		}
	}
}

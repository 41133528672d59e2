package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	htmlparse "golang.org/x/net/html"

	"github.com/concord-l10n/concord"
)

// An element is one of a page, with the text in it.
type element struct {
	name, text string
	attributes map[string]string
}

func elements(t *testing.T, page string) []element {
	t.Helper()
	root, err := htmlparse.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var all []element
	for n := range root.Descendants() {
		if n.Type != htmlparse.ElementNode {
			continue
		}
		e := element{name: n.Data, attributes: make(map[string]string)}
		for _, a := range n.Attr {
			e.attributes[a.Key] = a.Val
		}
		for d := range n.Descendants() {
			if d.Type == htmlparse.TextNode {
				e.text += d.Data
			}
		}
		all = append(all, e)
	}
	return all
}

// closed makes sure that a page loads nothing and runs nothing but what it
// brings: that no text of a file becomes an element or an attribute.
func closed(t *testing.T, page string) {
	t.Helper()
	known := strings.Fields("html head meta title style body header h1 p section h2 ul li bdi form fieldset legend label input select option output main small span a del ins mark q dl dt dd details summary script")
	policy := ""
	for _, e := range elements(t, page) {
		if !slices.Contains(known, e.name) {
			t.Errorf("element %s", e.name)
		}
		for name, value := range e.attributes {
			switch {
			case name == "href" && !strings.HasPrefix(value, "#"), name == "src", name == "style", name == "action", strings.HasPrefix(name, "on"):
				t.Errorf("%s has %s=%q", e.name, name, value)
			case name == "http-equiv":
				policy = e.attributes["content"]
			}
		}
		if e.name == "style" || e.name == "script" {
			sum := sha256.Sum256([]byte(e.text))
			if want := e.name + "-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(policy, want) {
				t.Errorf("the policy %q does not let the %s run", policy, e.name)
			}
		}
	}
}

// Every finding is on the page.
func TestPage(t *testing.T) {
	for of, r := range reports(t) {
		page, found := print(t, "html", r), 0
		closed(t, page)
		for _, e := range elements(t, page) {
			if strings.HasPrefix(e.attributes["class"], "finding ") {
				found++
			}
		}
		if found != len(r.Items) {
			t.Errorf("%s: %d findings, want %d", of, found, len(r.Items))
		}
	}
}

// Without what is inserted the sentence reads as it did, and without what is
// deleted as it would.
func TestPageSentences(t *testing.T) {
	doc := read(t, "a.txt", "First.  The old temp and a temp, they\nsaid. Last.\n\n"+strings.Repeat("é long ", 200)+"temp"+strings.Repeat(" ü way", 200))
	found := occurrences(doc, "temp", "x")
	r := reportOf(t, &concord.Release{Targets: []*concord.Document{doc}}, found, false)
	was := []string{"The old temp and a temp, they said.", "The old temp and a temp, they said."}
	would := []string{"The old x and a temp, they said.", "The old temp and a x, they said."}
	h := &htmlItems{texts: newReader(doc)}
	for i := range r.Items {
		var old, now string
		for _, p := range h.sentence(&r.Items[i]) {
			if p.Tag != "ins" {
				old += p.Text
			}
			if p.Tag != "del" {
				now += p.Text
			}
		}
		switch {
		case i < 2 && (old != was[i] || now != would[i]):
			t.Errorf("%q becomes %q", old, now)
		case i == 2 && (len(old) > 2*aside+20 || !strings.HasPrefix(old, "…") || !strings.HasSuffix(old, "…") || !utf8.ValidString(old)):
			t.Errorf("%q", old)
		}
	}
}

// A forge makes a table of the comment, and nothing of what it quotes.
func TestComment(t *testing.T) {
	known := strings.Fields("html head body p strong table thead tbody tr th td code ul li")
	md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))
	for of, r := range reports(t) {
		var b bytes.Buffer
		if err := md.Convert([]byte(print(t, "md", r)), &b); err != nil {
			t.Fatal(err)
		}
		var cells []string
		for _, e := range elements(t, b.String()) {
			if !slices.Contains(known, e.name) {
				t.Errorf("%s: element %s in %s", of, e.name, b.String())
			}
			if e.name == "td" {
				cells = append(cells, e.text)
			}
		}
		if len(cells) != 4*len(r.Items) {
			t.Fatalf("%s: %d cells", of, len(cells))
		}
		for i := range r.Items {
			it := &r.Items[i]
			if want := Visible(it.Start.File) + ":"; !strings.HasPrefix(cells[4*i], want) {
				t.Errorf("%s: place %q, want %q", of, cells[4*i], want)
			}
			before, after := contrast(it.Fixes[0].Before, it.Fixes[0].After)
			if want := `"` + before + `" → "` + after + `"`; cells[4*i+2] != want {
				t.Errorf("%s: %q, want %q", of, cells[4*i+2], want)
			}
		}
	}
}

// A comment is never longer than GitHub takes, and says what is not in it.
func TestCommentIsCut(t *testing.T) {
	doc := read(t, "a.txt", strings.Repeat("中国温度 temp. ", 2000))
	r := reportOf(t, &concord.Release{Targets: []*concord.Document{doc}}, occurrences(doc, "temp", "温度"), false)
	text := print(t, "md", r)
	rows := strings.Count(text, "<code>F-")
	if n := utf8.RuneCountInString(text); n > 65536 || n < commentLength/2 {
		t.Errorf("%d characters", n)
	}
	var more int
	if _, err := fmt.Sscanf(text[strings.LastIndex(text, "…and "):], "…and %d more", &more); err != nil || rows+more != len(r.Items) {
		t.Errorf("%d rows and %d more of %d: %v", rows, more, len(r.Items), err)
	}
}

package format

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/text/language"
)

// FuzzHTML holds the codec to the laws, for any bytes, and to the parser of
// x/net/html, for what that parser writes: both must see the same text.
func FuzzHTML(f *testing.F) {
	for _, c := range cases(f) {
		f.Add(c.input, "a<b>c&amp;")
		f.Add(c.input, "&lt")
	}
	f.Fuzz(func(t *testing.T, raw []byte, with string) {
		if !utf8.Valid(raw) {
			return
		}
		lawful(t, "f.html", raw)
		editsHold(t, "f.html", raw, with)
		if formed, ok := wellFormed(raw); ok {
			sameAsParser(t, formed)
		}
	})
}

// wellFormed returns what the parser makes of a file, if that stays the same
// when it is parsed and written again, as broken nesting may not.
func wellFormed(raw []byte) ([]byte, bool) {
	if bytes.ContainsAny(raw, "\x00\r") {
		return nil, false // the parser drops the one and turns the other into a line feed
	}
	once, ok1 := written(raw)
	twice, ok2 := written(once)
	return once, ok1 && ok2 && bytes.Equal(once, twice)
}

func written(raw []byte) ([]byte, bool) {
	root, err := html.Parse(bytes.NewReader(raw))
	if err != nil {
		return nil, false
	}
	var b bytes.Buffer
	err = html.Render(&b, root)
	return b.Bytes(), err == nil
}

func sameAsParser(t *testing.T, raw []byte) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := Decode("f.html", raw, Options{Locale: language.English})
	if err != nil {
		t.Fatal(err)
	}
	got, want := solid(strings.Join(doc.Texts(), "")), solid(visible(root))
	if got != want {
		t.Fatalf("%q\nreads as %q\nthe parser sees %q", raw, got, want)
	}
}

// visible returns the text in a node, without that of the elements whose
// content is no text.
func visible(n *html.Node) string {
	const excluded = " math svg script style template textarea xmp iframe noembed noframes noscript plaintext rp rt "
	switch {
	case n.Type == html.TextNode:
		return n.Data
	case n.Type == html.ElementNode && strings.Contains(excluded, " "+n.Data+" "):
		return ""
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(visible(c))
	}
	return b.String()
}

// solid returns s without white space and other characters that do not show.
func solid(s string) string {
	return strings.Map(func(r rune) rune {
		if invisible(r) {
			return -1
		}
		return r
	}, s)
}

// TestHTMLCasesReadAsParsed compares the case files with the parser as they
// stand, broken markup and all.
func TestHTMLCasesReadAsParsed(t *testing.T) {
	for _, c := range cases(t) {
		if strings.HasPrefix(c.name, HTML.Name) && !bytes.HasPrefix(c.input, []byte("<?xml")) {
			t.Run(c.name, func(t *testing.T) { sameAsParser(t, c.input) })
		}
	}
}

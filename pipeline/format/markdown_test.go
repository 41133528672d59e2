package format

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"
	"golang.org/x/text/language"
)

// FuzzMarkdown holds the codec to the laws and to what goldmark shows a reader.
func FuzzMarkdown(f *testing.F) {
	for _, s := range texts {
		f.Add([]byte(s), "1. a*b*")
	}
	for _, c := range cases(f) {
		f.Add(c.input, "# a_b_`c`")
		f.Add(c.input, "- [a](b) <c> &lt; |")
	}
	f.Fuzz(func(t *testing.T, raw []byte, with string) {
		if utf8.Valid(raw) {
			lawful(t, "f.md", raw)
			editsHold(t, "f.md", raw, with)
			sameAsShown(t, raw)
		}
	})
}

// sameAsShown compares the text read with that of the page goldmark makes of
// the file. Goldmark may put a heading behind the table that follows it, so the
// same text in another order will do.
func sameAsShown(t *testing.T, raw []byte) {
	t.Helper()
	if bytes.ContainsAny(raw, "\x00\f\v") || bytes.Contains(raw, []byte(`\|`)) || !bytes.Equal(shallow(raw), raw) {
		return // what is no Unicode text, what goldmark resolves in two steps, and what is not read
	}
	m := goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(shown{}, 1))),
	)
	var page bytes.Buffer
	if err := m.Convert(raw[frontMatter(raw):], &page); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&page)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := Decode("f.md", raw, Options{Locale: language.English})
	if err != nil {
		t.Fatal(err)
	}
	got, want := solid(strings.Join(doc.Texts(), "")), solid(visible(root))
	if got != want && !slices.Equal(slices.Sorted(slices.Values([]rune(got))), slices.Sorted(slices.Values([]rune(want)))) {
		t.Fatalf("%q\nreads as %q\ngoldmark shows %q", raw, got, want)
	}
}

// shown leaves out of the page what is no text, and shows the text of images.
type shown struct{}

// RegisterFuncs says what differs from goldmark's own pages.
func (shown) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	in := func(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) { return ast.WalkContinue, nil }
	out := func(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) { return ast.WalkSkipChildren, nil }
	r.Register(ast.KindImage, in)
	for _, k := range []ast.NodeKind{ast.KindCodeBlock, ast.KindFencedCodeBlock, ast.KindHTMLBlock, ast.KindRawHTML} {
		r.Register(k, out)
	}
}

func TestMarkdownCasesReadAsShown(t *testing.T) {
	for _, c := range cases(t) {
		if strings.HasPrefix(c.name, Markdown.Name) {
			t.Run(c.name, func(t *testing.T) { sameAsShown(t, c.input) })
		}
	}
}

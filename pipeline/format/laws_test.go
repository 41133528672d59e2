package format

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// lawful holds a codec to what every codec promises, for one file: the runs
// lead from the text to the bytes, splicing nothing changes nothing, and
// splicing a letter changes that letter alone.
func lawful(t *testing.T, file string, raw []byte) {
	t.Helper()
	doc, err := Decode(file, raw, Options{Locale: language.English})
	if err != nil {
		return
	}
	last := 0
	for i := range doc.Segments {
		last = runsTile(t, doc, i, last)
		tagsHold(t, doc, i)
	}
	same, err := Splice(doc, nil)
	if err != nil || !bytes.Equal(same, doc.Raw) {
		t.Fatalf("splicing nothing into %q gives %q, %v", doc.Raw, same, err)
	}
	for i := range doc.Segments {
		if at := letter(&doc.Segments[i]); at >= 0 {
			splicesLetter(t, doc, i, at)
			break
		}
	}
}

// runsTile checks the runs of a segment and returns where they end in the file.
func runsTile(t *testing.T, doc *concord.Document, segment, last int) int {
	t.Helper()
	s := &doc.Segments[segment]
	at := 0
	for _, r := range s.Runs {
		if r.Text.Start != at || r.Raw.Start < last || r.Raw.End < r.Raw.Start || r.Raw.End > len(doc.Raw) {
			t.Fatalf("%q: segment %d %q: runs %v after offset %d", doc.Raw, segment, s.Text, s.Runs, last)
		}
		if !r.Escape && s.Text[r.Text.Start:r.Text.End] != string(doc.Raw[r.Raw.Start:r.Raw.End]) {
			t.Fatalf("%q: segment %d: %q stands for %q", doc.Raw, segment, s.Text[r.Text.Start:r.Text.End], doc.Raw[r.Raw.Start:r.Raw.End])
		}
		at, last = r.Text.End, r.Raw.End
	}
	if at != len(s.Text) {
		t.Fatalf("%q: segment %d: runs end at %d of %d", doc.Raw, segment, at, len(s.Text))
	}
	return last
}

// tagsHold checks that the tags of a segment stand in order, in its text and in
// the file.
func tagsHold(t *testing.T, doc *concord.Document, segment int) {
	t.Helper()
	s := &doc.Segments[segment]
	at, raw := 0, 0
	for _, tag := range s.Tags {
		if tag.What == "" || tag.At < at || tag.At > len(s.Text) || tag.Raw.Start < raw || tag.Raw.End <= tag.Raw.Start || tag.Raw.End > len(doc.Raw) {
			t.Fatalf("%q: segment %d %q: tags %v", doc.Raw, segment, s.Text, s.Tags)
		}
		at, raw = tag.At, tag.Raw.Start
	}
}

// letter returns the offset of a letter inside a word that may be edited, or -1.
func letter(s *concord.Segment) int {
	for i := 1; i+1 < len(s.Text); i++ {
		inside := func(c byte) bool { return c >= 'a' && c <= 'y' }
		span := concord.Span{Start: i, End: i + 1}
		if inside(s.Text[i-1]) && inside(s.Text[i]) && inside(s.Text[i+1]) && !s.Protected(concord.Span{Start: i - 1, End: i + 2}) {
			if _, ok := s.Locate(concord.Span{Start: i - 1, End: i + 2}); ok && s.Text[i] != 'q' {
				if _, ok := s.Locate(span); ok {
					return i
				}
			}
		}
	}
	return -1
}

func splicesLetter(t *testing.T, doc *concord.Document, segment, at int) {
	t.Helper()
	place := concord.Place{Doc: doc, Segment: segment, Span: concord.Span{Start: at, End: at + 1}}
	raw, err := Splice(doc, []concord.Edit{{Place: place, New: "q"}})
	if err != nil {
		t.Fatal(err)
	}
	where := place.Raw()
	want := string(doc.Raw[:where.Start]) + "q" + string(doc.Raw[where.End:])
	if string(raw) != want {
		t.Fatalf("got %q, want %q", raw, want)
	}
	next, err := Redecode(doc, raw)
	if err != nil {
		t.Fatal(err)
	}
	s := doc.Segments[segment].Text
	if len(next.Segments) != len(doc.Segments) || next.Segments[segment].Text != s[:at]+"q"+s[at+1:] {
		t.Fatalf("%q: after an edit of segment %d %q the file reads as %q", doc.Raw, segment, s, next.Texts())
	}
}

func FuzzText(f *testing.F) {
	for _, s := range texts {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if utf8.Valid(raw) {
			lawful(t, "f.txt", raw)
		}
	})
}

var texts = []string{
	"", "one\ntwo\n\n \t\n\nthree\r\n\r\nfour", "\ufefftitle\n\n\n\nRelease time:\n\n2024-05-06\n\nA lead. ",
	"# Head *em* `code`\n\nwrapped  \nline\\\nbreak &amp; \\* [a](b \"c\") ![alt](x)\n> quoted\n> more\n\n- item\n  goes on\n\n1. one\n2. two\n",
	"a|b\n-|-\nc|d `x|y`\n\n<div>raw</div>\n\n~~~\ncode\n~~~\n\n[ref]: http://x\n[ref] and [text][ref] and <b>bold</b> <code>x</code> text\n",
	"---\ntitle: x\n---\n\nSetext\n===\n\n\tcode\n\n* a\n\n  b\n\t- c\n",
	"plain ``` code ``` and {{ x }} ${y} {z} %s a@b.cd http://e.fg/h?i=j #tag @user 10.1000/182 file.pdf",
	strings.Repeat("> ", 50) + "deep", strings.Repeat("- ", 300) + "deep",
}

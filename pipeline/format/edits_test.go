package format

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// editsHold holds a codec to what an edit promises: whatever stands in it, it
// reads back as that text, and nothing else changes. The edit takes the place
// of a word, the first and the last of the file that it can take.
func editsHold(t *testing.T, file string, raw []byte, with string) {
	t.Helper()
	doc, err := Decode(file, raw, Options{Locale: language.English})
	if err != nil || !editable(with) {
		return
	}
	first, last := -1, -1
	for i := range doc.Segments {
		if _, ok := word(&doc.Segments[i]); ok {
			if last = i; first < 0 {
				first = i
			}
		}
	}
	if first >= 0 {
		editHolds(t, doc, first, with)
	}
	if last > first {
		editHolds(t, doc, last, with)
	}
}

// editable reports whether s could be what a rule writes: no white space
// around it, no line breaks or control characters.
func editable(s string) bool {
	bad := func(r rune) bool { return invisible(r) && r != ' ' || unicode.IsControl(r) || r == utf8.RuneError }
	return s != "" && len(s) < 40 && utf8.ValidString(s) && strings.TrimSpace(s) == s && strings.IndexFunc(s, bad) < 0
}

// word returns the first stretch of letters that an edit can replace without
// regard to what stands next to it: with a space or the end of the segment on
// either side, in one run.
func word(s *concord.Segment) (concord.Span, bool) {
	isLetter := func(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
	for _, r := range s.Runs {
		if r.Escape {
			continue
		}
		for at := r.Text.Start; at < r.Text.End; at++ {
			start := at
			for at < r.Text.End && isLetter(s.Text[at]) {
				at++
			}
			span := concord.Span{Start: start, End: at}
			left := start == 0 || start > r.Text.Start && s.Text[start-1] == ' '
			right := at == len(s.Text) || at < r.Text.End && s.Text[at] == ' '
			if start < at && left && right && !s.Protected(concord.Span{Start: max(0, start-1), End: min(len(s.Text), at+1)}) {
				return span, true
			}
		}
	}
	return concord.Span{}, false
}

func editHolds(t *testing.T, doc *concord.Document, segment int, with string) {
	t.Helper()
	span, _ := word(&doc.Segments[segment])
	place := concord.Place{Doc: doc, Segment: segment, Span: span}
	raw, err := Splice(doc, []concord.Edit{{Place: place, New: with}})
	if err != nil {
		t.Fatal(err)
	}
	next, err := Redecode(doc, raw)
	if err != nil {
		t.Fatal(err)
	}
	want := doc.Texts()
	s := want[segment]
	want[segment] = s[:span.Start] + with + s[span.End:]
	got := next.Texts()
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("%q: with %q for %q the file is\n%q and reads as\n%q, want\n%q", doc.Raw, with, place.Text(), raw, got, want)
		}
	}
}

// TestCorpus decodes the files of a folder of one's own, for a try by hand.
func TestCorpus(t *testing.T) {
	root := os.Getenv("CONCORD_CORPUS")
	if root == "" {
		t.Skip("CONCORD_CORPUS names no folder")
	}
	n := 0
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		if err != nil || !utf8.Valid(raw) {
			return err
		}
		if _, err := find(path, ""); err != nil {
			return nil
		}
		n++
		t.Run(path, func(t *testing.T) {
			file := "f" + filepath.Ext(path)
			lawful(t, file, raw)
			for _, with := range []string{"*a*", "1. b", "- c", "# d", "<e>", "&amp", "`f`", "[g](h)", "|", "_i_"} {
				editsHold(t, file, raw, with)
			}
		})
		return nil
	})
	if err != nil || n == 0 {
		t.Fatalf("%s: %d files, %v", root, n, err)
	}
}

package format

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/tools/txtar"

	"github.com/concord-l10n/concord"
)

var update = flag.Bool("update", false, "write what is read into the case files")

// TestCases decodes the input of every case file and compares what is read with
// the file "segments": one line for key and kind, then the text, then what no
// edit may touch, and the tags with what they are written as. Every input is held to the laws as well, and so is the input
// with the line ends of other systems and a byte order mark.
func TestCases(t *testing.T) {
	for _, c := range cases(t) {
		t.Run(c.name, func(t *testing.T) {
			doc, err := Decode(c.file, c.input, Options{Locale: language.English})
			if err != nil {
				t.Fatal(err)
			}
			got := listing(doc)
			if *update {
				c.archive.Files = []txtar.File{c.archive.Files[0], {Name: "segments", Data: []byte(got)}}
				if err := os.WriteFile(c.path, txtar.Format(c.archive), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if len(c.archive.Files) < 2 || got != string(c.archive.Files[1].Data) {
				t.Errorf("%s reads as\n%s\nwant\n%s", c.path, got, c.archive.Files[min(1, len(c.archive.Files)-1)].Data)
			}
			crlf := strings.ReplaceAll(strings.ReplaceAll(string(c.input), "\r\n", "\n"), "\n", "\r\n")
			for _, raw := range []string{string(c.input), crlf, "\ufeff" + string(c.input)} {
				lawful(t, c.file, []byte(raw))
				editsHold(t, c.file, []byte(raw), "a#b")
			}
		})
	}
}

type caseFile struct {
	path, name, file string
	archive          *txtar.Archive
	input            []byte
}

// cases reads testdata/FORMAT/*.txtar. Control characters that an editor would
// not keep are written in the input as ␍ and ␉.
func cases(t testing.TB) []caseFile {
	t.Helper()
	var all []caseFile
	for _, codec := range All {
		paths, err := filepath.Glob(filepath.Join("testdata", codec.Name, "*.txtar"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			a, err := txtar.ParseFile(path)
			if err != nil || len(a.Files) == 0 {
				t.Fatalf("%s: %v, %d files", path, err, len(a.Files))
			}
			input := strings.NewReplacer("␍", "\r", "␉", "\t").Replace(string(a.Files[0].Data))
			name := codec.Name + "/" + strings.TrimSuffix(filepath.Base(path), ".txtar")
			all = append(all, caseFile{path, name, "f" + codec.Extensions[0], a, []byte(input)})
		}
	}
	if len(all) < 50 {
		t.Fatalf("%d case files", len(all))
	}
	return all
}

// listing prints what was read, for people.
func listing(doc *concord.Document) string {
	var b strings.Builder
	for i := range doc.Segments {
		s := &doc.Segments[i]
		fmt.Fprintf(&b, "%s", s.Key)
		if base, _, _ := strings.Cut(s.Key, "."); base != s.Kind.String() {
			fmt.Fprintf(&b, " (%s)", s.Kind)
		}
		if s.Level > 0 {
			fmt.Fprintf(&b, " level %d", s.Level)
		}
		text := fmt.Sprintf("%q", s.Text)
		fmt.Fprintf(&b, "\n\t%s\n", text[1:len(text)-1])
		for _, m := range s.Marks {
			marked := fmt.Sprintf("%q", s.Text[m.Span.Start:m.Span.End])
			if m.Span.Len() == len(s.Text) {
				marked = "all of it"
			}
			fmt.Fprintf(&b, "\t! %s: %s\n", m.What, marked)
		}
		if len(s.Tags) > 0 {
			fmt.Fprintf(&b, "\t< %s\n", tagged(doc, s))
		}
	}
	return b.String()
}

// tagged prints the tags of a segment in what its text has between them.
func tagged(doc *concord.Document, s *concord.Segment) string {
	var b strings.Builder
	at := 0
	for _, t := range s.Tags {
		side := [...]string{"", "/", "."}[t.Side]
		fmt.Fprintf(&b, "%s‹%s%s %s›", s.Text[at:t.At], side, t.What, doc.Raw[t.Raw.Start:t.Raw.End])
		at = t.At
	}
	b.WriteString(s.Text[at:])
	text := fmt.Sprintf("%q", b.String())
	return text[1 : len(text)-1]
}

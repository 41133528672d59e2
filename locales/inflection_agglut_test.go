package locales

import (
	"bufio"
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// An inflected word of the public inflection suite: what is asked for, and the
// result.
type inflected struct {
	Source struct {
		Text  string     `xml:",chardata"`
		Attrs []xml.Attr `xml:",any,attr"`
	} `xml:"source"`
	Result string `xml:"result"`
}

// asked returns what the row asks for, by name.
func (x *inflected) asked() map[string]string {
	m := make(map[string]string)
	for _, a := range x.Source.Attrs {
		m[a.Name.Local] = a.Value
	}
	return m
}

// inflectionRows reads the suite for a language. It skips where CONCORD_DATA is
// not set.
func inflectionRows(t *testing.T, lang string) []inflected {
	t.Helper()
	dir := os.Getenv("CONCORD_DATA")
	if dir == "" {
		t.Skip("CONCORD_DATA is not set")
	}
	data, err := os.ReadFile(filepath.Join(dir, "unicode-inflection", lang+".xml"))
	if err != nil {
		t.Fatal(err)
	}
	var suite struct {
		Tests []inflected `xml:"test"`
	}
	if err := xml.Unmarshal(data, &suite); err != nil {
		t.Fatal(err)
	}
	return suite.Tests
}

// inflectionFacts reads what a glossary would say of some words: word, sound,
// poss, parted by tabs.
func inflectionFacts(t *testing.T, lang string) map[string]Grammar {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "inflection", lang+".tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	facts := make(map[string]Grammar)
	for sc := bufio.NewScanner(f); sc.Scan(); {
		if row := strings.Split(sc.Text(), "\t"); len(row) == 3 && !strings.HasPrefix(row[0], "#") {
			facts[row[0]] = Grammar{Sound: row[1], Poss: row[2]}
		}
	}
	return facts
}

// A score counts the rows of a suite by what became of them.
type score struct {
	right, wrong, unknown int
	left                  map[string]int // not covered, by the reason
}

func (s *score) settle(t *testing.T, got, doubt, want string) {
	switch {
	case doubt != "":
		s.unknown++
		t.Logf("unknown: want %s, proposed %s (%s)", want, got, doubt)
	case got != want:
		s.wrong++
		t.Errorf("wrong: got %s, want %s", got, want)
	default:
		s.right++
	}
}

func (s *score) leave(why string) {
	if s.left == nil {
		s.left = make(map[string]int)
	}
	s.left[why]++
}

func (s *score) report(t *testing.T) {
	t.Helper()
	t.Logf("right %d, wrong %d, unknown %d; not covered: %v", s.right, s.wrong, s.unknown, s.left)
	if covered := s.right + s.wrong + s.unknown; covered == 0 || s.unknown*100 > covered*15 {
		t.Errorf("%d of %d unknown, which is over 15 %%", s.unknown, covered)
	}
}

// swapped puts a word with what is known of it into the place of old, at the
// start of a text, and returns the text.
func swapped(tag, text, old, word string, g Grammar, tail concord.Span) (got, doubt string) {
	changes, doubt := For(language.MustParse(tag)).Fit(Swap{
		Text: text, Span: concord.Span{End: len(old)}, Tail: tail, Was: old, New: word, Now: g, Proper: true,
	})
	at := 0
	for _, c := range changes {
		got += text[at:c.Span.Start] + c.New
		at = c.Span.End
	}
	return got + text[at:], doubt
}

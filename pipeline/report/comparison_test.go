package report

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

var comparisons = []Comparison{
	{"old/a.txt", "new/a.txt", []Piece{
		{Old: "A first line that is long enough to be cut, with the ", New: "A first line that is long enough to be cut, with the "},
		{Old: "Chinese\ntemperature", New: "China Temperature", Why: "glossary#slogan.china-temperature"},
		{Old: " and\n100", New: " and\n100"},
		{Old: " ", New: "\u00a0"},
		{Old: "% of \u202e", New: "% of \u202e"},
		{Old: "x\x1b[31m", New: ""},
	}},
	{"same.txt", "same.txt", []Piece{{Old: "same", New: "same"}}},
	{"gone.txt", "", nil},
	{"", "added.txt", nil},
}

func TestPrintComparisons(t *testing.T) {
	var b strings.Builder
	if err := PrintComparisons(&b, comparisons, Style{}); err != nil {
		t.Fatal(err)
	}
	want := `old/a.txt → new/a.txt
  1: …long enough to be cut, with the [-Chinese↵temperature-]{+China Temperature+} and   slogan.china-temperature
  2: 100[- -]{+\u{a0}+}% of \u{202e}
  2: % of \u{202e}[-x\u{1b}[31m-]
only in the old version: gone.txt
only in the new version: added.txt
4 files, 3 changed: 3 changes.
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// What JSON says of bytes is true of the texts.
func TestPrintComparisonsJSON(t *testing.T) {
	var b bytes.Buffer
	if err := PrintComparisonsJSON(&b, comparisons); err != nil {
		t.Fatal(err)
	}
	var out struct {
		Files       int
		Differences []struct {
			Old, New string
			Changes  []jsonChange
		}
	}
	if err := json.Unmarshal(b.Bytes(), &out); err != nil {
		t.Fatalf("%v\n%s", err, b.Bytes())
	}
	if out.Files != 4 || len(out.Differences) != 3 || len(out.Differences[0].Changes) != 3 {
		t.Fatalf("%+v", out)
	}
	var old, now string
	for _, p := range comparisons[0].Pieces {
		old, now = old+p.Old, now+p.New
	}
	for _, c := range out.Differences[0].Changes {
		if old[c.OldStart:c.OldEnd] != c.Old || now[c.NewStart:c.NewEnd] != c.New {
			t.Errorf("%+v is %q and %q", c, old[c.OldStart:c.OldEnd], now[c.NewStart:c.NewEnd])
		}
	}
}

package glossary

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestWriteLarge writes a glossary of 500,000 concepts and a million terms, as
// YAML and as CSV, to the folder CONCORD_LARGE. It makes them of the names in
// CLDR and of CC-CEDICT, which it looks for in the folder CONCORD_DATA. How to
// measure with it is in docs/performance.md.
func TestWriteLarge(t *testing.T) {
	data, out := os.Getenv("CONCORD_DATA"), os.Getenv("CONCORD_LARGE")
	if data == "" || out == "" {
		t.Skip("CONCORD_DATA and CONCORD_LARGE are not set")
	}
	w := newLargeWriter(t, out)
	rows(t, filepath.Join(data, "cc-cedict", "cc-cedict.tsv.gz"), func(row []string) {
		trad, simp, english := row[0], row[1], gloss(row[3])
		if english == "" {
			return
		}
		w.concept("", "zh-Hans", "preferred", simp, "zh-Hant", "preferred", trad, "en", "preferred", english)
		w.concept("programme", "en", "preferred", english+" plan", "en", "deprecated", english+" programme")
		w.concept("programme", "zh-Hans", "preferred", simp+"计划", "zh-Hans", "deprecated", simp+"方案", "zh-Hant", "preferred", trad+"計劃")
	})
	rows(t, filepath.Join(data, "cldr-names", "cldr-names.tsv.gz"), func(row []string) {
		w.concept(map[string]string{"territory": "place", "subdivision": "place"}[row[0]], row[2], "preferred", row[3])
	})
	w.close(t)
}

// gloss returns the first meaning of an entry, without what is in brackets.
func gloss(s string) string {
	s, _, _ = strings.Cut(s, " / ")
	for {
		before, after, ok := strings.Cut(s, "(")
		_, after, closed := strings.Cut(after, ")")
		if !ok || !closed {
			break
		}
		s = before + after
	}
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > 60 || strings.ContainsAny(s, "()") {
		return ""
	}
	return s
}

func rows(t *testing.T, file string, do func([]string)) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(z)
	lines.Scan() // the header
	for lines.Scan() {
		if row := strings.Split(lines.Text(), "\t"); len(row) >= 4 {
			do(row)
		}
	}
}

// A largeWriter writes concepts as YAML and as CSV.
type largeWriter struct {
	files    [2]*os.File
	yaml     *bufio.Writer
	csv      *csv.Writer
	concepts int
}

func newLargeWriter(t *testing.T, folder string) *largeWriter {
	w := new(largeWriter)
	for i, name := range []string{"large.yaml", "large.csv"} {
		var err error
		if w.files[i], err = os.Create(filepath.Join(folder, name)); err != nil {
			t.Fatal(err)
		}
	}
	w.yaml, w.csv = bufio.NewWriter(w.files[0]), csv.NewWriter(w.files[1])
	fmt.Fprint(w.yaml, "glossary: large\nversion: \"1\"\nbase: en\nlocales: [en, zh-Hans]\nconcepts:\n")
	w.csv.Write([]string{"id", "kind", "locale", "status", "term"})
	return w
}

// concept writes a concept of some terms: locale, status, text.
func (w *largeWriter) concept(kind string, terms ...string) {
	if w.concepts == 500_000 {
		return
	}
	w.concepts++
	id := fmt.Sprintf("%s.%06d", cmp.Or(kind, "term"), w.concepts)
	fmt.Fprintf(w.yaml, "  - id: %s\n", id)
	if kind != "" {
		fmt.Fprintf(w.yaml, "    kind: %s\n", kind)
	}
	fmt.Fprint(w.yaml, "    terms:\n")
	for i := 0; i < len(terms); i += 3 {
		locale, status, text := terms[i], terms[i+1], terms[i+2]
		if i == 0 || locale != terms[i-3] {
			fmt.Fprintf(w.yaml, "      %s:\n", locale)
		}
		fmt.Fprintf(w.yaml, "        %s: %q\n", status, text)
		w.csv.Write([]string{id, kind, locale, status, text})
	}
}

func (w *largeWriter) close(t *testing.T) {
	w.csv.Flush()
	for _, err := range []error{w.csv.Error(), w.yaml.Flush(), w.files[0].Close(), w.files[1].Close()} {
		if err != nil {
			t.Error(err)
		}
	}
}

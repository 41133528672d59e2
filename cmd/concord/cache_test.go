package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/concord-l10n/concord/glossary"
)

// TestCacheFolder: whoever opens a file has all of what one writer wrote.
func TestCacheFolder(t *testing.T) {
	c := cacheFolder(filepath.Join(t.TempDir(), "a", "b"))
	var all sync.WaitGroup
	for i := range 4 {
		all.Go(func() {
			for range 20 {
				err := c.Write("x", func(w io.Writer) error {
					for range 1000 {
						fmt.Fprintf(w, "%d", i)
					}
					return nil
				})
				if err != nil {
					t.Error(err)
				}
				f, size, err := c.Open("x")
				if err != nil {
					t.Error(err)
					return
				}
				b := make([]byte, size)
				f.ReadAt(b, 0)
				if len(b) != 1000 || len(bytes.Trim(b, string(b[:1]))) > 0 {
					t.Errorf("%d bytes of several writers", len(b))
				}
			}
		})
	}
	all.Wait()
	if left, _ := os.ReadDir(string(c)); len(left) != 1 {
		t.Errorf("%d files are left", len(left))
	}
	if err := c.Write("y", func(io.Writer) error { return errors.New("no more") }); err == nil {
		t.Error("a file that was not finished counts")
	}
	if _, _, err := c.Open("y"); err == nil {
		t.Error("a file that was not finished is there")
	}
	c.Remove("x")
	if _, _, err := c.Open("x"); err == nil {
		t.Error("a removed file is there")
	}
}

// TestCacheForeign: what others could have written is not opened.
func TestCacheForeign(t *testing.T) {
	c := cacheFolder(t.TempDir())
	if err := c.Write("x", func(w io.Writer) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(c.file("x"), 0o666); err != nil {
		t.Skip(err)
	}
	if _, _, err := c.Open("x"); err == nil {
		t.Error("a file that anybody may write to is opened")
	}
}

// TestCacheCut: a file that is cut while it is in use is an error, and not the end.
func TestCacheCut(t *testing.T) {
	c := cacheFolder(t.TempDir())
	var text strings.Builder
	text.WriteString("glossary: cut\nconcepts:\n")
	for i := range 5000 {
		fmt.Fprintf(&text, "  - id: c%d\n    terms:\n      en: {preferred: word%d plan}\n", i, i)
	}
	source := glossary.Source{Name: "cut.yaml", Path: "/cut.yaml", Size: int64(text.Len()), Stamp: "1", Read: func() ([]byte, error) { return []byte(text.String()), nil }}
	opened := func() *glossary.Glossary {
		g, err := glossary.Open(c, "", source)
		if err != nil {
			t.Fatal(err)
		}
		return g
	}
	opened()
	g := opened()
	files, err := filepath.Glob(filepath.Join(string(c), "*.concepts"+cacheSuffix))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	if err := os.Truncate(files[0], 5000); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if v := recover(); v != nil && !strings.Contains(fmt.Sprint(v), "run again") {
			t.Error(v)
		}
	}()
	if got := g.Concept(4000).ID; got != "c4000" {
		t.Errorf("found %q", got)
	}
}

// TestLargeGlossary: what a run says of a glossary large enough to be compiled
// is the same the first time, the second, and without a cache.
func TestLargeGlossary(t *testing.T) {
	dir := t.TempDir()
	var table strings.Builder
	table.WriteString("id,locale,status,term\n")
	for i := range 20_000 {
		fmt.Fprintf(&table, "c%d,en,preferred,word%d plan\nc%d,en,deprecated,word%d programme\n", i, i, i, i)
	}
	file, text := filepath.Join(dir, "terms.csv"), filepath.Join(dir, "x.txt")
	if err := errors.Join(os.WriteFile(file, []byte(table.String()), 0o666),
		os.WriteFile(text, []byte("The word7 programme and the word19999 programme are word8 plans.\n"), 0o666)); err != nil {
		t.Fatal(err)
	}
	say := func(cache string) string {
		var out bytes.Buffer
		w := system()
		w.out, w.err = &out, &out
		w.env = func(name string) string {
			return map[string]string{"CONCORD_CACHE": cache, "LANG": "C"}[name]
		}
		code := run([]string{"concord", "check", "--config", "", "--glossary", file, "--lang", "en", text}, w)
		return fmt.Sprint(code, "\n", out.String())
	}
	want := say("off")
	if !strings.Contains(want, "2 findings") {
		t.Fatal(want)
	}
	blocked := filepath.Join(dir, "terms.csv", "cache")
	cache := filepath.Join(dir, "cache")
	for _, c := range []string{cache, cache, blocked} {
		if got := say(c); got != want {
			t.Errorf("with cache %s:\n%s\nwant\n%s", c, got, want)
		}
	}
	if files, _ := filepath.Glob(filepath.Join(cache, "*"+cacheSuffix)); len(files) != 2 {
		t.Errorf("%d files in the cache, want 2", len(files))
	}
}

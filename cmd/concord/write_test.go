package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/concord-l10n/concord/pipeline/format"
)

// TestWrite holds the writer to its promises: what a killed run left behind is
// taken up, a file is whole at all times, and the mode stays.
func TestWrite(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.txt")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.WriteFile(file, []byte("old"), 0o640))
	must(os.WriteFile(partOf(file), []byte("half of what a killed run wr"), 0o600))
	must(write(file, []byte("new")))
	info, err := os.Stat(file)
	must(err)
	if info.Mode() != 0o640 {
		t.Errorf("the mode became %v", info.Mode())
	}
	one, two := bytes.Repeat([]byte("1"), 1<<16), bytes.Repeat([]byte("2"), 1<<15)
	must(write(file, one))
	var writers sync.WaitGroup
	for _, data := range [][]byte{one, two, one, two} {
		writers.Go(func() {
			for range 20 {
				if err := write(file, data); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for range 200 {
		if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, one) && !bytes.Equal(got, two) {
			t.Errorf("%d bytes that nobody wrote as a whole, %v", len(got), err)
		}
	}
	writers.Wait()
	entries, err := os.ReadDir(filepath.Dir(file))
	must(err)
	if len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

// TestChanged holds a correction to the text it was made for: what somebody
// wrote meanwhile stays, and what was removed is not made again.
func TestChanged(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.txt")
	draft, err := format.Decode("a.txt", []byte("old"), format.Options{})
	if err != nil {
		t.Fatal(err)
	}
	f := &fixing{task: &task{in: &inputs{path: map[string]string{"a.txt": file}}}}
	if err := f.replace(draft, []byte("corrected")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that was removed: %v", err)
	}
	if err := os.WriteFile(file, []byte("newer"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := f.replace(draft, []byte("corrected")); !errors.Is(err, errChanged) {
		t.Errorf("a file that changed: %v", err)
	}
	if got, err := os.ReadFile(file); err != nil || string(got) != "newer" {
		t.Errorf("it became %q, %v", got, err)
	}
}

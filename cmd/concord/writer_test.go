package main

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// TestWriter writes more files than the disk is waited for at once, from several
// places and through a link, and wants each whole and nothing left behind.
func TestWriter(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "real"), filepath.Join(dir, "7")
	if err := os.WriteFile(real, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		t.Skip(err)
	}
	var w writer
	var all sync.WaitGroup
	for i := range unsettled + 44 {
		all.Go(func() {
			name := fmt.Sprint(i)
			if err := w.write(filepath.Join(dir, name), []byte(name)); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if w.files != 44 {
		t.Errorf("%d files to wait for", w.files)
	}
	if err := w.settle(); err != nil || w.files != 0 || w.folders != nil {
		t.Errorf("after all is settled: %v, %d files in %v", err, w.files, w.folders)
	}
	for i := range unsettled + 44 {
		if got, err := os.ReadFile(filepath.Join(dir, fmt.Sprint(i))); err != nil || string(got) != fmt.Sprint(i) {
			t.Errorf("%d became %q, %v", i, got, err)
		}
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link became %v, %v", info, err)
	}
	if info, err := os.Stat(real); err != nil || info.Mode() != 0o640 {
		t.Errorf("the mode of what it leads to: %v, %v", info, err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != unsettled+45 {
		t.Errorf("%d files, %v", len(entries), err)
	}
}

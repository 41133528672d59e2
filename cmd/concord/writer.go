package main

import (
	"path/filepath"
	"sync"
)

// A writer writes many files. Each is replaced whole, as by write, and no killed
// run leaves half of one; but the disk is waited for once for many of them: to wait
// for each takes longer than to correct it. If the machine itself fails, those that
// were not waited for may be lost.
// The zero writer is ready, and safe for concurrent use.
type writer struct {
	mu      sync.Mutex
	folders map[string]bool // of what was written since the disk was waited for
	files   int
}

// unsettled is how many files may be written before the disk is waited for.
const unsettled = 256

// write replaces the bytes of a file, or makes it.
func (w *writer) write(file string, data []byte) error {
	target, err := put(file, data, flushed)
	if err != nil {
		return err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.folders == nil {
		w.folders = make(map[string]bool)
	}
	w.folders[filepath.Dir(target)] = true
	if w.files++; w.files < unsettled {
		return nil
	}
	return w.wait()
}

// settle waits until all that was written is on the disk.
func (w *writer) settle() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.wait()
}

func (w *writer) wait() error {
	if len(w.folders) == 0 {
		return nil
	}
	folder, err := synced(w.folders)
	w.folders, w.files = nil, 0
	if err != nil {
		return pathError("write", folder, err)
	}
	return nil
}

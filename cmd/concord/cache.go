package main

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/concord-l10n/concord/glossary"
)

// A cacheFolder keeps what is compiled from large glossaries. It holds nothing
// that cannot be made again: whoever likes may delete it.
type cacheFolder string

const (
	cacheSuffix  = ".cg"
	unfinished   = ".part"             // between a name and a number: a file that is being written
	unusedAfter  = 30 * 24 * time.Hour // a file that nobody asked for since is removed
	settledAfter = 2 * time.Second     // file systems may tell times apart no better
)

// cache returns the folder for what is kept between runs: CONCORD_CACHE or that
// of the user. It is nil if there is none, or CONCORD_CACHE is "off".
func (t *tool) cache() glossary.Cache {
	dir := t.env("CONCORD_CACHE")
	if dir == "" {
		user, err := os.UserCacheDir()
		if err != nil {
			return nil
		}
		dir = filepath.Join(user, "concord")
	}
	if dir == "off" {
		return nil
	}
	return cacheFolder(dir)
}

// program tells this very program from others: it may read a glossary otherwise.
func program() string {
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	info, err := os.Stat(name)
	if err != nil {
		return ""
	}
	return stamp(info)
}

func (c cacheFolder) file(name string) string { return filepath.Join(string(c), name+cacheSuffix) }

// Open opens a file that this user wrote and nobody else can have changed.
func (c cacheFolder) Open(name string) (glossary.CacheFile, int64, error) {
	f, err := os.Open(c.file(name))
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err == nil && !(info.Mode().IsRegular() && info.Mode().Perm()&0o022 == 0 && owned(info)) {
		err = fs.ErrPermission
	}
	if err != nil {
		f.Close()
		return nil, 0, err
	}
	if now := time.Now(); now.Sub(info.ModTime()) > unusedAfter/30 {
		os.Chtimes(c.file(name), now, now) // it is in use
	}
	return &cacheFile{File: f, size: int(info.Size())}, info.Size(), nil
}

// A cacheFile may be mapped. It stays so until the process ends.
type cacheFile struct {
	*os.File
	size int
}

// Mapped returns the bytes of the file, or nil where files are not mapped.
func (f *cacheFile) Mapped() []byte { return mapped(f.File, f.size) }

// Write writes a file beside its place and renames it: whoever reads it, and
// whoever else writes it, has all of one or all of the other. It is not forced to
// the disk. What a crash leaves of it does not answer to its checksums.
func (c cacheFolder) Write(name string, write func(io.Writer) error) (err error) {
	if err := os.MkdirAll(string(c), 0o700); err != nil {
		return err
	}
	c.clean()
	f, err := os.CreateTemp(string(c), name+unfinished) // for this user alone
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	w := bufio.NewWriterSize(f, 1<<20)
	if err := write(w); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), c.file(name))
}

// Remove removes a file.
func (c cacheFolder) Remove(name string) { os.Remove(c.file(name)) }

// clean removes what nobody asks for, and what was never finished.
func (c cacheFolder) clean() {
	all, _ := os.ReadDir(string(c))
	for _, e := range all {
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		age := time.Since(info.ModTime())
		if strings.HasSuffix(e.Name(), cacheSuffix) && age > unusedAfter || strings.Contains(e.Name(), unfinished) && age > time.Hour {
			os.Remove(filepath.Join(string(c), e.Name()))
		}
	}
}

// source describes a file of a glossary.
func (t *tool) source(name, shown string) (glossary.Source, error) {
	if t.staged != nil {
		if s, is, err := t.staged.source(name, shown); is || err != nil {
			return s, err
		}
	}
	s := glossary.Source{Name: shown}
	info, err := os.Stat(name)
	if err != nil {
		return s, err
	}
	s.Read = func() ([]byte, error) {
		t.spare(info.Size())
		return read(name)
	}
	if s.Path, err = filepath.Abs(name); err != nil {
		return s, err
	}
	s.Size = info.Size()
	if info.Mode().IsRegular() && time.Since(info.ModTime()) > settledAfter { // it might change once more, unseen
		s.Stamp = stamp(info)
	}
	return s, nil
}

// stamp is another when a file has changed.
func stamp(info fs.FileInfo) string {
	return fmt.Sprint(info.Size(), " ", info.ModTime().UnixNano(), " ", identity(info))
}

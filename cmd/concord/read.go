package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// errStream says that a name leads to a pipe or a device, which may have no end
// and cannot be written back.
var errStream = errors.New("not a file")

// errPointer says that a file only tells where Git LFS has what should be in it:
// nothing would be found there.
var errPointer = errors.New("a pointer of Git LFS")

const pointerStart = "version https://git-lfs.github.com/spec/"

// read returns the bytes of a file. It is the only way in which concord reads
// files that somebody names.
func read(file string) ([]byte, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	if err := regularFile(info); err != nil {
		return nil, &fs.PathError{Op: "read", Path: file, Err: err}
	}
	data, err := os.ReadFile(file)
	if err == nil && bytes.HasPrefix(data, []byte(pointerStart)) {
		return nil, &fs.PathError{Op: "read", Path: file, Err: errPointer}
	}
	return data, err
}

// regularFile reports why a name does not lead to a file with bytes in it.
func regularFile(info fs.FileInfo) error {
	switch {
	case info.IsDir():
		return syscall.EISDIR
	case !info.Mode().IsRegular():
		return errStream
	}
	return nil
}

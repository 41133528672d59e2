package main

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// errStream says that a name leads to a pipe or a device, which may have no end
// and cannot be written back.
var errStream = errors.New("not a file")

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
	return os.ReadFile(file)
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

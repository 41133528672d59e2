package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/google/renameio/v2"
)

// write replaces the bytes of a file, or makes it. Whoever reads the file sees
// the old bytes or the new ones, also if the program is killed or the disk is
// full: they are written beside it and then renamed. The mode stays, and a
// symbolic link still leads to the same file. It is the only way in which
// concord writes releases, bundles and glossaries.
func write(file string, data []byte) error {
	target, err := filepath.EvalSymlinks(file)
	if errors.Is(err, fs.ErrNotExist) {
		target, err = file, os.MkdirAll(filepath.Dir(file), 0o777)
	}
	if err != nil {
		return pathError("write", file, err)
	}
	if err := writable(target); err != nil {
		return pathError("write", file, err)
	}
	err = renameio.WriteFile(target, data, 0o666, renameio.WithExistingPermissions(), renameio.WithTempDir(filepath.Dir(target)))
	if err != nil {
		return pathError("write", file, err)
	}
	return nil
}

// writable reports why a file must not be replaced: a rename would not ask
// whether it may be written to.
func writable(file string) error {
	info, err := os.Stat(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return fs.ErrInvalid
	}
	f, err := os.OpenFile(file, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return f.Close()
}

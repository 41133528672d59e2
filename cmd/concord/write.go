package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// write replaces the bytes of a file, or makes it, and has them on the disk when
// it returns. Whoever reads the file sees the old bytes or the new ones, also if
// the program is killed or the disk is full: they are written beside it and then
// renamed. The mode stays, and a symbolic link still leads to the same file. Here
// and in writer are the only ways in which concord writes releases, bundles,
// glossaries and reports.
func write(file string, data []byte) error {
	_, err := put(file, data, (*os.File).Sync)
	return err
}

// put writes as write does, and returns the file that a link led to. It calls
// settle before the new bytes take the place of the old ones.
func put(file string, data []byte, settle func(*os.File) error) (string, error) {
	target := file
	info, err := os.Lstat(file)
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		target, err = filepath.EvalSymlinks(file)
	}
	if errors.Is(err, fs.ErrNotExist) {
		target, err = file, os.MkdirAll(filepath.Dir(file), 0o777)
	}
	if err != nil {
		return "", pathError("write", file, err)
	}
	old, err := writable(target)
	if err == nil {
		err = replace(target, old, data, settle)
	}
	if err != nil {
		return "", pathError("write", file, err)
	}
	return target, nil
}

// writable reports why a file must not be replaced: a rename would not ask
// whether it may be written to. It returns what is there now, or nil.
func writable(file string) (fs.FileInfo, error) {
	info, err := os.Stat(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	if err := regularFile(info); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(file, os.O_WRONLY, 0)
	if err != nil {
		return nil, err
	}
	return info, f.Close()
}

// replace writes data into a part beside target and renames it.
func replace(target string, old fs.FileInfo, data []byte, settle func(*os.File) error) error {
	f, err := openPart(partOf(target))
	if err != nil {
		return err
	}
	defer f.Close() // also gives the lock back
	if old != nil {
		err = f.Chmod(old.Mode())
	}
	if err == nil {
		_, err = f.Write(data)
	}
	if err == nil {
		err = settle(f)
	}
	if err == nil {
		err = os.Rename(f.Name(), target)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// partOf names the file in which the new bytes of a file are collected. It is
// always the same: what a killed run left behind, the next one that writes the
// file takes up. It is short, however long the name of the file, and hidden.
func partOf(target string) string {
	dir, name := filepath.Split(target)
	sum := sha256.Sum256([]byte(name))
	return filepath.Join(dir, fmt.Sprintf(".concord-%x.part", sum[:8]))
}

// openPart opens an empty part that no other run is writing to. It waits for
// one that is: that run renames its part, and then there is a new one to make.
func openPart(name string) (*os.File, error) {
	for {
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|noFollow, 0o666)
		if err != nil {
			return nil, err
		}
		if err := lock(f); err != nil {
			return nil, errors.Join(err, f.Close())
		}
		mine, err1 := f.Stat()
		there, err2 := os.Lstat(name)
		if err1 == nil && err2 == nil && os.SameFile(mine, there) {
			return f, f.Truncate(0)
		}
		f.Close()
	}
}

package main

import (
	"fmt"
	"io/fs"
	"os"
	"syscall"
)

// identity tells a file from another that takes its place, and when it was last
// changed in any way: unlike the time of its contents, nobody can set that back.
func identity(info fs.FileInfo) string {
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return ""
	}
	return fmt.Sprint(s.Dev, " ", s.Ino, " ", s.Ctim.Sec, ".", s.Ctim.Nsec)
}

// owned reports whether a file belongs to the user who runs this.
func owned(info fs.FileInfo) bool {
	s, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(s.Uid) == os.Geteuid()
}

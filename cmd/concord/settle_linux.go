package main

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// flushed has the bytes of a file taken over by its file system, which for one
// over a network is when it may say that there is no room.
func flushed(f *os.File) error {
	fd, err := unix.FcntlInt(f.Fd(), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		return err
	}
	return unix.Close(fd)
}

// synced waits until the file systems of some folders have everything on the
// disk. It returns the folder that this failed for.
func synced(folders map[string]bool) (string, error) {
	seen := make(map[uint64]bool)
	for folder := range folders {
		if err := syncOf(folder, seen); err != nil {
			return folder, err
		}
	}
	return "", nil
}

func syncOf(folder string, seen map[uint64]bool) error {
	d, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer d.Close()
	info, err := d.Stat()
	if err != nil {
		return err
	}
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		if seen[uint64(s.Dev)] {
			return nil
		}
		seen[uint64(s.Dev)] = true
	}
	return unix.Syncfs(int(d.Fd()))
}

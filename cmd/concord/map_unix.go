//go:build unix

package main

import (
	"os"
	"syscall"
)

// mapped returns the first bytes of a file as memory that may be written to
// without changing the file; nil if there are none or they cannot be mapped.
func mapped(f *os.File, size int) []byte {
	if size <= 0 {
		return nil
	}
	b, err := syscall.Mmap(int(f.Fd()), 0, size, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_PRIVATE)
	if err != nil {
		return nil
	}
	return b
}

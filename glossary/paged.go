package glossary

import (
	"encoding/binary"
	"hash/crc32"
	"io"
	"sync"
	"sync/atomic"
	"unsafe"
)

// Paged bytes are all there, or are read from a file page by page as they are
// asked for, and held against the checksum of each page. They are read and not
// mapped: what has been checked stays as it was, whatever becomes of the file.
type paged struct {
	bytes []byte
	file  io.ReaderAt // nil: all there
	from  int64       // where they begin in the file
	sums  string      // of each page, four bytes each
	have  []atomic.Uint64
	whole func() []byte // makes the bytes anew, where the file turns out to be damaged
	mu    sync.Mutex
}

const (
	pageBits = 12
	pageLen  = 1 << pageBits
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// pagesOf returns the number of pages of n bytes.
func pagesOf(n int) int { return (n + pageLen - 1) >> pageBits }

// sumsOf returns the checksums of the pages of b, four bytes each.
func sumsOf(b []byte) string {
	sums := make([]byte, 0, 4*pagesOf(len(b)))
	for at := 0; at < len(b); at += pageLen {
		sums = binary.LittleEndian.AppendUint32(sums, crc32.Checksum(b[at:min(len(b), at+pageLen)], castagnoli))
	}
	return string(sums)
}

// need makes sure of the bytes from an offset to another.
func (p *paged) need(from, to int) {
	if p.file == nil {
		return
	}
	for page := max(0, from) >> pageBits; page<<pageBits < min(to, len(p.bytes)); page++ {
		if !p.has(page) {
			p.read(page)
		}
	}
}

func (p *paged) has(page int) bool { return p.have[page>>6].Load()>>(page&63)&1 != 0 }

func (p *paged) read(page int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.has(page) {
		return
	}
	at := page << pageBits
	b := p.bytes[at:min(at+pageLen, len(p.bytes))]
	if n, _ := p.file.ReadAt(b, p.from+int64(at)); n < len(b) || crc32.Checksum(b, castagnoli) != binary.LittleEndian.Uint32(bytesOf(p.sums[4*page:])) {
		p.replace()
		return
	}
	p.have[page>>6].Store(p.have[page>>6].Load() | 1<<(page&63))
}

// replace fills in what has not been read yet.
func (p *paged) replace() {
	b := p.whole()
	if len(b) != len(p.bytes) {
		panic("glossary: a file of the glossary was changed while it was in use; run again")
	}
	for page := range len(p.sums) / 4 {
		if at := page << pageBits; !p.has(page) {
			copy(p.bytes[at:], b[at:min(at+pageLen, len(b))])
			p.have[page>>6].Store(p.have[page>>6].Load() | 1<<(page&63))
		}
	}
}

// bytesOfNumbers looks at numbers as the bytes they are in memory.
func bytesOfNumbers[T uint32 | uint64](all []T) []byte {
	if len(all) == 0 {
		return nil
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(&all[0])), len(all)*int(unsafe.Sizeof(all[0])))
}

// littleEndian reports whether numbers are kept in memory as they are in files.
func littleEndian() bool {
	one := []uint64{1}
	return bytesOfNumbers(one)[0] == 1
}

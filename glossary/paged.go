package glossary

import (
	"hash/crc32"
	"io"
	"sync"
	"sync/atomic"
)

// Paged bytes are all there, or are read from a file page by page as they are
// asked for, and held against the checksum of each page. They are read, not
// mapped: what has been checked stays as it was, whatever becomes of the file.
type paged struct {
	bytes []byte
	file  io.ReaderAt // nil: all there
	from  int64       // where they begin in the file
	sums  []uint32    // of each page
	have  []atomic.Uint64
	mu    sync.Mutex
	bad   atomic.Bool // a page was not what it should be: it is all zeros now
}

const (
	pageBits = 14
	pageLen  = 1 << pageBits
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// pagesOf returns the number of pages of n bytes.
func pagesOf(n int) int { return (n + pageLen - 1) >> pageBits }

// need makes sure of bytes from an offset to another. It reports whether they
// are what was written.
func (p *paged) need(from, to int) bool {
	if p.file == nil {
		return true
	}
	if from < 0 || to > len(p.bytes) {
		p.bad.Store(true)
		return false
	}
	for page := from >> pageBits; page<<pageBits < to; page++ {
		if !p.has(page) {
			p.read(page)
		}
	}
	return !p.bad.Load()
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
	if n, err := p.file.ReadAt(b, p.from+int64(at)); n < len(b) && err != nil || crc32.Checksum(b, castagnoli) != p.sums[page] {
		clear(b)
		p.bad.Store(true)
	}
	p.have[page>>6].Store(p.have[page>>6].Load() | 1<<(page&63))
}

package glossary

import (
	"encoding/binary"
	"hash/crc32"
	"io"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"unsafe"
)

// Paged bytes are all there, or are those of a file, which are held against the
// checksum of each page when that is first asked for. They are mapped, or read
// then as well.
type paged struct {
	bytes  []byte
	file   io.ReaderAt // nil: all there
	mapped bool        // bytes are the file's
	from   int64       // where they begin in the file
	sums   string      // of each page, four bytes each
	have   []atomic.Uint64
	whole  func() []byte // makes the bytes anew, where the file turns out to be damaged
	mu     sync.Mutex
}

const (
	pageBits = 10
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

// answer reports whether pages have these checksums.
func answer(b []byte, sums string) bool {
	for len(b) > 0 {
		n := min(len(b), pageLen)
		if len(sums) < 4 || crc32.Checksum(b[:n], castagnoli) != binary.LittleEndian.Uint32(bytesOf(sums)) {
			return false
		}
		b, sums = b[n:], sums[4:]
	}
	return true
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
	if at := page << pageBits; !p.sound(at, min(at+pageLen, len(p.bytes)), p.sums[4*page:][:4]) {
		p.replace()
		return
	}
	p.mark(page)
}

func (p *paged) mark(page int) {
	p.have[page>>6].Store(p.have[page>>6].Load() | 1<<(page&63))
}

// sound reports whether some pages answer to their checksums.
func (p *paged) sound(from, to int, sums string) (ok bool) {
	b := p.bytes[from:to]
	if p.mapped {
		return !vanish(func() { ok = answer(b, sums) }) && ok
	}
	n, _ := p.file.ReadAt(b, p.from+int64(from))
	return n == len(b) && answer(b, sums)
}

// vanish reports whether what is done to mapped bytes fails, because their file
// was cut.
func vanish(do func()) (fault bool) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() { fault = recover() != nil }()
	do()
	return false
}

// replace fills in what has not been read yet.
func (p *paged) replace() {
	b := p.whole()
	fault := len(b) != len(p.bytes)
	for page := 0; page < len(p.sums)/4 && !fault; page++ {
		if at := page << pageBits; !p.has(page) {
			fault = vanish(func() { copy(p.bytes[at:], b[at:min(at+pageLen, len(b))]) })
			p.mark(page)
		}
	}
	if fault {
		panic("glossary: a file of the glossary was changed while it was in use; run again")
	}
}

// bytesOfNumbers looks at numbers as the bytes they are in memory.
func bytesOfNumbers[T uint32 | uint64](all []T) []byte {
	if len(all) == 0 {
		return nil
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(&all[0])), len(all)*int(unsafe.Sizeof(all[0])))
}

// numbersOf looks at bytes that begin where numbers may as such.
func numbersOf[T uint32 | uint64](b []byte) []T {
	if len(b) == 0 {
		return nil
	}
	return unsafe.Slice((*T)(unsafe.Pointer(&b[0])), len(b)/int(unsafe.Sizeof(T(0))))
}

// littleEndian reports whether numbers are kept in memory as they are in files.
func littleEndian() bool {
	one := []uint64{1}
	return bytesOfNumbers(one)[0] == 1
}

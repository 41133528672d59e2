package glossary

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"reflect"
	"sync/atomic"
)

// What is compiled from a large glossary is kept in a cache: one file with the
// concepts, and one with the index for each language that was asked for. Such a
// file is a head of fixed size, the meta data, whose checksum the head has, and
// sections, whose checksums the meta data have. See
// docs/decisions/0007-a-large-glossary-is-compiled.md.

// A Cache keeps files between runs. Nothing is lost with it.
type Cache interface {
	// Open returns a file that was written, and its length in bytes.
	Open(name string) (CacheFile, int64, error)
	// Write writes a file, whole or not at all.
	Write(name string, write func(io.Writer) error) error
	// Remove removes a file, if there is one.
	Remove(name string)
}

// A CacheFile is a file of a Cache. It may be read as long as it is in use.
type CacheFile interface{ io.ReaderAt }

// A MappedFile is one whose bytes the system shows as memory. What is written
// there stays with this process, and what is not may vanish if the file is cut.
type MappedFile interface {
	CacheFile
	Mapped() []byte // nil: it could not be mapped
}

const (
	compiledMagic   = "concord\x00"
	compiledVersion = 5 // grows with what forms of terms follow from as well
	compiledHead    = 40
	alignment       = 64
)

var errCompiled = errors.New("glossary: not a compiled file of this version")

// A section is a stretch of a compiled file.
type section struct {
	From, Len int
	Sums      string // of its pages, four bytes each
}

// writeCompiled writes meta data, to which it adds the sections, and the sections.
func writeCompiled(w io.Writer, meta *encoder, sections ...[]byte) error {
	table := make([]section, len(sections))
	at := 0
	for i, b := range sections {
		table[i] = section{From: at, Len: len(b), Sums: sumsOf(b)}
		at += (len(b) + alignment - 1) / alignment * alignment
	}
	meta.value(reflect.ValueOf(table))
	start := (compiledHead + len(meta.b) + alignment - 1) / alignment * alignment
	head := []byte(compiledMagic)
	head = binary.LittleEndian.AppendUint64(head, compiledVersion)
	head = binary.LittleEndian.AppendUint64(head, uint64(len(meta.b)))
	head = binary.LittleEndian.AppendUint64(head, uint64(start+at))
	head = binary.LittleEndian.AppendUint32(head, crc32.Checksum(meta.b, castagnoli))
	head = binary.LittleEndian.AppendUint32(head, crc32.Checksum(head, castagnoli))
	head = append(head, meta.b...)
	head = append(head, make([]byte, start-len(head))...)
	if _, err := w.Write(head); err != nil {
		return err
	}
	for _, b := range sections {
		if _, err := w.Write(b); err != nil {
			return err
		}
		if _, err := w.Write(make([]byte, -len(b)&(alignment-1))); err != nil {
			return err
		}
	}
	return nil
}

// A compiledFile is one that is being read.
type compiledFile struct {
	file     io.ReaderAt
	mapped   []byte // the whole file, or nil
	size     int64
	meta     decoder
	start    int64 // of the sections
	sections []section
}

// openCompiled reads the head and the meta data of a file.
func openCompiled(file io.ReaderAt, size int64) (*compiledFile, error) {
	head := make([]byte, compiledHead)
	if n, _ := file.ReadAt(head, 0); n < len(head) || string(head[:8]) != compiledMagic ||
		binary.LittleEndian.Uint64(head[8:]) != compiledVersion || !littleEndian() ||
		binary.LittleEndian.Uint32(head[36:]) != crc32.Checksum(head[:36], castagnoli) {
		return nil, errCompiled
	}
	length, total := binary.LittleEndian.Uint64(head[16:]), binary.LittleEndian.Uint64(head[24:])
	if total != uint64(size) || length > total || length > 1<<30 {
		return nil, errCompiled
	}
	meta := make([]byte, length)
	if n, _ := file.ReadAt(meta, compiledHead); n < len(meta) || crc32.Checksum(meta, castagnoli) != binary.LittleEndian.Uint32(head[32:]) {
		return nil, errCompiled
	}
	f := &compiledFile{file: file, size: size, meta: decoder{b: meta}, start: int64(compiledHead+length+alignment-1) / alignment * alignment}
	if m, ok := file.(MappedFile); ok {
		if b := m.Mapped(); int64(len(b)) == size {
			f.mapped = b
		}
	}
	return f, nil
}

// finish reads the table of sections, which must be so many, behind all other
// meta data.
func (f *compiledFile) finish(n int) error {
	f.meta.value(reflect.ValueOf(&f.sections).Elem())
	if f.meta.bad || len(f.sections) != n {
		return errCompiled
	}
	for _, s := range f.sections {
		if s.From < 0 || s.From%alignment != 0 || s.Len < 0 || int64(s.From) > f.size-f.start || int64(s.Len) > f.size-f.start-int64(s.From) || len(s.Sums) != 4*pagesOf(s.Len) {
			return errCompiled
		}
	}
	return nil
}

// paged makes p a section that is checked, and read if need be, as it is asked for.
func (f *compiledFile) paged(i int, p *paged) {
	s := f.sections[i]
	p.file, p.from, p.mapped = f.file, f.start+int64(s.From), f.mapped != nil
	p.sums, p.have = s.Sums, make([]atomic.Uint64, len(s.Sums)/4/64+1)
	if p.mapped {
		p.bytes = f.mapped[p.from:][:s.Len:s.Len]
	} else {
		p.bytes = bytesOfNumbers(make([]uint64, (s.Len+7)/8))[:s.Len]
	}
}

// words returns a section of numbers; it is checked at once.
func (f *compiledFile) words(i int) ([]uint64, error) {
	var p paged
	f.paged(i, &p)
	if !p.sound(0, len(p.bytes), p.sums) {
		return nil, errCompiled
	}
	return numbersOf[uint64](p.bytes), nil
}

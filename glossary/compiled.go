package glossary

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"hash/crc32"
	"io"
	"reflect"
	"sync/atomic"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"
)

// What is compiled from a large glossary is kept in a cache: one file with the
// concepts, and one with the index for each language that was asked for. Such a
// file is a head of fixed size, the meta data, whose checksum the head has, and
// sections, whose checksums the meta data have. See
// docs/decisions/0005-a-large-glossary-is-compiled.md.

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

const (
	compiledMagic   = "concord\x00"
	compiledVersion = 3 // grows with what forms of terms follow from as well
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
	return &compiledFile{file: file, size: size, meta: decoder{b: meta}, start: int64(compiledHead+length+alignment-1) / alignment * alignment}, nil
}

// finish reads the table of sections, which must be so many, behind all other
// meta data.
func (f *compiledFile) finish(n int) error {
	f.meta.value(reflect.ValueOf(&f.sections).Elem())
	if f.meta.bad || len(f.sections) != n {
		return errCompiled
	}
	for _, s := range f.sections {
		if s.From < 0 || s.Len < 0 || int64(s.From) > f.size-f.start || int64(s.Len) > f.size-f.start-int64(s.From) || len(s.Sums) != 4*pagesOf(s.Len) {
			return errCompiled
		}
	}
	return nil
}

// paged returns a section that is read as it is asked for, into given memory.
func (f *compiledFile) paged(i int, memory []byte, p *paged) {
	s := f.sections[i]
	p.bytes, p.file, p.from = memory, f.file, f.start+int64(s.From)
	p.sums, p.have = s.Sums, make([]atomic.Uint64, len(s.Sums)/4/64+1)
}

// words returns a section of numbers; it is read at once.
func (f *compiledFile) words(i int) ([]uint64, error) {
	s := f.sections[i]
	w := make([]uint64, (s.Len+7)/8)
	b := bytesOfNumbers(w)[:s.Len]
	if n, _ := f.file.ReadAt(b, f.start+int64(s.From)); n < len(b) {
		return nil, errCompiled
	}
	if sumsOf(b) != s.Sums {
		return nil, errCompiled
	}
	return w, nil
}

// A compilation is how a glossary and its cache belong together.
type compilation struct {
	cache Cache
	name  string // of its files
	build string // what it was made from, in one number
	large int64  // bytes of sources that are worth it
}

// compiledHeader is what a compiled glossary says of itself before its concepts.
type compiledHeader struct {
	Program, Build string
	Sources        []compiledSource
	Name, Version  string
	Base           language.Tag
	Locales        []language.Tag
	Protected      []string
	About          string // as YAML
	Tags           []language.Tag
	Files          []string
	Specs          int
}

type compiledSource struct {
	Path, Name, Stamp, Sum string
	Size                   int
}

// writeGlossary writes a glossary that was read from sources.
func writeGlossary(w io.Writer, g *Glossary, h compiledHeader) error {
	about, err := yaml.Marshal(g.About)
	if err != nil {
		return err
	}
	s := g.concepts
	h.Name, h.Version, h.Base, h.Locales, h.Protected, h.About = g.Name, g.Version, g.Base, g.Locales, g.Protected, string(about)
	h.Tags, h.Files, h.Specs = s.tags, s.files, s.specs
	var meta encoder
	meta.value(reflect.ValueOf(h))
	at := bytesOfNumbers(s.at)
	return writeCompiled(w, &meta, at, s.data.bytes)
}

// readGlossary reads a compiled glossary.
func readGlossary(file io.ReaderAt, size int64) (*Glossary, *compiledHeader, error) {
	f, err := openCompiled(file, size)
	if err != nil {
		return nil, nil, err
	}
	var h compiledHeader
	f.meta.value(reflect.ValueOf(&h).Elem())
	if err := f.finish(2); err != nil {
		return nil, nil, err
	}
	g := &Glossary{Name: h.Name, Version: h.Version, Base: h.Base, Locales: h.Locales, Protected: h.Protected}
	if yaml.Unmarshal([]byte(h.About), &g.About) != nil {
		return nil, nil, errCompiled
	}
	s := &store{tags: h.Tags, files: h.Files, specs: h.Specs}
	n := f.sections[0].Len
	if n%4 != 0 || n < 4 {
		return nil, nil, errCompiled
	}
	s.at = make([]uint32, n/4)
	f.paged(0, bytesOfNumbers(s.at), &s.atPages)
	f.paged(1, make([]byte, f.sections[1].Len), &s.data)
	g.concepts = s
	for _, src := range h.Sources {
		g.Files = append(g.Files, File{Name: src.Name, Sum: src.Sum})
	}
	return g, &h, nil
}

// compiledIndex is what a compiled index says of itself before its sections.
type compiledIndex struct {
	Build                  string
	Shift, Longest, Probes int
	Stems                  []int
	Bits, Counts           []int // of the filters
	SignsLow, SignsHigh    string
	Many                   bool
}

// writeIndex writes an index.
func writeIndex(w io.Writer, x *index, h compiledIndex) error {
	h.Shift, h.Longest, h.Probes, h.Stems, h.Many = int(x.shift), x.longest, x.probes, x.stems, x.filters.many
	h.SignsLow, h.SignsHigh = string(binary.LittleEndian.AppendUint64(nil, x.filters.signs[0])), string(binary.LittleEndian.AppendUint64(nil, x.filters.signs[1]))
	sections := [][]byte{bytesOfNumbers(x.slots), x.records.bytes, bytesOfNumbers(x.links)}
	for _, b := range x.filters.all() {
		h.Bits, h.Counts = append(h.Bits, int(b.shift)), append(h.Counts, b.n)
		sections = append(sections, bytesOfNumbers(b.bits))
	}
	var meta encoder
	meta.value(reflect.ValueOf(h))
	return writeCompiled(w, &meta, sections...)
}

// readIndex reads an index.
func readIndex(file io.ReaderAt, size int64) (*index, *compiledIndex, error) {
	f, err := openCompiled(file, size)
	if err != nil {
		return nil, nil, err
	}
	var h compiledIndex
	f.meta.value(reflect.ValueOf(&h).Elem())
	x := new(index)
	all := x.filters.all()
	if f.finish(3+len(all)) != nil || len(h.Bits) != len(all) || len(h.Counts) != len(all) || len(h.SignsLow) != 8 || len(h.SignsHigh) != 8 ||
		!isTable(f.sections[0].Len, h.Shift) || h.Longest < 0 || h.Probes < 0 || h.Probes > 1<<16 {
		return nil, nil, errCompiled
	}
	for _, n := range h.Stems {
		if n <= 0 || n > longest {
			return nil, nil, errCompiled
		}
	}
	x.shift, x.longest, x.probes, x.stems, x.filters.many = uint(h.Shift), h.Longest, h.Probes, h.Stems, h.Many
	x.filters.signs = [2]uint64{binary.LittleEndian.Uint64([]byte(h.SignsLow)), binary.LittleEndian.Uint64([]byte(h.SignsHigh))}
	x.slots = make([]uint64, f.sections[0].Len/8)
	f.paged(0, bytesOfNumbers(x.slots), &x.slotPages)
	f.paged(1, make([]byte, f.sections[1].Len), &x.records)
	if x.links, err = f.words(2); err != nil {
		return nil, nil, err
	}
	for i, b := range all {
		b.shift, b.n = uint(h.Bits[i]), h.Counts[i]
		if !isTable(f.sections[3+i].Len*64, h.Bits[i]) {
			return nil, nil, errCompiled
		}
		if b.bits, err = f.words(3 + i); err != nil {
			return nil, nil, err
		}
	}
	x.large = len(x.slots) > largeTable
	return x, &h, nil
}

// isTable reports whether a table of so many bytes, eight a place, is as large as
// hashes shifted by so many bits are.
func isTable(size, shift int) bool {
	return shift > 24 && shift < 64 && size == 8<<(64-shift)
}

// buildOf returns the number of what a glossary is made from.
func buildOf(h *compiledHeader) string {
	var e encoder
	for _, s := range h.Sources {
		e.text(s.Path)
		e.text(s.Name)
		e.text(s.Sum)
	}
	e.text(h.Program)
	sum := sha256.Sum256(e.b)
	return hex.EncodeToString(sum[:16])
}

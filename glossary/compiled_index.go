package glossary

import (
	"encoding/binary"
	"io"
	"reflect"
)

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
	f.paged(0, &x.slotPages)
	f.paged(1, &x.records)
	x.slots = numbersOf[uint64](x.slotPages.bytes)
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

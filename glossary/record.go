package glossary

import (
	"encoding/binary"
	"iter"

	"golang.org/x/text/language"
)

// The record of a pattern is 16 bytes: the numbers of its concept, its term and
// its form, its length and its traits; and its text. Records follow one another
// at every eighth byte. The number of a record is the eighth of its offset, so
// that a slot of the index leads right to what is to be compared. There is no
// record 0.
const (
	recordHead = 16
	traitBits  = 12
	longest    = 1<<(32-traitBits) - 1 // bytes of a pattern; longer ones are found nowhere
)

// recordsOf returns the records of a glossary for documents in a language, and
// how many there are.
func recordsOf(g *Glossary, tag language.Tag) (all []byte, n int) {
	all = make([]byte, 8, 8+g.size()*2/3) // a language has not all terms
	spellings(g, tag, func(p pattern) {
		if len(p.text) > longest || len(all)/8 >= linked {
			return
		}
		n++
		all = binary.LittleEndian.AppendUint32(all, p.concept)
		all = binary.LittleEndian.AppendUint32(all, p.term)
		all = binary.LittleEndian.AppendUint32(all, p.form)
		all = binary.LittleEndian.AppendUint32(all, uint32(len(p.text))<<traitBits|uint32(p.traits))
		all = append(all, p.text...)
		all = append(all, make([]byte, -len(all)&7)...)
	})
	return all, n
}

// patternAt reads a record. It is empty where there is none.
func patternAt(b []byte) (p pattern) {
	if len(b) < recordHead {
		return p
	}
	last := binary.LittleEndian.Uint32(b[12:])
	if n := int(last >> traitBits); n <= len(b)-recordHead {
		p.concept, p.term, p.form = binary.LittleEndian.Uint32(b), binary.LittleEndian.Uint32(b[4:]), binary.LittleEndian.Uint32(b[8:])
		p.text, p.traits = stringOf(b[recordHead:recordHead+n]), traits(last&(1<<traitBits-1))
	}
	return p
}

// recordsIn gives the number and the pattern of every record.
func recordsIn(b []byte) iter.Seq2[uint32, *pattern] {
	return func(yield func(uint32, *pattern) bool) {
		var p pattern
		for at := 8; at < len(b); {
			p = patternAt(b[at:])
			if !yield(uint32(at/8), &p) {
				return
			}
			at += recordHead + (len(p.text)+7)&^7
		}
	}
}

// pattern returns the pattern of a record.
func (x *index) pattern(record uint32) pattern {
	at := int(record) * 8
	if at+recordHead > len(x.records.bytes) {
		return pattern{}
	}
	b := x.records.bytes[at:]
	if x.records.file != nil {
		x.records.need(at, at+recordHead)
		x.records.need(at, at+recordHead+int(binary.LittleEndian.Uint32(b[12:])>>traitBits))
	}
	return patternAt(b)
}

func (x *index) empty() bool { return len(x.records.bytes) <= 8 }

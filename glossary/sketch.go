package glossary

import (
	"iter"
	"reflect"
	"strings"
)

// A sketch is what there is to know of a concept to look for its terms. Its
// texts are those of the store.
type sketch struct {
	number int
	id     string
	kase   Case
	plural bool
	terms  []sketched
}

// A sketched term is one of a sketch.
type sketched struct {
	tag  int // in store.tags
	bits uint64
	text string
	more string // what rest decodes
}

// rest returns what is said of a term beyond the sketch.
func (t *sketched) rest() (rest Term) {
	d := decoder{b: bytesOf(t.more)}
	d.value(reflect.ValueOf(&rest).Elem())
	return rest
}

func (t *sketched) status() Status   { return min(Status(t.bits&statusBits), DoNotTranslate) }
func (t *sketched) match() MatchCase { return min(MatchCase(t.bits>>matchShift&matchBits), Fold) }
func (t *sketched) has(bit uint64) bool {
	return t.bits&bit != 0
}

// sketches returns the concepts in short; each is valid until the next.
func (g *Glossary) sketches() iter.Seq[*sketch] {
	return func(yield func(*sketch) bool) {
		var c sketch
		for i := range g.Len() {
			if g.concepts.sketch(i, &c); !yield(&c) {
				return
			}
		}
	}
}

// Variants gives the terms that must not stand and have one of some characters.
func (g *Glossary) Variants(chars string) iter.Seq[*Term] {
	return func(yield func(*Term) bool) {
		for c := range g.sketches() {
			for i := range c.terms {
				if t := &c.terms[i]; !t.status().Guard() && strings.ContainsAny(t.text, chars) && !yield(g.concepts.decode(c.number).Terms[i]) {
					return
				}
			}
		}
	}
}

// id returns the id of a concept.
func (s *store) id(i int) string {
	d := s.record(i)
	return d.view()
}

func (s *store) sketch(i int, c *sketch) {
	if s.trySketch(i, c) {
		return
	}
	s.restore()
	if !s.trySketch(i, c) {
		panic("glossary: a concept cannot be read again")
	}
}

func (s *store) trySketch(i int, c *sketch) bool {
	d := s.record(i)
	c.number, c.id = i, d.view()
	flags := d.uint()
	c.kase, c.plural = Case(flags>>1&1), flags&1 != 0
	c.terms = c.terms[:0]
	for range d.length() {
		t := sketched{tag: int(min(d.uint(), 1<<20)), bits: d.uint(), text: d.view()}
		d.bad = d.bad || t.tag >= len(s.tags)
		d.uint()
		d.int()
		d.int()
		d.int()
		if t.has(restBit) {
			t.more = d.view()
		}
		c.terms = append(c.terms, t)
	}
	return !d.bad
}

// What a term is in short, for one number.
const (
	statusBits  = 0x07
	matchShift  = 3
	matchBits   = 0x03
	autoBit     = 1 << 5
	pluralBit   = 1 << 6
	hyphenBit   = 1 << 7
	prefixBit   = 1 << 8
	crossBit    = 1 << 9
	sentenceBit = 1 << 10
	restBit     = 1 << 11 // more is said of it
)

func (t *Term) bits() uint64 {
	b := uint64(t.Status) | uint64(t.Match)<<matchShift
	for _, f := range []struct {
		set bool
		bit uint64
	}{{t.Auto, autoBit}, {t.Plural, pluralBit}, {t.Hyphen, hyphenBit}, {t.Prefix, prefixBit}, {t.CrossLingual, crossBit}, {t.SentenceCap, sentenceBit}} {
		if f.set {
			b |= f.bit
		}
	}
	return b
}

func (t *Term) setBits(b uint64) {
	t.Status, t.Match = min(Status(b&statusBits), DoNotTranslate), min(MatchCase(b>>matchShift&matchBits), Fold)
	t.Auto, t.Plural, t.Hyphen = b&autoBit != 0, b&pluralBit != 0, b&hyphenBit != 0
	t.Prefix, t.CrossLingual, t.SentenceCap = b&prefixBit != 0, b&crossBit != 0, b&sentenceBit != 0
}

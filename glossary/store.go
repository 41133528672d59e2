package glossary

import (
	"iter"
	"reflect"
	"sync"
	"sync/atomic"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// A store keeps concepts as bytes, and makes a Concept of those that are asked
// for. A term of a large glossary costs a fraction of what it costs as a Term,
// nothing of it concerns the garbage collector, and all can be written to a file
// as it is (see compiled.go).
type store struct {
	data    paged
	at      []uint32 // where each concept begins, and where the last ends
	atPages paged    // the same memory
	tags    []language.Tag
	files   []string
	specs   int // of all concepts
	tagOf   map[language.Tag]uint64
	fileOf  map[string]uint64
	term    Term          // what add works on
	whole   Concept       // likewise
	again   func() *store // reads the sources, where what was compiled from them is damaged
	mu      sync.Mutex
	decoded atomic.Pointer[[]atomic.Pointer[Concept]] // those asked for, so that each is made once
}

// Len returns the number of concepts.
func (g *Glossary) Len() int {
	if g.concepts == nil {
		return 0
	}
	return len(g.concepts.at) - 1
}

// size returns how many bytes the concepts take.
func (g *Glossary) size() int {
	if g.concepts == nil {
		return 0
	}
	return len(g.concepts.data.bytes)
}

// Add adds concepts to a glossary that is being made. It keeps a copy: a
// concept that the glossary returns is not the one that was added.
func (g *Glossary) Add(all ...*Concept) {
	if g.concepts == nil {
		g.concepts = &store{at: []uint32{0}, tagOf: make(map[language.Tag]uint64), fileOf: make(map[string]uint64)}
	}
	for _, c := range all {
		g.concepts.add(c)
	}
}

// grow makes room for the concepts of a file of so many bytes.
func (g *Glossary) grow(size int) {
	g.Add()
	s := g.concepts
	if room := size * 3 / 4; cap(s.data.bytes)-len(s.data.bytes) < room && room > 1<<20 {
		s.data.bytes = append(make([]byte, 0, len(s.data.bytes)+room), s.data.bytes...)
	}
}

// mark returns how much there is; reset goes back to it.
func (g *Glossary) mark() int { return g.Len() }

func (g *Glossary) reset(n int) {
	if s := g.concepts; s != nil {
		s.at = s.at[:n+1]
		s.data.bytes = s.data.bytes[:s.at[n]]
		s.decoded.Store(nil)
	}
}

// All returns the concepts in order. Those that a match has led to are the same
// as in the match; the others are made anew each time.
func (g *Glossary) All() iter.Seq[*Concept] {
	return func(yield func(*Concept) bool) {
		for i := range g.Len() {
			c := g.concepts.known(i)
			if c == nil {
				c = g.concepts.decode(i)
			}
			if !yield(c) {
				return
			}
		}
	}
}

// Concept returns the i-th concept, always the same.
func (g *Glossary) Concept(i int) *Concept { return g.concepts.concept(i) }

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

// number returns the number of a value in a table, in which it is entered.
func number[T comparable](of map[T]uint64, all *[]T, v T) uint64 {
	n, ok := of[v]
	if !ok {
		n = uint64(len(*all))
		of[v] = n
		*all = append(*all, v)
	}
	return n
}

func (s *store) add(c *Concept) {
	e := encoder{s.data.bytes}
	e.text(c.ID)
	e.uint(uint64(c.Case)<<1 | map[bool]uint64{true: 1}[c.Plural])
	e.uint(uint64(len(c.Terms)))
	for _, t := range c.Terms {
		e.uint(number(s.tagOf, &s.tags, t.Locale))
		rest := &s.term // not one for each term
		*rest = *t
		rest.Concept, rest.Locale, rest.Text, rest.At = nil, language.Und, "", concord.Position{}
		rest.setBits(0)
		v := reflect.ValueOf(rest).Elem()
		bits := t.bits()
		if !v.IsZero() {
			bits |= restBit
		}
		e.uint(bits)
		e.text(t.Text)
		s.place(&e, t.At, c.At)
		if bits&restBit != 0 {
			var more encoder
			more.value(v)
			e.text(stringOf(more.b))
		}
	}
	s.place(&e, c.At, concord.Position{})
	s.whole = *c
	s.whole.ID, s.whole.Case, s.whole.Plural, s.whole.Terms, s.whole.At = "", 0, false, nil, concord.Position{}
	e.value(reflect.ValueOf(&s.whole).Elem())
	s.data.bytes = e.b
	s.at = append(s.at, uint32(len(e.b)))
	s.specs += len(c.Specs)
	s.decoded.Store(nil)
}

// place appends a position, close to another.
func (s *store) place(e *encoder, at, near concord.Position) {
	e.uint(number(s.fileOf, &s.files, at.File))
	e.int(at.Line - near.Line)
	e.int(at.Column)
	e.int(at.Offset)
}

func (s *store) placed(d *decoder, near concord.Position) concord.Position {
	p := concord.Position{File: of(s.files, d)}
	p.Line, p.Column, p.Offset = near.Line+d.int(), d.int(), d.int()
	return p
}

// of takes the number of a value in a table, and returns the value.
func of[T any](all []T, d *decoder) (v T) {
	i := d.uint()
	if i >= uint64(len(all)) {
		d.fail()
		return v
	}
	return all[i]
}

// record returns the bytes of a concept.
func (s *store) record(i int) decoder {
	if s.atPages.file != nil {
		s.atPages.need(4*i, 4*i+8)
	}
	from, to := int(s.at[i]), int(s.at[i+1])
	if from > to || to > len(s.data.bytes) {
		return decoder{bad: true}
	}
	s.data.need(from, to)
	return decoder{b: s.data.bytes[from:to]}
}

// restore makes all anew from the sources: what answered to its checksums makes
// no sense, so somebody has tampered with it.
func (s *store) restore() {
	if s.again == nil {
		panic("glossary: a concept cannot be read again")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	good := s.again()
	s.at, s.tags, s.files = good.at, good.tags, good.files
	s.data.bytes, s.data.file, s.atPages.file = good.data.bytes, nil, nil
	s.decoded.Store(nil)
	s.again = nil
}

// decode makes a Concept.
func (s *store) decode(i int) *Concept {
	c, ok := s.tryDecode(i)
	if !ok {
		s.restore()
		if c, ok = s.tryDecode(i); !ok {
			panic("glossary: a concept cannot be read again")
		}
	}
	return c
}

func (s *store) tryDecode(i int) (*Concept, bool) {
	d := s.record(i)
	c := &Concept{ID: d.text()}
	flags := d.uint()
	c.Case, c.Plural = Case(flags>>1&1), flags&1 != 0
	terms := make([]Term, min(d.length(), len(d.b)/7)) // a term is no shorter
	for k := range terms {
		t := &terms[k]
		t.Concept = c
		t.Locale = of(s.tags, &d)
		bits := d.uint()
		t.Text, t.At = d.text(), s.placed(&d, concord.Position{})
		if bits&restBit != 0 {
			more := decoder{b: bytesOf(d.view())}
			more.value(reflect.ValueOf(t).Elem())
			t.When.loosen()
			d.bad = d.bad || more.bad
		}
		t.setBits(bits)
		c.Terms = append(c.Terms, t)
	}
	c.At = s.placed(&d, concord.Position{})
	for _, t := range c.Terms {
		t.At.Line += c.At.Line
	}
	d.value(reflect.ValueOf(c).Elem())
	return c, !d.bad
}

// known returns a concept that has been made, or nil.
func (s *store) known(i int) *Concept {
	if all := s.decoded.Load(); all != nil {
		return (*all)[i].Load()
	}
	return nil
}

// forget lets go of all concepts: those asked for again are made again.
func (s *store) forget() { s.decoded.Store(nil) }

func (s *store) concept(i int) *Concept {
	all := s.decoded.Load()
	if all == nil {
		s.mu.Lock()
		if all = s.decoded.Load(); all == nil {
			made := make([]atomic.Pointer[Concept], len(s.at)-1)
			all = &made
			s.decoded.Store(all)
		}
		s.mu.Unlock()
	}
	p := &(*all)[i]
	if c := p.Load(); c != nil {
		return c
	}
	p.CompareAndSwap(nil, s.decode(i))
	return p.Load()
}

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

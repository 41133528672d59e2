package glossary

import (
	"reflect"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

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

package glossary

import (
	"iter"
	"sync"
	"sync/atomic"

	"golang.org/x/text/language"
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
	decoded atomic.Pointer[[]atomic.Pointer[shelf]] // those asked for, so that each is made once
}

// A shelf holds neighbouring concepts. Of a large glossary a release needs a few
// here and there, and no memory for all.
type shelf [64]atomic.Pointer[Concept]

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

// known returns a concept that has been made, or nil.
func (s *store) known(i int) *Concept {
	if all := s.decoded.Load(); all != nil {
		if near := (*all)[i/len(shelf{})].Load(); near != nil {
			return near[i%len(shelf{})].Load()
		}
	}
	return nil
}

// forget lets go of all concepts: those asked for again are made again.
func (s *store) forget() { s.decoded.Store(nil) }

func (s *store) concept(i int) *Concept {
	if c := s.known(i); c != nil {
		return c
	}
	p := &s.shelf(i / len(shelf{}))[i%len(shelf{})]
	p.CompareAndSwap(nil, s.decode(i))
	return p.Load()
}

// shelf returns a shelf, always the same.
func (s *store) shelf(n int) *shelf {
	all := s.decoded.Load()
	if all == nil {
		made := make([]atomic.Pointer[shelf], (len(s.at)-1+len(shelf{})-1)/len(shelf{}))
		s.decoded.CompareAndSwap(nil, &made)
		all = s.decoded.Load()
	}
	p := &(*all)[n]
	if p.Load() == nil {
		p.CompareAndSwap(nil, new(shelf))
	}
	return p.Load()
}

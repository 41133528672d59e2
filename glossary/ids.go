package glossary

import "hash/maphash"

// Ids are those of the concepts of a glossary, found by their hashes: a table of
// eight bytes a place, which are the upper half of a hash, and the number of the
// concept + 1.
type ids struct {
	g     *Glossary
	from  int // the first concept that counts
	seed  maphash.Seed
	table []uint64
	n     int
}

// put enters a concept. It returns the one that had its id, and is left out from
// now on, or -1.
func (s *ids) put(id string, n int) int {
	if 2*s.n >= len(s.table) {
		s.grow()
	}
	at, hash := s.find(id)
	first := int(uint32(s.table[at])) - 1
	if first < 0 {
		s.n++
	}
	s.table[at] = hash>>32<<32 | uint64(n+1)
	return first
}

// has enters all concepts that have been added, and reports whether one has an
// id.
func (s *ids) has(id string) bool {
	for ; s.from < s.g.Len(); s.from++ {
		s.put(s.g.concepts.id(s.from), s.from)
	}
	if s.n == 0 {
		return false
	}
	at, _ := s.find(id)
	return s.table[at] != 0
}

// find returns where an id is or would be.
func (s *ids) find(id string) (at, hash uint64) {
	hash = maphash.String(s.seed, id)
	for at = hash & uint64(len(s.table)-1); s.table[at] != 0; at = (at + 1) & uint64(len(s.table)-1) {
		if x := s.table[at]; x>>32 == hash>>32 && s.g.concepts.id(int(uint32(x))-1) == id {
			break
		}
	}
	return at, hash
}

func (s *ids) grow() {
	if s.table == nil {
		s.seed = maphash.MakeSeed()
	}
	old := s.table
	s.table = make([]uint64, max(16, 2*len(old)))
	for _, x := range old {
		if x != 0 {
			at, _ := s.find(s.g.concepts.id(int(uint32(x)) - 1))
			s.table[at] = x
		}
	}
}

package rules

import (
	"strings"
	"unicode"

	"github.com/concord-l10n/concord"
)

// A series hears one item of a text after the other, such as words, and tells
// where some repeat those before them: a b c a b c.
type series struct {
	text  string
	least int // items that must repeat together
	keys  [ring]uint64
	items [ring]concord.Span
	n     int
	runs  [most + 1]run
	done  int // where the last echo ends
}

// most items are heard to repeat together; a ring holds enough to compare.
const most, ring = 8, 16

// A run is of items that are each the same as the one so many before.
type run struct {
	n    int
	span concord.Span
	once int // bytes from the start of the first to that of its repetition
}

// add hears an item. What has ended before it is told by found: items that repeat
// k by k, and how many were heard again.
func (s *series) add(key uint64, item concord.Span, found func(e concord.Span, once, k, again int)) {
	for k := s.least; k <= most && k <= s.n; k++ {
		r := &s.runs[k]
		if s.keys[(s.n-k)%ring] == key {
			if r.n == 0 {
				r.span.Start = s.items[(s.n-k)%ring].Start
				r.once = item.Start - r.span.Start
			}
			r.n++
			r.span.End = item.End
		} else if r.n > 0 {
			s.tell(k, found)
		}
	}
	s.keys[s.n%ring], s.items[s.n%ring] = key, item
	s.n++
}

// end ends the series: nothing repeats what comes before.
func (s *series) end(found func(e concord.Span, once, k, again int)) {
	if s.n == 0 {
		return
	}
	for k := s.least; k <= most; k++ {
		if s.runs[k].n > 0 {
			s.tell(k, found)
		}
	}
	s.n = 0
}

// tell tells of a run of items that repeat k by k, if it is long enough and no
// shorter items have made it.
func (s *series) tell(k int, found func(e concord.Span, once, k, again int)) {
	r := s.runs[k]
	s.runs[k].n = 0
	if r.n < k || r.span.End <= s.done {
		return
	}
	first := s.text[r.span.Start : r.span.Start+r.once]
	if second := s.text[r.span.Start+r.once : r.span.End]; strings.HasPrefix(saidIn(second), saidIn(first)) {
		s.done = r.span.End
		found(r.span, r.once, k, r.n)
	}
}

// saidIn returns the letters and digits of a text, in lower case.
func saidIn(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

// keyOf returns what two items have in common that are the same but for capitals
// of ASCII; few others have it in common.
func keyOf(item string) uint64 {
	const fold = 0x20 * lanes
	switch n := len(item); {
	case n >= 8:
		return (eight(item)|fold)*31 ^ (eight(item[n-8:]) | fold) ^ uint64(n)<<56
	default:
		var padded [8]byte
		copy(padded[:], item)
		return (eight(string(padded[:])) | fold) ^ uint64(n)<<56
	}
}

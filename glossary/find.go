package glossary

import (
	"math/bits"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// A finder is at work on one text, and keeps its memory for the next.
type finder struct {
	matcher  *Matcher
	index    *index
	text     string
	shadow   Shadow
	in       *Scope
	skip     []concord.Mark
	joints   []int32 // where hyphens at line ends were left out: a match must span one
	taken    []Match // and touch none of these
	found    []Match
	room     []Match // for what is given next
	ends     []ending
	warmed   uint64 // means nothing
	scanner  scanner
	shadower shadower
}

// An ending is where spellings end that may stand at a place.
type ending struct {
	end       int
	spellings uint32 // see index.spelling
}

// roomLen is for how many matches room is made at a time: a paragraph has but a few.
const roomLen = 32

// give returns what was found, which is the caller's to keep, or nil.
func (f *finder) give() []Match {
	n := len(f.found)
	if n == 0 {
		return nil
	}
	if n > len(f.room) {
		f.room = make([]Match, max(n, roomLen))
	}
	given := f.room[:n:n]
	f.room = f.room[n:]
	copy(given, f.found)
	clear(f.found) // what it points to is not the pool's to keep
	return given
}

func (f *finder) scan() {
	b := bytesOf(f.shadow.Text)
	next := 0
	for from := 0; from < len(b); from += blockLen {
		f.scanner.block(f.index, b, from)
		if f.index.large {
			f.warm(from)
		}
		for i, m := range f.scanner.maybe[:f.scanner.blocks] {
			for ; m != 0; m &= m - 1 {
				if at := from + i*64 + bits.TrailingZeros64(m); at >= next {
					next = f.at(at)
				}
			}
		}
	}
}

// warm asks for the first slots of all places in a block where a spelling may
// begin. A slot of a large index takes long to come from memory, but many can be
// on their way at once.
func (f *finder) warm(from int) {
	s, x := f.shadow.Text, f.index
	for i, m := range f.scanner.maybe[:f.scanner.blocks] {
		for ; m != 0; m &= m - 1 {
			u, _, end := unit(s, from+i*64+bits.TrailingZeros64(m), x.longest)
			key := join(0, u)
			f.warmed += x.touch(key)
			for range 2 {
				if end == len(s) {
					break
				}
				u, _, end = unit(s, end, x.longest)
				key = join(key, u)
				f.warmed += x.touch(key)
			}
		}
	}
}

// at adds the best match that begins at an offset of the shadow, and returns
// where it ends; the offset if there is none.
func (f *finder) at(at int) int {
	s := f.shadow.Text
	if c := s[at]; at > 0 && (c < 0xE4 || c > 0xE9) { // those are Han, and have no boundary
		if before := s[at-1]; before|c < utf8.RuneSelf {
			if isWord(before) && isWord(c) {
				return at
			}
		} else if f.inside(at) {
			return at
		}
	}
	f.walk(s, at)
	for i := len(f.ends) - 1; i >= 0; i-- {
		if end := f.ends[i].end; f.free(at, end) && f.settle(at, end, f.ends[i].spellings) {
			return end
		}
	}
	return at
}

// inside reports whether a place is within a word, and one of a script that glues
// nothing to the left of a term.
func (f *finder) inside(at int) bool {
	first, _ := utf8.DecodeRuneInString(f.shadow.Text[at:])
	before, _ := utf8.DecodeLastRuneInString(f.shadow.Text[:at])
	return touching(before, first) && script(first) != unicode.Arabic
}

// walk lists where spellings may end that begin at an offset.
func (f *finder) walk(s string, at int) {
	x := f.index
	f.ends = f.ends[:0]
	key := uint64(0)
	for end := at; end < len(s); {
		u, start, e := unit(s, end, x.longest)
		if start >= 0 {
			for _, n := range x.stems {
				if n >= e-start {
					break
				}
				whole := u - wordAt(s, start, e) // the mark of the space before it
				if slot := x.get(join(key, whole+wordAt(s, start, start+n)+stem)); slot != 0 {
					f.ends = append(f.ends, ending{start + n, slot &^ deeper})
				}
			}
		}
		key, end = join(key, u), e
		slot := x.get(key)
		if here := slot &^ deeper; here != 0 {
			f.ends = append(f.ends, ending{end, here})
		}
		if slot&deeper == 0 {
			return
		}
	}
}

// free reports whether a match may stand on a stretch of the shadow at all.
func (f *finder) free(at, end int) bool {
	if !f.shadow.edge(at) || !f.shadow.edge(end) {
		return false
	}
	if f.joints != nil {
		i := sort.Search(len(f.joints), func(i int) bool { return int(f.joints[i]) > at })
		if i == len(f.joints) || int(f.joints[i]) >= end {
			return false
		}
	}
	if f.skip == nil && f.taken == nil {
		return true
	}
	span := f.shadow.Span(at, end)
	for len(f.skip) > 0 && f.skip[0].Span.End <= span.Start {
		f.skip = f.skip[1:]
	}
	for _, m := range f.skip {
		if m.Span.Start >= span.End {
			break
		}
		if m.Span.Overlaps(span) {
			return false
		}
	}
	i := sort.Search(len(f.taken), func(i int) bool { return f.taken[i].Span.End > span.Start })
	return i == len(f.taken) || !f.taken[i].Span.Overlaps(span)
}

// settle adds the best of the spellings that end together, if one may stand
// there, with those of the same rank that other concepts have.
func (f *finder) settle(at, end int, head uint32) bool {
	s := f.shadow.Text
	var best pattern
	var buf [4]pattern
	others := buf[:0]
	for more := head; more != 0; {
		var i uint32
		i, more = f.index.spelling(more)
		p := f.index.pattern(i)
		if !p.is(s[at:end]) || !p.bounded(s, at, end) || p.traits.has(glued) && !f.glues(&p, at, end) || p.traits.has(gated) && !f.allows(&p, at, end) {
			continue
		}
		switch { // the later ones in the glossary come first
		case best.text == "":
			best = p
		case p.traits.has(guard) == best.traits.has(guard):
			others, best = append(others, best), p
		case p.traits.has(guard):
			others, best = others[:0], p
		}
	}
	if best.text == "" {
		return false
	}
	m := f.occurrence(&best, at, end)
	for i := len(others) - 1; i >= 0; i-- {
		if p := &others[i]; p.concept != best.concept {
			if _, t := f.term(p); !slices.Contains(m.Also, t) {
				m.Also = append(m.Also, t)
			}
		}
	}
	f.found = append(f.found, m)
	return true
}

// allows reports whether the conditions of a pattern are met.
func (f *finder) allows(p *pattern, at, end int) bool {
	_, t := f.term(p)
	return f.in.allows(t, f.shadow.Text, at, end)
}

// glues reports whether what is written together with a term may be.
func (f *finder) glues(p *pattern, at, end int) bool {
	s := f.shadow.Text
	if !p.traits.has(tailed) && (at == 0 || !isArabic(s[at:])) {
		return true
	}
	_, t := f.term(p)
	return allowed(locales.For(t.Locale), s, at, end, p.traits.has(tailed))
}

// term returns the term of a pattern, and its concept.
func (f *finder) term(p *pattern) (*Concept, *Term) {
	c := f.matcher.concept(p.concept)
	if int(p.term) >= len(c.Terms) {
		return c, &Term{Concept: c}
	}
	return c, c.Terms[p.term]
}

// occurrence describes an occurrence of a pattern.
func (f *finder) occurrence(p *pattern, at, end int) Match {
	s, text := &f.shadow, f.text
	span := s.Span(at, end)
	c, t := f.term(p)
	m := Match{
		Span: span, Concept: c, Term: t, Form: t.form(p.form),
		Plural: p.traits.has(plural), Hyphened: p.traits.has(hyphened), Prefix: p.traits.has(prefix) && !p.traits.has(tailed), OtherScript: p.traits.has(other),
		Tail: concord.Span{Start: span.End, End: span.End},
	}
	if got := text[span.Start:span.End]; got != s.Text[at:end] && !isASCII(got) {
		m.Denormal = !norm.NFC.IsNormalString(got)
	}
	if p.traits.has(tailed) {
		m.Tail = s.Span(end, end+len(word(s.Text[end:])))
		return m
	}
	if last, n := utf8.DecodeLastRuneInString(s.Text[:end]); n == 1 || !isHangul(last) {
		return m
	}
	rest := s.Text[end:]
	if tail := len(rest) - len(strings.TrimLeftFunc(rest, isHangul)); tail > 0 {
		m.Tail = s.Span(end, end+tail)
	}
	return m
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

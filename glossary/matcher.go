package glossary

import (
	"cmp"
	"slices"
	"sync"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// A Matcher finds the terms that apply to documents in a language. It is safe
// for concurrent use.
//
// How it works: the text is folded to its shadow (shadow.go, plain.go); filters
// pass over nearly all places of that (scan.go, filter.go); at the others a trie
// gives the spellings that may stand there (index.go, unit.go); those are
// compared byte by byte, longest first, with their boundaries and conditions
// (find.go, boundary.go, condition.go).
type Matcher struct {
	glossary *Glossary
	names    []*Concept // Glossary.Protected
	index    *index
	finders  sync.Pool // of *finder
}

// NewMatcher returns the matcher for documents in a language: it looks for the
// terms of the language and of those it falls back to; in a document in a
// script other than Latin for English terms too; in one in another language of
// Latin script for the cross-lingual English terms; in one whose language
// is not written in Han for Chinese terms; and in a Chinese one for terms in the
// other script, as it would write them.
func NewMatcher(g *Glossary, tag language.Tag) *Matcher {
	return &Matcher{
		glossary: g,
		names:    g.protected(),
		index:    g.indexFor(tag),
		finders:  sync.Pool{New: func() any { return new(finder) }},
	}
}

// Empty reports whether the glossary has no term in the language.
func (m *Matcher) Empty() bool { return m.index.empty() }

// concept returns the concept of a pattern.
func (m *Matcher) concept(i uint32) *Concept {
	switch n := uint32(m.glossary.Len()); {
	case i < n:
		return m.glossary.Concept(int(i))
	case int(i-n) < len(m.names):
		return m.names[i-n]
	}
	return &Concept{}
}

// Find returns the terms in text: leftmost first, of those the longest, of
// those one that is right before one that is not, of those the first in the
// glossary. Matches do not overlap. None touches a stretch of skip, which is in
// order of start.
//
// A hyphen at a line end is read as part of the text, and then, where no term
// was found so, as division.
func (m *Matcher) Find(text string, in *Scope, skip []concord.Mark) []Match {
	if m.index.empty() || text == "" {
		return nil
	}
	f := m.finders.Get().(*finder)
	defer m.finders.Put(f)
	f.matcher, f.index, f.text, f.in, f.skip = m, m.index, text, in, skip
	f.shadow = f.shadower.shadow(text)
	f.found, f.joints, f.taken = f.found[:0], nil, nil
	f.scan()
	if len(f.shadow.eol) > 0 {
		f.taken = slices.Clone(f.found)
		f.shadow = f.shadow.joined()
		f.joints, f.skip = f.shadow.eol, skip
		f.scan()
		slices.SortFunc(f.found, func(x, y Match) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	}
	found := f.give()
	f.matcher, f.index, f.text, f.shadow, f.in, f.skip, f.taken = nil, nil, "", Shadow{}, nil, nil, nil
	return found
}

package lint

import (
	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
)

// A Bead is a stretch of the source and the stretch of a document that
// translates it: mostly a segment each, two where segments were made one, none
// on the side that lacks the stretch.
type Bead struct {
	Source, Target []int // segments, in order
	Sure           bool  // false if the pairing is a guess that must not be trusted
}

// Beads returns how p.Doc follows the source of its release; nil without a
// source, and for the source.
func (p *Pass) Beads() []Bead { return p.beads }

// SourceMatches returns the terms found in a segment of the source, in order.
func (p *Pass) SourceMatches(segment int) []glossary.Match { return p.source.matches[segment] }

// SourcePlace returns a stretch of a segment of the source.
func (p *Pass) SourcePlace(segment int, span concord.Span) concord.Place {
	return concord.Place{Doc: p.Release.Source, Segment: segment, Span: span}
}

func beads(pairs []concord.Pair) []Bead {
	var all []Bead
	for _, p := range pairs {
		if !p.Joined || len(all) == 0 {
			all = append(all, Bead{Sure: p.Sure})
		}
		b := &all[len(all)-1]
		if p.Source >= 0 {
			b.Source = append(b.Source, p.Source)
		}
		if p.Target >= 0 {
			b.Target = append(b.Target, p.Target)
		}
	}
	return all
}

// A product is what Once made of a document: there is one of each type.
type product struct {
	doc *concord.Document
	of  any
}

// Once returns what make makes of a document, which is made once in a round and
// shared by all rules that ask for a value of the same type. The rules must not
// change it.
func Once[T any](p *Pass, doc *concord.Document, make func(*concord.Document) T) T {
	key := product{doc, (*T)(nil)}
	made, ok := p.made[key]
	if !ok {
		made = make(doc)
		p.made[key] = made
	}
	return made.(T)
}

package rules

import (
	"iter"
	"strings"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// rendered yields the beads of a document that can be trusted and have both
// sides, but for those of which nothing can read otherwise than the round before.
func rendered(p *lint.Pass) iter.Seq[lint.Bead] {
	return func(yield func(lint.Bead) bool) {
		for _, b := range p.Beads() {
			if b.Sure && len(b.Source) > 0 && len(b.Target) > 0 && !settled(p, b) && !yield(b) {
				return
			}
		}
	}
}

// flanked yields the beads that rendered does, and those of two segments that stand
// between beads that can be trusted, or the ends of the document: what is sought
// may be all that speaks against such a pair.
func flanked(p *lint.Pass) iter.Seq[lint.Bead] {
	return func(yield func(lint.Bead) bool) {
		all := p.Beads()
		for i, b := range all {
			if (trusted(b) || enclosed(all, i)) && !settled(p, b) && !yield(b) {
				return
			}
		}
	}
}

// enclosed reports whether a bead is of two segments that stand between beads that
// can be trusted, or the ends of the document.
func enclosed(all []lint.Bead, i int) bool {
	sure := func(i int) bool { return i < 0 || i == len(all) || trusted(all[i]) }
	return len(all[i].Source) == 1 && len(all[i].Target) == 1 && sure(i-1) && sure(i+1)
}

func settled(p *lint.Pass, b lint.Bead) bool {
	for _, i := range b.Target {
		if !p.Settled(i) {
			return false
		}
	}
	return true
}

// sides returns the text of both sides of a bead.
func sides(p *lint.Pass, b lint.Bead) (source, target string) {
	return joined(p.Release.Source, b.Source), joined(p.Doc, b.Target)
}

// joined returns the text of some segments as one.
func joined(d *concord.Document, segments []int) string {
	if len(segments) == 1 {
		return d.Segments[segments[0]].Text
	}
	texts := make([]string, len(segments))
	for i, n := range segments {
		texts[i] = d.Segments[n].Text
	}
	return strings.Join(texts, "\n\n")
}

// whole returns a segment of a document without the white space around it, as
// the place of what is missing in it.
func whole(p *lint.Pass, segment int) concord.Place {
	text := p.Doc.Segments[segment].Text
	start := len(text) - len(strings.TrimSpace(text))
	if start > 0 {
		start = strings.Index(text, strings.TrimSpace(text))
	}
	return p.Place(segment, concord.Span{Start: start, End: start + len(strings.TrimSpace(text))})
}

// inSource points at a stretch of the source.
func inSource(p *lint.Pass, segment int, span concord.Span) concord.Related {
	return concord.Related{Place: p.SourcePlace(segment, span), Message: concord.Message{ID: "related.source"}}
}

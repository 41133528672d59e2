package concord

import "strings"

// Around returns p widened to all that the edits in its segment touch.
func (p Place) Around(edits []Edit) Place {
	for _, e := range edits {
		if p.same(e.Place) {
			p.Span.Start, p.Span.End = min(p.Span.Start, e.Place.Span.Start), max(p.Span.End, e.Place.Span.End)
		}
	}
	return p
}

// Edited returns what p would read after the edits that lie within it. They are
// ordered.
func (p Place) Edited(edits []Edit) string {
	text := p.Seg().Text
	var b strings.Builder
	at := p.Span.Start
	for _, e := range edits {
		if p.same(e.Place) && p.Span.Contains(e.Place.Span) && at <= e.Place.Span.Start {
			b.WriteString(text[at:e.Place.Span.Start])
			b.WriteString(e.New)
			at = e.Place.Span.End
		}
	}
	b.WriteString(text[at:p.Span.End])
	return b.String()
}

func (p Place) same(q Place) bool { return p.Doc == q.Doc && p.Segment == q.Segment }

package rules

import (
	"strings"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// editsAt returns changes of the text of a place's segment as edits.
func editsAt(place concord.Place, changes []locales.Change) []concord.Edit {
	edits := make([]concord.Edit, len(changes))
	for i, c := range changes {
		edits[i] = concord.Edit{Place: place.At(c.Span), New: c.New}
	}
	return edits
}

// edited returns what a place, widened to all that the edits touch, would read.
func edited(place concord.Place, edits []concord.Edit) string {
	_, after := around(place, edits)
	return after
}

// replaceLabel names a fix by what it puts in the place of what.
func replaceLabel(place concord.Place, edits []concord.Edit) concord.Message {
	before, after := around(place, edits)
	return concord.Message{ID: "fix.replace", Args: map[string]any{"Old": before, "New": after}}
}

// around returns the text of a place, widened to all that the edits touch,
// before and after them. The edits are ordered and of the place's segment.
func around(place concord.Place, edits []concord.Edit) (before, after string) {
	text, span := place.Seg().Text, place.Span
	for _, e := range edits {
		span.Start, span.End = min(span.Start, e.Place.Span.Start), max(span.End, e.Place.Span.End)
	}
	var b strings.Builder
	at := span.Start
	for _, e := range edits {
		b.WriteString(text[at:e.Place.Span.Start])
		b.WriteString(e.New)
		at = e.Place.Span.End
	}
	b.WriteString(text[at:span.End])
	return text[span.Start:span.End], b.String()
}

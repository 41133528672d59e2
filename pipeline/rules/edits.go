package rules

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
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
	text, span, added := place.Seg().Text, place.Span, 0
	for _, e := range edits {
		span.Start, span.End = min(span.Start, e.Place.Span.Start), max(span.End, e.Place.Span.End)
		added += len(e.New)
	}
	var b strings.Builder
	b.Grow(span.Len() + added)
	at := span.Start
	for _, e := range edits {
		b.WriteString(text[at:e.Place.Span.Start])
		b.WriteString(e.New)
		at = e.Place.Span.End
	}
	b.WriteString(text[at:span.End])
	return text[span.Start:span.End], b.String()
}

// sure and unsure say whether an edit is made or proposed.
const sure, unsure = true, false

// report reports a mark that is wrong, with the one edit that mends it, unless
// it stands in text that must not be touched.
func report(p *lint.Pass, segment int, span concord.Span, id string, auto bool, edit concord.Edit) {
	reportAs(p, segment, span, p.Rule.Severity, id, auto, edit)
}

// reportAs is report of a finding that is graver than others of its rule.
func reportAs(p *lint.Pass, segment int, span concord.Span, severity concord.Severity, id string, auto bool, edit concord.Edit) {
	if p.Doc.Segments[segment].Protected(span) {
		return
	}
	place := p.Place(segment, span)
	edits := []concord.Edit{edit}
	_, after := around(place, edits)
	label := concord.Message{ID: "fix.replace", Args: map[string]any{"Old": place.Text(), "New": after}}
	if after == "" {
		label = concord.Message{ID: "fix.delete", Args: map[string]any{"Old": place.Text()}}
	}
	p.Report(concord.Finding{
		Place:     place,
		Severity:  severity,
		Message:   concord.Message{ID: id, Args: map[string]any{"Found": place.Text(), "Wanted": after}},
		Authority: typographyOf(p),
		Fixes:     []concord.Fix{{Label: label, Auto: auto, Edits: edits}},
	})
}

// typographyOf names the rules of the document's language as an authority.
func typographyOf(p *lint.Pass) string { return "locales/" + p.Locale.Tag.String() + "#typography" }

// lacks reports whether a segment certainly has no mark that begins like this
// one, so that it need not be looked for.
func lacks(s *concord.Segment, mark string) bool {
	switch {
	case mark == "":
		return false
	case mark[0] == 0xE2: // begins U+2000 to U+2FFF
		return s.Lacks&concord.Typographic != 0
	case mark[0] == '-':
		return s.Lacks&concord.Hyphen != 0
	case mark[0] == ';':
		return s.Lacks&concord.Semicolon != 0
	case mark[0] == '"':
		return s.Lacks&concord.Quotation != 0
	case mark[0] == '\'':
		return s.Lacks&concord.Apostrophe != 0
	}
	return false
}

// count counts a mark in a segment.
func count(s *concord.Segment, mark string) int {
	if lacks(s, mark) {
		return 0
	}
	return strings.Count(s.Text, mark)
}

// each yields the offsets of a mark in a text.
func each(text, mark string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for at := 0; ; at += len(mark) {
			if at = index(text, at, mark); at < 0 || !yield(at) {
				return
			}
		}
	}
}

// index returns where, from an offset on, a mark stands in a text, or -1.
func index(text string, from int, mark string) int {
	if len(mark) == 1 {
		if i := strings.IndexByte(text[from:], mark[0]); i >= 0 {
			return from + i
		}
		return -1
	}
	for at := from; ; at++ {
		if at = nextPair(text, at, 0xFF, mark[0], mark[1]); at < 0 || strings.HasPrefix(text[at:], mark) {
			return at
		}
	}
}

// blank reports whether r is white space that does not end a line.
func blank(r rune) bool {
	return r != '\n' && r != '\r' && unicode.IsSpace(r) && r != '\f' && r != '\v' && r != 0x85 && r != 0x2028 && r != 0x2029
}

// endsLine reports whether nothing but white space is left of a line.
func endsLine(rest string) bool {
	rest = strings.TrimLeftFunc(rest, blank)
	return rest == "" || rest[0] == '\n' || rest[0] == '\r'
}

// flanks returns the characters before and behind a span, 0xFFFD where there is none.
func flanks(text string, span concord.Span) (before, after rune) {
	before, _ = utf8.DecodeLastRuneInString(text[:span.Start])
	after, _ = utf8.DecodeRuneInString(text[span.End:])
	return before, after
}

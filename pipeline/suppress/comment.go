package suppress

import (
	"slices"
	"strings"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/format"
)

// word opens a comment that is a suppression:
//
//	<!-- concord-ignore term, dash: the minister said it so -->
const word = "concord-ignore"

// comments reads the suppressions that the comments of a document ask for. Each
// is about the segment that the comment stands in, or the next one. No segment
// holds a comment, so its place is in a copy of the document that has a segment
// more for each.
func comments(d *concord.Document) []*Suppression {
	var all []*Suppression
	seen := *d
	for _, c := range format.Comments(d, word) {
		text := string(d.Raw[c.Raw.Start:c.Raw.End])
		s := parse(text)
		if s == nil {
			continue
		}
		span := concord.Span{End: len(text)}
		s.segment, s.At = c.Segment, concord.Place{Doc: &seen, Segment: len(d.Segments) + len(all), Span: span}
		if all == nil {
			seen.Segments = slices.Clip(d.Segments)
		}
		seen.Segments = append(seen.Segments, concord.Segment{Kind: concord.Blank, Text: text, Runs: []concord.Run{{Text: span, Raw: c.Raw}}})
		all = append(all, s)
	}
	return all
}

// parse reads a comment, and returns nil if it is no suppression.
func parse(comment string) *Suppression {
	text := strings.TrimSuffix(strings.TrimLeft(comment, "<!-"), ">")
	text, ok := strings.CutPrefix(strings.TrimSpace(strings.TrimRight(text, "-")), word)
	if !ok || text != "" && !strings.ContainsAny(text[:1], " \t\r\n:") {
		return nil
	}
	text = strings.Replace(text, "：", ":", 1)
	names, reason, _ := strings.Cut(text, ":")
	s := &Suppression{Reason: strings.Join(strings.Fields(reason), " ")}
	s.Rules = strings.FieldsFunc(names, func(r rune) bool { return strings.ContainsRune(" \t\r\n,，、", r) })
	switch {
	case len(s.Rules) == 0:
		s.Fault = NoRule
	case s.Reason == "":
		s.Fault = NoReason
	}
	s.used = make([]bool, len(s.Rules))
	return s
}

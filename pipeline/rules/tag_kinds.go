package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// code reports what is code in the source and stands here as plain text. What is
// missing is told by url-differs.
func (c *tagCheck) code() {
	text := c.p.Doc.Segments[c.bead.Target[0]].Text
	for _, t := range first(c.there.of("code")) {
		words := t.place.Text()
		at := strings.Index(text, words)
		if at < 0 || len(words) < 2 {
			continue
		}
		span := concord.Span{Start: at, End: at + len(words)}
		if before, after := flanks(text, span); partOf(before) || partOf(after) || c.p.Doc.Segments[c.bead.Target[0]].Protected(span) {
			continue
		}
		marked := inQuotes(text, span)
		for _, h := range first(c.here.all) {
			marked = marked || h.place.Span.Len() > 0 && strings.Contains(h.place.Text(), words)
		}
		if !marked {
			c.fault(c.p.Place(c.bead.Target[0], span), concord.Note, "rule.tag-differs.plain", map[string]any{"Tag": t.sign, "Here": words}, t)
			return
		}
	}
}

// first returns no more tags than can each be sought in their paragraph.
func first(tags []tagged) []tagged { return tags[:min(len(tags), 2*reach)] }

// partOf reports whether a character beside code makes it part of a longer word.
func partOf(r rune) bool {
	return r < utf8.RuneSelf && (alphanumeric(byte(r)) || strings.ContainsRune("-_/.<", r))
}

// inQuotes reports whether a stretch stands between quotation marks.
func inQuotes(text string, span concord.Span) bool {
	before, after := flanks(text, span)
	return quotation(before) && quotation(after)
}

// links reports links to other pages of the same site that are missing. Of others
// url-differs tells.
func (c *tagCheck) links() {
	there, lost := 0, len(c.there.of("link"))-len(c.here.of("link"))
	for _, i := range c.bead.Source {
		for _, l := range c.p.Release.Source.Segments[i].Links {
			if !schemed(l.Address) {
				there++
			}
		}
	}
	here := 0
	for _, i := range c.bead.Target {
		for _, l := range c.p.Doc.Segments[i].Links {
			if !schemed(l.Address) {
				here++
			}
		}
	}
	if n := min(lost, there-here); n > 0 {
		c.fewer(c.there.of("link"), len(c.there.of("link"))-n)
	}
}

// breaks returns the line breaks between two lines that have text.
func (set *tagSet) breaks() (some []tagged) {
	for _, t := range set.of("break") {
		text := t.place.Seg().Text
		if strings.TrimSpace(text[:t.place.Span.Start]) == "" || strings.TrimSpace(text[t.place.Span.Start:]) == "" {
			continue
		}
		if n := len(some); n > 0 && strings.TrimSpace(text[some[n-1].place.Span.Start:t.place.Span.Start]) == "" && some[n-1].place.Segment == t.place.Segment {
			continue
		}
		some = append(some, t)
	}
	return some
}

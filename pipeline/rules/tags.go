package rules

import (
	"maps"
	"slices"
	"strings"

	"github.com/concord-l10n/concord"
)

// A tagged is a stretch of a segment between a tag and the one that closes it, or
// a tag that stands by itself.
type tagged struct {
	what  string
	sign  string // the tag as the file has it
	place concord.Place
}

// tagSet is the inline markup of one side of a bead.
type tagSet struct {
	all  []tagged
	open []tagged // opened and not closed in their segment, or the other way round
}

// tagsIn returns the inline markup of some segments.
func tagsIn(d *concord.Document, segments []int) tagSet {
	var set tagSet
	for _, i := range segments {
		s := &d.Segments[i]
		if len(s.Tags) > 0 {
			set.read(concord.Place{Doc: d, Segment: i}, s.Tags)
		}
	}
	return set
}

// read pairs the tags of a segment, which is given by any place in it.
func (set *tagSet) read(place concord.Place, tags []concord.Tag) {
	open := make(map[string][]int) // by kind: how two tags cross shows nowhere
	for _, t := range tags {
		from := open[t.What]
		here := tagged{t.What, string(place.Doc.Raw[t.Raw.Start:t.Raw.End]), place.At(concord.Span{Start: t.At, End: t.At})}
		switch {
		case t.Side == concord.Opens:
			open[t.What] = append(from, len(set.all))
			set.all = append(set.all, here)
		case t.Side == concord.Stands:
			set.all = append(set.all, here)
		case len(from) == 0:
			set.open = append(set.open, here)
		default:
			set.all[from[len(from)-1]].place.Span.End = t.At
			open[t.What] = from[:len(from)-1]
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(open)) {
		for _, n := range open[kind] {
			set.open = append(set.open, set.all[n])
		}
	}
}

// short returns the tag as people know it: without its attributes.
func (t *tagged) short() string {
	n := strings.IndexAny(t.sign, " \t\r\n/")
	switch {
	case t.sign[0] == '[':
		return "[…](…)"
	case t.sign[0] == '!':
		return "![…](…)"
	case n > 1 && t.sign[0] == '<':
		return t.sign[:n] + ">"
	}
	return t.sign
}

// beside returns the place of a tag that has no partner: the word behind it or,
// if it closes, before it.
func (t *tagged) beside() concord.Place {
	text, at := t.place.Seg().Text, t.place.Span.Start
	if strings.HasPrefix(t.sign, "</") {
		before := strings.TrimRight(text[:at], " \n")
		return t.place.At(concord.Span{Start: strings.LastIndexAny(before, " \n") + 1, End: len(before)})
	}
	rest := strings.TrimLeft(text[at:], " \n")
	start := len(text) - len(rest)
	if n := strings.IndexAny(rest, " \n"); n >= 0 {
		rest = rest[:n]
	}
	return t.place.At(concord.Span{Start: start, End: start + len(rest)})
}

// of returns those of some kinds.
func (set *tagSet) of(kinds ...string) (some []tagged) {
	for _, t := range set.all {
		if slices.Contains(kinds, t.what) {
			some = append(some, t)
		}
	}
	return some
}

// shownTag matches tags that stand in the text itself, for a program to read.
var shownTag = expression(`</?(?:[A-Za-z][A-Za-z0-9-]*|\d+)(?:\s+[^<>=]+=[^<>]*)?\s*/?>`)

// shownTags returns the tags that stand in the text of some segments, without
// attributes, as often as each stands there.
func shownTags(d *concord.Document, segments []int) map[string][]concord.Place {
	var all map[string][]concord.Place
	for _, i := range segments {
		s := &d.Segments[i]
		if strings.IndexByte(s.Text, '<') < 0 {
			continue
		}
		for _, m := range shownTag().FindAllStringIndex(s.Text, -1) {
			place := concord.Place{Doc: d, Segment: i, Span: concord.Span{Start: m[0], End: m[1]}}
			if s.Protected(place.Span) {
				continue
			}
			tag := strings.TrimRight(place.Text(), "/> \n")
			if n := strings.IndexAny(tag, " \t\n"); n > 0 {
				tag = tag[:n]
			}
			if all == nil {
				all = make(map[string][]concord.Place)
			}
			all[tag+">"] = append(all[tag+">"], place)
		}
	}
	return all
}

// countIn counts how often a sign stands in the text of some segments, outside of
// what is protected.
func countIn(d *concord.Document, segments []int, sign string) (n int) {
	for _, i := range segments {
		s := &d.Segments[i]
		for at := range each(s.Text, sign) {
			if !s.Protected(concord.Span{Start: at, End: at + len(sign)}) {
				n++
			}
		}
	}
	return n
}

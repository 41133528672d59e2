package concord

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A Finding is something worth telling an editor about one place in a document.
type Finding struct {
	Rule      string // name of the rule, such as "term"
	Severity  Severity
	Place     Place
	Message   Message
	Authority string    // what demands it, such as "glossary#slogan.china-temperature" or "locales/fr#quotes"
	Fixes     []Fix     // alternatives, best first; at most one is applied
	Related   []Related // the evidence: what opened the gate, the other spelling, the source's figure
}

// Severity orders findings by how much they matter.
type Severity uint8

// The severities.
const (
	Note Severity = iota
	Warning
	Error
)

// String returns the name of s as it stands in reports and settings.
func (s Severity) String() string { return [...]string{"note", "warning", "error"}[s] }

// A Place is a stretch of one segment of a document.
type Place struct {
	Doc     *Document
	Segment int
	Span    Span
}

// Text returns the text at p.
func (p Place) Text() string { return p.Seg().Text[p.Span.Start:p.Span.End] }

// Seg returns the segment that holds p.
func (p Place) Seg() *Segment { return &p.Doc.Segments[p.Segment] }

// Raw returns the bytes of p.Doc.Raw that p covers.
func (p Place) Raw() Span { return p.Seg().Cover(p.Span) }

// Position returns where p begins in its file.
func (p Place) Position() Position { return p.Doc.Position(p.Raw().Start) }

// At returns p with another span of the same segment.
func (p Place) At(span Span) Place { p.Span = span; return p }

// A Message is something to say, not yet in any language: the identifier of a
// catalogue entry and the values to put in it. Args["PluralCount"] chooses the
// plural form.
type Message struct {
	ID   string
	Args map[string]any
}

// String formats m without a catalogue: its ID and the values, by name.
func (m Message) String() string {
	var b strings.Builder
	b.WriteString(m.ID)
	for _, name := range slices.Sorted(maps.Keys(m.Args)) {
		fmt.Fprintf(&b, " %s=%q", name, fmt.Sprint(m.Args[name]))
	}
	return b.String()
}

// Related points at a second place that explains a finding.
type Related struct {
	Place   Place
	Message Message
}

// A Fix is one way to settle a finding: it is applied whole or not at all.
// Its edits do not overlap. All fixes are proposed against the same text, like
// commits with one parent.
type Fix struct {
	Label Message
	Auto  bool // sound enough to apply unasked
	Edits []Edit
}

// An Edit replaces the text at a place. An empty span inserts.
type Edit struct {
	Place Place
	New   string
}

package concord

import (
	"sort"

	"golang.org/x/text/language"
)

// A Release is one announcement: its source document and the translations of it.
type Release struct {
	Name    string
	Source  *Document   // nil if the source is not known
	Targets []*Document // ordered by locale, then by file
}

// Documents returns the source, if there is one, and then the targets.
func (r *Release) Documents() []*Document {
	if r.Source == nil {
		return r.Targets
	}
	return append([]*Document{r.Source}, r.Targets...)
}

// A Document is one language version of a release, read from one file.
// A Document is never modified: correcting it yields another Document.
type Document struct {
	File     string
	Format   string       // name of the codec that decoded it
	Charset  string       // "utf-8", or the encoding the file is kept in
	Locale   language.Tag // language.Und if not known
	Verbatim bool         // quoted speech is marked, so that no edit touches it
	Raw      []byte       // the file as UTF-8, a byte order mark included
	Stored   []int        // where every KB of Raw begins on disk; nil if Raw is what is on disk
	Segments []Segment

	milestones []milestone // of a long Raw; see Measure
}

// Texts returns the text of every segment, in order.
func (d *Document) Texts() []string {
	texts := make([]string, len(d.Segments))
	for i := range d.Segments {
		texts[i] = d.Segments[i].Text
	}
	return texts
}

// A Segment is the smallest part of a document that is translated as a unit.
//
// Text is what a reader sees: markup stripped, escapes resolved; line breaks
// and their indentation stay. Every Span in a Finding or an Edit is a range of
// Text; Runs leads back to the file.
type Segment struct {
	Key   string // the same in every language version, such as "title" or "body.3"; "" for Blank
	Kind  Kind
	Level int // of a heading, from 1; 0 if the format does not say
	Blank int // blank lines before it in the file
	Part  int // 0 for the release itself; each teaser counts on from 1
	Text  string
	Runs  []Run  // tile Text from its first byte to its last
	Marks []Mark // stretches no edit may touch, ordered; they do not overlap
	Links []Link // what leads elsewhere, ordered
	Tags  []Tag  // inline markup, ordered; nil where the format has none
	Lacks Signs  // what Text certainly has none of, so that nobody need look
}

// Signs is a set of characters that rules look for.
type Signs uint16

// The signs.
const (
	Hyphen      Signs = 1 << iota // -
	Apostrophe                    // '
	Quotation                     // "
	Semicolon                     // ;
	Typographic                   // any from U+2000 to U+2FFF: quotation marks, dashes
	Bracket                       // ( ) [ or ], or any from U+F000 to U+FFFF: those of full width
	Special                       // a control character but line breaks and tabs, or any from U+0080 to U+00BF: « and »
	Script                        // any other from U+0340 on: letters that are not Latin, the marks of Chinese
	Greek                         // any from U+0340 to U+053F, which are Script too: Greek and Cyrillic letters
	Figure                        // 0 to 9
)

// Kind says what part a segment plays in a release.
type Kind uint8

// The kinds of segment.
const (
	Body Kind = iota
	Title
	ReleaseTime // a labelled or bare date; the value may be missing
	Dateline    // opens with agency, place or day; usually the lead as well
	Lead        // the first full paragraph
	Heading
	Caption
	Section     // a label such as "Latest developments"
	TeaserTitle // each teaser is a document of its own for first mention
	Teaser
	EndMark
	Item  // a list item or a table cell
	Quote // a block quotation: cited, so never edited
	Blank // white space on an otherwise empty line: kept, never exported
)

var kindNames = [...]string{"body", "title", "release-time", "dateline", "lead", "heading", "caption",
	"section", "teaser-title", "teaser", "end-mark", "item", "quote", "blank"}

// String returns the name of k as it stands in keys and reports.
func (k Kind) String() string { return kindNames[k] }

// A Run pairs a stretch of Segment.Text with the bytes it was decoded from.
type Run struct {
	Text, Raw Span
	Escape    bool // the two differ, and neither can be split
}

// offset converts an offset in text to one in the file.
// Only the ends of an escape have a counterpart there.
func (r Run) offset(i int) (int, bool) {
	switch {
	case !r.Escape || i == r.Text.Start:
		return r.Raw.Start + i - r.Text.Start, true
	case i == r.Text.End:
		return r.Raw.End, true
	}
	return 0, false
}

// A Mark is a protected stretch of text: a URL, a placeholder, a code span.
type Mark struct {
	Span Span
	What string // "url", "email", "code", "placeholder", "no-translate", "citation" …
}

// A Link is a stretch of text that leads to an address, which does not show.
type Link struct {
	Span    Span
	Address string // as the file has it, but for escapes
}

// A Tag is inline markup: a tag of HTML, or the signs of Markdown.
type Tag struct {
	What string // "strong", "em", "code", "link", "image", "break", "sup", "sub", "strike", or the name of another element
	Side Side
	At   int  // where it stands in Text
	Raw  Span // the bytes of the file that it is written with: "<b>", "**"
}

// Side says what a tag does to what stands behind it.
type Side uint8

// The sides.
const (
	Opens  Side = iota
	Closes      // what was opened last under its name
	Stands      // by itself: a line break, an image
)

// Protected reports whether span touches a mark. An empty span touches a mark
// only from inside it.
func (s *Segment) Protected(span Span) bool {
	n := sort.Search(len(s.Marks), func(n int) bool { return span.Start < s.Marks[n].Span.End })
	if n == len(s.Marks) {
		return false
	}
	m := s.Marks[n].Span
	return m.Overlaps(span) || span.Len() == 0 && m.Start < span.Start
}

// Locate returns the bytes of the file behind span. It reports false if span
// crosses markup or splits an escape, so that no single range answers to it.
func (s *Segment) Locate(span Span) (Span, bool) {
	if len(s.Runs) == 0 {
		return Span{}, false
	}
	first, last := s.run(span.Start), s.run(max(span.Start, span.End-1))
	for i := first; i < last; i++ {
		if s.Runs[i].Raw.End != s.Runs[i+1].Raw.Start {
			return Span{}, false
		}
	}
	start, ok1 := s.Runs[first].offset(span.Start)
	end, ok2 := s.Runs[last].offset(span.End)
	return Span{start, end}, ok1 && ok2
}

// Cover returns the bytes of the file from the start of span to its end,
// whatever stands between. It is where a finding is, not what can be replaced.
func (s *Segment) Cover(span Span) Span {
	if len(s.Runs) == 0 {
		return Span{}
	}
	first, last := s.Runs[s.run(span.Start)], s.Runs[s.run(max(span.Start, span.End-1))]
	start, ok := first.offset(span.Start)
	if !ok {
		start = first.Raw.Start
	}
	end, ok := last.offset(span.End)
	if !ok {
		end = last.Raw.End
	}
	return Span{start, max(start, end)}
}

// run returns the index of the run that holds offset i, or the last run.
func (s *Segment) run(i int) int {
	n := sort.Search(len(s.Runs), func(n int) bool { return i < s.Runs[n].Text.End })
	return min(n, len(s.Runs)-1)
}

// A Pair is a segment and the segment it translates, by index in their
// documents; -1 where one has no counterpart.
type Pair struct {
	Source, Target int
	Sure           bool // false if the pairing is a guess that bilingual rules must not trust
	Joined         bool // belongs to the pair before it: two segments were made one, or one two
}

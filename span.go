package concord

import "fmt"

// A Span is the half-open byte range [Start, End) of some text.
type Span struct{ Start, End int }

// Len returns the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies wholly within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte. An empty span shares none.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// A Position is a place in a file, for people to read.
type Position struct {
	File   string
	Offset int // bytes, from 0
	Line   int // from 1
	Column int // code points, from 1
}

// String formats p as file:line:column, leaving out what is not known.
func (p Position) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// A PlaceError is something wrong at a place in a file of the project: its
// settings, its glossary, an input that cannot be read. What is wrong with the
// text of a release is a Finding instead.
type PlaceError struct {
	At      Position
	Message Message // what is wrong, and what to do next
}

// Error formats e as file:line:col: and the bare message. Whoever shows it to a
// person says the message in their language instead.
func (e *PlaceError) Error() string { return e.At.String() + ": " + e.Message.String() }

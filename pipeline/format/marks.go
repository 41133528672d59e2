package format

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// A marker finds the stretches of a text that no edit may touch. It goes
// through the text once, byte by byte, and stops at those that can be part of
// one; from there it looks back no further than to the last mark, so that the
// cost is linear in any text.
type marker struct {
	text  string
	marks []concord.Mark
	end   int // of the last mark
	entry int // where an entry that may be of a bibliography begins, or -1
	seen  concord.Signs
}

// telling are the bytes that a mark has.
var telling = [256]bool{
	':': true, '.': true, '@': true, '#': true, '{': true, '$': true, '%': true, '`': true, '/': true,
	'\n': true, '\r': true, 0xE2: true, // the last begins U+2028
}

// marks returns the stretches of a text to protect, and what it lacks.
func marks(text string) ([]concord.Mark, concord.Signs) {
	m := marker{text: text, entry: -1}
	for i := m.pass(0, m.line(0)); ; {
		if i = m.tell(i); i == len(text) {
			break
		}
		if text[i] == '.' && (i+1 == len(text) || text[i+1] <= ' ') {
			i++ // the stop of a sentence, most often
		} else if start, end, what := m.at(i); end > i {
			m.add(start, end, what)
			i = m.pass(i, end)
		} else if n := lineEnd(text[i:]); n > 0 {
			i = m.pass(i, m.line(i+n))
		} else {
			i = m.pass(i, i+1)
		}
	}
	m.closeEntry(len(text))
	return m.marks, ^m.seen
}

// at returns the mark that a telling byte is part of; end is 0 if there is none.
func (m *marker) at(i int) (start, end int, what string) {
	switch m.text[i] {
	case ':':
		return m.address(i)
	case '.':
		return m.dot(i)
	case '@':
		if start, end, what = m.email(i); end > 0 {
			return start, end, what
		}
		return m.handle(i)
	case '#':
		return m.handle(i)
	case '/':
		return m.path(i)
	case '{', '$', '%':
		return i, m.placeholder(i), "placeholder"
	case '`':
		return i, m.code(i), "code"
	}
	return 0, 0, ""
}

// add appends a mark. One that goes on where the last of its kind ended extends
// it.
func (m *marker) add(start, end int, what string) {
	if n := len(m.marks); n > 0 && m.marks[n-1].Span.End == start && m.marks[n-1].What == what {
		m.marks[n-1].Span.End = end
	} else {
		m.marks = append(m.marks, concord.Mark{Span: concord.Span{Start: start, End: end}, What: what})
	}
	m.end = max(m.end, end)
}

func wordByte(b byte) bool { return letterOrDigit(b) || b == '_' }

// named reports whether r can stand in a handle or the name of a file.
func named(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

// wideLetter reports whether r is of a script that has no spaces around names
// in another script.
func wideLetter(r rune) bool { return r >= 0x1100 && unicode.IsLetter(r) }

// boundary reports whether no ASCII letter, digit or underscore ends before at.
func (m *marker) boundary(at int) bool { return at == 0 || !wordByte(m.text[at-1]) }

// runeBefore returns the character before an offset, or utf8.RuneError.
func (m *marker) runeBefore(at int) rune {
	r, _ := utf8.DecodeLastRuneInString(m.text[:at])
	return r
}

// merged orders marks and makes one of those that overlap. It is called what
// the first of them is called.
func merged(marks []concord.Mark) []concord.Mark {
	byStart := func(a, b concord.Mark) int { return a.Span.Start - b.Span.Start }
	if !slices.IsSortedFunc(marks, byStart) {
		slices.SortStableFunc(marks, byStart)
	}
	n := 0
	for _, m := range marks {
		switch {
		case m.Span.Len() == 0:
		case n > 0 && m.Span.Start < marks[n-1].Span.End:
			marks[n-1].Span.End = max(marks[n-1].Span.End, m.Span.End)
		default:
			marks[n] = m
			n++
		}
	}
	return marks[:n]
}

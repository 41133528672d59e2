package format

import (
	"slices"
	"strings"
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
}

// telling are the bytes that a mark has.
var telling = [256]bool{
	':': true, '.': true, '@': true, '#': true, '{': true, '$': true, '%': true, '`': true, '/': true,
	'\n': true, '\r': true, 0xE2: true, // the last begins U+2028
}

func marks(text string) []concord.Mark {
	m := marker{text: text, entry: -1}
	for i := m.line(0); i < len(text); {
		if !telling[text[i]] {
			i++
			continue
		}
		if start, end, what := m.at(i); end > i {
			m.add(start, end, what)
			i = end
		} else if n := lineEnd(text[i:]); n > 0 {
			i = m.line(i + n)
		} else {
			i++
		}
	}
	m.closeEntry(len(text))
	return m.marks
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

// lineEnd returns the length of the line end that s begins with, or 0.
func lineEnd(s string) int {
	switch {
	case strings.HasPrefix(s, "\r\n"):
		return 2
	case s[0] == '\n' || s[0] == '\r':
		return 1
	case strings.HasPrefix(s, "\u2028") || strings.HasPrefix(s, "\u2029"):
		return 3
	}
	return 0
}

// line looks at the beginning of a line, and returns where to go on: behind the
// line if it is cited.
func (m *marker) line(at int) int {
	rest := strings.TrimLeft(m.text[at:], " \t")
	switch {
	case strings.HasPrefix(rest, ">"):
		m.closeEntry(at)
		end := at
		for end < len(m.text) && (!telling[m.text[end]] || lineEnd(m.text[end:]) == 0) {
			end++
		}
		m.add(at, end, "citation")
		return end
	case numberedEntry(rest):
		m.closeEntry(at)
		m.entry = at
	}
	return at
}

// numberedEntry reports whether a line begins as "[12]" or "12.".
func numberedEntry(line string) bool {
	rest, bracket := strings.CutPrefix(line, "[")
	after := strings.TrimLeft(rest, "0123456789")
	return len(after) < len(rest) && (bracket && strings.HasPrefix(after, "]") || !bracket && strings.HasPrefix(after, "."))
}

// closeEntry ends the numbered entry at hand, which goes on over lines without
// a number, and marks it if it names a publication.
func (m *marker) closeEntry(at int) {
	if m.entry >= 0 {
		entry := strings.TrimRight(m.text[m.entry:at], "\r\n\u2028\u2029")
		if publication(entry) {
			m.marks = append(m.marks, concord.Mark{Span: concord.Span{Start: m.entry, End: m.entry + len(entry)}, What: "bibliography"})
		}
	}
	m.entry = -1
}

// publication reports whether an entry has a DOI, a year with a volume such as
// "2020;12", or a type of document such as "[J]".
func publication(entry string) bool {
	for i := range len(entry) {
		before, after := entry[:i], entry[i+1:]
		switch entry[i] {
		case ':':
			if n := len(before) - 3; n >= 0 && strings.EqualFold(before[n:], "doi") {
				return true
			}
		case '.':
			if n := len(before) - 3; n >= 0 && before[n:] == "doi" && strings.HasPrefix(after, "org/") {
				return true
			}
		case ';':
			if endsInYear(before) && volume(after) {
				return true
			}
		case '[':
			if n := strings.IndexByte(after[:min(len(after), 6)], ']'); n > 0 && strings.Contains(" J M C D N P R S J/OL M/OL EB/OL N/OL ", " "+after[:n]+" ") {
				return true
			}
		}
	}
	return false
}

// volume reports whether s begins with the number of a volume, and does not go
// on as a sentence does.
func volume(s string) bool {
	s = strings.TrimLeft(s, " \t\u00a0")
	rest := strings.TrimLeft(s, "0123456789")
	return len(rest) < len(s) && (rest == "" || strings.IndexByte(":(.,-\n\r", rest[0]) >= 0)
}

func endsInYear(s string) bool {
	n := len(s) - 4
	return n >= 0 && (s[n:n+2] == "19" || s[n:n+2] == "20") && digit(s[n+2]) && digit(s[n+3]) && (n == 0 || !wordByte(s[n-1]))
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

package format

import (
	"strings"

	"github.com/concord-l10n/concord"
)

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
	m.completeEntry(at)
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

// completeEntry ends the numbered entry at hand where a line of it ends in a full
// stop and the publication is named: the next line is another text.
func (m *marker) completeEntry(at int) {
	const longest = 2048 // bytes; so that the cost stays linear
	if m.entry < 0 || at-m.entry > longest {
		return
	}
	entry := strings.TrimRight(m.text[m.entry:at], " \r\n\u2028\u2029")
	if strings.HasSuffix(entry, ".") && publication(entry) {
		m.closeEntry(at)
	}
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

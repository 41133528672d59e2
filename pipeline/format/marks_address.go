package format

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestScheme bounds how far back the scheme of a URL is looked for.
const longestScheme = 32

// address reads a URL at the colon behind its scheme, or a path at the colon
// behind the letter of a drive.
func (m *marker) address(i int) (start, end int, what string) {
	rest := m.text[i+1:]
	if len(rest) > 1 && rest[0] == '\\' && rest[1] > ' ' && i > m.end && letterOrDigit(m.text[i-1]) && m.boundary(i-1) {
		return i - 1, m.pathEnd(i + 1), "file"
	}
	if !strings.HasPrefix(rest, "//") {
		return 0, 0, ""
	}
	start = i
	for start > max(m.end, i-longestScheme) && (letterOrDigit(m.text[start-1]) || strings.IndexByte("+-.", m.text[start-1]) >= 0) {
		start--
	}
	for start < i && !unicode.IsLetter(rune(m.text[start])) {
		start++
	}
	if start == i {
		return 0, 0, ""
	}
	if end = m.urlEnd(i + 3); end == i+3 {
		return 0, 0, ""
	}
	return start, end, "url"
}

// urlEnd returns where the address ends that goes on at an offset: at white
// space, at punctuation outside ASCII, at Chinese, Japanese or Korean that
// follows without a mark between, and before the stops of the sentence.
func (m *marker) urlEnd(at int) int {
	end, open := at, 0
	glue := true // a wide letter may follow
	for end < len(m.text) {
		c := m.text[end]
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(m.text[end:])
			if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsNumber(r) || wideLetter(r) && !glue {
				break
			}
			glue = true
			end += n
			continue
		}
		if c <= ' ' || c == 0x7F || strings.IndexByte("<>\"'`|\\^", c) >= 0 {
			break
		}
		if n := m.placeholderIn(end); n > 0 {
			end, glue = n, true
			continue
		}
		switch c {
		case '(', '[', '{':
			open++
		case ')', ']', '}':
			if open == 0 && (end+1 == len(m.text) || !letterOrDigit(m.text[end+1]) && m.text[end+1] != '/') {
				return m.trimmed(at, end)
			}
			open = max(0, open-1)
		}
		glue = strings.IndexByte("/=-_%#?&.", c) >= 0
		end++
	}
	return m.trimmed(at, end)
}

// placeholderIn returns where a placeholder in braces ends that is part of an
// address, or 0. One like %s is not told from an escape there, nor need it be.
func (m *marker) placeholderIn(at int) int {
	if c := m.text[at]; c == '{' || c == '$' {
		return m.placeholder(at)
	}
	return 0
}

// trimmed returns end without the punctuation before it.
func (m *marker) trimmed(at, end int) int {
	return at + len(strings.TrimRight(m.text[at:end], ".,;:!?([{"))
}

// dot reads what a full stop can be part of.
func (m *marker) dot(i int) (start, end int, what string) {
	if i == 0 || i+1 == len(m.text) || m.text[i+1] <= ' ' {
		return 0, 0, ""
	}
	if s := i - 3; s >= m.end && strings.EqualFold(m.text[s:i], "www") && m.boundary(s) && letterOrDigit(m.text[i+1]) {
		return s, m.urlEnd(i + 1), "url"
	}
	if start, end = m.doi(i); end > 0 {
		return start, end, "doi"
	}
	word := i + 1
	for word < min(len(m.text), i+8) && letterOrDigit(m.text[word]) {
		word++
	}
	if word < len(m.text) && wordByte(m.text[word]) {
		return 0, 0, ""
	}
	switch last := m.text[i+1 : word]; {
	case fileExtension(last):
		if start = m.file(i); start < i || m.goesOn(i) {
			return start, word, "file"
		}
	case topLevel(last):
		return m.domain(i, word)
	}
	return 0, 0, ""
}

// doi reads "10.1000/182" at its stop, with "doi:" before it.
func (m *marker) doi(i int) (start, end int) {
	start = i - 2
	if start < m.end || m.text[start:i] != "10" || !m.boundary(start) {
		return 0, 0
	}
	n := i + 1
	for n < len(m.text) && digit(m.text[n]) {
		n++
	}
	if n-i-1 < 4 || n-i-1 > 9 || n == len(m.text) || m.text[n] != '/' {
		return 0, 0
	}
	if end = m.urlEnd(n + 1); end == n+1 {
		return 0, 0
	}
	label := strings.TrimRight(m.text[max(m.end, start-8):start], " \u00a0")
	if at := len(label) - len("doi:"); at >= 0 && strings.EqualFold(label[at:], "doi:") {
		start = max(m.end, start-8) + at
	}
	return start, end
}

// topLevel reports whether s ends the names of hosts, and no sentence that lacks
// a space begins with it.
func topLevel(s string) bool {
	switch s {
	case "com", "org", "net", "edu", "gov", "cn":
		return true
	}
	return false
}

// domain reads the name of a host without a scheme, and the path behind it.
func (m *marker) domain(i, end int) (int, int, string) {
	if next := m.text[end:]; len(next) > 1 && (next[0] == '.' || next[0] == '-') && letterOrDigit(next[1]) {
		return 0, 0, ""
	}
	start := i
	for start > m.end && (letterOrDigit(m.text[start-1]) || m.text[start-1] == '.' || m.text[start-1] == '-') {
		start--
	}
	for start < i && !letterOrDigit(m.text[start]) {
		start++
	}
	if start == i || !letterOrDigit(m.text[i-1]) {
		return 0, 0, ""
	}
	if strings.HasPrefix(m.text[end:], "/") {
		end = m.urlEnd(end)
	}
	return start, end, "url"
}

// email reads an address at its @.
func (m *marker) email(i int) (start, end int, what string) {
	start = i
	for start > 0 && (letterOrDigit(m.text[start-1]) || strings.IndexByte("._%+-", m.text[start-1]) >= 0) {
		start--
	}
	label := func(at int) int {
		for at < len(m.text) && (letterOrDigit(m.text[at]) || m.text[at] == '-') {
			at++
		}
		return at
	}
	if end = label(i + 1); start == i || end == i+1 {
		return 0, 0, ""
	}
	host := end
	for end+1 < len(m.text) && m.text[end] == '.' && label(end+1) > end+1 {
		end = label(end + 1)
	}
	if end == host {
		return 0, 0, ""
	}
	return start, end, "email"
}

// handle reads "@name" or "#topic". A particle in kana or Hangul is no part of a
// Latin name.
func (m *marker) handle(i int) (start, end int, what string) {
	if r := m.runeBefore(i); i > 0 && named(r) && (!wideLetter(r) || i == m.end) {
		return 0, 0, "" // behind Chinese no space is needed; the second of #话题# ends it
	}
	end = i + 1
	for end < len(m.text) {
		r, n := utf8.DecodeRuneInString(m.text[end:])
		if !named(r) || m.text[i] == '@' && wordByte(m.text[end-1]) && unicode.In(r, unicode.Hangul, unicode.Hiragana, unicode.Katakana) {
			break
		}
		end += n
	}
	if end == i+1 {
		return 0, 0, ""
	}
	return i, end, "handle"
}

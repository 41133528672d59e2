package format

import (
	"strings"
	"unicode/utf8"
)

func fileExtension(s string) bool {
	switch strings.ToLower(s) {
	case "htm", "html", "pdf", "doc", "docx", "txt", "json", "xml", "md", "jpg", "jpeg", "png", "csv", "xls", "xlsx", "ppt", "pptx",
		"zip", "gif", "svg", "yml", "yaml", "toml", "mp3", "mp4", "mov", "avi", "wav", "tif", "tiff", "webp", "eps", "rar", "7z", "gz", "tar",
		"rtf", "odt", "epub", "xlf", "xliff", "tmx", "tbx":
		return true
	}
	return false
}

// file returns where the name begins that has its extension at i. Between a
// Latin name and Chinese before it there need be no space.
func (m *marker) file(i int) int {
	start, latin := i, false
	for start > m.end {
		r, n := utf8.DecodeLastRuneInString(m.text[m.end:start])
		if !named(r) && !strings.ContainsRune("./\\-", r) || wideLetter(r) && latin {
			break
		}
		latin = r < utf8.RuneSelf && letterOrDigit(byte(r))
		start -= n
	}
	return start
}

// goesOn reports whether a stop stands right behind the name of a file, as in
// "a.tar.gz".
func (m *marker) goesOn(i int) bool {
	n := len(m.marks)
	return n > 0 && m.marks[n-1].Span.End == i && m.marks[n-1].What == "file"
}

// path reads an absolute path, or one from ~ or a dot, with two names or more.
func (m *marker) path(i int) (start, end int, what string) {
	start = i
	for start > max(m.end, i-2) && (m.text[start-1] == '.' || m.text[start-1] == '~') {
		start--
	}
	if start > 0 && strings.IndexByte(" \t\n\r\"'(=", m.text[start-1]) < 0 {
		return 0, 0, ""
	}
	names := 0
	end = i
	for end < len(m.text) && m.text[end] == '/' {
		n := end + 1
		for n < len(m.text) && (wordByte(m.text[n]) || m.text[n] == '.' || m.text[n] == '-') {
			n++
		}
		if n == end+1 {
			break
		}
		names, end = names+1, n
	}
	if names < 2 {
		return 0, 0, ""
	}
	return start, m.trimmed(start, end), "file"
}

// pathEnd returns where a path of Windows ends.
func (m *marker) pathEnd(at int) int {
	end := at
	for end < len(m.text) {
		r, n := utf8.DecodeRuneInString(m.text[end:])
		if !named(r) && (r >= utf8.RuneSelf || strings.IndexByte("\\.-+~$()", byte(r)) < 0) {
			break
		}
		end += n
	}
	return m.trimmed(at, end)
}

package format

import (
	"html"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// escapeMarkdown returns text so that nothing in it is read as markup, whatever
// stands around it.
func escapeMarkdown(s string) string {
	var b strings.Builder
	bol := true // at the start, or behind a line break and indentation
	mark := -1  // offset of a sign that would open a block
	for i, r := range s {
		if bol {
			mark = blockSign(s, i)
		}
		if i == mark || inlineSign(s, i, r) {
			b.WriteByte('\\')
		}
		switch r { // signs that a backslash does not always keep from being read
		case '`': // may end a code span
			b.WriteString("&#96;")
		case '|': // may be taken for the end of a row
			b.WriteString("&#124;")
		default:
			b.WriteRune(r)
		}
		bol = r == '\n' || r == '\r' || bol && i > 0 && (r == ' ' || r == '\t')
	}
	return b.String()
}

// inlineSign reports whether the sign at an offset could be read as markup.
func inlineSign(s string, at int, r rune) bool {
	switch r {
	case '\\', '*', '[', ']', '~':
		return true
	case '<': // not before a space, a digit or a letter of another script
		next := s[at+1:]
		return next == "" || strings.IndexByte("/!?", next[0]) >= 0 || letterOrDigit(next[0]) && !digit(next[0])
	case '_':
		return !insideWord(s, at)
	case '&':
		return entity().MatchString(s[at:]) || beginsEntity(s[at:])
	case '#': // closes a heading
		before := strings.TrimRight(s[:at], "#")
		return len(before) == at && (at == 0 || s[at-1] == ' ' || s[at-1] == '\t') && closesHeading().MatchString(s[at:])
	}
	return false
}

var (
	entity        = expression(`^&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);`)
	partial       = expression(`^&(?:#[xX]?[0-9a-fA-F]*|[A-Za-z][A-Za-z0-9]*)?$`)
	closesHeading = expression(`^#+[ \t]*(?:$|[\r\n])`)
	opensBlock    = expression(`^(?:#{1,6}(?:[ \t\r\n]|$)|>|-(?:[^\pL\pN]|$)|\+(?:[ \t\r\n+]|$)|=+[ \t]*(?:[\r\n]|$)|:-)`)
	ordinal       = expression(`^\d{1,9}[.)](?:[ \t\r\n]|$)`)
)

// expression compiles a regular expression when it is first asked for: most runs
// see none of what it is about.
func expression(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}

// beginsEntity reports whether s, which ends the text, is a reference but for
// the semicolon, which may stand behind it.
func beginsEntity(s string) bool {
	return partial().MatchString(s) && (len(s) == 1 || s[1] == '#' || html.UnescapeString(s+";") != s+";")
}

// blockSign returns the offset of the sign that would make a line that begins
// at an offset a heading, quotation, list item, underline or row of a table; -1
// if nothing does.
func blockSign(s string, at int) int {
	switch {
	case opensBlock().MatchString(s[at:]):
		return at
	case ordinal().MatchString(s[at:]):
		return at + strings.IndexAny(s[at:], ".)")
	}
	return -1
}

// insideWord reports whether the underscore at an offset stands inside a word.
func insideWord(s string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	after, _ := utf8.DecodeRuneInString(s[at+1:])
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return word(before) && word(after)
}

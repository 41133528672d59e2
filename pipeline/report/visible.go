package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible makes text from a file, or the name of one, safe to show and honest:
// control characters, marks of direction and everything else that has no shape
// of its own are written as \u{202e}, and bytes that are not UTF-8 as \x{ff}.
// What a text of letters, marks, digits, punctuation and spaces is, stays.
func Visible(s string) string {
	if strings.IndexFunc(s, hidden) < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, `\x{%x}`, s[i])
		case hidden(r):
			fmt.Fprintf(&b, `\u{%x}`, r)
		default:
			b.WriteRune(r)
		}
		i += n
	}
	return b.String()
}

// hidden reports whether r does something to a terminal or to a reader without
// being seen. U+FFFD counts as hidden so that the bytes behind it are looked at.
func hidden(r rune) bool {
	if r >= ' ' && r <= '~' {
		return false // what most text is made of, without a look into eight tables
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs, unicode.Zl, unicode.Zp,
		unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector) ||
		r == '\u2800' || r == utf8.RuneError
}

// line is text on one line: where it was wrapped there is one space.
func line(s string) string {
	if strings.ContainsAny(s, "\n\r\t") {
		parts := strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' })
		for i, p := range parts {
			if i > 0 {
				p = strings.TrimLeft(p, " \t")
			}
			if i < len(parts)-1 {
				p = strings.TrimRight(p, " \t")
			}
			parts[i] = p
		}
		s = strings.Join(parts, " ")
	}
	return Visible(s)
}

// contrast shows two texts so that their difference can be seen: if they look
// alike, every space that is not the plain one is spelled out, and so are line
// breaks.
func contrast(before, after string) (string, string) {
	b, a := line(before), line(after)
	if alike(b, a) {
		return spaced(before), spaced(after)
	}
	return b, a
}

func alike(a, b string) bool {
	plain := func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}
	return strings.Map(plain, a) == strings.Map(plain, b)
}

// spaced spells out every space but the plain one.
func spaced(s string) string {
	var b strings.Builder
	for _, r := range s {
		if unicode.IsSpace(r) && r != ' ' {
			fmt.Fprintf(&b, `\u{%x}`, r)
		} else {
			b.WriteString(Visible(string(r)))
		}
	}
	return b.String()
}

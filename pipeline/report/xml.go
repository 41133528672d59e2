package report

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

const xmlHead = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// xmlText writes text for an attribute or an element of XML 1.0. What a terminal
// obeys or nobody sees is written by its number, and what no XML can hold, not
// even by its number, as Visible writes it.
func xmlText(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			b.WriteString(Visible(s[i : i+n]))
		case r < ' ' && r != '\t' && r != '\n' && r != '\r', r == '\ufffe', r == '\uffff':
			fmt.Fprintf(&b, `\u{%x}`, r)
		case strings.ContainsRune(`&<>"'`, r), hidden(r):
			fmt.Fprintf(&b, "&#%d;", r)
		default:
			b.WriteRune(r)
		}
		i += n
	}
	return b.String()
}

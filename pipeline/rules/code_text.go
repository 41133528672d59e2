package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/concord-l10n/concord"
)

// A codeText is a text in which codes are sought: without what stands between
// letters and digits, which languages put otherwise.
type codeText struct {
	plain string // without full width and the like
	text  string // its letters and digits, in capitals
	tight []bool // by byte of text: what begins there follows right behind what stands before it
}

func newCodeText(text string) *codeText {
	t := &codeText{plain: norm.NFKC.String(text)}
	var b strings.Builder
	close := false
	for _, r := range t.plain {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			close = false
			continue
		}
		n, _ := b.WriteRune(unicode.ToUpper(r))
		t.tight = append(t.tight, close)
		for range n - 1 {
			t.tight = append(t.tight, true)
		}
		close = true
	}
	t.text = b.String()
	return t
}

// has reports whether a text has a code, in capitals, that is no part of a longer
// one: A320 is not in A3200.
func (t *codeText) has(code string) bool {
	if code = strings.TrimLeft(code, "0"); code == "" {
		return true
	}
	for at := range each(t.text, code) {
		first, last := rune(code[0]), rune(code[len(code)-1])
		start, end := at, at+len(code)
		for start > 0 && unicode.IsDigit(first) && t.text[start-1] == '0' && t.tight[start] {
			start--
		}
		before, after := flanks(t.text, concord.Span{Start: start, End: end})
		if start > 0 && t.tight[start] && joinsCode(before, first) || end < len(t.text) && t.tight[end] && joinsCode(after, last) {
			continue
		}
		return true
	}
	return false
}

// joinsCode reports whether a character right beside a code makes it longer: a
// digit beside a digit, a Latin letter beside a letter.
func joinsCode(r, edge rune) bool {
	if unicode.IsDigit(edge) {
		return unicode.IsDigit(r)
	}
	return r < utf8.RuneSelf && unicode.IsLetter(r)
}

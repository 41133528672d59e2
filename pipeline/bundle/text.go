package bundle

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"github.com/concord-l10n/concord"
)

// published returns the text of a segment as it goes into a catalogue: with its
// inline markup if the format has any, and without the line breaks that only
// keep the lines of the file short.
func published(d *concord.Document, s *concord.Segment) string {
	return strings.TrimSpace(unwrap(s.Text))
}

var wrap = regexp.MustCompile(`[ \t]*\r?\n[ \t]*`)

// unwrap joins the lines of a text. Between two wide characters, such as Han,
// nothing stands in the place of the line break, nor behind a hyphen within a
// word; otherwise there is one space.
func unwrap(text string) string {
	var b strings.Builder
	at := 0
	for _, m := range wrap.FindAllStringIndex(text, -1) {
		b.WriteString(text[at:m[0]])
		b.WriteString(joint(text[:m[0]], text[m[1]:]))
		at = m[1]
	}
	b.WriteString(text[at:])
	return b.String()
}

// joint returns what stands between two lines that are made one.
func joint(before, after string) string {
	r, n := utf8.DecodeLastRuneInString(before)
	q, _ := utf8.DecodeRuneInString(after)
	switch {
	case wide(r) && wide(q):
		return ""
	case r == '-' || r == '‐':
		if p, _ := utf8.DecodeLastRuneInString(before[:len(before)-n]); unicode.IsLetter(p) && unicode.IsLetter(q) {
			return ""
		}
	}
	return " "
}

// wide reports whether r fills a square, as Han and kana do. Hangul does too,
// but puts spaces between words.
func wide(r rune) bool {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return !unicode.Is(unicode.Hangul, r)
	}
	return false
}

package locales

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// Mentioned reports whether a stretch of text is being talked about rather than
// used: "formerly known as …", "… [sic]".
func (r *Rules) Mentioned(text string, span concord.Span) bool {
	const reach = 96 // bytes; longer than any such phrase
	text, at := window(text, span, reach)
	span = shift(span, -at)
	after := strings.TrimLeft(strings.TrimLeft(text[span.End:], "\"'’”»›」』"), " \u00a0")
	for _, m := range r.Mention.After {
		if strings.HasPrefix(after, m) {
			return true
		}
	}
	before := strings.TrimRight(text[:span.Start], " \u00a0\n\"'‘“„«‹「『《:：")
	before = withoutArticle(before)
	for _, m := range r.Mention.Before {
		if len(before) < len(m) || !mayFold(before[len(before)-1], m[len(m)-1]) || !strings.EqualFold(before[len(before)-len(m):], m) {
			continue
		}
		if c, _ := utf8.DecodeLastRuneInString(before[:len(before)-len(m)]); !unicode.IsLetter(c) || c >= 0x2E80 {
			return true
		}
	}
	return false
}

// mayFold reports whether two bytes may end texts that are the same but for capitals.
func mayFold(a, b byte) bool { return a|0x20 == b|0x20 || a|b >= utf8.RuneSelf }

// withoutArticle returns a text without the English article that ends it, and
// what parts that from the word before.
func withoutArticle(text string) string {
	for _, article := range []string{"the", "an", "a"} {
		at := len(text) - len(article)
		if at <= 0 || !mayFold(text[len(text)-1], article[len(article)-1]) || !strings.EqualFold(text[at:], article) {
			continue
		}
		if rest := strings.TrimRight(text[:at], " \t\n\r\f\u00a0\"'“‘„«‹"); len(rest) < at {
			return rest
		}
	}
	return text
}

package locales

import (
	"regexp"
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
	before = leadingArticle.ReplaceAllString(before, "")
	for _, m := range r.Mention.Before {
		if len(before) < len(m) || !strings.EqualFold(before[len(before)-len(m):], m) {
			continue
		}
		if c, _ := utf8.DecodeLastRuneInString(before[:len(before)-len(m)]); !unicode.IsLetter(c) || c >= 0x2E80 {
			return true
		}
	}
	return false
}

var leadingArticle = regexp.MustCompile(`(?i)[\s\x{a0}"'‘“„«‹]+(?:the|an?)$`)

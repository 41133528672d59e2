package align

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// Sentences cuts a text into sentences by the rules of Unicode (UAX #29), but
// not behind a stop that ends none in a language: that of an abbreviation, an
// initial or an ordinal, of a number that counts paragraphs, or of a question or
// call that the sentence goes on behind. A line break ends no sentence, because
// text is wrapped. The sentences tile the text: the blanks behind one are part
// of it. An empty text has none.
func Sentences(text string, tag language.Tag) []concord.Span {
	if strings.ContainsAny(text, "\n\r") {
		text = unbroken.Replace(text)
	}
	r := locales.For(tag)
	var all []concord.Span
	start := 0
	for end := 0; end < len(text); {
		end = sentenceEnd(text, end)
		end += guillemet(text[end:])
		if end == len(text) || !runsOn(r, text, start, end) {
			all = append(all, concord.Span{Start: start, End: end})
			start = end
		}
	}
	return all
}

var unbroken = strings.NewReplacer("\n", " ", "\r", " ")

// guillemet returns the length of a closing mark that French sets apart from the
// stop before it, with the blanks behind it; 0 if there is none.
func guillemet(text string) int {
	rest, ok := strings.CutPrefix(text, "»")
	if next, _ := utf8.DecodeRuneInString(rest); !ok || rest != "" && (unicode.IsLetter(next) || unicode.IsDigit(next)) {
		return 0
	}
	return len(text) - len(strings.TrimLeftFunc(rest, unicode.IsSpace))
}

// runsOn reports whether a sentence goes on where Unicode ends it.
func runsOn(r *locales.Rules, text string, start, end int) bool {
	body := strings.TrimRightFunc(text[start:end], unicode.IsSpace)
	stop := len(strings.TrimRightFunc(body, func(c rune) bool { return unicode.IsSpace(c) || closes(c) }))
	last, n := utf8.DecodeLastRuneInString(body[:stop])
	next, _ := utf8.DecodeRuneInString(text[end:])
	spaced, closed := start+len(body) < end, stop < len(body)
	switch {
	case strings.ContainsRune("。！？", last):
		return closed && !spaced && slices.ContainsFunc(r.Sentence.Onward, func(w string) bool { return strings.HasPrefix(text[end:], w) })
	case !strings.ContainsRune(".!?", last):
		return false
	case !spaced && unicode.IsLetter(next) && !unspaced(next):
		return true
	case last != '.':
		return goesOn(text[end:])
	}
	return !closed && (counts(body[:stop-n]) || r.RunsOn(text, start+stop))
}

// closes reports whether a character may stand between a stop and the blank
// behind it.
func closes(c rune) bool {
	return c == '"' || c == '\'' || unicode.In(c, unicode.Pe, unicode.Pf, unicode.Pi)
}

// goesOn reports whether the next letter of a text is a small one, as Unicode
// has it behind a full stop (SB8).
func goesOn(text string) bool {
	for i, c := range text {
		switch {
		case unicode.IsLower(c):
			return true
		case i > 16 || unicode.IsLetter(c) || unicode.IsDigit(c) || strings.ContainsRune(".!?。！？", c):
			return false
		}
	}
	return false
}

// counts reports whether a text is but a number or a letter, such as a list
// counts with.
func counts(text string) bool {
	text = strings.TrimLeft(text, " ([")
	if strings.Trim(text, "0123456789.") == "" || strings.Trim(text, "IVX") == "" {
		return text != ""
	}
	c, n := utf8.DecodeRuneInString(text)
	return n == len(text) && unicode.IsLetter(c) && !unspaced(c)
}

// unspaced reports whether a letter is of a script that sets no blanks between
// words.
func unspaced(c rune) bool {
	return c >= 0x2E80 && unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

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

// Sentences cuts a text into sentences, as a Cutter does.
func Sentences(text string, tag language.Tag) []concord.Span {
	var all []concord.Span
	for c := Cut(text, tag); ; {
		s, ok := c.Next()
		if !ok {
			return all
		}
		all = append(all, s)
	}
}

// A Cutter cuts a text into sentences, one after the other: by the rules of
// Unicode (UAX #29), but not behind a stop that ends none in a language: that of an
// abbreviation, an initial or an ordinal, of a number that counts paragraphs, or
// of a question or call that the sentence goes on behind. A line break ends no
// sentence, because text is wrapped.
type Cutter struct {
	text  string
	start int
	rules *locales.Rules
}

// Cut returns a cutter of a text in a language.
func Cut(text string, tag language.Tag) *Cutter {
	if strings.IndexByte(text, '\n') >= 0 || strings.IndexByte(text, '\r') >= 0 {
		text = unbroken.Replace(text)
	}
	return &Cutter{text: text, rules: locales.For(tag)}
}

// Next returns the next sentence; false if there is none. The sentences tile the
// text: the blanks behind one are part of it. An empty text has none.
func (c *Cutter) Next() (concord.Span, bool) {
	start := c.start
	for c.start < len(c.text) {
		c.start = sentenceEnd(c.text, c.start)
		c.start += guillemet(c.text[c.start:])
		if c.start == len(c.text) || !runsOn(c.rules, c.text, start, c.start) {
			return concord.Span{Start: start, End: c.start}, true
		}
	}
	return concord.Span{}, false
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

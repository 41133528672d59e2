package rules

import (
	"unicode"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// A script is the letters that a language is written in.
type script []*unicode.RangeTable

// scripts holds those that releases are written in, by ISO 15924.
var scripts = map[string]script{
	"Latn": {unicode.Latin},
	"Cyrl": {unicode.Cyrillic},
	"Grek": {unicode.Greek},
	"Arab": {unicode.Arabic},
	"Hebr": {unicode.Hebrew},
	"Hans": {unicode.Han},
	"Hant": {unicode.Han},
	"Jpan": {unicode.Han, unicode.Hiragana, unicode.Katakana},
	"Kore": {unicode.Hangul},
	"Thai": {unicode.Thai},
}

// scriptOf returns the script of a language; nil if it is not among them.
func scriptOf(tag language.Tag) script {
	s, _ := tag.Script()
	return scripts[s.String()]
}

func (s script) has(r rune) bool {
	if r < unicode.MaxLatin1 && len(s) > 0 && s[0] != unicode.Latin {
		return false // most are asked for a letter of a name
	}
	return unicode.In(r, s...)
}

// meets reports whether two scripts share letters.
func (s script) meets(other script) bool {
	for _, a := range s {
		for _, b := range other {
			if a == b {
				return true
			}
		}
	}
	return false
}

// letters counts the letters of a text outside of some spans: those of a script,
// those of another, and all.
func shares(text string, skip []concord.Mark, s, other script) (of, ofOther, all int) {
	n := 0
	for at, r := range text {
		if r < 'A' || !unicode.IsLetter(r) {
			continue
		}
		for n < len(skip) && skip[n].Span.End <= at {
			n++
		}
		if n < len(skip) && skip[n].Span.Start <= at {
			continue
		}
		all++
		switch {
		case s.has(r):
			of++
		case other.has(r):
			ofOther++
		}
	}
	return of, ofOther, all
}

// leftward reports whether a language is written from right to left.
func leftward(tag language.Tag) bool {
	own := scriptOf(tag)
	return own != nil && (own[0] == unicode.Arabic || own[0] == unicode.Hebrew)
}

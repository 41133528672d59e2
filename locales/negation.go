package locales

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Negation lists the words by which a language says no. A final * stands for any
// ending, one in front for any beginning.
type Negation struct {
	Says  []string // words that certainly negate, where words are set apart by spaces in lower case
	Not   []string // words and phrases that hold one of them and negate nothing
	Hints []string // further words, of which one may be all that is left of a negation in a translation
}

// Negates returns the first word in a text that certainly says no, and how many
// there are.
func (n *Negation) Negates(text string) (first string, count int) {
	text = strings.ToLower(text)
	for _, phrase := range n.Not {
		if strings.Contains(text, phrase) {
			text = strings.ReplaceAll(text, phrase, strings.Repeat(" ", len(phrase)))
		}
	}
	for _, w := range words(text) {
		for _, says := range n.Says {
			if matches(w, says) {
				if first == "" {
					first = w
				}
				count++
				break
			}
		}
	}
	return first, count
}

// MayNegate reports whether a text has a word that says no, or that may be what
// is left of one that did.
func (n *Negation) MayNegate(text string) bool {
	for _, w := range words(strings.ToLower(text)) {
		for _, list := range [][]string{n.Says, n.Hints} {
			for _, says := range list {
				if matches(w, says) {
					return true
				}
			}
		}
	}
	return false
}

// words returns the words of a text, and each character of those that are not
// set apart by spaces.
func words(text string) (all []string) {
	start := -1
	for at, r := range text + " " {
		letter := unicode.IsLetter(r) || unicode.IsMark(r) || r == '\'' || r == '’'
		if start >= 0 && (!letter || unspaced(r)) {
			all = append(all, strings.ReplaceAll(text[start:at], "’", "'"))
			start = -1
		}
		switch {
		case unspaced(r):
			all = append(all, text[at:at+utf8.RuneLen(r)])
		case letter && start < 0:
			start = at
		}
	}
	return all
}

func matches(word, pattern string) bool {
	switch {
	case strings.HasSuffix(pattern, "*"):
		return strings.HasPrefix(word, pattern[:len(pattern)-1])
	case strings.HasPrefix(pattern, "*"):
		return strings.HasSuffix(word, pattern[1:])
	}
	return word == pattern
}

package locales

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Negation lists the words by which a language says no. A final * stands for any
// ending, one in front for any beginning. Where words are not set apart by spaces
// the lists are of stretches of text.
type Negation struct {
	Says  []string // words that negate, in lower case
	Sure  []string // those, with what stands beside them, whose no a translation must keep
	Not   []string // words and phrases that hold one of them and negate nothing
	Hints []string // further words, of which one may be all that is left of a negation in a translation
}

// Negates returns the first of the sure negations in a text, "" if there is none
// or the text has more than one word that says no, or may say it.
func (n *Negation) Negates(text string) (sure string) {
	text = strings.ToLower(text)
	for _, phrase := range n.Not {
		if strings.Contains(text, phrase) {
			text = strings.ReplaceAll(text, phrase, strings.Repeat(" ", len(phrase)))
		}
	}
	all := words(text)
	for _, w := range n.Sure {
		if sure == "" && said(w, text, all) > 0 {
			sure = w
		}
	}
	if sure == "" {
		return ""
	}
	count := 0
	for _, w := range n.Says {
		count += said(w, text, all)
	}
	doubt := count != 1
	for _, w := range n.Hints {
		doubt = doubt || apart(w) && said(w, text, all) > 0 // a character may be part of any word
	}
	if doubt {
		return ""
	}
	return sure
}

// MayNegate reports whether a text has a word that says no, or that may be what
// is left of one that did.
func (n *Negation) MayNegate(text string) bool {
	text = strings.ToLower(text)
	all := words(text)
	for _, list := range [][]string{n.Says, n.Hints} {
		for _, w := range list {
			if said(w, text, all) > 0 {
				return true
			}
		}
	}
	return false
}

// said counts how often a pattern is among the words of a text, or stands in it.
func said(pattern, text string, all []string) (n int) {
	if !apart(pattern) || strings.Contains(pattern, " ") {
		return strings.Count(text, pattern)
	}
	for _, w := range all {
		if matches(w, pattern) {
			n++
		}
	}
	return n
}

// apart reports whether a pattern is of a script that sets words apart.
func apart(pattern string) bool {
	c, _ := utf8.DecodeRuneInString(pattern)
	return !unspaced(c)
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
	case len(pattern) > 2 && strings.HasPrefix(pattern, "*") && strings.HasSuffix(pattern, "*"):
		return strings.Contains(word, pattern[1:len(pattern)-1])
	case strings.HasSuffix(pattern, "*"):
		return strings.HasPrefix(word, pattern[:len(pattern)-1])
	case strings.HasPrefix(pattern, "*"):
		return strings.HasSuffix(word, pattern[1:])
	}
	return word == pattern
}

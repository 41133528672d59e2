package locales

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// A phrase is something that may stand before or behind a number, and what it says.
type phrase struct {
	text, says string
	open       bool // any letters may follow
}

// phrases are found by the character they begin with, the longest first.
type phrases map[rune][]phrase

func (p *phrases) addAll(table map[string][]string) {
	if *p == nil {
		*p = make(phrases)
	}
	for says, texts := range table {
		for _, text := range texts {
			text, open := strings.CutSuffix(text, "*")
			first, _ := utf8.DecodeRuneInString(text)
			(*p)[first] = append((*p)[first], phrase{text, says, open})
		}
	}
	p.sort()
}

func (p phrases) sort() {
	for _, list := range p {
		slices.SortFunc(list, func(a, b phrase) int {
			return cmp.Or(cmp.Compare(len(b.text), len(a.text)), strings.Compare(a.text, b.text), strings.Compare(a.says, b.says))
		})
	}
}

// at returns what the longest phrase at an offset says, and where it ends.
func (p phrases) at(text string, at int) (says string, end int, ok bool) {
	if at >= len(text) {
		return "", at, false
	}
	first, _ := utf8.DecodeRuneInString(text[at:])
	for _, ph := range p[first] {
		if strings.HasPrefix(text[at:], ph.text) {
			end := at + len(ph.text)
			if ph.open {
				end = wordEnd(text, end)
			}
			if bounded(text, end) {
				return ph.says, end, true
			}
		}
	}
	return "", at, false
}

// ending returns what the longest phrase says that ends at an offset, and where
// it begins.
func (p phrases) ending(text string, at int) (says string, start int, ok bool) {
	last, n := utf8.DecodeLastRuneInString(text[:at])
	if n == 0 {
		return "", at, false
	}
	for _, ph := range p[last] {
		if start := at - len(ph.text); start >= 0 && text[start:at] == ph.text && bounded(text, start) {
			return ph.says, start, true
		}
	}
	return "", at, false
}

// bounded reports whether no letter stands on both sides of an offset; in
// scripts that do not part words any may.
func bounded(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return !partsLetters(before) || !partsLetters(after)
}

package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// dottedNames returns the names of a document that are written by sound, their words
// parted by a dot: "ジョン・スミス".
func dottedNames(doc *concord.Document) nameList {
	dots := locales.For(doc.Locale).Names.Dots
	if dots == "" {
		return nil
	}
	var all nameList
	for i := range doc.Segments {
		s := &doc.Segments[i]
		if !mayName(s) || !strings.ContainsAny(s.Text, dots) {
			continue
		}
		start, dotted := -1, false
		for at, c := range s.Text + "\n" {
			switch {
			case start >= 0 && strings.ContainsRune(dots, c):
				dotted = true
			case unicode.Is(unicode.Katakana, c) || c == 'ー':
				if start < 0 {
					start, dotted = at, false
				}
			default:
				if name := (concord.Span{Start: start, End: at}); start >= 0 && dotted && !s.Protected(name) {
					name.End = start + len(strings.TrimRight(s.Text[start:at], dots))
					all = append(all, nameSpan{i, name})
				}
				start = -1
			}
		}
	}
	return all
}

// dottedVariants returns the pairs of such names that differ in one sound of one
// word, best first as variants does.
func dottedVariants(forms []*nameForm) []variant {
	const crowd = 64                    // names that share all words but one
	but := make(map[string][]*nameForm) // by all words but one
	for _, f := range forms {
		if len(f.words) < 2 {
			continue
		}
		for k, word := range f.words {
			rest := slices.Clone(f.words)
			rest[k] = ""
			key := strings.Join(rest, " ")
			for _, g := range but[key] {
				relate(f, g, func(a, b *nameForm) bool { return oneSound(word, g.words[k]) && !a.together(b) })
			}
			if len(but[key]) < crowd {
				but[key] = append(but[key], f)
			}
		}
	}
	return likenesses(forms)
}

// oneSound reports whether two words of three or more characters differ in one, which
// one of them may lack.
func oneSound(a, b string) bool {
	const least = 3 // characters
	n, m := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	if a == b || min(n, m) < least || n-m > 1 || m-n > 1 {
		return false
	}
	x, y := []rune(a), []rune(b)
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	return len(x) <= 1 && len(y) <= 1
}

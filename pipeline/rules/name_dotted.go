package rules

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
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
		if s.Kind == concord.Blank || s.Kind == concord.Quote || s.Kind == concord.EndMark || !strings.ContainsAny(s.Text, dots) {
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

// dottedVariants returns the pairs of such names of one language that differ in one
// sound of one word.
func dottedVariants(notes []lint.Note) []variant {
	type spelled struct {
		locale language.Tag
		text   string
	}
	const crowd = 64 // names that share all words but one
	known := make(map[spelled]*nameForm)
	var forms []*nameForm
	for i, n := range notes {
		locale := n.Place.Doc.Locale
		f := known[spelled{locale, n.Key}]
		if f == nil {
			f = &nameForm{words: strings.FieldsFunc(n.Key, func(c rune) bool { return strings.ContainsRune(locales.For(locale).Names.Dots, c) }), first: i, in: make(map[place]bool)}
			known[spelled{locale, n.Key}] = f
			forms = append(forms, f)
		}
		f.count++
		f.concept = cmp.Or(f.concept, n.Value)
		f.in[place{n.Place.Doc.File, n.Place.Segment}] = true
	}
	but := make(map[spelled][]*nameForm) // by all words but one
	for _, f := range forms {
		if len(f.words) < 2 {
			continue
		}
		for k, word := range f.words {
			rest := slices.Clone(f.words)
			rest[k] = ""
			key := spelled{notes[f.first].Place.Doc.Locale, strings.Join(rest, " ")}
			for _, g := range but[key] {
				a, b := f, g
				if a.concept != "" || b.concept == "" && (a.count > b.count || a.count == b.count && a.first < b.first) {
					a, b = b, a
				}
				if a.like == nil && b.like != a && (a.concept == "" || b.concept == "") && oneSound(word, g.words[k]) && !a.together(b) {
					a.like = b
				}
			}
			if len(but[key]) < crowd {
				but[key] = append(but[key], f)
			}
		}
	}
	var all []variant
	for _, f := range forms {
		if f.like != nil {
			all = append(all, variant{f, f.like})
		}
	}
	return all
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

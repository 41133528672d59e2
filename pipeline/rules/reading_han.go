package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// hanRivals returns where the name of a person or a body of a Chinese source is
// written with another character in a translation that is in Han characters as well.
func (r *spellings) hanRivals() []rendition {
	var all []rendition
	found := make(map[readingOf][]lint.Note)
	var order []readingOf
	for _, n := range r.pairs {
		source := n.Of.Seg().Text
		heard := make(map[string]bool)
		for i, c := range source {
			for _, name := range r.hans[c] {
				if heard[name] || !strings.HasPrefix(source[i:], name) {
					continue
				}
				heard[name] = true
				of := readingOf{n.Place.Doc.Locale, name}
				if found[of] == nil {
					order = append(order, of)
				}
				n.Of.Span = concord.Span{Start: i, End: i + len(name)}
				found[of] = append(found[of], n)
			}
		}
	}
	for _, of := range order {
		all = append(all, hanForms(of.name, found[of])...)
	}
	return all
}

// addHan remembers the names of persons and bodies of Chinese sources that are
// long enough to be known when one of their characters is another.
func (r *spellings) addHan(n lint.Note) {
	const person, body = 3, 4 // characters
	name := strings.TrimPrefix(n.Key, n.Value+" ")
	length := utf8.RuneCountInString(name)
	switch n.Value {
	case aPerson:
		if length != person || !slices.Contains(locales.For(n.Of.Doc.Locale).Unspaced.Surnames, name[:len("林")]) {
			return
		}
	case aBody:
		if length < body {
			return
		}
	default:
		return
	}
	if first := firstRune(name); !slices.Contains(r.hans[first], name) {
		r.hans[first] = append(r.hans[first], name)
	}
}

// hanForms compares how one name is written in the segments that translate it.
func hanForms(name string, notes []lint.Note) []rendition {
	counts := make(map[string]int)
	var usual concord.Place
	var of concord.Place
	for _, n := range notes {
		for _, span := range writtenLike(name, n.Place.Seg().Text) {
			at := n.Place.At(span)
			if counts[at.Text()]++; usual.Doc == nil || counts[at.Text()] > counts[usual.Text()] {
				usual, of = at, n.Of
			}
		}
	}
	if usual.Doc == nil {
		return nil
	}
	var all []rendition
	heard := make(map[string]bool)
	for _, n := range notes {
		text := n.Place.Seg().Text
		for _, span := range butOne(usual.Text(), text) {
			if form := text[span.Start:span.End]; !heard[form] {
				heard[form] = true
				all = append(all, rendition{n.Place.At(span), usual, n.Of, of})
			}
		}
	}
	return all
}

// writtenLike returns the stretches of a text in Han characters that are read as a name is.
func writtenLike(name, text string) []concord.Span {
	return stretches(text, name, func(want, has []rune) bool {
		return slices.EqualFunc(want, has, locales.ReadAlike)
	})
}

// butOne returns the stretches of a text that are a name but for one character: not
// the first, nor, of more than three, the last.
func butOne(name, text string) []concord.Span {
	return stretches(text, name, func(want, has []rune) bool {
		other, at := 0, 0
		for i := range want {
			if want[i] != has[i] {
				other, at = other+1, i
			}
		}
		return other == 1 && at > 0 && (len(want) == 3 || at < len(want)-1)
	})
}

// stretches returns the stretches of a text in Han characters that are as long as a
// name and like it.
func stretches(text, name string, like func(want, has []rune) bool) []concord.Span {
	want := []rune(name)
	var all []concord.Span
	var has []rune
	var at []int
	for i, c := range text {
		if !unicode.Is(unicode.Han, c) {
			has, at = has[:0], at[:0]
			continue
		}
		has, at = append(has, c), append(at, i)
		if n := len(has) - len(want); n >= 0 && like(want, has[n:]) {
			all = append(all, concord.Span{Start: at[n], End: i + utf8.RuneLen(c)})
		}
	}
	return all
}

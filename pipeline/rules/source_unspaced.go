package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// unspacedNames adds the names of persons and bodies of a document in a script
// without spaces or capitals.
func unspacedNames(d *concord.Document, rules *locales.Unspaced, all sourceNames) {
	const shortest, crowd = 3, 64 // characters; names that end alike
	found := make([][]concord.Span, len(d.Segments))
	bodies := make(map[string][]string) // by their last characters
	known := make(map[string]bool)
	for i := range d.Segments {
		text := d.Segments[i].Text
		found[i] = bodiesIn(text, rules)
		for _, span := range found[i] {
			name := text[span.Start:span.End]
			if last := tail(name, shortest); !known[name] && len(bodies[last]) < crowd {
				known[name] = true
				bodies[last] = append(bodies[last], name)
			}
		}
	}
	for i, spans := range found {
		text := d.Segments[i].Text
		for _, span := range spans {
			name := text[span.Start:span.End]
			for _, shorter := range bodies[tail(name, shortest)] {
				if len(shorter) < span.Len() && strings.HasSuffix(name, shorter) {
					span.Start = span.End - len(shorter)
				}
			}
			all[i] = append(all[i], sourceName{span, aBody})
		}
		for _, span := range personsIn(text, rules) {
			all[i] = append(all[i], sourceName{span, aPerson})
		}
	}
}

// tail returns the last characters of a name.
func tail(name string, n int) string {
	at := len(name)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(name[:at])
		at -= size
	}
	return name[at:]
}

// endOf returns the longest of some endings that a name has, "" if none.
func endOf(name string, ends []string) string {
	best := ""
	for _, end := range ends {
		if len(end) > len(best) && strings.HasSuffix(name, end) {
			best = end
		}
	}
	return best
}

// bodiesIn returns the stretches of a text that end as the name of a body or a
// place does, as far to the left as they may go.
func bodiesIn(text string, rules *locales.Unspaced) []concord.Span {
	var all []concord.Span
	start, ends := -1, -1 // of the stretch of characters at hand, and the last that ends a name
	for i := 0; i <= len(text); {
		c, n := utf8.DecodeRuneInString(text[i:])
		ended := start >= 0 && rules.EndsBody(c) && isBody(text[start:i+n], rules)
		if i < len(text) && (ended || rules.Holds(c)) { // 所 is a part of names where it ends one
			if start < 0 {
				start = i
			}
			if i += n; ended {
				ends = i
			}
			continue
		}
		if start >= 0 && ends > start {
			all = append(all, concord.Span{Start: start, End: ends})
		}
		start, ends = -1, -1
		i += max(n, 1)
	}
	return all
}

// isBody reports whether a stretch is as long as the name of a body, and ends so.
func isBody(name string, rules *locales.Unspaced) bool {
	const least, most = 2 * 3, 10 * 3 // bytes before the ending
	end := len(endOf(name, rules.Bodies))
	return end > 0 && len(name)-end >= least && len(name)-end <= most && !slices.Contains(rules.Common, name)
}

// personsIn returns the names of persons in a text: a surname and a given name
// before a title or a verb of saying, or between a title and one or a mark.
func personsIn(text string, rules *locales.Unspaced) []concord.Span {
	var all []concord.Span
	titled := false
	for i := 0; i < len(text); {
		c, n := utf8.DecodeRuneInString(text[i:])
		if titled || rules.OpensSurname(c) {
			if end := personAt(text, i, titled && endOf(text[:i], rules.Titles) != "", rules); end > 0 {
				all = append(all, concord.Span{Start: i, End: end})
				i, titled = end, false
				continue
			}
		}
		titled = rules.EndsTitle(c)
		i += n
	}
	return all
}

// personAt returns where the name of a person ends that begins at a place, 0 if none does.
func personAt(text string, at int, titled bool, rules *locales.Unspaced) int {
	const character = 3 // bytes
	family := 0
	for _, n := range []int{2 * character, character} {
		if at+n <= len(text) && slices.Contains(rules.Surnames, text[at:at+n]) {
			family = n
			break
		}
	}
	if family == 0 && (!titled || begins(text[at:], rules.Says) || begins(text[at:], rules.Titles)) {
		return 0
	}
	first := max(family, character)
	for end := at; end-at < first+rules.Given*character; {
		c, n := utf8.DecodeRuneInString(text[end:])
		if !rules.Holds(c) {
			break
		}
		if end += n; end-at <= first {
			continue
		}
		says := begins(text[end:], rules.Says)
		if slices.Contains(rules.Common, text[at:end]) {
			continue
		}
		if family > 0 && (says || begins(text[end:], rules.Titles)) {
			return end
		}
		if next, _ := utf8.DecodeRuneInString(text[end:]); titled && (says || !unicode.IsLetter(next)) {
			return end
		}
	}
	return 0
}

func begins(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(text, w) })
}

package locales

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Names says how the names of a language are told in running text.
type Names struct {
	Capitals    bool     // inside a sentence only names have capitals
	Steady      bool     // names do not bend, but for an s
	Titles      []string // stand before the name of a person, without their stop
	Determiners []string // words a term may begin with that say whose or which something is, in lower case
	Status      []string // say that an office is held no longer, for another or in part: "former"; in lower case
	Connectors  []string // small words inside names, in lower case: "of"; empty if names bend, so that two forms may be one name …
	Joins       []string // … and those that part two names as well, in lower case: "and"
	Within      []string // words that stand before the names of places and not of persons, in lower case: "in"
	Dots        string   // what parts the words of names that are written by sound
	Heads       []string // words that say what kind of body or thing a name names, in lower case: "university"
	Regions     []string // … of place: "city"
	Offices     []string // words for offices that one person holds at a time, in lower case
	Seats       []string // … of these, those of which a town, a region or a school has one, so that a text seldom tells of two
	Agents      []string // endings of words for persons, where the same stem may name what they do: "administrator"
	Kin         []string // words apart by a space that engines put for one word, in lower case: "plan program"
}

// longerName reports whether a capitalised word stands directly beside a term
// in capitals, which may then be a part of a longer name.
func (f *fitting) longerName() bool {
	if !f.Names.Capitals || !startsUpper(f.found) || allCaps(f.found) || f.heading() {
		return false
	}
	if next := f.next(); startsUpper(next) && !f.common(next) && !f.lineAfter() && !f.Title {
		return true
	}
	if hyphened(f.Text[f.Span.End:]) || f.nameless() {
		return true
	}
	word, gap := f.before(false)
	prev := f.Text[word.Start:word.End]
	return gap != "" && startsUpper(prev) && !strings.ContainsAny(gap, "\r\n") && !f.common(prev) && !f.sentenceStart(f.Text, word.Start)
}

// hyphened reports whether a text goes on with a hyphen and a capital, as in
// "Maison-Blanche".
func hyphened(after string) bool {
	c, n := utf8.DecodeRuneInString(after)
	next, _ := utf8.DecodeRuneInString(after[n:])
	return n > 0 && hyphen(c) && unicode.IsUpper(next)
}

// nameless reports whether a term that has no capital in the glossary has one in
// the sentence, and stands without an article behind a preposition or
// conjunction: "la casa di Volta" is no one's turn.
func (f *fitting) nameless() bool {
	if startsUpper(f.Was) || f.sentenceStart(f.Text, f.Span.Start) {
		return false
	}
	left, odd := f.left()
	if len(left) == 0 || odd || startsUpper(f.Text[left[len(left)-1].span.Start:]) {
		return false
	}
	cells := f.shapes[written(left[len(left)-1:], f.Text)]
	return len(cells) > 0 && !slices.ContainsFunc(cells, func(c cell) bool { return c.series.Any == nil })
}

// articleless reports whether a name that begins with a capital, and stands without an
// article, gives way to one whose first word is a common noun, which may want one: "en
// Ostra Valley", "en el valle de Ostra".
func (f *fitting) articleless() bool {
	was, _, _ := strings.Cut(f.Was, " ")
	is, _, _ := strings.Cut(f.New, " ")
	if len(f.Own) == 0 || !startsUpper(was) || !startsLower(is) || strings.EqualFold(was, is) || slices.Contains(f.Own, is) {
		return false
	}
	left, odd := f.left()
	if len(left) == 0 || odd {
		return true
	}
	return !slices.ContainsFunc(f.shapes[written(left[len(left)-1:], f.Text)], func(c cell) bool { return c.series.Any == nil })
}

// heading reports whether all words of the line, or of its part between
// semicolons, are capitalised but for small ones, as in a heading.
func (f *fitting) heading() bool {
	line, at := window(f.Text, f.Span, near)
	span := shift(f.Span, -at)
	if end := strings.IndexAny(line[span.End:], ";\r\n"); end >= 0 {
		line = line[:span.End+end]
	}
	line = line[strings.LastIndexAny(line[:span.Start], ";\r\n")+1:]
	for w := range strings.FieldsFuncSeq(line, func(c rune) bool { return !unicode.IsLetter(c) && c != '\'' && c != '’' }) {
		if !startsUpper(w) && !slices.Contains(f.Article.SmallWords, w) && w != "s" {
			return false
		}
	}
	return !strings.HasSuffix(strings.TrimSpace(line), ".")
}

// lineAfter reports whether a line ends behind the term.
func (f *fitting) lineAfter() bool {
	after := f.Text[f.Span.End:]
	white := after[:len(after)-len(strings.TrimLeftFunc(after, unicode.IsSpace))]
	return strings.ContainsAny(white, "\r\n")
}

// common reports whether a capitalised word beside a name is none of its words:
// a title, a function word, a month.
func (f *fitting) common(word string) bool {
	lower := strings.ToLower(word)
	return slices.Contains(f.Names.Titles, word) || slices.Contains(f.Structure.Months, word) || slices.Contains(f.Article.Titles, lower) ||
		slices.Contains(f.Typography.FunctionWords, lower) || slices.Contains(f.Article.SmallWords, lower)
}

// honorific drops the title that the new term begins with, where the text has it
// before the old one; where the new term stands there already, that of the text.
func (f *fitting) honorific() {
	title, rest, ok := strings.Cut(f.word, " ")
	bare := strings.TrimSuffix(title, ".")
	before := strings.TrimRight(f.Text[:f.Span.Start], " \u00a0")
	if !ok || !strings.HasSuffix(strings.TrimSuffix(before, "."), bare) || // mostly
		!slices.Contains(f.Names.Titles, bare) || f.found != f.word && strings.HasPrefix(f.found, bare) {
		return
	}
	start := len(strings.TrimRightFunc(before, func(c rune) bool { return unicode.IsLetter(c) || c == '.' || c == '-' }))
	switch {
	case len(before) == f.Span.Start || strings.TrimSuffix(before[start:], ".") != bare:
	case f.found == f.word:
		f.change(start, f.Span.Start, "")
	default:
		f.word = rest
	}
}

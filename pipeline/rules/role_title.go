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

// rivals returns of the names that were noted behind one title, such as "Mayor",
// those that in one document speak against the name it is given first: two persons
// of one family, or any two if a place has one holder only. It is silent where the
// document may tell of more than one office of that title.
func rivals(notes []lint.Note, same []int) []wording {
	if strings.Contains(notes[same[0]].Key, between) {
		return nil
	}
	var all []wording
	for start := 0; start < len(same); {
		first, end := notes[same[start]], start+1
		doc := first.Place.Doc
		var others []lint.Note
		heard := map[string]bool{person(first.Value): true}
		for ; end < len(same) && notes[same[end]].Place.Doc == doc; end++ {
			n := notes[same[end]]
			if who := person(n.Value); !heard[who] && n.Place.Segment != first.Place.Segment && rival(first, n) {
				heard[who] = true
				others = append(others, n)
			}
		}
		if len(others) > 0 && lone(doc, first.Key) {
			for _, n := range others {
				all = append(all, wording{n, first})
			}
		}
		start = end
	}
	return all
}

// rival reports whether the two holders of a title are two persons, or one whose
// name is wrong, and not one that is named more or less fully.
func rival(a, b lint.Note) bool {
	rules := locales.For(a.Place.Doc.Locale)
	x, y := newForm(a.Value, rules).words, newForm(b.Value, rules).words
	if soundsAs(a.Value, b.Value, rules) { // holders says so
		return false
	}
	if !sharesName(a.Value, b.Value, rules) {
		return slices.Contains(rules.Names.Seats, a.Key)
	}
	return len(x) == len(y) && x[len(x)-1] == y[len(y)-1]
}

// lone reports whether a document speaks of one office of a title only: nowhere of
// several, of former holders, of whose it is, or of where.
func lone(doc *concord.Document, title string) bool {
	rules := locales.For(doc.Locale)
	for i := range doc.Segments {
		text := doc.Segments[i].Text
		for at, end := range words(text) {
			word := strings.ToLower(text[at:end])
			if rest, ok := strings.CutPrefix(word, title); ok && (rest != "" || told(text, at, end, rules)) {
				return false
			}
		}
	}
	return true
}

// told reports whether a text says more of a title than who has it: "former mayor",
// "Ys Mayor", "mayor of Ys", "Mayor Bo Ek of Ys", "mayor-elect".
func told(text string, at, end int, rules *locales.Rules) bool {
	before := strings.TrimRight(text[:at], " \n-")
	last := before[strings.LastIndexAny(before, " \n-’'")+1:]
	lower := strings.ToLower(last)
	capital, _ := utf8.DecodeRuneInString(last)
	if slices.Contains(rules.Names.Status, lower) || unicode.IsUpper(capital) && !slices.Contains(rules.Typography.FunctionWords, lower) && !slices.Contains(rules.Article.SmallWords, lower) {
		return true
	}
	if strings.HasPrefix(text[end:], "-") {
		return true
	}
	for next := range strings.FieldsSeq(text[end:]) { // the name, and what is behind it
		c, _ := utf8.DecodeRuneInString(next)
		if unicode.IsUpper(c) && !strings.ContainsAny(next, ".,;:") {
			continue
		}
		return slices.Contains(rules.Names.Connectors, next) || strings.HasSuffix(next, ",") && unicode.IsUpper(c) && placed(text[end:], next)
	}
	return false
}

// placed reports whether a name that ends in a comma is followed by another capital: "Mayor Bo Ek, Ys".
func placed(text, last string) bool {
	_, after, _ := strings.Cut(text, last)
	c, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " \n"))
	return unicode.IsUpper(c)
}

// words yields where the words of letters of a text begin and end.
func words(text string) func(func(int, int) bool) {
	return func(yield func(int, int) bool) {
		start := -1
		for i, c := range text {
			switch letter := unicode.IsLetter(c) || unicode.IsMark(c); {
			case letter && start < 0:
				start = i
			case !letter && start >= 0:
				if !yield(start, i) {
					return
				}
				start = -1
			}
		}
		if start >= 0 {
			yield(start, len(text))
		}
	}
}

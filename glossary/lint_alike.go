package glossary

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// alike notes terms that are not written as terms like them are: names with a
// word in other capitals than all others have it, names that begin in lower case
// where those of their kind begin with a capital, terms of another gender than
// all that begin with the same word.
func (g *Glossary) alike() []found {
	a := alike{linter: linter{g: g}, words: make(map[wordOf]tally), starts: make(map[wordOf]tally), genders: make(map[wordOf]tally)}
	for c := range g.sketches() {
		a.count(g.concepts.decode(c.number))
	}
	for c := range g.sketches() {
		whole := g.concepts.decode(c.number)
		for i, t := range whole.Terms {
			a.at = [2]int{c.number, i}
			a.term(whole, t)
		}
	}
	return a.problems
}

// A wordOf is a word, in lower case, in a language: the first of a term or not.
type wordOf struct {
	locale, word string
	first        bool
}

// A tally counts how often each of some alternatives is chosen.
type tally map[string]int

// most returns what is chosen most often, if a choice is rare beside it.
func (t tally) most(rare string) (string, int) {
	best := ""
	for s, n := range t {
		if s != rare && (n > t[best] || n == t[best] && s < best) {
			best = s
		}
	}
	if t[best] < 4 || t[best] < 4*t[rare] {
		return "", 0
	}
	return best, t[best]
}

type alike struct {
	linter
	words, starts, genders map[wordOf]tally
}

func add(all map[wordOf]tally, key wordOf, choice string) {
	if all[key] == nil {
		all[key] = make(tally)
	}
	all[key][choice]++
}

func (a *alike) count(c *Concept) {
	for _, t := range c.Terms {
		locale := t.Locale.String()
		if head := headOf(t); head != "" && t.Grammar.Gender != "" && c.Kind != "person" {
			add(a.genders, wordOf{locale, head, true}, t.Grammar.Gender)
		}
		if c.Case != Proper {
			continue
		}
		for i, w := range strings.Fields(t.Text) {
			if cased(w) {
				add(a.words, wordOf{locale, strings.ToLower(w), i == 0}, w)
			}
		}
		if t.Status.Guard() && worded(t.Text) {
			add(a.starts, wordOf{locale, c.Kind, true}, start(t.Text))
		}
	}
}

// headOf returns the first word of a term of several, in lower case: nouns, or
// adjectives that agree with them.
func headOf(t *Term) string {
	head, rest, _ := strings.Cut(t.Text, " ")
	if rest == "" {
		return ""
	}
	return strings.ToLower(head)
}

// cased reports whether a text begins with a letter that has a capital.
func cased(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.ToUpper(first) != unicode.ToLower(first)
}

// worded reports whether a text begins with a word, and not with a sign such as
// the α of α-Tocopherol.
func worded(text string) bool {
	_, n := utf8.DecodeRuneInString(text)
	second, _ := utf8.DecodeRuneInString(text[n:])
	return cased(text) && unicode.IsLetter(second)
}

const (
	lower = "lower"
	upper = "upper"
)

func start(text string) string {
	if first, _ := utf8.DecodeRuneInString(text); unicode.IsLower(first) {
		return lower
	}
	return upper
}

func (a *alike) term(c *Concept, t *Term) {
	locale := t.Locale.String()
	if g := t.Grammar.Gender; g != "" && c.Kind != "person" {
		if other, n := a.genders[wordOf{locale, headOf(t), true}].most(g); n > 0 {
			a.report(t, concord.Note, "glossary.lint.gender", map[string]any{"Term": t.Text, "Gender": g, "Count": n, "Wanted": other})
		}
	}
	if c.Case != Proper || !t.Status.Guard() {
		return
	}
	for i, w := range strings.Fields(t.Text) {
		if short := utf8.RuneCountInString(w) <= 4 && w == strings.ToUpper(w); short || !cased(w) {
			continue // an abbreviation
		}
		if other, n := a.words[wordOf{locale, strings.ToLower(w), i == 0}].most(w); n > 0 {
			a.report(t, concord.Note, "glossary.lint.capitals", map[string]any{"Term": t.Text, "Found": w, "Count": n, "Wanted": other})
			return
		}
	}
	if _, n := a.starts[wordOf{locale, c.Kind, true}].most(lower); n > 0 && start(t.Text) == lower && worded(t.Text) {
		a.report(t, concord.Note, "glossary.lint.small", map[string]any{"Term": t.Text, "Count": n})
	}
}

// genders warns of terms of one concept that begin with one word and are said to
// be of two genders.
func (l *linter) genders(c *Concept, t *Term) {
	i := slices.IndexFunc(c.Terms, func(o *Term) bool { return o.Status == Preferred && o.Locale == t.Locale })
	if i < 0 || headOf(t) == "" || headOf(t) != headOf(c.Terms[i]) {
		return
	}
	if is, wanted := t.Grammar.Gender, c.Terms[i].Grammar.Gender; is != "" && wanted != "" && is != wanted {
		l.report(t, concord.Warning, "glossary.lint.genders", map[string]any{"Term": t.Text, "Gender": is, "By": c.Terms[i].Text, "Wanted": wanted})
	}
}

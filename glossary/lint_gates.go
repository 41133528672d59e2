package glossary

import (
	"slices"
	"strings"
	"unicode"

	"github.com/concord-l10n/concord"
)

// gates looks at what must stand elsewhere in the document for a term to count:
// a word with which the term is never found, and one that stands in the term
// itself, so that it tells nothing.
func (l *linter) gates(t *Term) {
	if t.When.UnlessQuoted && (len(t.When.Evidence) == 0 || t.When.Quoted) {
		l.report(t, concord.Warning, "glossary.lint.gate-idle", map[string]any{"Term": t.Text})
	}
	for _, e := range t.When.Without {
		if !tells(e) {
			l.report(t, concord.Warning, "glossary.lint.gate-word", map[string]any{"Term": t.Text, "Key": "without", "Word": e})
		}
	}
	if len(t.When.Evidence) == 0 {
		return
	}
	text := t.Text
	if t.When.Quoted {
		text = `"` + text + `"`
	}
	m := l.matcher
	if l.finds(t, text, m.Scope([]string{text})) {
		if !t.When.UnlessQuoted {
			l.report(t, concord.Warning, "glossary.lint.gate-open", map[string]any{"Term": t.Text})
		}
		return
	}
	for _, e := range t.When.Evidence {
		if !tells(e) {
			l.report(t, concord.Warning, "glossary.lint.gate-word", map[string]any{"Term": t.Text, "Key": "evidence", "Word": e})
		} else if !l.finds(t, text, m.Scope([]string{text, strings.TrimSuffix(e, "*")})) {
			l.report(t, concord.Warning, "glossary.lint.gate-shut", map[string]any{"Term": t.Text, "Evidence": e})
		}
	}
}

// tells reports whether there is something in a word of a condition that a
// document can have: an asterisk means a longer word only at the end.
func tells(word string) bool {
	word = strings.TrimSuffix(word, "*")
	return !strings.Contains(word, "*") && strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// finds reports whether a term, or its concept by another of its terms, is found
// in a text.
func (l *linter) finds(t *Term, text string, in *Scope) bool {
	for _, x := range l.matcher.Find(text, in, nil) {
		if x.Concept == t.Concept && !x.Term.Status.Guard() || shares(x, t) {
			return true
		}
	}
	return false
}

// within notes the terms that are to be replaced and stand in a term that is
// right. There they stay, but where a text has less than the whole of it they
// are replaced.
func (l *linter) within(c *Concept, t *Term) {
	for _, wrong := range l.inside(t.Text) {
		l.report(t, concord.Note, "glossary.lint.within", map[string]any{"Term": wrong.Text, "In": t.Text, "Concept": c.ID})
	}
}

// protected notes the terms that stand in a name that is protected: at
// themselves, because the name has no place of its own.
func (l *linter) protected() {
	for _, name := range l.g.Protected {
		for _, wrong := range l.inside(name) {
			l.at = l.g.place(wrong)
			l.report(wrong, concord.Note, "glossary.lint.within", map[string]any{"Term": wrong.Text, "In": name, "Concept": "protected"})
		}
	}
}

// place returns the numbers of a term and its concept.
func (g *Glossary) place(t *Term) [2]int {
	at := [2]int{0, slices.Index(t.Concept.Terms, t)}
	for c := range g.sketches() {
		if c.id == t.Concept.ID {
			at[0] = c.number
		}
	}
	return at
}

// inside returns the terms of the language that must not stand and are part of a
// name.
func (l *linter) inside(name string) []*Term {
	var all []*Term
	in := l.matcher.Scope([]string{name})
	put := func(x Match) {
		if !x.Term.Status.Guard() && x.Term.Locale == l.tag && len(x.Term.When.Evidence) == 0 {
			all = append(all, x.Term)
		}
	}
	starts := wordStarts(name)
	for i, at := range starts {
		if i > 0 {
			if found := l.matcher.Find(name[at:], in, nil); len(found) > 0 && found[0].Span.Start == 0 {
				put(found[0])
			}
			continue
		}
		for _, end := range starts[1:] {
			head := strings.TrimRight(name[:end], " ")
			if found := l.matcher.Find(head, in, nil); len(found) > 0 && found[0].Span == (concord.Span{End: len(head)}) {
				put(found[0])
			}
		}
	}
	return all
}

// wordStarts returns where the words of a text begin, or its characters where
// no spaces part words.
func wordStarts(text string) []int {
	starts := []int{0}
	after := rune(0)
	for i, r := range text {
		if i > 0 && (after == ' ' || after == '-' || !touching(after, r)) && r != ' ' && r != '-' {
			starts = append(starts, i)
		}
		after = r
	}
	return starts
}

package glossary

import (
	"strings"

	"github.com/concord-l10n/concord"
)

// gates looks at what must stand elsewhere in the document for a term to count:
// a word with which the term is never found, and one that stands in the term
// itself, so that it tells nothing.
func (l *linter) gates(t *Term) {
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
		if !l.finds(t, text, m.Scope([]string{text, strings.TrimSuffix(e, "*")})) {
			l.report(t, concord.Warning, "glossary.lint.gate-shut", map[string]any{"Term": t.Text, "Evidence": e})
		}
	}
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
	in := l.matcher.Scope([]string{t.Text})
	report := func(x Match) {
		if !x.Term.Status.Guard() && len(x.Term.When.Evidence) == 0 {
			l.report(t, concord.Note, "glossary.lint.within", map[string]any{"Term": x.Term.Text, "In": t.Text, "Concept": c.ID})
		}
	}
	starts := wordStarts(t.Text)
	for i, at := range starts {
		if i > 0 {
			if all := l.matcher.Find(t.Text[at:], in, nil); len(all) > 0 && all[0].Span.Start == 0 {
				report(all[0])
			}
			continue
		}
		for _, end := range starts[1:] {
			head := strings.TrimRight(t.Text[:end], " ")
			if all := l.matcher.Find(head, in, nil); len(all) > 0 && all[0].Span == (concord.Span{End: len(head)}) {
				report(all[0])
			}
		}
	}
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

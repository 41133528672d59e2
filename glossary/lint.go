package glossary

import (
	"cmp"
	"iter"
	"runtime"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// A Problem is something about a glossary that its author should mend.
type Problem struct {
	At       concord.Position
	Severity concord.Severity
	Message  concord.Message
}

// Lint looks for what can be read but does not work as meant: terms that can
// never be found or are not written as they look, conditions that can never
// hold or always do, replacements that would be replaced in turn, concepts that
// are there twice, forms that two concepts share, languages without a preferred
// term, terms that are written otherwise than those like them, and what a
// language needs to be told for its terms to be corrected everywhere. The
// problems are in the order of the file. In a large glossary it does not look
// which terms stand within others or are like others.
//
// It takes one language at a time, and remembers no concept for long, so that
// the memory it needs is that of one matcher.
func (g *Glossary) Lint() []Problem {
	all := slices.Concat(g.missing(), g.strangers(), g.spellings(), g.twins())
	if g.Len() <= manyConcepts {
		all = append(all, g.alike()...)
	}
	for tag := range g.wronged() {
		l := linter{g: g, tag: tag, matcher: NewMatcher(g, tag)}
		n, last := 0, -1
		l.protected()
		for c := range g.sketches() {
			for i := range c.terms {
				t := &c.terms[i]
				if !l.looksAt(g.concepts.tags[t.tag], t.status()) {
					continue
				}
				if n++; n%manyTerms == 0 {
					g.concepts.forget()
				}
				l.at = [2]int{c.number, i}
				c := g.Concept(c.number)
				if t.status().Guard() {
					l.within(c, c.Terms[i])
					continue
				}
				l.term(c, c.Terms[i])
				if last != l.at[0] {
					last = l.at[0]
					l.reach(c, c.Terms[i])
				}
			}
		}
		all = append(all, l.problems...)
		if l.matcher.index.large { // or its memory is not free before the next asks for as much
			l.matcher = nil
			g.concepts.forget()
			runtime.GC()
		}
	}
	slices.SortStableFunc(all, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.at[0], b.at[0]), cmp.Compare(a.at[1], b.at[1]))
	})
	problems := make([]Problem, len(all))
	for i, f := range all {
		problems[i] = f.Problem
	}
	return problems
}

const (
	manyTerms    = 10_000 // as many as the linter keeps the concepts of
	manyConcepts = 10_000 // of more, terms are not held against others
)

// looksAt reports whether the linter of a language looks at a term of a language
// and status: at what must not stand, and at what is right for what stands in it.
func (l *linter) looksAt(tag language.Tag, s Status) bool {
	if s.Guard() && l.matcher.index.large {
		return false
	}
	return tag == l.tag || tag == language.Und && s.Guard()
}

// wronged gives the languages that have terms which must not stand, each once.
func (g *Glossary) wronged() iter.Seq[language.Tag] {
	return func(yield func(language.Tag) bool) {
		if g.concepts == nil {
			return
		}
		seen := make([]bool, len(g.concepts.tags))
		for c := range g.sketches() {
			for _, t := range c.terms {
				if !t.status().Guard() && !seen[t.tag] {
					seen[t.tag] = true
					if !yield(g.concepts.tags[t.tag]) {
						return
					}
				}
			}
		}
	}
}

// A found problem is of so many a concept, and so many a term of it.
type found struct {
	Problem
	at [2]int
}

// A linter looks at the terms of one language.
type linter struct {
	g        *Glossary
	tag      language.Tag
	matcher  *Matcher
	at       [2]int // the term it looks at
	problems []found
}

func (l *linter) report(t *Term, s concord.Severity, id string, args map[string]any) {
	l.problems = append(l.problems, found{Problem{t.At, s, concord.Message{ID: id, Args: args}}, l.at})
}

func (l *linter) term(c *Concept, t *Term) {
	l.dead(t)
	l.gates(t)
	l.genders(c, t)
	l.forms(t)
	found, instead := l.found(t)
	pref := c.Preferred(locales.Chain(t.Locale))
	to := t.Replace
	if to == "" && pref != nil {
		to = pref.Text
	}
	switch {
	case !found && instead != nil:
		l.report(t, concord.Error, "glossary.lint.hidden", map[string]any{"Term": t.Text, "By": instead.Text, "Concept": instead.Concept.ID})
	case !found:
		l.report(t, concord.Error, "glossary.lint.never", map[string]any{"Term": t.Text})
	case to == "" && t.Auto:
		l.report(t, concord.Warning, "glossary.lint.nothing", map[string]any{"Term": t.Text, "Locale": t.Locale.String()})
	case found && l.bare(t):
	case to != "" && t.Auto:
		if again := l.corrected(t, to); again != "" {
			l.report(t, concord.Error, "glossary.lint.unstable", map[string]any{"Term": t.Text, "Replace": to, "Form": again})
		}
	}
}

// bare warns of a term without a letter or digit: it is found wherever that sign
// stands.
func (l *linter) bare(t *Term) bool {
	if strings.ContainsFunc(t.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return false
	}
	l.report(t, concord.Warning, "glossary.lint.bare", map[string]any{"Term": t.Text})
	return true
}

// forms warns of listed forms of a term that are right forms as well: they stay.
func (l *linter) forms(t *Term) {
	for _, f := range t.Forms {
		all := l.matcher.Find(f.Text, l.matcher.Scope([]string{f.Text}), nil)
		if len(all) == 1 && all[0].Span == (concord.Span{End: len(f.Text)}) && all[0].Term.Status.Guard() && f.Text != t.Text {
			l.report(t, concord.Warning, "glossary.lint.form", map[string]any{"Term": t.Text, "Form": f.Text, "By": all[0].Term.Text, "Concept": all[0].Term.Concept.ID})
		}
	}
}

// found tries a term in the most favourable text there is: by itself, with its
// evidence elsewhere in the document. Instead is what was found in its place.
func (l *linter) found(t *Term) (ok bool, instead *Term) {
	text := t.Text
	if t.When.Quoted {
		text = `"` + text + `"`
	}
	m := l.matcher
	for _, evidence := range append([]string{""}, t.When.Evidence...) {
		in := m.Scope([]string{text, strings.TrimSuffix(evidence, "*")})
		for _, x := range m.Find(text, in, nil) {
			switch {
			case x.Term == t:
				return true, nil
			case shares(x, t):
				l.shared(t, x.Term)
				return true, nil
			case x.Concept == t.Concept && !x.Term.Status.Guard():
				return true, nil // the same form, listed once more
			}
			instead = x.Term
		}
	}
	return false, instead
}

func shares(m Match, t *Term) bool {
	for _, other := range m.Also {
		if other == t {
			return true
		}
	}
	return false
}

func (l *linter) shared(t, other *Term) {
	l.report(t, concord.Warning, "glossary.lint.shared", map[string]any{"Term": t.Text, "Concept": other.Concept.ID})
}

// corrected returns the form in a replacement that would be corrected again,
// if there is one.
func (l *linter) corrected(t *Term, to string) string {
	m := l.matcher
	in := m.Scope(append([]string{to}, t.When.Evidence...))
	for _, x := range m.Find(to, in, nil) {
		if !x.Term.Status.Guard() && x.Term.Auto {
			return to[x.Span.Start:x.Span.End]
		}
	}
	return ""
}

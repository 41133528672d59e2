package glossary

import (
	"strings"

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
// never be found, conditions that can never hold, replacements that would be replaced in turn, forms that two
// concepts share, and languages without a preferred term. The problems are in
// the order of the file.
func (g *Glossary) Lint() []Problem {
	l := linter{g: g, matchers: make(map[language.Tag]*Matcher)}
	for _, c := range g.Concepts {
		for _, t := range c.Terms {
			if !t.Status.Guard() {
				l.term(c, t)
			}
			l.declined(c, t)
		}
	}
	return l.problems
}

type linter struct {
	g        *Glossary
	matchers map[language.Tag]*Matcher
	problems []Problem
}

func (l *linter) report(t *Term, s concord.Severity, id string, args map[string]any) {
	l.problems = append(l.problems, Problem{t.At, s, concord.Message{ID: id, Args: args}})
}

func (l *linter) matcher(tag language.Tag) *Matcher {
	if l.matchers[tag] == nil {
		l.matchers[tag] = NewMatcher(l.g, tag)
	}
	return l.matchers[tag]
}

func (l *linter) term(c *Concept, t *Term) {
	l.dead(t)
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
	case to != "" && t.Auto:
		if again := l.corrected(t, to); again != "" {
			l.report(t, concord.Error, "glossary.lint.unstable", map[string]any{"Term": t.Text, "Replace": to, "Form": again})
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
	m := l.matcher(t.Locale)
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
	m := l.matcher(t.Locale)
	in := m.Scope(append([]string{to}, t.When.Evidence...))
	for _, x := range m.Find(to, in, nil) {
		if !x.Term.Status.Guard() && x.Term.Auto {
			return to[x.Span.Start:x.Span.End]
		}
	}
	return ""
}

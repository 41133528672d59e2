package glossary

import (
	"slices"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// declined reports a term that is replaced, and the one that replaces it, if
// their other forms are not known in a language that declines: they would be
// missed, or have to be asked about.
func (l *linter) declined(c *Concept, t *Term) {
	if len(locales.For(t.Locale).Declension.Classes) == 0 || !t.Auto || t.Replace != "" || len(t.Forms) > 0 && len(t.Paradigm) == 0 {
		return
	}
	pref := c.Preferred(locales.Chain(t.Locale))
	again := slices.ContainsFunc(c.Terms[:slices.Index(c.Terms, t)], func(x *Term) bool { return x.Locale == t.Locale && !x.Status.Guard() })
	if pref != nil && len(pref.Paradigm) == 0 && !again {
		l.report(pref, concord.Warning, "glossary.lint.declined", map[string]any{"Term": pref.Text, "Locale": t.Locale.String()})
	}
	if len(t.Paradigm) == 0 {
		l.report(t, concord.Warning, "glossary.lint.declined", map[string]any{"Term": t.Text, "Locale": t.Locale.String()})
	}
}

package glossary

import (
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// declined reports a term whose other forms are not known, in a language that
// declines: they would be missed, or what replaces them would have to be asked.
// Where nothing is replaced it does not matter.
func (l *linter) declined(c *Concept, t *Term) {
	if t.Locale == language.Und || len(t.Forms) > 0 || len(t.Paradigm) > 0 || len(locales.For(t.Locale).Declension.Classes) == 0 {
		return
	}
	for _, other := range c.Terms {
		if other.Locale == t.Locale && !other.Status.Guard() && other.Auto && len(other.Forms) == 0 && other.Replace == "" {
			l.report(t, concord.Warning, "glossary.lint.declined", map[string]any{"Term": t.Text, "Locale": t.Locale.String()})
			return
		}
	}
}

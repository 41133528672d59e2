package glossary

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// reach notes what the terms of a concept lack for its deprecated ones to be
// corrected in every sentence: one line for each language.
func (l *linter) reach(c *Concept) {
	said := make(map[language.Tag]bool)
	for _, t := range c.Terms {
		if t.Status.Guard() || said[t.Locale] {
			continue
		}
		if reach, _ := t.Reach(); reach != Partly {
			continue
		}
		said[t.Locale] = true
		var keys []string
		for _, other := range c.Terms {
			if !other.Status.Guard() && other.Locale == t.Locale {
				_, more := other.Reach()
				keys = append(keys, more...)
			}
		}
		slices.Sort(keys)
		keys = slices.Compact(keys)
		l.report(t, concord.Note, "glossary.lint.partly", map[string]any{
			"Concept": c.ID, "Locale": t.Locale.String(), "Keys": strings.Join(keys, ", "),
		})
	}
}

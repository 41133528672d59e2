package glossary

import (
	"slices"

	"github.com/concord-l10n/concord"
)

// reach notes what the terms of a concept lack for the deprecated ones of the
// language of t to be corrected in every sentence.
func (l *linter) reach(c *Concept, t *Term) {
	var keys []string
	for _, other := range c.Terms {
		if !other.Status.Guard() && other.Locale == t.Locale {
			_, more := other.Reach()
			keys = append(keys, more...)
		}
	}
	if len(keys) == 0 {
		return
	}
	slices.Sort(keys)
	l.report(t, concord.Note, "glossary.lint.partly", map[string]any{
		"Concept": c.ID, "Locale": t.Locale.String(), "Keys": slices.Compact(keys),
	})
}

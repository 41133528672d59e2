package rules

import (
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// held is a document that is held against the glossary.
type held struct {
	*lint.Pass
	apostrophe string                       // the one it uses; empty if it uses both or none
	chain      []language.Tag               // its language and those it falls back to
	evidence   map[string][]concord.Related // where what a term asks for stands; nil if nowhere
}

// apostrophe returns the kind of apostrophe that a document uses throughout.
func apostrophe(d *concord.Document) string {
	straight, curly := false, false
	for i := range d.Segments {
		straight = straight || count(&d.Segments[i], "'") > 0
		curly = curly || count(&d.Segments[i], "’") > 0
		if straight && curly {
			return ""
		}
	}
	switch {
	case curly && !straight:
		return "’"
	case straight && !curly:
		return "'"
	}
	return ""
}

package rules

import (
	"strings"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// held is a document that is held against the glossary.
type held struct {
	*lint.Pass
	apostrophe string  // the one it uses; empty if it uses both or none
	sources    [][]int // of each segment, those that it surely translates
}

// apostrophe returns the kind of apostrophe that a document uses throughout.
func apostrophe(d *concord.Document) string {
	straight, curly := false, false
	for i := range d.Segments {
		straight = straight || strings.Contains(d.Segments[i].Text, "'")
		curly = curly || strings.Contains(d.Segments[i].Text, "’")
	}
	switch {
	case curly && !straight:
		return "’"
	case straight && !curly:
		return "'"
	}
	return ""
}

// Package report says what was found and done. An output is one file here.
package report

import (
	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/fix"
)

// A Run is what became of one document.
type Run struct {
	Draft, Final *concord.Document // equal if nothing changed
	Decisions    []fix.Decision    // of every round, in order; a place refers to the document of its round
}

// A Failure is a file that could not be worked on.
type Failure struct {
	File string
	Err  error
}

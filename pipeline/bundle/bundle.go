// Package bundle arranges corrected releases for publication. A layout is one
// file here.
package bundle

import (
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/pipeline/fix"
)

// An Edition is everything that is published together.
type Edition struct {
	Source   language.Tag
	Locales  []language.Tag // that the project asks for, the source first
	Releases []Release      // ordered by name
	Glossary *glossary.Glossary
}

// A Release is one corrected announcement. The segments of all its documents
// carry the keys of the source.
type Release struct {
	Draft, Final *concord.Release
	Decisions    []fix.Decision // of every round
	Inputs       []Input        // the files it was read from, ordered by name
}

// An Input is a file that went into an edition.
type Input struct{ File, SHA256 string }

// A File is a file to write, by its slash-separated name under the output folder.
type File struct {
	Name string
	Data []byte
}

// Package bundle arranges corrected releases for publication. A layout is one
// file here.
package bundle

import (
	"cmp"
	"maps"
	"slices"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/pipeline/fix"
)

// A Layout is one way to arrange an edition in files. Build gives the same
// files, byte for byte, for the same edition.
type Layout struct {
	Name  string
	Build func(*Edition) ([]File, error)
}

// All lists the layouts, the default first.
//
// Left out: compiled catalogues, which the program that uses them can make of
// any of these.
var All = []*Layout{GoI18nTOML, GoI18nJSON, GoI18nYAML}

// Find returns the layout of a name, or nil.
func Find(name string) *Layout {
	for _, l := range All {
		if l.Name == name {
			return l
		}
	}
	return nil
}

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

// locales returns the locales asked for, and behind them those that only a
// document has: no text is left out for want of a line in the settings.
func (e *Edition) locales() []language.Tag {
	all := slices.Clone(e.Locales)
	var more []language.Tag
	for _, r := range e.Releases {
		for _, d := range r.Final.Documents() {
			if d.Locale != language.Und && !slices.Contains(all, d.Locale) && !slices.Contains(more, d.Locale) {
				more = append(more, d.Locale)
			}
		}
	}
	slices.SortFunc(more, func(a, b language.Tag) int { return cmp.Compare(a.String(), b.String()) })
	return append(all, more...)
}

// wanted returns the locales that every text should be in: those that the
// project asks for or, if it does not say, those there are.
func (e *Edition) wanted() []language.Tag {
	if len(e.Locales) > 0 {
		return e.Locales
	}
	return e.locales()
}

// Compare says how the files in an output folder, by slash-separated name,
// differ from those that would be written: a message for each that is missing,
// stale or extra, ordered by name. None means that the folder is up to date.
func Compare(old map[string][]byte, files []File) []concord.Message {
	what := make(map[string]string)
	for name := range old {
		what[name] = "bundle.extra"
	}
	for _, f := range files {
		data, ok := old[f.Name]
		switch {
		case !ok:
			what[f.Name] = "bundle.missing"
		case string(data) != string(f.Data):
			what[f.Name] = "bundle.stale"
		default:
			delete(what, f.Name)
		}
	}
	var all []concord.Message
	for _, name := range slices.Sorted(maps.Keys(what)) {
		all = append(all, concord.Message{ID: what[name], Args: map[string]any{"File": name}})
	}
	return all
}

package glossary

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// A Format is one file format of glossaries.
type Format struct {
	Name       string
	Extensions []string // lower case, with the dot
	// Read adds the concepts in a file of the format to a glossary, and sets what
	// the file says of the whole. What it finds wrong is one *concord.PlaceError
	// each, joined.
	Read func(File, *Glossary) error
	// Write returns a glossary in the format, as far as it has a place for what the
	// glossary says; nil for a format that is only read.
	Write func(*Glossary) ([]byte, error)
}

// Formats lists the formats that can be read. The first to claim an extension
// has it. YAML alone says everything: what concord makes is in it.
var Formats = []*Format{YAML, CSV, TBX, JSON}

// Load reads the files of a glossary, in any known format, as one. It returns
// every fault it finds as a *concord.PlaceError, joined: what cannot be read,
// and what contradicts itself. A glossary of no file is empty.
func Load(files ...File) (*Glossary, error) {
	g := &Glossary{}
	var faults []error
	for _, f := range files {
		part := &Glossary{concepts: g.concepts}
		if err := read(f, part); err != nil {
			faults = append(faults, err)
			continue
		}
		g.merge(part)
		g.Files = append(g.Files, File{Name: f.Name, Sum: sumOf(f.Data)})
	}
	if len(faults) == 0 {
		faults = g.contradictions()
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return g, nil
}

func read(f File, g *Glossary) error {
	g.grow(len(f.Data))
	format := FormatOf(f.Name)
	if format != nil {
		if faults := unreadable(f); len(faults) > 0 {
			return errors.Join(faults...)
		}
		return format.Read(f, g)
	}
	var known []string
	for _, format := range Formats {
		known = append(known, format.Extensions...)
	}
	return &concord.PlaceError{At: concord.Position{File: f.Name}, Message: concord.Message{
		ID: "glossary.format", Args: map[string]any{"Known": strings.Join(known, " ")},
	}}
}

// FormatOf returns the format that a file has by its extension, or nil.
func FormatOf(file string) *Format {
	ext := strings.ToLower(filepath.Ext(file))
	for _, format := range Formats {
		if slices.Contains(format.Extensions, ext) {
			return format
		}
	}
	return nil
}

// merge takes over what another file holds. What it says of the glossary as a
// whole holds if no file before it said it.
func (g *Glossary) merge(part *Glossary) {
	if g.Name == "" {
		g.Name = part.Name
	}
	if g.Version == "" {
		g.Version = part.Version
	}
	if g.Base == language.Und {
		g.Base = part.Base
	}
	for _, tag := range part.Locales {
		if !slices.Contains(g.Locales, tag) {
			g.Locales = append(g.Locales, tag)
		}
	}
	for key, value := range part.About {
		if g.About == nil {
			g.About = make(map[string]any)
		}
		if _, ok := g.About[key]; !ok {
			g.About[key] = value
		}
	}
	g.Protected = append(g.Protected, part.Protected...)
	g.concepts = part.concepts
}

package glossary

import (
	"bytes"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

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
}

// Formats lists the formats that can be read. The first to claim an extension
// has it. Concord writes YAML only: see Write.
var Formats = []*Format{YAML, CSV, JSON}

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
	if at := invalid(f.Data); at >= 0 {
		before := f.Data[:at]
		column := utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
		return &concord.PlaceError{
			At:      concord.Position{File: f.Name, Offset: at, Line: 1 + bytes.Count(before, []byte("\n")), Column: column},
			Message: concord.Message{ID: "glossary.encoding"},
		}
	}
	g.grow(len(f.Data))
	ext := strings.ToLower(filepath.Ext(f.Name))
	var known []string
	for _, format := range Formats {
		if slices.Contains(format.Extensions, ext) {
			return format.Read(f, g)
		}
		known = append(known, format.Extensions...)
	}
	return &concord.PlaceError{At: concord.Position{File: f.Name}, Message: concord.Message{
		ID: "glossary.format", Args: map[string]any{"Known": strings.Join(known, " ")},
	}}
}

// invalid returns the first offset that is not UTF-8, or -1.
func invalid(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for at := 0; at < len(data); {
		r, n := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && n == 1 {
			return at
		}
		at += n
	}
	return -1
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
	if len(g.Files) == 0 {
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

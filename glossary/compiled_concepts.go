package glossary

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"reflect"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"
)

// A compilation is how a glossary and its cache belong together.
type compilation struct {
	cache Cache
	name  string // of its files
	build string // what it was made from, in one number
	large int64  // bytes of sources that are worth it
}

// compiledHeader is what a compiled glossary says of itself before its concepts.
type compiledHeader struct {
	Program, Build string
	Sources        []compiledSource
	Name, Version  string
	Base           language.Tag
	Locales        []language.Tag
	Protected      []string
	About          string // as YAML
	Tags           []language.Tag
	Files          []string
	Specs          int
}

type compiledSource struct {
	Path, Name, Stamp, Sum string
	Size                   int
}

// writeGlossary writes a glossary that was read from sources.
func writeGlossary(w io.Writer, g *Glossary, h compiledHeader) error {
	about, err := yaml.Marshal(g.About)
	if err != nil {
		return err
	}
	s := g.concepts
	h.Name, h.Version, h.Base, h.Locales, h.Protected, h.About = g.Name, g.Version, g.Base, g.Locales, g.Protected, string(about)
	h.Tags, h.Files, h.Specs = s.tags, s.files, s.specs
	var meta encoder
	meta.value(reflect.ValueOf(h))
	at := bytesOfNumbers(s.at)
	return writeCompiled(w, &meta, at, s.data.bytes)
}

// readGlossary reads a compiled glossary.
func readGlossary(file io.ReaderAt, size int64) (*Glossary, *compiledHeader, error) {
	f, err := openCompiled(file, size)
	if err != nil {
		return nil, nil, err
	}
	var h compiledHeader
	f.meta.value(reflect.ValueOf(&h).Elem())
	if err := f.finish(2); err != nil {
		return nil, nil, err
	}
	g := &Glossary{Name: h.Name, Version: h.Version, Base: h.Base, Locales: h.Locales, Protected: h.Protected}
	if yaml.Unmarshal([]byte(h.About), &g.About) != nil {
		return nil, nil, errCompiled
	}
	s := &store{tags: h.Tags, files: h.Files, specs: h.Specs}
	n := f.sections[0].Len
	if n%4 != 0 || n < 4 {
		return nil, nil, errCompiled
	}
	f.paged(0, &s.atPages)
	f.paged(1, &s.data)
	s.at = numbersOf[uint32](s.atPages.bytes)
	g.concepts = s
	for _, src := range h.Sources {
		g.Files = append(g.Files, File{Name: src.Name, Sum: src.Sum})
	}
	return g, &h, nil
}

// buildOf returns the number of what a glossary is made from.
func buildOf(h *compiledHeader) string {
	var e encoder
	for _, s := range h.Sources {
		e.text(s.Path)
		e.text(s.Name)
		e.text(s.Sum)
	}
	e.text(h.Program)
	sum := sha256.Sum256(e.b)
	return hex.EncodeToString(sum[:16])
}

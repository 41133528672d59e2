package glossary

import (
	"crypto/sha256"
	"encoding/hex"
	"io"

	"golang.org/x/text/language"
)

// A Source is a file of a glossary that need not be read if it was compiled.
type Source struct {
	Name  string // as it is shown
	Path  string // absolute: what tells it from others
	Size  int64
	Stamp string                 // is another when the file has changed; empty if that is not certain
	Read  func() ([]byte, error) // returns what is in it
}

// largeSources is how large the sources of a glossary must be, in bytes, for it
// to be compiled: YAML of that size takes as long to read as a program to start.
const largeSources = 32 << 10

// Open loads a glossary like Load, but from a cache where that has it compiled,
// and compiles it if it is large. Program is what tells this program, which may
// read files otherwise than others, from those. Without a cache Open always
// reads the sources. Errors of the cache are none of Open's.
func Open(cache Cache, program string, sources ...Source) (*Glossary, error) {
	return openFrom(cache, program, largeSources, sources)
}

func openFrom(cache Cache, program string, large int64, sources []Source) (*Glossary, error) {
	size := int64(0)
	for _, s := range sources {
		size += s.Size
	}
	if cache == nil || size < large {
		g, _, err := loadSources(sources)
		return g, err
	}
	c := compilation{cache: cache, name: cacheName(sources), large: large}
	if g := c.open(program, sources); g != nil {
		return g, nil
	}
	g, h, err := loadSources(sources)
	if err != nil || !littleEndian() {
		return g, err
	}
	h.Program = program
	h.Build = buildOf(h)
	c.build = h.Build
	c.cache.Write(c.name+".concepts", func(w io.Writer) error { return writeGlossary(w, g, *h) })
	g.compiled = &c
	return g, nil
}

// cacheName is one name for the same files.
func cacheName(sources []Source) string {
	var e encoder
	for _, s := range sources {
		e.text(s.Path)
		e.text(s.Name)
	}
	sum := sha256.Sum256(e.b)
	return hex.EncodeToString(sum[:12])
}

func loadSources(sources []Source) (*Glossary, *compiledHeader, error) {
	h := new(compiledHeader)
	var files []File
	for _, s := range sources {
		data, err := s.Read()
		if err != nil {
			return nil, nil, err
		}
		files = append(files, File{Name: s.Name, Data: data})
	}
	g, err := Load(files...)
	if err != nil {
		return nil, nil, err
	}
	for i, s := range sources {
		h.Sources = append(h.Sources, compiledSource{s.Path, s.Name, s.Stamp, g.Files[i].Sum, int(s.Size)})
	}
	return g, h, nil
}

// open returns the compiled glossary, or nil if there is none of the sources as
// they are.
func (c *compilation) open(program string, sources []Source) *Glossary {
	file, size, err := c.cache.Open(c.name + ".concepts")
	if err != nil {
		return nil
	}
	g, h, err := readGlossary(file, size)
	if err != nil || h.Program != program || len(h.Sources) != len(sources) || h.Build != buildOf(h) {
		return nil
	}
	again := false
	for i, s := range sources {
		was := &h.Sources[i]
		if was.Path != s.Path || was.Name != s.Name || !was.fresh(s) {
			return nil
		}
		if s.Stamp != "" && was.Stamp != s.Stamp {
			was.Stamp, again = s.Stamp, true
		}
	}
	c.build = h.Build
	g.compiled = c
	g.concepts.again = func() *store {
		c.cache.Remove(c.name + ".concepts")
		g, _, err := loadSources(sources)
		if err != nil {
			panic("glossary: " + err.Error())
		}
		return g.concepts
	}
	g.concepts.data.whole = func() []byte { return g.concepts.again().data.bytes }
	g.concepts.atPages.whole = func() []byte { return bytesOfNumbers(g.concepts.again().at) }
	if again { // so that the next time the stamps tell
		g.concepts.data.need(0, len(g.concepts.data.bytes))
		g.concepts.atPages.need(0, len(g.concepts.atPages.bytes))
		c.cache.Write(c.name+".concepts", func(w io.Writer) error { return writeGlossary(w, g, *h) })
	}
	return g
}

// fresh reports whether a source is what it was. Where its stamp does not tell,
// its bytes do.
func (was *compiledSource) fresh(s Source) bool {
	if was.Stamp != "" && s.Stamp == was.Stamp {
		return true
	}
	if int64(was.Size) != s.Size {
		return false
	}
	data, err := s.Read()
	return err == nil && sumOf(data) == was.Sum
}

// indexFor returns the index for documents in a language: a compiled one, or a
// new one, which it compiles if it is large.
func (g *Glossary) indexFor(tag language.Tag) *index {
	c := g.compiled
	if c == nil {
		return newIndex(g, tag)
	}
	name := c.name + "." + tag.String() + ".index"
	if file, size, err := c.cache.Open(name); err == nil {
		if x, h, err := readIndex(file, size); err == nil && h.Build == c.build {
			anew := func() *index {
				c.cache.Remove(name)
				return newIndex(g, tag)
			}
			x.slotPages.whole = func() []byte { return bytesOfNumbers(anew().slots) }
			x.records.whole = func() []byte { return anew().records.bytes }
			return x
		}
	}
	x := newIndex(g, tag)
	if int64(len(x.records.bytes)) >= c.large/16 { // a smaller one is made as fast as it is read
		c.cache.Write(name, func(w io.Writer) error { return writeIndex(w, x, compiledIndex{Build: c.build}) })
	}
	return x
}

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

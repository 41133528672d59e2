package glossary

import (
	"bytes"
	"errors"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/language"
)

// A memoryCache is a cache that forgets.
type memoryCache map[string][]byte

func (c memoryCache) Open(name string) (CacheFile, int64, error) {
	if data, ok := c[name]; ok {
		return bytes.NewReader(data), int64(len(data)), nil
	}
	return nil, 0, errors.New("not there")
}

func (c memoryCache) Write(name string, write func(io.Writer) error) error {
	var b bytes.Buffer
	err := write(&b)
	c[name] = b.Bytes()
	return err
}

func (c memoryCache) Remove(name string) { delete(c, name) }

// A mappedCache shows its files as memory as well.
type mappedCache struct{ memoryCache }

type mappedFile struct {
	*bytes.Reader
	data []byte
}

func (f mappedFile) Mapped() []byte { return f.data }

func (c mappedCache) Open(name string) (CacheFile, int64, error) {
	data, ok := c.memoryCache[name]
	if !ok {
		return nil, 0, errors.New("not there")
	}
	own := bytes.Clone(data) // what is written there stays there
	return mappedFile{bytes.NewReader(own), own}, int64(len(own)), nil
}

// both are the two ways in which files of a cache may be read.
func (c memoryCache) both() map[string]Cache {
	return map[string]Cache{"read": c, "mapped": mappedCache{c}}
}

// fullSources are the glossary with all there is to say, and one of many terms.
func fullSources(t testing.TB, terms int) []Source {
	t.Helper()
	full, err := os.ReadFile("testdata/full.yaml")
	if err != nil {
		t.Fatal(err)
	}
	many, err := Write(newInventor().glossary("en", terms))
	if err != nil {
		t.Fatal(err)
	}
	source := func(name string, data []byte) Source {
		return Source{Name: name, Path: "/" + name, Size: int64(len(data)), Stamp: "1", Read: func() ([]byte, error) { return data, nil }}
	}
	return []Source{source("full.yaml", full), source("many.yaml", many)}
}

// An outcome is all that can be seen of a glossary.
type outcome struct {
	Written  string
	Files    []File
	Stats    Stats
	Problems []Problem
	Found    [][]Match
}

func outcomeOf(t testing.TB, g *Glossary) outcome {
	t.Helper()
	written, err := Write(g)
	if err != nil {
		t.Fatal(err)
	}
	o := outcome{Written: string(written), Files: g.Files, Stats: g.Stats(), Problems: g.Lint(), Found: nil}
	o.Found = foundIn(g)
	return o
}

func foundIn(g *Glossary) [][]Match {
	var text strings.Builder
	for c := range g.All() {
		for _, t := range c.Terms {
			text.WriteString(t.Text + ", ")
		}
	}
	var all [][]Match
	for _, tag := range []language.Tag{language.English, language.MustParse("zh-Hans"), language.Polish} {
		m := NewMatcher(g, tag)
		all = append(all, m.Find(text.String(), m.Scope([]string{text.String()}), nil))
	}
	return all
}

func open(t testing.TB, c Cache, sources []Source) *Glossary {
	t.Helper()
	g, err := openFrom(c, "p", 0, sources)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// TestCompiled: nothing that can be seen depends on whether a glossary was
// compiled.
func TestCompiled(t *testing.T) {
	sources := fullSources(t, 3000)
	want := outcomeOf(t, open(t, nil, sources))
	cache := make(memoryCache)
	open(t, cache, sources)
	for way, c := range cache.both() {
		for range 2 {
			if got := outcomeOf(t, open(t, c, sources)); !reflect.DeepEqual(got, want) {
				t.Errorf("compiled and %s, it is another glossary", way)
			}
		}
	}
	if len(cache) < 3 {
		t.Errorf("%d files in the cache", len(cache))
	}
	if len(want.Found[0]) < 1000 {
		t.Errorf("only %d found", len(want.Found[0]))
	}
}

// TestCompiledFresh: what has changed is read again, and what may have is
// looked at.
func TestCompiledFresh(t *testing.T) {
	cache := make(memoryCache)
	text, reads := "concepts:\n  - {id: a, terms: {en: tea}}\n", 0
	load := func(stamp, program string) string {
		s := Source{Name: "a.yaml", Path: "/a.yaml", Size: int64(len(text)), Stamp: stamp, Read: func() ([]byte, error) { reads++; return []byte(text), nil }}
		g, err := openFrom(cache, program, 0, []Source{s})
		if err != nil {
			t.Fatal(err)
		}
		return NewMatcher(g, language.English).Find("tea or oil", nil, nil)[0].Term.Text
	}
	for _, step := range []struct {
		name, stamp, program string
		text, want           string
		reads                int
	}{
		{"first", "", "p", text, "tea", 1},
		{"without a stamp", "", "p", text, "tea", 1},
		{"changed without a stamp", "", "p", strings.Replace(text, "tea", "oil", 1), "oil", 2},
		{"with a stamp", "2", "p", "", "oil", 1},
		{"the same stamp", "2", "p", "", "oil", 0},
		{"another stamp, the same bytes", "3", "p", "", "oil", 1},
		{"again", "3", "p", "", "oil", 0},
		{"another program", "3", "q", "", "oil", 1},
		{"changed", "4", "q", text, "tea", 2},
	} {
		if step.text != "" {
			text = step.text
		}
		reads = 0
		if got := load(step.stamp, step.program); got != step.want || reads != step.reads {
			t.Errorf("%s: found %q after %d reads, want %q after %d", step.name, got, reads, step.want, step.reads)
		}
	}
}

// TestDamagedCompiled: whatever happens to the files, the matches are right.
func TestDamagedCompiled(t *testing.T) {
	sources := fullSources(t, 600)
	cache := make(memoryCache)
	want := foundIn(open(t, cache, sources))
	r := rand.New(rand.NewPCG(5, 6))
	for name, data := range cache {
		for range 30 {
			damaged := maps.Clone(cache)
			b := bytes.Clone(data)
			switch at := r.IntN(len(b)); r.IntN(4) {
			case 0:
				b = b[:at]
			case 1:
				b = append(b, 0)
			default:
				if r.IntN(2) == 0 { // the head and the meta data
					at = r.IntN(min(len(b), 2000))
				}
				b[at] ^= 1 << r.IntN(8)
			}
			damaged[name] = b
			for _, way := range []string{"read", "mapped"} {
				c := maps.Clone(damaged).both()[way] // its use mends it
				if got := foundIn(open(t, c, sources)); !reflect.DeepEqual(got, want) {
					t.Fatalf("%s: damaged and %s, it finds something else", name, way)
				}
			}
		}
	}
}

// TestHostileCompiled: what answers to its checksums and makes no sense is
// survived.
func TestHostileCompiled(t *testing.T) {
	sources := fullSources(t, 60)
	cache := make(memoryCache)
	foundIn(open(t, cache, sources))
	for seed := range uint64(400) {
		holdHostile(t, cache, sources, seed, nil)
	}
}

func FuzzCompiled(f *testing.F) {
	sources := fullSources(f, 20)
	cache := make(memoryCache)
	foundIn(open(f, cache, sources))
	f.Add(uint64(1), []byte{1, 2, 3})
	f.Fuzz(func(t *testing.T, seed uint64, put []byte) { holdHostile(t, cache, sources, seed, put) })
}

// hostileFile changes bytes of a file and seals it again.
func hostileFile(data []byte, r *rand.Rand, put []byte) []byte {
	f, err := openCompiled(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		panic(err)
	}
	n := 2 // the sections of a glossary
	meta := bytes.Clone(f.meta.b)
	var glossary compiledHeader
	if f.meta.value(reflect.ValueOf(&glossary).Elem()); f.meta.bad || f.finish(n) != nil {
		n = 3 + len(new(filters).all())
		f, _ = openCompiled(bytes.NewReader(data), int64(len(data)))
		var index compiledIndex
		f.meta.value(reflect.ValueOf(&index).Elem())
		rest := len(f.meta.b)
		if err := f.finish(n); err != nil {
			panic(err)
		}
		meta = meta[:len(meta)-rest]
	} else {
		var table encoder
		table.value(reflect.ValueOf(f.sections))
		meta = meta[:len(meta)-len(table.b)]
	}
	var sections [][]byte
	for _, s := range f.sections {
		sections = append(sections, bytes.Clone(data[f.start+int64(s.From):][:s.Len]))
	}
	for range 1 + r.IntN(4) {
		b := meta
		if r.IntN(3) > 0 {
			b = sections[r.IntN(len(sections))]
		}
		if len(b) == 0 {
			continue
		}
		at := r.IntN(len(b))
		if len(put) > 0 && r.IntN(2) == 0 {
			copy(b[at:], put)
		} else {
			b[at] = byte(r.IntN(256))
		}
	}
	var out bytes.Buffer
	if err := writeCompiled(&out, &encoder{meta}, sections...); err != nil {
		panic(err)
	}
	return out.Bytes()
}

func holdHostile(t *testing.T, cache memoryCache, sources []Source, seed uint64, put []byte) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 8))
	changed := make(memoryCache)
	for name, data := range cache {
		changed[name] = data
		if r.IntN(2) == 0 {
			changed[name] = hostileFile(data, r, put)
		}
	}
	g, err := openFrom(changed, "p", 0, sources)
	if err != nil {
		t.Fatal(err)
	}
	foundIn(g)
	g.Lint()
	g.Stats()
}

// TestCompiledTogether: many may use what is read page by page, and have the
// same of it.
func TestCompiledTogether(t *testing.T) {
	sources := fullSources(t, 2000)
	cache := make(memoryCache)
	want := foundIn(open(t, cache, sources))
	for way, c := range cache.both() {
		g := open(t, c, sources)
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				if got := foundIn(g); !reflect.DeepEqual(got, want) {
					t.Errorf("%s together they find something else", way)
				}
			})
		}
		all.Wait()
	}
}

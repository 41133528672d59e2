package glossary

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// archive reads a case file: the files of a glossary, and what is expected.
func archive(t *testing.T, file string) (files []File, want string) {
	t.Helper()
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range a.Files {
		if f.Name == "want" {
			want = string(f.Data)
			continue
		}
		files = append(files, File{Name: f.Name, Data: f.Data})
	}
	return files, want
}

func cases(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: no cases (%v)", pattern, err)
	}
	return files
}

// TestFaults loads glossaries that are wrong: every fault is one line of want,
// with its place.
func TestFaults(t *testing.T) {
	for _, file := range cases(t, "testdata/faults/*.txtar") {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			files, want := archive(t, file)
			g, err := Load(files...)
			if err == nil {
				t.Fatalf("loaded %d concepts", g.Len())
			}
			if got := faults(err); got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}

// faults prints the place and the message of each fault, and those values that
// name something in the file.
func faults(err error) string {
	var b strings.Builder
	var walk func(error)
	walk = func(err error) {
		var all interface{ Unwrap() []error }
		if errors.As(err, &all) {
			for _, e := range all.Unwrap() {
				walk(e)
			}
			return
		}
		var p *concord.PlaceError
		if !errors.As(err, &p) {
			fmt.Fprintln(&b, "without a place:", err)
			return
		}
		fmt.Fprintf(&b, "%s %s", p.At, p.Message.ID)
		for _, name := range []string{"Key", "Word", "Term", "Concept", "First", "Next", "Name"} {
			if v, ok := p.Message.Args[name]; ok {
				fmt.Fprintf(&b, " %s=%v", name, v)
			}
		}
		b.WriteByte('\n')
	}
	walk(err)
	return b.String()
}

// same compares glossaries but for where they were read from.
var same = cmp.Options{
	cmp.Transformer("concepts", func(g *Glossary) any {
		return struct {
			Name, Version string
			Base          language.Tag
			Locales       []language.Tag
			Protected     []string
			About         map[string]any
			Concepts      []*Concept
		}{g.Name, g.Version, g.Base, g.Locales, g.Protected, g.About, slices.Collect(g.All())}
	}),
	cmp.Comparer(func(a, b concord.Position) bool { return true }),
	cmp.Comparer(func(a, b *regexp.Regexp) bool {
		return (a == nil) == (b == nil) && (a == nil || a.String() == b.String())
	}),
	cmp.Comparer(func(a, b language.Tag) bool { return a == b }),
	cmpopts.EquateEmpty(),
	cmpopts.IgnoreFields(Term{}, "Concept"), // leads back up
	cmpopts.IgnoreUnexported(Condition{}),   // made of what is exported
}

// TestWrite holds Write to its promise: what it writes loads as the same
// glossary, and is written the same again.
func TestWrite(t *testing.T) {
	for _, file := range append(cases(t, "testdata/*.yaml"), cases(t, "testdata/*.json")...) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		g, err := Load(File{Name: file, Data: data})
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		written, err := Write(g)
		if err != nil {
			t.Fatal(err)
		}
		again, err := Load(File{Name: "again.yaml", Data: written})
		if err != nil {
			t.Fatalf("%s: %v\n%s", file, err, written)
		}
		if d := cmp.Diff(g, again, same); d != "" {
			t.Errorf("%s: %s", file, d)
		}
		if twice, _ := Write(again); string(twice) != string(written) {
			t.Errorf("%s is written in two ways", file)
		}
	}
}

// TestFullModel makes sure that the comparison above misses no field: the
// fixture sets every one.
func TestFullModel(t *testing.T) {
	data, err := os.ReadFile("testdata/full.yaml")
	if err != nil {
		t.Fatal(err)
	}
	g, err := Load(File{Name: "full.yaml", Data: data})
	if err != nil {
		t.Fatal(err)
	}
	set := make(map[string]bool)
	mark := func(v any) {
		s := reflect.ValueOf(v)
		for i := range s.NumField() {
			if !s.Field(i).IsZero() {
				set[s.Type().Name()+"."+s.Type().Field(i).Name] = true
			}
		}
	}
	mark(*g)
	for c := range g.All() {
		mark(*c)
		mark(c.Grammar)
		for _, t := range c.Terms {
			mark(*t)
			mark(t.When)
			mark(t.Grammar)
		}
	}
	for _, v := range []any{Glossary{}, Concept{}, Term{}, Condition{}, Grammar{}} {
		typ := reflect.TypeOf(v)
		for i := range typ.NumField() {
			if !typ.Field(i).IsExported() {
				continue
			}
			if name := typ.Name() + "." + typ.Field(i).Name; !set[name] {
				t.Errorf("testdata/full.yaml does not set %s", name)
			}
		}
	}
}

// TestSame compares files of other formats with the YAML of the same terms.
func TestSame(t *testing.T) {
	for _, file := range cases(t, "testdata/same/*.txtar") {
		files, _ := archive(t, file)
		var loaded []*Glossary
		for _, f := range files {
			g, err := Load(f)
			if err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			loaded = append(loaded, g)
		}
		for _, g := range loaded[1:] {
			if d := cmp.Diff(loaded[0], g, same); d != "" {
				t.Errorf("%s: %s", file, d)
			}
		}
	}
}

// TestFormats compares the list with the folder.
func TestFormats(t *testing.T) {
	for _, f := range Formats {
		if _, err := os.Stat(f.Name + ".go"); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		for _, ext := range f.Extensions {
			if ext != strings.ToLower(ext) || !strings.HasPrefix(ext, ".") {
				t.Errorf("%s: extension %q", f.Name, ext)
			}
		}
	}
}

// TestLint compares what the linter says of each case with want.
func TestLint(t *testing.T) {
	for _, file := range cases(t, "testdata/lint/*.txtar") {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			files, want := archive(t, file)
			g, err := Load(files...)
			if err != nil {
				t.Fatal(err)
			}
			var b strings.Builder
			for _, p := range g.Lint() {
				fmt.Fprintf(&b, "%s %s %s %v\n", p.At, p.Severity, p.Message.ID, p.Message.Args["Term"])
			}
			if got := b.String(); got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}

// FuzzLoad: no file makes a reader panic, and what loads can be written and
// loaded again.
func FuzzLoad(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.*")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, uint8(0))
	}
	f.Add([]byte("id;locale;status;term\na;en;preferred;Tea\na;en;deprecated;The"), uint8(1))
	f.Add([]byte(`{"concepts":[{"id":"a","names":{"en":{"preferred":"\ud83d\ude00"}}}]}`), uint8(2))
	f.Add([]byte(`<tbx xml:lang="en"><conceptEntry id="a"><langSec xml:lang="en"><termSec><term>Tea</term></termSec></langSec></conceptEntry></tbx>`), uint8(3))
	f.Fuzz(func(t *testing.T, data []byte, format uint8) {
		ext := []string{".yaml", ".csv", ".json", ".tbx"}[int(format)%4]
		g, err := Load(File{Name: "f" + ext, Data: data})
		if err != nil {
			return
		}
		written, err := Write(g)
		if err != nil {
			t.Fatal(err)
		}
		again, err := Load(File{Name: "again.yaml", Data: written})
		if err != nil {
			t.Fatalf("%v\n%s", err, written)
		}
		if twice, _ := Write(again); string(twice) != string(written) {
			t.Errorf("%s\nand then\n%s", written, twice)
		}
		for _, format := range Formats {
			if format.Write == nil {
				continue
			}
			as := func(g *Glossary) (string, *Glossary) {
				data, err := format.Write(g)
				if err != nil {
					t.Fatal(err)
				}
				again, err := Load(File{Name: "as" + format.Extensions[0], Data: data})
				if err != nil {
					t.Fatalf("%s: %v\n%s", format.Name, err, data)
				}
				return string(data), again
			}
			_, again := as(g) // without what has no place there
			first, again := as(again)
			if second, _ := as(again); first != second {
				t.Errorf("%s: %s\nand then\n%s", format.Name, first, second)
			}
		}
		g.Lint()
		g.Stats()
	})
}

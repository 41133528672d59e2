package bundle

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/pipeline/fix"
	"github.com/concord-l10n/concord/pipeline/format"
)

var update = flag.Bool("update", false, "write what is built into the case files")

// TestAll compares the list with the folder: a layout is declared in a file of
// its name, and listed.
func TestAll(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var declared []string
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(src, []byte(" = &Layout{Name:")) && !strings.HasSuffix(file, "_test.go") {
			declared = append(declared, strings.ReplaceAll(strings.TrimSuffix(file, ".go"), "_", "-"))
		}
	}
	var listed []string
	for _, l := range All {
		listed = append(listed, l.Name)
		if Find(l.Name) != l {
			t.Errorf("Find(%q) is another layout", l.Name)
		}
	}
	slices.Sort(listed)
	if !slices.Equal(declared, listed) {
		t.Errorf("files declare the layouts %v, the list has %v", declared, listed)
	}
}

// edition reads an edition from the files of a case: releases/NAME/LOCALE.EXT
// and glossary.yaml. Of the lines of a file "fixes", "old → new" is corrected
// and "old → ?" is an open question. The first locale is the source.
func edition(t testing.TB, ar *txtar.Archive) *Edition {
	t.Helper()
	e := &Edition{}
	for _, tag := range strings.Fields(string(ar.Comment)) {
		e.Locales = append(e.Locales, language.MustParse(tag))
	}
	e.Source = e.Locales[0]
	var fixes []string
	byName := make(map[string]*concord.Release)
	for _, f := range ar.Files {
		name := path.Base(path.Dir(f.Name))
		switch {
		case f.Name == "glossary.yaml":
			g, err := glossary.Load(glossary.File{Name: f.Name, Data: f.Data})
			if err != nil {
				t.Fatal(err)
			}
			e.Glossary = g
		case f.Name == "fixes":
			fixes = strings.Split(strings.TrimSpace(string(f.Data)), "\n")
		case path.Dir(path.Dir(f.Name)) == "releases":
			locale, _, _ := strings.Cut(path.Base(f.Name), ".")
			doc, err := format.Decode(f.Name, f.Data, format.Options{Locale: language.MustParse(locale)})
			if err != nil {
				t.Fatal(err)
			}
			rel := byName[name]
			if rel == nil {
				rel = &concord.Release{Name: name}
				byName[name] = rel
				e.Releases = append(e.Releases, Release{Draft: rel})
			}
			if doc.Locale == e.Source {
				rel.Source = doc
			} else {
				rel.Targets = append(rel.Targets, doc)
			}
			r := &e.Releases[len(e.Releases)-1]
			r.Inputs = append(r.Inputs, Input{f.Name, digest(f.Data)})
		}
	}
	for i := range e.Releases {
		correct(t, &e.Releases[i], fixes)
	}
	return e
}

func correct(t testing.TB, r *Release, fixes []string) {
	t.Helper()
	var found []concord.Finding
	for _, d := range r.Draft.Targets {
		for i := range d.Segments {
			for _, f := range fixes {
				old, now, _ := strings.Cut(f, " → ")
				at := strings.Index(d.Segments[i].Text, old)
				if at < 0 {
					continue
				}
				place := concord.Place{Doc: d, Segment: i, Span: concord.Span{Start: at, End: at + len(old)}}
				x := concord.Finding{Rule: "term", Place: place, Authority: "glossary#" + safe(old, false)}
				if now != "?" {
					x.Fixes = []concord.Fix{{Auto: true, Edits: []concord.Edit{{Place: place, New: now}}}}
				}
				found = append(found, x)
			}
		}
	}
	plan := fix.Choose(found, func(string) int { return 0 }, nil)
	final, err := fix.Apply(r.Draft, plan)
	if err != nil {
		t.Fatal(err)
	}
	r.Final, r.Decisions = final, plan.Decisions
}

// cases calls f for each case file.
func cases(t *testing.T, f func(t *testing.T, file string, ar *txtar.Archive)) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			f(t, file, ar)
		})
	}
}

// build makes all layouts of an edition and its manifest, which lists them.
func build(t testing.TB, e *Edition) []File {
	t.Helper()
	var files []File
	for _, l := range All {
		of, err := l.Build(e)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, of...)
	}
	m, err := Manifest(e, files)
	if err != nil {
		t.Fatal(err)
	}
	return append(files, m)
}

// TestBuild compares what is built with the files of a case under out/.
func TestBuild(t *testing.T) {
	cases(t, func(t *testing.T, file string, ar *txtar.Archive) {
		got := build(t, edition(t, ar))
		for range 5 {
			if diff := cmp.Diff(got, build(t, edition(t, ar))); diff != "" {
				t.Fatalf("not the same when built again: %s", diff)
			}
		}
		if *update {
			ar.Files = slices.DeleteFunc(ar.Files, func(f txtar.File) bool { return strings.HasPrefix(f.Name, "out/") })
			for _, f := range got {
				ar.Files = append(ar.Files, txtar.File{Name: "out/" + f.Name, Data: f.Data})
			}
			if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want := make(map[string]string)
		for _, f := range ar.Files {
			if name, ok := strings.CutPrefix(f.Name, "out/"); ok {
				want[name] = string(f.Data)
			}
		}
		for _, f := range got {
			if diff := cmp.Diff(want[f.Name], string(f.Data)); diff != "" {
				t.Errorf("%s (-want +got)\n%s", f.Name, diff)
			}
			delete(want, f.Name)
		}
		for name := range want {
			t.Errorf("%s is not built", name)
		}
	})
}

func TestTwoTextsInOneLanguage(t *testing.T) {
	e := edition(t, txtar.Parse([]byte("en fr\n-- releases/a/fr.txt --\nun\n-- releases/a/en.txt --\none\n")))
	e.Releases[0].Final.Targets = append(e.Releases[0].Final.Targets, e.Releases[0].Final.Targets[0])
	if _, err := GoI18nTOML.Build(e); err == nil || !strings.Contains(err.Error(), "releases/a/fr.txt") {
		t.Errorf("got %v, want an error that names the files", err)
	}
}

func TestNames(t *testing.T) {
	e := edition(t, txtar.Parse([]byte("en\n-- releases/term/en.txt --\na\n-- releases/a b/en.txt --\nb\n-- releases/a.b/en.txt --\nc\n-- releases/?/en.txt --\nd\n")))
	all, err := e.messages()
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, m := range all {
		release, _, _ := strings.Cut(m.id, ".")
		ids = append(ids, release)
	}
	if got, want := fmt.Sprint(ids), "[term-2 a-b a-b-2 x]"; got != want {
		t.Errorf("ids %v, want %v", got, want)
	}
}

func TestCompare(t *testing.T) {
	files := []File{{"a", []byte("1")}, {"b", []byte("2")}, {"c", []byte("3")}}
	old := map[string][]byte{"a": []byte("1"), "b": []byte("0"), "d": nil}
	var got []string
	for _, m := range Compare(old, files) {
		got = append(got, m.ID+" "+m.Args["File"].(string))
	}
	if want := "[bundle.stale b bundle.missing c bundle.extra d]"; fmt.Sprint(got) != want {
		t.Errorf("%v, want %v", got, want)
	}
	if got := Compare(map[string][]byte{"a": []byte("1")}, files[:1]); got != nil {
		t.Errorf("%v for what is up to date", got)
	}
}

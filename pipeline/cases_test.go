package pipeline_test

import (
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/pipeline"
	"github.com/concord-l10n/concord/pipeline/fix"
	"github.com/concord-l10n/concord/pipeline/format"
	"github.com/concord-l10n/concord/pipeline/rules"
)

var update = flag.Bool("update", false, "write what the texts become into the case files")

// A case file is a release, pipeline/rules/testdata/<rule>/*.txtar, treated by
// that one rule; those of the folder "all" are treated by all rules. It holds
//
//	fr.txt             a translation: its locale and format
//	source/zh-Hans.txt the source, if the case needs one
//	glossary.yaml      the glossary, if the case needs one
//	want/fr.txt        the translation corrected, the same text if nothing may be edited
//	findings           what is found in that still: where, by which rule, the
//	                   text, and what is proposed; no file if there is nothing
//
// The comment on top says why.

// TestCases runs the case files, and runs each result once more: nothing may
// change then.
func TestCases(t *testing.T) {
	for name, files := range caseFiles(t) {
		only := []string{name}
		if name == "all" {
			only = nil
		}
		for _, file := range files {
			t.Run(name+"/"+strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { runCase(t, file, only) })
		}
	}
}

// TestRulesHaveCases wants for every rule a case in which it finds something,
// and of those in which it must not edit as many as of those in which it must.
func TestRulesHaveCases(t *testing.T) {
	all := caseFiles(t)
	for _, r := range rules.All {
		found, edits, keeps := 0, 0, 0
		for _, file := range all[r.Name] {
			want := caseContents(t, file)
			findings, edited := want["findings"] != "", false
			for name, text := range want {
				if in, ok := strings.CutPrefix(name, "want/"); ok && want[in] != text {
					edited = true
				}
			}
			if edited {
				edits++
			} else {
				keeps++
			}
			if edited || findings {
				found++
			}
		}
		if found == 0 || keeps == 0 || keeps < edits {
			t.Errorf("%s: %d cases that edit, %d that do not, %d that find; a rule needs one of each kind, and no more that edit than do not", r.Name, edits, keeps, found)
		}
		delete(all, r.Name)
	}
	delete(all, "all")
	for name := range all {
		t.Errorf("rules/testdata/%s: no rule has this name", name)
	}
}

func runCase(t *testing.T, file string, only []string) {
	in := caseContents(t, file)
	g := &glossary.Glossary{}
	if text := in["glossary.yaml"]; text != "" {
		var err error
		if g, err = glossary.Load(glossary.File{Name: "glossary.yaml", Data: []byte(text)}); err != nil {
			t.Fatal(err)
		}
	}
	res := correctCase(t, g, in, only)
	got := map[string]string{"findings": left(res)}
	for _, d := range res.Final.Targets {
		got["want/"+d.File] = string(d.Raw)
	}
	if *update {
		writeCase(t, file, got)
		return
	}
	again := make(map[string]string)
	for name, text := range in {
		again[name] = text
	}
	for name, text := range got {
		if in[name] != text {
			t.Errorf("%s: %s\n got %q\nwant %q", in[""], name, text, in[name])
		}
		again[strings.TrimPrefix(name, "want/")] = text
	}
	for _, d := range correctCase(t, g, again, only).Final.Targets {
		if text := again[d.File]; string(d.Raw) != text {
			t.Errorf("a second run makes\n%q of\n%q", d.Raw, text)
		}
	}
}

// correctCase corrects the release of a case.
func correctCase(t *testing.T, g *glossary.Glossary, in map[string]string, only []string) *pipeline.Result {
	t.Helper()
	job := pipeline.Job{Name: "case"}
	for name := range in {
		dir, base := path.Split(name)
		tag, err := language.Parse(strings.TrimSuffix(base, path.Ext(base)))
		if known := name == "" || name == "glossary.yaml" || name == "findings" || strings.HasPrefix(dir, "want/"); known {
			continue
		} else if err != nil || path.Ext(base) == "" {
			t.Fatalf("%s is no file such as en.txt or other/en.txt, and would not be looked at", name)
		}
		input := pipeline.Input{File: name, Options: format.Options{Locale: tag}}
		if dir == "source/" {
			job.Source = &input
			continue
		}
		job.Targets = append(job.Targets, input)
	}
	if len(job.Targets) == 0 {
		t.Fatal("a case needs a file such as en.txt")
	}
	slices.SortFunc(job.Targets, func(a, b pipeline.Input) int { return strings.Compare(a.File, b.File) })
	p := pipeline.New(pipeline.Config{
		Glossary: g, Rules: pipeline.Only(rules.All, only, nil), Edit: true,
		Read: func(name string) ([]byte, error) { return []byte(in[name]), nil },
	})
	res, err := p.Run(job)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range res.Decisions {
		if d.Fix != nil && rules.Find(d.Finding.Rule).Asks {
			t.Errorf("%s says that it only asks, and offers a fix", d.Finding.Rule)
		}
	}
	res.Decisions = append(res.Decisions, p.Across(res.Notes, res.Suppressions)...)
	return res
}

// left lists what the last round has found and not edited.
func left(res *pipeline.Result) string {
	var b strings.Builder
	for _, d := range res.Decisions {
		if d.Outcome == fix.Applied {
			continue
		}
		place := d.Finding.Place
		if len(res.Final.Targets) > 1 || place.Doc == res.Final.Source {
			b.WriteString(place.Doc.File + " ")
		}
		fmt.Fprintf(&b, "%s %s %q", strings.TrimPrefix(place.Position().String(), place.Doc.File+":"), d.Finding.Rule, place.Text())
		if d.Fix != nil {
			fmt.Fprintf(&b, " -> %q", place.Around(d.Fix.Edits).Edited(d.Fix.Edits))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// caseFiles returns the case files of each folder.
func caseFiles(t *testing.T) map[string][]string {
	t.Helper()
	files, err := filepath.Glob("rules/testdata/*/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	all := make(map[string][]string)
	for _, file := range files {
		name := filepath.Base(filepath.Dir(file))
		all[name] = append(all[name], file)
	}
	return all
}

// caseContents returns the files of a case by name, and its comment as "".
func caseContents(t *testing.T, file string) map[string]string {
	t.Helper()
	ar, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	in := map[string]string{"": strings.TrimSpace(string(ar.Comment))}
	for _, f := range ar.Files {
		in[f.Name] = string(f.Data)
	}
	return in
}

// writeCase puts what was got into a case file; somebody must then read it.
func writeCase(t *testing.T, file string, got map[string]string) {
	t.Helper()
	ar, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	ar.Files = slices.DeleteFunc(ar.Files, func(f txtar.File) bool { return f.Name == "findings" || strings.HasPrefix(f.Name, "want/") })
	for _, f := range slices.Clone(ar.Files) {
		if text, ok := got["want/"+f.Name]; ok {
			ar.Files = append(ar.Files, txtar.File{Name: "want/" + f.Name, Data: []byte(text)})
		}
	}
	if got["findings"] != "" {
		ar.Files = append(ar.Files, txtar.File{Name: "findings", Data: []byte(got["findings"])})
	}
	if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
		t.Fatal(err)
	}
}

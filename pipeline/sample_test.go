package pipeline_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/pipeline"
	"github.com/concord-l10n/concord/pipeline/fix"
	"github.com/concord-l10n/concord/pipeline/format"
	"github.com/concord-l10n/concord/pipeline/lint"
	"github.com/concord-l10n/concord/pipeline/rules"
)

// The sample is what a newcomer gets to try concord on, and what concord is
// held to from the glossary to the last byte of text.
const (
	sample = "../cmd/concord/sample"
	golden = "testdata/sample"
)

func sampleGlossary(t *testing.T) *glossary.Glossary {
	t.Helper()
	names, _ := filepath.Glob(filepath.Join(sample, "glossary", "*.yaml"))
	if len(names) == 0 {
		t.Fatal("the sample has no glossary")
	}
	var files []glossary.File
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, glossary.File{Name: filepath.Base(name), Data: data})
	}
	g, err := glossary.Load(files...)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// sampleJobs lists the releases of the sample; files are named from its folder.
func sampleJobs(t *testing.T) []pipeline.Job {
	t.Helper()
	dirs, _ := filepath.Glob(filepath.Join(sample, "releases", "*"))
	if len(dirs) == 0 {
		t.Fatal("the sample has no releases")
	}
	var jobs []pipeline.Job
	for _, dir := range dirs {
		job := pipeline.Job{Name: filepath.Base(dir)}
		files, _ := filepath.Glob(filepath.Join(dir, "*"))
		for _, file := range files {
			tag, _, _ := strings.Cut(filepath.Base(file), ".")
			in := pipeline.Input{File: file, Options: format.Options{Locale: language.MustParse(tag)}}
			if in.Locale == language.SimplifiedChinese {
				job.Source = &in
				continue
			}
			job.Targets = append(job.Targets, in)
		}
		jobs = append(jobs, job)
	}
	return jobs
}

// TestSampleGlossary holds the sample's glossary to what lint asks of every
// glossary: nothing in it is useless, and every spec comes true.
func TestSampleGlossary(t *testing.T) {
	g := sampleGlossary(t)
	for _, p := range g.Lint() {
		if p.Severity == concord.Note { // what more a glossary may say
			continue
		}
		// Two concepts share "maritime power" on purpose: concord asks.
		if p.Message.ID == "glossary.lint.shared" && p.Message.Args["Term"] == "maritime power" {
			continue
		}
		t.Errorf("%s: %s %v", p.At, p.Message.ID, p.Message.Args)
	}
	for _, f := range pipeline.Specs(g, rules.All) {
		t.Errorf("%s: %s %s\n  in %q\n got %q\nwant %q (%v)", f.Spec.At, f.Concept.ID, f.Spec.Locale, f.Input, f.Got, f.Spec.To, f.Err)
	}
	changed, kept := 0, 0
	for c := range g.All() {
		for _, s := range c.Specs {
			if s.From == s.To {
				kept++
			} else {
				changed++
			}
		}
	}
	if changed < 25 || kept < 25 {
		t.Errorf("%d specs of what changes, %d of what stays: too few of one", changed, kept)
	}
}

// TestSample corrects the sample: every group of rules that is about how a text
// reads has something to say of it, the corrected texts are those that were read and approved, and a second run finds
// nothing to correct.
func TestSample(t *testing.T) {
	p := pipeline.New(pipeline.Config{Glossary: sampleGlossary(t), Rules: rules.All, Read: os.ReadFile, Edit: true})
	found, outcomes := make(map[lint.Group]int), make(map[fix.Outcome]int)
	for _, job := range sampleJobs(t) {
		t.Run(job.Name, func(t *testing.T) {
			res, err := p.Run(job)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range append(res.Decisions, p.Across(res.Notes, res.Suppressions)...) {
				found[rules.Find(d.Finding.Rule).Group]++
				outcomes[d.Outcome]++
			}
			if !bytes.Equal(res.Final.Source.Raw, res.Draft.Source.Raw) {
				t.Errorf("%s: the source was edited", res.Draft.Source.File)
			}
			for _, doc := range res.Final.Targets {
				approved(t, job.Name, doc)
			}
			again, err := p.Correct(res.Final)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range again.Decisions {
				if d.Outcome == fix.Applied {
					t.Errorf("%s: edited again: %q", d.Finding.Place.Position(), d.Finding.Place.Text())
				}
			}
		})
	}
	for _, r := range rules.All {
		if r.Group != lint.Security && found[r.Group] == 0 {
			t.Errorf("no rule of the group %s finds anything in the sample", r.Group)
		}
	}
	for _, o := range []fix.Outcome{fix.None, fix.Offered, fix.Applied, fix.Unplaced} {
		if outcomes[o] < 2 {
			t.Errorf("%d findings are %v", outcomes[o], o)
		}
	}
}

// approved compares a corrected text with the one that was read by a person.
func approved(t *testing.T, release string, doc *concord.Document) {
	t.Helper()
	name := filepath.Join(golden, release, filepath.Base(doc.File))
	if *update {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, doc.Raw, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	sameLines(t, doc.Raw, want)
}

// TestSampleParts checks that a newcomer meets every part a release can have,
// and that the parts of a translation are those of its source.
func TestSampleParts(t *testing.T) {
	p := pipeline.New(pipeline.Config{Glossary: &glossary.Glossary{}, Read: os.ReadFile})
	var have []concord.Kind
	for _, job := range sampleJobs(t) {
		res, err := p.Run(job)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range res.Draft.Targets {
			if got, want := kinds(d), kinds(res.Draft.Source); !slices.Equal(got, want) && d.Locale != language.Japanese { // it has lost a paragraph
				t.Errorf("%s has %v, its source %v", d.File, got, want)
			}
			have = append(have, kinds(d)...)
		}
	}
	for kind := concord.Body; kind < concord.Blank; kind++ {
		if !slices.Contains(have, kind) {
			t.Errorf("no release has a part that is a %v", kind)
		}
	}
}

// kinds lists the parts of a document.
func kinds(d *concord.Document) []concord.Kind {
	var all []concord.Kind
	for i := range d.Segments {
		all = append(all, d.Segments[i].Kind)
	}
	return all
}

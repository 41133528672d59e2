package pipeline_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
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
	"github.com/concord-l10n/concord/pipeline/rules"
)

// The acceptance run holds concord against releases that people corrected by
// hand. They are not part of the project: CONCORD_GOLD names their folder.

// TestAcceptance skips where CONCORD_GOLD is not set; .ci/run sets it and fails
// if this test did not run.
func TestAcceptance(t *testing.T) {
	gold := os.Getenv("CONCORD_GOLD")
	if gold == "" {
		t.Skip("CONCORD_GOLD is not set")
	}
	data, err := os.ReadFile(filepath.Join(gold, "glossary.json"))
	if err != nil {
		t.Fatal(err)
	}
	g, err := glossary.Load(glossary.File{Name: "glossary.json", Data: data})
	if err != nil {
		t.Fatal(err)
	}
	// What is used is what was written: the imported glossary as YAML.
	yaml, err := glossary.Write(g)
	if err != nil {
		t.Fatal(err)
	}
	if g, err = glossary.Load(glossary.File{Name: "glossary.yaml", Data: yaml}); err != nil {
		t.Fatal(err)
	}
	a := acceptance{gold: gold, glossary: g}
	t.Run("releases", a.releases)
	t.Run("nondefects", a.nondefects)
	t.Run("defects", a.defects)
	t.Run("checks", a.checks)
	t.Run("names", a.names)
	t.Run("corrected", a.corrected)
	t.Run("traps", a.traps)
	t.Run("structure", a.structure)
}

type acceptance struct {
	gold     string
	glossary *glossary.Glossary
}

// run corrects a text with the rules of some groups.
func (a *acceptance) run(t *testing.T, file, locale, text string, edit bool, only ...string) *pipeline.Result {
	t.Helper()
	p := pipeline.New(pipeline.Config{
		Glossary: a.glossary, Rules: pipeline.Only(rules.All, only, nil), Edit: edit,
		Read: func(string) ([]byte, error) { return []byte(text), nil },
	})
	res, err := p.Run(pipeline.Job{Name: file, Targets: []pipeline.Input{{File: file, Options: format.Options{Locale: language.MustParse(locale)}}}})
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func (a *acceptance) each(t *testing.T, f func(t *testing.T, name string, text []byte)) {
	files, _ := filepath.Glob(filepath.Join(a.gold, "releases", "*.txt"))
	if len(files) == 0 {
		t.Fatal("no releases")
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(file), func(t *testing.T) { f(t, filepath.Base(file), text) })
	}
}

func (a *acceptance) releases(t *testing.T) {
	a.each(t, func(t *testing.T, name string, text []byte) {
		want, err := os.ReadFile(filepath.Join(a.gold, "normalized", name[:3]+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		got := a.run(t, name, "en", string(text), true).Final.Targets[0].Raw
		sameLines(t, got, want)
		sameLines(t, a.run(t, name, "en", string(got), true).Final.Targets[0].Raw, got)
	})
}

func sameLines(t *testing.T, got, want []byte) {
	t.Helper()
	if bytes.Equal(got, want) {
		return
	}
	g, w := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			t.Errorf("line %d\n got %q\nwant %q", i+1, at(g, i), at(w, i))
		}
	}
}

func at(s []string, i int) string {
	if i < len(s) {
		return s[i]
	}
	return ""
}

// A spot is a row of defects.jsonl or nondefects.jsonl.
type spot struct {
	ID, File, Text, Certainty string
	Start                     int    `json:"start_byte"`
	End                       int    `json:"end_byte"`
	FixableBy                 string `json:"fixable_by"`
	Category, Suggested       string
	Line                      int
	Why, Note                 string
}

func rows[T any](t *testing.T, file string) []T {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []T
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var row T
		if err := json.Unmarshal(sc.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		all = append(all, row)
	}
	if len(all) == 0 {
		t.Fatalf("%s is empty", file)
	}
	return all
}

func (a *acceptance) nondefects(t *testing.T) {
	spots := rows[spot](t, filepath.Join(a.gold, "nondefects.jsonl"))
	a.each(t, func(t *testing.T, name string, text []byte) {
		res := a.run(t, name, "en", string(text), true)
		for _, d := range res.Decisions {
			if d.Outcome != fix.Applied || d.Finding.Place.Doc != res.Draft.Targets[0] {
				continue
			}
			for _, e := range d.Fix.Edits {
				raw := e.Place.Raw()
				for _, s := range spots {
					if s.File == name && (concord.Span{Start: s.Start, End: s.End}).Overlaps(raw) {
						t.Errorf("%s: edits %q: %s", e.Place.Position(), s.Text, s.Why)
					}
				}
			}
		}
	})
}

func (a *acceptance) defects(t *testing.T) {
	spots := rows[spot](t, filepath.Join(a.gold, "defects.jsonl"))
	a.each(t, func(t *testing.T, name string, text []byte) {
		found := make(map[concord.Span]bool)
		for _, d := range a.run(t, name, "en", string(text), false).Decisions {
			found[d.Finding.Place.Raw()] = true
		}
		n := 0
		for _, s := range spots {
			known := s.FixableBy == "glossary" || s.FixableBy == "typography rule" || s.Category == "missing_structure"
			if s.File != name || s.Certainty != "sure" || !known {
				continue
			}
			n++
			if !found[concord.Span{Start: s.Start, End: s.End}] {
				t.Errorf("%s %d-%d %q is not reported: %s", s.ID, s.Start, s.End, s.Text, s.Note)
			}
		}
		t.Logf("%d sure defects, %d findings", n, len(found))
	})
}

// checks wants what the termbase says that checks find, by the rule that finds it,
// in the lines that it names.
func (a *acceptance) checks(t *testing.T) {
	want := map[string][]string{ // release and line, rule
		"S1": {"000:3 field-empty"},
		"S2": {"002:1 agency-missing"},
		"S3": {"001:1 title-missing", "002:1 title-missing"},
		"Q1": {"000:35 unopened-quote", "002:1 unbalanced"},
		"D1": {"000:94 repeated-clause", "002:15 repeated-clause"},
		"D2": {"000:39 caption", "000:49 caption", "000:68 caption", "000:73 caption", "000:83 caption"},
	}
	found := make(map[string]bool)
	a.each(t, func(t *testing.T, name string, text []byte) {
		for _, d := range a.run(t, name, "en", string(text), false).Decisions {
			found[fmt.Sprintf("%s:%d %s", name[:3], d.Finding.Place.Position().Line, d.Finding.Rule)] = true
		}
	})
	for check, places := range want {
		for _, at := range places {
			if !found[at] {
				t.Errorf("%s: %s finds nothing", check, at)
			}
		}
	}
	for at := range found {
		if strings.HasSuffix(at, " caption") && !slices.Contains(want["D2"], at) {
			t.Errorf("D2: %s finds what is none", at)
		}
	}
}

// corrected wants nothing of terms and typography to be found in the releases as
// people corrected them, but what they left as questions.
func (a *acceptance) corrected(t *testing.T) {
	spots := rows[spot](t, filepath.Join(a.gold, "defects.jsonl"))
	a.each(t, func(t *testing.T, name string, _ []byte) {
		text, err := os.ReadFile(filepath.Join(a.gold, "normalized", name[:3]+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range a.run(t, name, "en", string(text), false, "terms", "typography").Decisions {
			place := d.Finding.Place
			at := place.Position()
			known := slices.ContainsFunc(spots, func(s spot) bool {
				return s.File == name && (s.Line == at.Line || d.Finding.Rule == "term") && (strings.Contains(s.Text+s.Suggested, place.Text()) || strings.Contains(place.Text(), s.Text))
			})
			if !known {
				t.Errorf("%s: %s finds %q, which is no defect", at, d.Finding.Rule, place.Text())
			}
		}
	})
}

func (a *acceptance) traps(t *testing.T) {
	type trap struct {
		ID, Lang, Kind, Mode, Input, Expected, Why string
		Passes                                     []string
	}
	ext := map[string]string{"plain": ".txt", "markdown": ".md", "html": ".html"}
	for _, tr := range rows[trap](t, filepath.Join(a.gold, "traps.jsonl")) {
		t.Run(tr.ID+"-"+tr.Kind, func(t *testing.T) {
			if ext[tr.Mode] == "" {
				t.Fatalf("unknown mode %q", tr.Mode)
			}
			got := string(a.run(t, tr.ID+ext[tr.Mode], tr.Lang, tr.Input, true, tr.Passes...).Final.Targets[0].Raw)
			if got != tr.Expected {
				t.Errorf("%s\n  in %q\n got %q\nwant %q", tr.Why, tr.Input, got, tr.Expected)
			}
			if again := string(a.run(t, tr.ID+ext[tr.Mode], tr.Lang, got, true, tr.Passes...).Final.Targets[0].Raw); again != got {
				t.Errorf("a second run makes %q of %q", again, got)
			}
		})
	}
}

func (a *acceptance) structure(t *testing.T) {
	type line struct {
		File, Class string
		Start       int `json:"start_byte"`
	}
	lines := rows[line](t, filepath.Join(a.gold, "structure.jsonl"))
	kinds := map[string]concord.Kind{
		"title": concord.Title, "field": concord.ReleaseTime, "lead": concord.Lead, "caption": concord.Caption,
		"paragraph": concord.Body, "paragraph+end-mark": concord.Body, "heading": concord.Heading, "section-label": concord.Section,
		"teaser-title": concord.TeaserTitle, "teaser-text": concord.Teaser, "dateline+lead": concord.Dateline,
	}
	a.each(t, func(t *testing.T, name string, text []byte) {
		got := make(map[int]concord.Kind)
		doc := a.run(t, name, "en", string(text), false).Draft.Targets[0]
		for i := range doc.Segments {
			got[doc.Segments[i].Cover(concord.Span{End: len(doc.Segments[i].Text)}).Start] = doc.Segments[i].Kind
		}
		for _, l := range lines {
			class, _, _ := strings.Cut(l.Class, ":")
			want, known := kinds[class]
			if kind, ok := got[l.Start]; l.File == name && (!known || !ok || kind != want) {
				t.Errorf("byte %d: %v, want %s", l.Start, fmt.Sprint(kind, ok), l.Class)
			}
		}
	})
}

package pipeline_test

import (
	"bytes"
	"math"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline"
	"github.com/concord-l10n/concord/pipeline/fix"
	"github.com/concord-l10n/concord/pipeline/format"
	"github.com/concord-l10n/concord/pipeline/rules"
	"github.com/concord-l10n/concord/pipeline/suppress"
)

// decided corrects the sample by cfg, and counts what became of findings.
func decided(t *testing.T, cfg pipeline.Config) (outcomes map[fix.Outcome]int, edited int) {
	t.Helper()
	cfg.Glossary, cfg.Rules, cfg.Read, cfg.Edit = sampleGlossary(t), pipeline.Only(rules.All, nil, nil), os.ReadFile, true
	p := pipeline.New(cfg)
	outcomes = make(map[fix.Outcome]int)
	for _, job := range sampleJobs(t) {
		res, err := p.Run(job)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range append(res.Decisions, p.Across(res.Notes, res.Suppressions)...) {
			outcomes[d.Outcome]++
		}
		for i, doc := range res.Final.Targets {
			if !bytes.Equal(doc.Raw, res.Draft.Targets[i].Raw) {
				edited++
			}
		}
	}
	return outcomes, edited
}

// TestAside holds what is set aside: nothing of it is edited, whatever it is.
func TestAside(t *testing.T) {
	all, edited := decided(t, pipeline.Config{})
	if edited == 0 || all[fix.Applied] == 0 {
		t.Fatal("nothing is corrected in the sample")
	}
	var names []string
	for _, r := range rules.All {
		names = append(names, r.Name)
	}
	at := concord.Place{Doc: &concord.Document{File: "concord.yaml", Segments: []concord.Segment{{}}}}
	quiet, edited := decided(t, pipeline.Config{Suppressions: func(string) []suppress.Suppression {
		return []suppress.Suppression{{Rules: names, Reason: "x", At: at}}
	}})
	if edited > 0 || quiet[fix.Applied]+quiet[fix.Offered] > 0 || quiet[fix.Suppressed] < all[fix.Applied] {
		t.Errorf("all suppressed: %d files edited, %v", edited, quiet)
	}
	none, edited := decided(t, pipeline.Config{Changed: func(string) []pipeline.Lines { return nil }})
	if edited > 0 || none[fix.Applied]+none[fix.Offered] > 0 || none[fix.Elsewhere] < all[fix.Applied] {
		t.Errorf("no line changed: %d files edited, %v", edited, none)
	}
	whole, _ := decided(t, pipeline.Config{Changed: func(string) []pipeline.Lines { return []pipeline.Lines{{First: 1, Last: math.MaxInt}} }})
	if whole[fix.Applied] != all[fix.Applied] || whole[fix.None] != all[fix.None] || whole[fix.Elsewhere] > 0 {
		t.Errorf("all lines changed: %v, want %v", whole, all)
	}
}

// TestChanged tells what is on a line from what is beside it, at both ends.
func TestChanged(t *testing.T) {
	doc, err := format.Decode("a.txt", []byte("One - and two.\nTwo - and three.\n\nThree - and four.  "), format.Options{Locale: language.English})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		lines []pipeline.Lines
		want  string
	}{
		{nil, ""},
		{[]pipeline.Lines{{First: 1, Last: 1}}, "1"},
		{[]pipeline.Lines{{First: 2, Last: 3}}, "2"},
		{[]pipeline.Lines{{First: 3, Last: 3}}, ""},
		{[]pipeline.Lines{{First: 1, Last: 1}, {First: 4, Last: 9}}, "144"},
		{[]pipeline.Lines{{First: 5, Last: 9}}, ""},
	} {
		p := pipeline.New(pipeline.Config{
			Glossary: sampleGlossary(t), Rules: pipeline.Only(rules.All, []string{"dash", "trailing-space"}, nil),
			Changed: func(string) []pipeline.Lines { return c.lines },
		})
		res, err := p.Correct(&concord.Release{Targets: []*concord.Document{doc}})
		if err != nil {
			t.Fatal(err)
		}
		var got strings.Builder
		for _, d := range res.Decisions {
			if d.Outcome != fix.Elsewhere {
				got.WriteByte('0' + byte(d.Finding.Place.Position().Line))
			}
		}
		if got.String() != c.want {
			t.Errorf("%v: findings on lines %s, want %s", c.lines, got.String(), c.want)
		}
	}
}

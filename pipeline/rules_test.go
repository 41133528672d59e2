package pipeline_test

import (
	"cmp"
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

// TestDocs runs the examples of every rule: Bad has a finding, Good has none,
// and a rule that edits makes Good of Bad.
func TestDocs(t *testing.T) {
	for _, r := range rules.All {
		t.Run(r.Name, func(t *testing.T) {
			g := &glossary.Glossary{}
			if r.Doc.Glossary != "" {
				var err error
				if g, err = glossary.Load(glossary.File{Name: "example.yaml", Data: []byte(r.Doc.Glossary)}); err != nil {
					t.Fatal(err)
				}
			}
			bad, good := correct(t, g, r, r.Doc.Bad), correct(t, g, r, r.Doc.Good)
			if len(bad.Decisions) == 0 {
				t.Errorf("nothing is found in the bad example")
			}
			for _, d := range good.Decisions {
				t.Errorf("found in the good example: %s %q", d.Finding.Rule, d.Finding.Place.Text())
			}
			for _, d := range bad.Decisions {
				if r.Asks && d.Fix != nil {
					t.Errorf("a rule that asks offers a fix")
				}
				if d.Outcome == fix.Applied && string(bad.Final.Targets[0].Raw) != r.Doc.Good {
					t.Errorf("the bad example becomes %q, want %q", bad.Final.Targets[0].Raw, r.Doc.Good)
				}
			}
		})
	}
}

func correct(t *testing.T, g *glossary.Glossary, r *lint.Rule, text string) *pipeline.Result {
	t.Helper()
	tag := language.English
	if r.Doc.Locale != "" {
		tag = language.MustParse(r.Doc.Locale)
	}
	doc, err := format.Decode("example", []byte(text), format.Options{Locale: tag, Format: cmp.Or(r.Doc.Format, format.Text.Name)})
	if err != nil {
		t.Fatal(err)
	}
	p := pipeline.New(pipeline.Config{Glossary: g, Rules: []*lint.Rule{r}, Edit: true})
	rel := &concord.Release{Name: "example", Targets: []*concord.Document{doc}}
	if r.Doc.Source != "" {
		if rel.Source, err = format.Decode("source.txt", []byte(r.Doc.Source), format.Options{Locale: language.SimplifiedChinese, Format: r.Doc.Format}); err != nil {
			t.Fatal(err)
		}
	}
	res, err := p.Correct(rel)
	if err != nil {
		t.Fatal(err)
	}
	res.Decisions = append(res.Decisions, p.Across(res.Notes, res.Suppressions)...)
	return res
}

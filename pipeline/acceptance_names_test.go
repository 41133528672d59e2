package pipeline_test

import (
	"fmt"
	"slices"
	"testing"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/pipeline"
	"github.com/concord-l10n/concord/pipeline/format"
	"github.com/concord-l10n/concord/pipeline/rules"
	"github.com/concord-l10n/concord/pipeline/suppress"
)

// names reads the releases without a glossary, all in one run: of names in two
// forms these are found, and nothing else.
func (a *acceptance) names(t *testing.T) {
	want := []string{
		"000:103 name-variant", // the slogan, by the adjective for the country
		"000:103 name-variant", // a center of a university, in another order
		"000:115 teaser-title", // a center of a ministry, in another order inside a longer name
		"000:119 teaser-title", // two words for one event
		"000:31 name-variant",  // an alliance, in another order
		"001:4 name-variant",   // a university, in another order
	}
	texts := make(map[string][]byte)
	a.each(t, func(_ *testing.T, name string, text []byte) { texts[name] = text })
	p := pipeline.New(pipeline.Config{
		Glossary: &glossary.Glossary{}, Rules: pipeline.Only(rules.All, []string{"name-variant", "role-holder", "teaser-title"}, nil),
		Read: func(name string) ([]byte, error) { return texts[name], nil },
	})
	all := &pipeline.Result{Suppressions: make(suppress.Set)}
	for name := range texts {
		res, err := p.Run(pipeline.Job{Name: name, Targets: []pipeline.Input{{File: name, Options: format.Options{Locale: language.English}}}})
		if err != nil {
			t.Fatal(err)
		}
		all.Notes, all.Decisions = append(all.Notes, res.Notes...), append(all.Decisions, res.Decisions...)
	}
	var got []string
	for _, d := range append(all.Decisions, p.Across(all.Notes, all.Suppressions)...) {
		at := d.Finding.Place.Position()
		got = append(got, fmt.Sprintf("%s:%d %s", at.File[:3], at.Line, d.Finding.Rule))
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

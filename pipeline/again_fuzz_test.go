package pipeline_test

import (
	"reflect"
	"slices"
	"testing"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/pipeline"
	"github.com/concord-l10n/concord/pipeline/align"
	"github.com/concord-l10n/concord/pipeline/fix"
	"github.com/concord-l10n/concord/pipeline/format"
	"github.com/concord-l10n/concord/pipeline/lint"
	"github.com/concord-l10n/concord/pipeline/rules"
)

// FuzzAgain holds that a round that goes by the one before finds what a round
// finds that reads everything.
func FuzzAgain(f *testing.F) {
	seed(f)
	f.Add("The Arctic: cryogenic medicine.\n\nCryogenic medicine, ' and ’. \n \nA cryogenic medicine - one; In 2015 it began.\n\nHe said so.\" ”\n\n  \nEdward Moser", uint8(0), uint8(0))
	gated, free := press(f), new(glossary.Glossary)
	for c := range gated.All() {
		whole := *c
		whole.Terms = nil
		for _, t := range c.Terms {
			open := *t
			open.Concept, open.When.Evidence, open.When.Without = &whole, nil, nil
			whole.Terms = append(whole.Terms, &open)
		}
		free.Add(&whole)
	}
	gatedLinter, freeLinter := linterOf(gated), linterOf(free)
	f.Fuzz(func(t *testing.T, text string, ext, locale uint8) {
		again(t, gatedLinter, text, ext, locale)
		again(t, freeLinter, text, ext, locale)
	})
}

func linterOf(g *glossary.Glossary) *lint.Linter {
	matchers := make(map[language.Tag]*glossary.Matcher)
	return &lint.Linter{Rules: rules.All, Pairs: func(a, b *concord.Document) []concord.Pair { return align.Pairs(a, b, nil) }, Terms: func(tag language.Tag) *glossary.Matcher {
		if matchers[tag] == nil {
			matchers[tag] = glossary.NewMatcher(g, tag)
		}
		return matchers[tag]
	}}
}

func again(t *testing.T, l *lint.Linter, text string, ext, locale uint8) {
	t.Helper()
	doc, err := format.Decode("law"+lawFormats[int(ext)%len(lawFormats)], []byte(text), format.Options{Locale: language.MustParse(lawLocales[int(locale)%len(lawLocales)])})
	if err != nil {
		return
	}
	rel := &concord.Release{Targets: []*concord.Document{doc}}
	round := l.Run(rel, nil)
	for range 3 {
		plan := fix.Choose(round.Found, func(string) int { return 0 }, func(*concord.Document) bool { return true })
		if len(plan.Edits) == 0 {
			return
		}
		if rel, err = fix.Apply(rel, plan); err != nil {
			return
		}
		round = l.Run(rel, round)
		heard, want := *round, l.Run(rel, nil)
		heard.Found = slices.Clone(round.Found)
		l.Ask(&heard)
		l.Ask(want)
		if !reflect.DeepEqual(heard.Found, want.Found) {
			t.Fatalf("%q became %q\n got %v\nwant %v", text, rel.Targets[0].Raw, heard.Found, want.Found)
		}
	}
}

// TestAgainEvidence holds that a segment is read again when an edit to another
// one brings the evidence that a term in it waits for.
func TestAgainEvidence(t *testing.T) {
	g := new(glossary.Glossary)
	for _, pair := range [][3]string{{"harbour hall", "port hall"}, {"ferry", "boat", "harbour hall"}} {
		c := &glossary.Concept{ID: pair[0]}
		wrong := &glossary.Term{Concept: c, Locale: language.English, Text: pair[1], Status: glossary.Deprecated, Match: glossary.Fold, Auto: true}
		if pair[2] != "" {
			wrong.When.Evidence = pair[2:]
		}
		c.Terms = []*glossary.Term{{Concept: c, Locale: language.English, Text: pair[0], Match: glossary.Fold}, wrong}
		g.Add(c)
	}
	p := pipeline.New(pipeline.Config{Glossary: g, Rules: rules.All, Edit: true})
	doc, err := format.Decode("a.txt", []byte("The boat sails.\n\nIt leaves the port hall."), format.Options{Locale: language.English})
	if err != nil {
		t.Fatal(err)
	}
	res, err := p.Correct(&concord.Release{Targets: []*concord.Document{doc}})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := string(res.Final.Targets[0].Raw), "The ferry sails.\n\nIt leaves the harbour hall."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

package pipeline_test

import (
	"reflect"
	"testing"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
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
	gated, free := press(f), press(f)
	for _, c := range free.Concepts {
		for _, t := range c.Terms {
			t.When.Evidence, t.When.Without = nil, nil
		}
	}
	gatedLinter, freeLinter := linterOf(gated, false), linterOf(free, true)
	f.Fuzz(func(t *testing.T, text string, ext, locale uint8) {
		again(t, gatedLinter, text, ext, locale)
		again(t, freeLinter, text, ext, locale)
	})
}

func linterOf(g *glossary.Glossary, alone bool) *lint.Linter {
	matchers := make(map[language.Tag]*glossary.Matcher)
	return &lint.Linter{Rules: rules.All, Pairs: align.Pairs, Alone: func() bool { return alone }, Terms: func(tag language.Tag) *glossary.Matcher {
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
		plan := fix.Choose(round.Found, func(string) int { return 0 }, true)
		if len(plan.Edits) == 0 {
			return
		}
		if rel, err = fix.Apply(rel, plan); err != nil {
			return
		}
		round = l.Run(rel, round)
		if want := l.Run(rel, nil).Found; !reflect.DeepEqual(round.Found, want) {
			t.Fatalf("%q became %q\n got %v\nwant %v", text, rel.Targets[0].Raw, round.Found, want)
		}
	}
}

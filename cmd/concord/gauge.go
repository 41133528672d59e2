package main

import (
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline"
	"github.com/concord-l10n/concord/pipeline/lint"
	"github.com/concord-l10n/concord/pipeline/report"
)

// aimed makes sure that there is a translation among the files of a check. Whoever
// names a file means it, whatever it is.
func (k *task) aimed(c *cli.Context) error {
	folder := func(path string) bool {
		info, err := os.Stat(path)
		return err == nil && info.IsDir()
	}
	paths := c.Args().Slice()
	switch {
	case slices.ContainsFunc(k.in.jobs, func(j pipeline.Job) bool { return len(j.Targets) > 0 }):
	case len(k.in.jobs) == 0 || c.Bool("allow-empty"):
	case len(paths) > 0 && !slices.ContainsFunc(paths, folder):
	default:
		return k.fault("input.no-target", "Lang", k.in.jobs[0].Source.Locale.String())
	}
	return nil
}

// gauged says what a check that has run did not look for, and reports whether what
// it has not found means something.
func (k *task) gauged(c *cli.Context, runs []report.Run) bool {
	if !slices.ContainsFunc(runs, func(r report.Run) bool { return spoken(r.Draft) }) && len(runs) > 0 && !c.Bool("allow-empty") {
		k.tell("input.no-text")
		return false
	}
	if k.seeks(lint.Numbers) {
		k.counted()
	}
	if k.glossary.Len() > vettedConcepts {
		k.tell("glossary.unvetted", "PluralCount", vettedConcepts)
	}
	switch {
	case !k.seeks(lint.Terms):
		return true
	case len(k.glossary.Files) == 0:
		return k.guided(c)
	}
	return k.named()
}

// seeks reports whether a rule of a group is run.
func (k *task) seeks(group lint.Group) bool {
	return slices.ContainsFunc(k.rules, func(r *lint.Rule) bool { return r.Group == group })
}

// spoken reports whether there is something to read in a document.
func spoken(d *concord.Document) bool {
	return slices.ContainsFunc(d.Segments, func(s concord.Segment) bool { return strings.TrimSpace(s.Text) != "" })
}

// guided reports whether it is meant that there is no glossary: somebody has said
// what to check by, and there is no project. A run in the wrong folder finds no
// project file, and no wrong name.
func (k *task) guided(c *cli.Context) bool {
	said := slices.ContainsFunc([]string{"lang", "only", "skip"}, c.IsSet)
	switch {
	case k.set.file != "":
		k.tell("input.unnamed", "Settings", k.set.file)
	case !said:
		k.tell("input.unguided", "Settings", settingsName)
	}
	return k.set.file == "" && said
}

// named says in which of the languages that were to be checked the glossary has no
// term, and reports whether there are others.
func (k *task) named() bool {
	all, without := k.languages(func(_ *pipeline.Input, tag language.Tag) bool { return !k.names(tag) })
	if len(without) > 0 {
		k.tell("input.no-names", "PluralCount", len(without), "Langs", without)
	}
	return all == 0 || len(without) < all
}

// counted says in which languages no number is compared with the source, because
// concord does not read them there.
func (k *task) counted() {
	unread := func(tag language.Tag) bool { return locales.For(tag).Numerals.Decimal == "" }
	_, without := k.languages(func(source *pipeline.Input, tag language.Tag) bool {
		return source != nil && (unread(tag) || unread(source.Locale))
	})
	if len(without) > 0 {
		k.tell("input.no-numbers", "PluralCount", len(without), "Langs", without)
	}
}

// languages counts the languages of translations, and returns those of which
// something is true, in order.
func (k *task) languages(is func(source *pipeline.Input, tag language.Tag) bool) (all int, those []string) {
	seen := make(map[language.Tag]bool)
	for _, j := range k.in.jobs {
		for _, in := range j.Targets {
			seen[in.Locale] = seen[in.Locale] || is(j.Source, in.Locale)
		}
	}
	for tag, yes := range seen {
		if yes {
			those = append(those, tag.String())
		}
	}
	slices.Sort(those)
	return len(seen), those
}

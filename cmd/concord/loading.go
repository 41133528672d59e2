package main

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// load reads the baseline and the glossary. Only whoever writes a baseline may
// name one that is not there, and only rules that need no glossary do without.
func (k *task) load(c *cli.Context) error {
	var err error
	if k.known, err = k.tool.known(c.String("baseline"), k.set); err != nil {
		return err
	}
	if writes := c.String("reason") != ""; k.known.named && !k.known.there && !writes {
		return k.fault("baseline.missing", "File", k.known.file)
	}
	if k.glossary, err = k.tool.glossary(k.set, c.StringSlice("glossary")); err != nil {
		return err
	}
	terms := func(r *lint.Rule) bool { return r.Group == lint.Terms }
	switch {
	case len(k.glossary.Files) > 0 || !slices.ContainsFunc(k.rules, terms):
	case !slices.ContainsFunc(k.rules, func(r *lint.Rule) bool { return !terms(r) }):
		return k.fault("input.no-terms")
	default:
		k.tell("input.no-glossary")
	}
	return nil
}

// glossary loads the files of --glossary, or else those of the settings.
func (t *tool) glossary(set *settings, named []string) (*glossary.Glossary, error) {
	patterns := named
	if len(named) == 0 {
		for _, p := range set.glossary {
			patterns = append(patterns, set.path(p))
		}
	}
	var files []glossary.Source
	for _, p := range patterns {
		names, err := filepath.Glob(p)
		if t.staged != nil {
			names = t.staged.matches(p)
		}
		if err != nil || len(names) == 0 {
			names = []string{p} // not a pattern, or one that nothing answers to
		}
		for _, name := range names {
			source, err := t.source(name, set.shown(name))
			if errors.Is(err, fs.ErrNotExist) {
				return nil, t.fault("input.glossary", "File", name)
			} else if err != nil {
				return nil, err
			}
			files = append(files, source)
		}
	}
	return glossary.Open(t.cache(), program(), files...)
}

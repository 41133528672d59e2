package main

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/pipeline/format"
	"github.com/concord-l10n/concord/pipeline/report"
)

var diffCommand = command{
	name: "diff", args: "OLD NEW", about: "about.diff",
	examples: []string{
		"concord diff draft.txt final.txt",
		"concord diff --lang en old/ new/",
		"concord diff --format json dist.old dist",
	},
	flags: func(t *tool) []cli.Flag {
		return append([]cli.Flag{
			t.stringFlag("encoding", "flag.encoding"),
			&cli.StringFlag{Name: "format", Usage: "flag.diff-format", Value: "text"},
		}, project(t)...)
	},
	run: func(t *tool, c *cli.Context) error {
		if c.NArg() != 2 {
			return t.fault("diff.two")
		}
		how, err := t.one(c, "format", "text", "json")
		if err != nil {
			return err
		}
		d, err := t.comparison(c)
		if err != nil {
			return err
		}
		all, err := d.compare(c.Args().Get(0), c.Args().Get(1))
		if err != nil {
			return err
		}
		if how == "json" {
			err = report.PrintComparisonsJSON(t.out, all)
		} else {
			var s report.Style
			if s, err = t.style(c, t.out); err != nil {
				return err
			}
			err = report.PrintComparisons(t.out, all, s)
		}
		if err != nil {
			return t.written("-", err)
		}
		if slices.ContainsFunc(all, func(x report.Comparison) bool { return x.Changed() }) {
			return exit(found)
		}
		return nil
	},
}

// A comparison compares files, knowing the terms of a glossary.
type comparison struct {
	*tool
	set      *settings
	glossary *glossary.Glossary
	target   language.Tag
	encoding string
	matchers map[language.Tag]*glossary.Matcher
}

func (t *tool) comparison(c *cli.Context) (*comparison, error) {
	set, err := t.settings(c.String("config"))
	if err != nil {
		return nil, err
	}
	d := &comparison{tool: t, set: set, matchers: make(map[language.Tag]*glossary.Matcher)}
	if d.encoding, err = t.encoding(c.String("encoding")); err != nil {
		return nil, err
	}
	s := &search{t: t, set: set}
	if err := s.languages(c.String("lang")); err != nil {
		return nil, err
	}
	d.target = s.target
	d.glossary, err = t.glossary(set, c.StringSlice("glossary"))
	return d, err
}

// compare compares two files, or the files of two folders by their names.
func (d *comparison) compare(old, new string) ([]report.Comparison, error) {
	a, err := os.Stat(old)
	if err != nil {
		return nil, err
	}
	b, err := os.Stat(new)
	if err != nil {
		return nil, err
	}
	switch {
	case a.IsDir() != b.IsDir():
		return nil, d.fault("diff.kinds", "Old", old, "New", new)
	case !a.IsDir():
		x, err := d.files(old, new)
		return []report.Comparison{x}, err
	}
	names := make(map[string]bool)
	if err := errors.Join(list(old, names), list(new, names)); err != nil {
		return nil, err
	}
	var all []report.Comparison
	for _, name := range slices.Sorted(maps.Keys(names)) {
		x, err := d.either(filepath.Join(old, name), filepath.Join(new, name))
		if err != nil {
			return nil, err
		}
		all = append(all, x)
	}
	if len(all) == 0 {
		return nil, d.fault("input.none", "Paths", old+" "+new)
	}
	return all, nil
}

// list adds the files below a folder that hold text of some kind.
func list(root string, names map[string]bool) error {
	return filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasPrefix(entry.Name(), ".") {
			return err
		}
		if ext := filepath.Ext(file); readable(ext) || slices.Contains([]string{".toml", ".json", ".yaml", ".yml"}, ext) {
			rel, err := filepath.Rel(root, file)
			names[rel] = true
			return err
		}
		return nil
	})
}

// either compares two files of which one may be missing.
func (d *comparison) either(old, new string) (report.Comparison, error) {
	if _, err := os.Stat(old); errors.Is(err, fs.ErrNotExist) {
		return report.Comparison{New: new}, nil
	}
	if _, err := os.Stat(new); errors.Is(err, fs.ErrNotExist) {
		return report.Comparison{Old: old}, nil
	}
	return d.files(old, new)
}

func (d *comparison) files(old, new string) (report.Comparison, error) {
	a, err := d.side(old)
	if err != nil {
		return report.Comparison{}, err
	}
	b, err := d.side(new)
	if err != nil {
		return report.Comparison{}, err
	}
	return report.Comparison{Old: old, New: new, Pieces: report.Compare(a, b)}, nil
}

// side reads a file and finds the terms in it.
func (d *comparison) side(file string) (report.Side, error) {
	disk, err := read(file)
	if err != nil {
		return report.Side{}, err
	}
	o := format.Options{Charset: d.encoding, Locale: d.target}
	if o.Locale == language.Und {
		_, o.Locale, _ = named(file)
	}
	if !readable(filepath.Ext(file)) {
		o.Format = format.Text.Name
	}
	doc, err := format.Decode(file, disk, o)
	if err != nil {
		return report.Side{}, err
	}
	return report.Side{Text: string(doc.Raw), Terms: d.terms(doc)}, nil
}

func (d *comparison) terms(doc *concord.Document) []report.Term {
	m := d.matchers[doc.Locale]
	if m == nil {
		m = glossary.NewMatcher(d.glossary, doc.Locale)
		d.matchers[doc.Locale] = m
	}
	in := m.Scope(doc.Texts())
	var all []report.Term
	for i := range doc.Segments {
		s := &doc.Segments[i]
		for _, x := range m.Find(s.Text, in, nil) {
			if raw, ok := s.Locate(x.Span); ok {
				all = append(all, report.Term{Span: raw, Why: "glossary#" + x.Concept.ID})
			}
		}
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Span.Start < all[j].Span.Start })
	return all
}

package main

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/concord-l10n/concord/glossary"
)

// stage makes the settings, glossary and baseline of a run with --staged those
// that would be committed: a commit is held to what it contains itself.
func (t *tool) stage(c *cli.Context) error {
	if !c.Bool("staged") {
		return nil
	}
	if slices.Contains(c.Args().Slice(), "-") {
		return t.fault("git.stdin")
	}
	file := c.String("config")
	if file == "" {
		file = nearest()
	}
	folder := ""
	if file != "" && filepath.Dir(file) != "." {
		folder = filepath.Dir(file)
	}
	var err error
	t.staged, err = t.changes(c.String("since"), true, folder)
	return err
}

// projectFile returns the bytes of a file that belongs to the project.
func (t *tool) projectFile(file string) ([]byte, error) {
	if t.staged == nil {
		return read(file)
	}
	if err := t.staged.keeps(file); err != nil {
		return nil, err
	}
	return t.staged.read(file)
}

// keeps reports what is wrong where a file of the repository is not in git, and so
// would be missing from a commit. Files elsewhere, and those of a submodule, are
// none of a commit's.
func (h *changes) keeps(file string) error {
	name, inside := h.name(file)
	for up := name; inside && up != "."; up = path.Dir(up) {
		if h.tracked[up] {
			return nil
		}
	}
	if _, err := os.Stat(file); !inside || errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return h.fault("git.untracked", "File", file)
}

// matches returns the files of a pattern, without those of the repository that are
// not in git.
func (h *changes) matches(pattern string) []string {
	names, err := filepath.Glob(pattern)
	if err != nil {
		return nil
	}
	names = slices.DeleteFunc(names, func(file string) bool { return h.keeps(file) != nil })
	for _, name := range slices.Sorted(maps.Keys(h.differs)) { // which may be gone from their folder
		file := h.near(name)
		if ok, _ := filepath.Match(filepath.Clean(pattern), file); ok && h.tracked[name] && !slices.Contains(names, file) {
			names = append(names, file)
		}
	}
	slices.Sort(names)
	return names
}

// source describes a file of a glossary as it is staged; false if that is as it is
// in its folder.
func (h *changes) source(file, shown string) (glossary.Source, bool, error) {
	if err := h.keeps(file); err != nil {
		return glossary.Source{}, false, err
	}
	if name, inside := h.name(file); !inside || !h.differs[name] {
		return glossary.Source{}, false, nil
	}
	data, err := h.read(file)
	return glossary.Source{
		Name: shown, Path: resolved(file), Size: int64(len(data)),
		Read: func() ([]byte, error) { return data, nil },
	}, true, err
}

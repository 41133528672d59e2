package main

import (
	"bytes"
	"errors"
	"maps"
	"math"
	"os/exec"
	"path"
	"path/filepath"
	"slices"

	"github.com/concord-l10n/concord/pipeline"
)

// Changes are the lines that a run is limited to: those that differ from a
// commit, or those that are staged, and then what is staged is read.
type changes struct {
	*repository
	staged  bool
	lines   map[string][]pipeline.Lines // of each file that differs, slash-separated, as seen from the root
	tracked map[string]bool             // files that git knows
	differs map[string]bool             // files that are not as they are staged
}

// whole is all lines of a file.
var whole = []pipeline.Lines{{First: 1, Last: math.MaxInt}}

// changes asks git what has changed in the repository that a folder is in. It
// returns nil if neither flag is given.
func (t *tool) changes(since string, staged bool, folder string) (*changes, error) {
	switch {
	case since == "" && !staged:
		return nil, nil
	case since != "" && staged:
		return nil, t.fault("git.both")
	}
	h := &changes{repository: &repository{tool: t, ctx: t.ctx, root: folder}, staged: staged}
	root, err := h.git("rev-parse", "--show-toplevel")
	var failed *exec.ExitError
	if errors.As(err, &failed) && bytes.Contains(failed.Stderr, []byte("not a git repository")) {
		where, _ := filepath.Abs(folder)
		return nil, t.fault("git.no-repository", "Folder", where)
	} else if err != nil { // such as a repository of another user, as in many containers
		return nil, h.explained("rev-parse", err)
	}
	h.root = resolved(string(bytes.TrimRight(root, "\r\n")))
	against := "--cached"
	if since != "" {
		if against, err = h.base(since); err != nil {
			return nil, err
		}
	}
	return h, h.ask(against)
}

// ask collects what differs.
func (h *changes) ask(against string) error {
	patch, err := h.must("diff", "-U0", "--ignore-cr-at-eol", "--no-color", "--no-ext-diff", "--no-textconv", "--find-renames",
		"--submodule=short", "--src-prefix=a/", "--dst-prefix=b/", against)
	if err != nil {
		return err
	}
	h.lines = changedLines(string(patch))
	if h.tracked, err = h.names("ls-files", "-z"); err != nil || !h.staged {
		return err
	}
	h.differs, err = h.names("diff", "--name-only", "--no-renames", "--no-ext-diff", "-z")
	return err
}

// resolved returns the absolute name of a file without symbolic links.
func resolved(file string) string {
	abs, err := filepath.Abs(file)
	if err != nil {
		return file
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(abs)); err == nil {
		return filepath.Join(dir, filepath.Base(abs)) // of a file that is not there, or only staged
	}
	return abs
}

// name returns how git calls a file; false if it is outside of the repository.
func (h *changes) name(file string) (string, bool) {
	rel, err := filepath.Rel(h.root, resolved(file))
	return filepath.ToSlash(rel), err == nil && filepath.IsLocal(rel)
}

// of returns the lines of a file that count. All of a file that git does not
// know are new, but not staged; all of those of a submodule that has changed are.
func (h *changes) of(file string) []pipeline.Lines {
	name, inside := h.name(file)
	if inside && h.tracked[name] {
		return h.lines[name]
	}
	for up := path.Dir(name); inside && up != "."; up = path.Dir(up) {
		switch {
		case h.tracked[up] && h.lines[up] == nil:
			return nil
		case h.tracked[up]:
			return whole
		}
	}
	if h.staged {
		return nil
	}
	return whole
}

// files returns the files that are staged and may not be in their folder any
// more; nil if that does not matter.
func (h *changes) files() []string {
	if h == nil || !h.staged {
		return nil
	}
	var all []string
	for _, name := range slices.Sorted(maps.Keys(h.lines)) {
		if h.differs[name] {
			all = append(all, h.near(name))
		}
	}
	return all
}

// near returns a file of the repository as seen from where concord was started.
func (h *changes) near(name string) string {
	file := filepath.Join(h.root, filepath.FromSlash(name))
	if rel, err := filepath.Rel(resolved("."), file); err == nil {
		return rel
	}
	return file
}

// read returns the bytes of a file, as they are staged if that is what counts.
func (h *changes) read(file string) ([]byte, error) {
	if name, inside := h.name(file); inside && h.staged && h.tracked[name] && h.differs[name] {
		return h.must("cat-file", "--filters", ":"+name)
	}
	return read(file)
}

// any reports whether some of the files have lines that count.
func (h *changes) any(files map[string]string) bool {
	for _, file := range files {
		if len(h.of(file)) > 0 {
			return true
		}
	}
	return false
}

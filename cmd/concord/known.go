package main

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/concord-l10n/concord/pipeline/baseline"
	"github.com/concord-l10n/concord/pipeline/report"
	"github.com/concord-l10n/concord/pipeline/rules"
)

// baselineName is the name of a baseline that nobody has given another one.
const baselineName = "concord-baseline.json"

// Known is the baseline of a task.
type known struct {
	*baseline.Baseline
	file  string
	named bool // somebody wants it to be there
	there bool
}

// known reads the baseline that is named, or that of the project, or the one
// beside the project file if there is one.
func (t *tool) known(named string, set *settings) (*known, error) {
	k := &known{Baseline: new(baseline.Baseline), file: named, named: true}
	if named == "" {
		k.file, k.named = set.path(cmp.Or(set.baseline, baselineName)), set.baseline != ""
	}
	data, err := t.projectFile(k.file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return k, nil
	case err != nil:
		return nil, err
	}
	k.there = true
	k.Baseline, err = baseline.Decode(k.file, data)
	return k, err
}

// seen returns the name of a file as seen from a folder, whatever folder concord
// was started in.
func seen(folder, file string) string {
	from, err1 := filepath.Abs(cmp.Or(folder, "."))
	to, err2 := filepath.Abs(file)
	rel, err3 := filepath.Rel(from, to)
	if err := errors.Join(err1, err2, err3); err != nil {
		rel = file
	}
	return filepath.ToSlash(rel)
}

// keys returns what the items of a report are in the baseline.
func (k *task) keys(items []report.Item) []baseline.Key {
	keys := make([]baseline.Key, len(items))
	names := make(map[string]string) // as seen from the baseline
	for i := range items {
		it := &items[i]
		file := it.Start.File
		name, ok := names[file]
		if !ok {
			name = seen(filepath.Dir(k.known.file), cmp.Or(k.in.path[file], file))
			names[file] = name
		}
		keys[i] = baseline.Key{Rule: it.Finding.Rule, File: name, Authority: it.Finding.Authority, Sentence: it.Sentence()}
	}
	return keys
}

// looked reports whether a task would have found what a key of the baseline is
// about: its rule was run, if there still is one, on its file, if it still is
// there.
func (k *task) looked() func(baseline.Key) bool {
	ran := make(map[string]bool)
	for _, r := range k.rules {
		ran[r.Name] = true
	}
	dir := filepath.Dir(k.known.file)
	asked := make(map[string]bool)
	for name, yes := range k.in.asked {
		asked[seen(dir, k.in.path[name])] = yes
	}
	return func(key baseline.Key) bool {
		if rules.Find(key.Rule) != nil && !ran[key.Rule] {
			return false
		}
		_, err := os.Stat(filepath.Join(dir, filepath.FromSlash(key.File)))
		return asked[key.File] || errors.Is(err, fs.ErrNotExist)
	}
}

package main

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/concord-l10n/concord/pipeline/baseline"
	"github.com/concord-l10n/concord/pipeline/fix"
	"github.com/concord-l10n/concord/pipeline/lint"
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
	now   []baseline.Text // the files of a sweep
	moved []baseline.Move // those that the baseline has by another name
	gone  int             // findings that it has and a run has not found
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

// mark tells which items of a report the baseline knows. What is on lines that did
// not change was there first.
func (k *task) mark(items []report.Item) []bool {
	var order []int
	for _, elsewhere := range []bool{true, false} {
		for i := range items {
			if (items[i].Outcome == fix.Elsewhere) == elsewhere {
				order = append(order, i)
			}
		}
	}
	keys := k.keys(items)
	k.known.gone = k.known.Len() - k.known.Prune(keys, k.looked()).Len()
	ordered := make([]baseline.Key, len(keys))
	for i, n := range order {
		ordered[i] = keys[n]
	}
	known := make([]bool, len(keys))
	for i, is := range k.known.Mark(ordered) {
		known[order[i]] = is
	}
	return known
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
			name = k.filed(cmp.Or(k.in.path[file], file))
			names[file] = name
		}
		keys[i] = baseline.Key{Rule: it.Finding.Rule, File: name, Authority: it.Finding.Authority, Sentence: it.Sentence(), Against: against(it)}
	}
	return keys
}

// against returns what the source has in the place of a number that is wrong.
func against(it *report.Item) string {
	if it.Group != string(lint.Numbers) {
		return ""
	}
	var all []string
	for _, r := range it.Related {
		if r.Start.File != it.Start.File {
			all = append(all, r.Text)
		}
	}
	return strings.Join(all, " ")
}

// texts returns the files that a task has worked on, as the baseline remembers
// them, or those that it does not know.
func (k *task) texts(runs []report.Run, all bool) []baseline.Text {
	known := make(map[string]bool)
	for _, e := range k.known.Entries {
		known[e.File] = !all
	}
	var texts []baseline.Text
	for _, r := range runs {
		if file, ok := k.in.path[r.Draft.File]; ok && !known[k.filed(file)] {
			texts = append(texts, baseline.Text{File: k.filed(file), Sketch: baseline.Sketch(report.Sentences(r.Draft))})
		}
	}
	slices.SortFunc(texts, func(a, b baseline.Text) int { return strings.Compare(a.File, b.File) })
	return texts
}

// follow finds the files that the baseline knows by another name, if some of them
// are gone.
func (k *task) follow(runs []report.Run) []baseline.Move {
	if !slices.ContainsFunc(k.known.Texts, func(t baseline.Text) bool { return k.gone(t.File) }) {
		return nil
	}
	var moves []baseline.Move
	k.known.Baseline, moves = k.known.Follow(k.gone, k.texts(runs, false))
	return moves
}

// filed returns the name of a file in the baseline, which is the same on systems
// that spell an accent apart.
func (k *task) filed(file string) string {
	return norm.NFC.String(seen(filepath.Dir(k.known.file), file))
}

// gone reports whether a file of the baseline is not there any more.
func (k *task) gone(file string) bool {
	there := func(file string) bool {
		_, err := os.Stat(filepath.Join(filepath.Dir(k.known.file), filepath.FromSlash(file)))
		return !errors.Is(err, fs.ErrNotExist)
	}
	return !there(file) && !there(norm.NFD.String(file))
}

// looked reports whether a task would have found what a key of the baseline is
// about: its rule was run, if there still is one, on its file, if it still is
// there.
func (k *task) looked() func(baseline.Key) bool {
	ran := make(map[string]bool)
	for _, r := range k.rules {
		ran[r.Name] = true
	}
	asked := make(map[string]bool)
	for name, yes := range k.in.asked {
		asked[k.filed(k.in.path[name])] = yes
	}
	return func(key baseline.Key) bool {
		if rules.Find(key.Rule) != nil && !ran[key.Rule] {
			return false
		}
		return asked[key.File] || k.gone(key.File)
	}
}

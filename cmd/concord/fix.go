package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"github.com/urfave/cli/v2"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline"
	"github.com/concord-l10n/concord/pipeline/report"
)

var fixCommand = command{
	name: "fix", args: "[PATH…|-]", about: "about.fix",
	examples: []string{
		"concord fix --diff",
		"concord fix --glossary terms.yaml --lang en --out corrected release.txt",
		"concord fix - --stdin-name page.html --lang de <page.html >corrected.html",
	},
	flags: func(t *tool) []cli.Flag {
		return append([]cli.Flag{
			t.boolFlag("diff", "flag.diff"),
			t.boolFlag("unsafe", "flag.unsafe"),
			t.stringFlag("out", "flag.out"),
			t.stringFlag("since", "flag.since"),
		}, work(t)...)
	},
	run: func(t *tool, c *cli.Context) error {
		k, err := t.task(c)
		if err != nil {
			return err
		}
		f := &fixing{task: k, dry: c.Bool("diff"), out: c.String("out")}
		return f.run(c)
	},
}

// A fixing is one run of the fix command.
type fixing struct {
	*task
	dry  bool
	out  string // folder for the corrected files; "" to replace them
	runs []*report.Run
	disk writer
}

func (f *fixing) run(c *cli.Context) error {
	usual, to := report.Text, f.tool.out
	switch {
	case f.dry:
		usual = report.Diff
	case f.stdin != nil:
		to = f.err // the corrected text is on standard output
	}
	outputs, err := f.outputs(c, usual)
	if err != nil {
		return err
	}
	f.vet(f.glossary)
	f.in.sourcesAlone(f.tool)
	if err := f.distinct(); err != nil {
		return err
	}
	cfg := f.config()
	cfg.Edit, cfg.Unsafe = true, c.Bool("unsafe")
	failed, err := f.correct(cfg)
	if err != nil {
		return err
	}
	runs := make([]report.Run, len(f.runs))
	for i, r := range f.runs {
		runs[i] = *r
	}
	r := f.report(runs, failed)
	if err := f.print(c, r, outputs, to); err != nil {
		return err
	}
	return f.code(r)
}

// distinct makes sure that no two files would be written to one place. Of two
// names that lead to one file, the first is enough.
func (f *fixing) distinct() error {
	if f.out == "" {
		f.once()
		return nil
	}
	taken := make(map[string]string)
	for _, job := range f.in.jobs {
		for _, in := range inputsOf(job) {
			place := f.place(in.File)
			if first, ok := taken[place]; ok {
				return f.fault("fix.twice", "File", in.File, "First", first, "Place", place)
			}
			if same(place, in.File) {
				return f.fault("fix.itself", "File", in.File)
			}
			taken[place] = in.File
		}
	}
	return nil
}

// once keeps of the names of a file the one that comes first.
func (f *fixing) once() {
	taken := make(map[string]bool)
	for _, job := range f.in.jobs {
		for _, in := range inputsOf(job) {
			place, err := filepath.EvalSymlinks(f.in.path[in.File])
			if err != nil || !f.in.asked[in.File] {
				continue // reading it says why
			}
			f.in.asked[in.File] = !taken[place]
			taken[place] = true
		}
	}
}

func inputsOf(job pipeline.Job) []pipeline.Input {
	if job.Source == nil {
		return job.Targets
	}
	return append([]pipeline.Input{*job.Source}, job.Targets...)
}

// same reports whether two names lead to one file.
func same(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}

func (f *fixing) place(file string) string {
	return filepath.Join(f.out, filepath.FromSlash(f.in.under[file]))
}

// correct corrects all releases and writes what became of them, as many at once
// as there are jobs. Also if it is interrupted it finishes what it has begun to
// write. A file that could not be written counts as it was.
func (f *fixing) correct(cfg pipeline.Config) ([]report.Failure, error) {
	var mu sync.Mutex
	var writing sync.WaitGroup
	var unwritten []report.Failure
	fail := func(file string, err error) {
		mu.Lock()
		unwritten = append(unwritten, report.Failure{File: file, Err: err})
		mu.Unlock()
	}
	slots := make(chan struct{}, f.jobs)
	failed, err := f.batch(cfg, func(res *pipeline.Result) []report.Failure {
		for _, r := range f.task.runs(res) {
			f.runs = append(f.runs, &r)
			slots <- struct{}{}
			writing.Go(func() {
				if err := f.store(r); err != nil {
					fail(r.Draft.File, err)
					r.Final = r.Draft
				}
				<-slots
			})
		}
		return nil
	})
	writing.Wait()
	var path *fs.PathError
	if wrong := f.disk.settle(); errors.As(wrong, &path) {
		fail(path.Path, wrong)
	}
	return append(failed, unwritten...), err
}

func (f *fixing) store(r report.Run) error {
	data, err := encode(r.Final)
	if err != nil || f.dry {
		return err
	}
	switch {
	case f.out != "":
		return f.disk.write(f.place(r.Draft.File), data)
	case f.stdin != nil:
		_, err := io.Copy(f.tool.out, bytes.NewReader(data))
		return err
	case r.Draft == r.Final:
		return nil // what did not change is not written
	}
	return f.replace(r.Draft, data)
}

// errChanged says that somebody else wrote to a file while it was worked on.
var errChanged = errors.New("changed meanwhile")

// replace writes the corrected bytes of a file, unless they are not a
// correction of what is there by now.
func (f *fixing) replace(draft *concord.Document, data []byte) error {
	file := f.in.path[draft.File]
	now, err := read(file)
	if err != nil {
		return err
	}
	old, err := encode(draft)
	if err == nil && !bytes.Equal(now, old) {
		err = pathError("write", file, errChanged)
	}
	if err != nil {
		return err
	}
	return f.disk.write(file, data)
}

package main

import (
	"fmt"
	"io"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline"
	"github.com/concord-l10n/concord/pipeline/lint"
	"github.com/concord-l10n/concord/pipeline/report"
	"github.com/concord-l10n/concord/pipeline/suppress"
)

// batch runs all releases of a task, hands each result to done, in order, and
// compares what was noted in them. It returns the releases that failed, and an
// exit if the run was interrupted.
func (k *task) batch(cfg pipeline.Config, done func(*pipeline.Result) []report.Failure) ([]report.Failure, error) {
	failed := k.in.failed
	bar := k.tool.bar(k.progress, len(k.in.jobs))
	defer bar.finish()
	finished := 0
	p := pipeline.New(cfg)
	var notes []lint.Note
	var quiet []suppress.Set
	err := p.Each(k.ctx, k.in.jobs, k.jobs, func(job int, res *pipeline.Result, err error) {
		if err != nil {
			failed = append(failed, failures(k.in.jobs[job], err)...)
		}
		if res != nil {
			notes = append(notes, res.Notes...)
			quiet = append(quiet, res.Suppressions)
			failed = append(failed, done(res)...)
		}
		finished++
		bar.step(finished)
	})
	if err != nil {
		bar.finish()
		k.tell("run.interrupted", "Done", finished, "Of", len(k.in.jobs))
	}
	k.across, k.names = p.Across(notes, append(quiet, k.idle())...), p.Names
	return failed, err
}

// failures says which files of a release were not worked on: all of them, if its
// source could not be read.
func failures(j pipeline.Job, err error) []report.Failure {
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		var all []report.Failure
		for _, err := range many.Unwrap() {
			all = append(all, failures(j, err)...)
		}
		return all
	}
	file, ok := err.(*pipeline.FileError)
	if !ok {
		return []report.Failure{{File: fileOf(j), Err: err}}
	}
	all := []report.Failure{{File: file.File, Err: file.Err}}
	if j.Source != nil && file.File == j.Source.File {
		for _, in := range j.Targets {
			at := concord.Position{File: in.File, Line: 1, Column: 1}
			all = append(all, report.Failure{File: in.File, Err: &concord.PlaceError{At: at, Message: message("file.sourceless", "Source", file.File)}})
		}
	}
	return all
}

func fileOf(j pipeline.Job) string {
	if len(j.Targets) > 0 {
		return j.Targets[0].File
	}
	return j.Source.File
}

// patience is how long a run is quiet before it shows how far it is.
const patience = 2 * time.Second

// A bar shows how far a batch is: on a terminal a bar, elsewhere a line for
// every tenth, and to programs a line of JSON for every step.
type bar struct {
	w     io.Writer
	how   string // "bar", "lines", "json" or ""
	of    int
	since time.Time
	tenth int
	box   *mpb.Progress
	bar   *mpb.Bar
	line  func(done, of int) string
}

func (t *tool) bar(progress string, of int) *bar {
	b := &bar{w: t.err, of: of, since: time.Now(), how: "lines"}
	b.line = func(done, of int) string { return t.text("run.progress", "Done", done, "Of", of) }
	switch {
	case progress == "never":
		b.how = ""
	case progress == "json":
		b.how = "json"
	case t.tty(t.err):
		b.how = "bar"
	}
	return b
}

// step says that done of the releases are finished.
func (b *bar) step(done int) {
	late := time.Since(b.since) >= patience
	switch {
	case b.how == "json":
		fmt.Fprintf(b.w, "{\"done\":%d,\"of\":%d}\n", done, b.of)
	case !late || done == b.of && b.box == nil:
	case b.how == "lines":
		if tenth := done * 10 / b.of; tenth > b.tenth {
			b.tenth = tenth
			fmt.Fprintln(b.w, b.line(done, b.of))
		}
	case b.how == "bar":
		if b.box == nil {
			b.box = mpb.New(mpb.WithOutput(b.w), mpb.WithWidth(64))
			b.bar = b.box.AddBar(int64(b.of), mpb.BarRemoveOnComplete(),
				mpb.AppendDecorators(decor.CountersNoUnit("%d/%d")))
		}
		b.bar.SetCurrent(int64(done))
	}
}

// finish takes the bar away.
func (b *bar) finish() {
	if b.box != nil {
		b.bar.Abort(true)
		b.box.Wait()
		b.box = nil
	}
}

package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/concord-l10n/concord/pipeline"
	"github.com/concord-l10n/concord/pipeline/baseline"
	"github.com/concord-l10n/concord/pipeline/report"
)

var baselineCommand = command{
	name: "baseline", args: "write|status|prune", about: "about.baseline",
	examples: []string{
		"concord baseline write --reason 'older releases'",
		"concord baseline status",
		"concord baseline prune",
	},
	below: []command{baselineWrite, baselineStatus, baselinePrune},
}

var baselineWrite = command{
	name: "write", args: "[PATH…]", about: "about.baseline.write",
	examples: []string{
		"concord baseline write --reason 'older releases'",
		"concord baseline write --reason 'to be revised in autumn' releases/spring",
		"concord baseline write --reason 'older releases' --baseline known.json",
	},
	flags: func(t *tool) []cli.Flag {
		return append([]cli.Flag{t.stringFlag("reason", "flag.reason")}, sweep(t)...)
	},
	run: func(t *tool, c *cli.Context) error {
		reason := strings.TrimSpace(c.String("reason"))
		if reason == "" {
			return t.fault("baseline.reason")
		}
		k, r, err := t.swept(c)
		if err != nil {
			return err
		}
		after := k.known.Accept(k.keys(r.Items), k.known.now, k.looked(), reason)
		return k.keep(after, "baseline.written", "File", k.known.file, "PluralCount", after.Len())
	},
}

var baselineStatus = command{
	name: "status", args: "[PATH…]", about: "about.baseline.status",
	examples: []string{
		"concord baseline status",
		"concord baseline status releases/spring",
		"concord baseline status --baseline known.json",
	},
	flags: sweep,
	run: func(t *tool, c *cli.Context) error {
		k, r, err := t.swept(c)
		if err != nil {
			return err
		}
		return k.status(r)
	},
}

var baselinePrune = command{
	name: "prune", args: "[PATH…]", about: "about.baseline.prune",
	examples: []string{
		"concord baseline prune",
		"concord baseline prune releases/spring",
		"concord baseline prune --baseline known.json",
	},
	flags: sweep,
	run: func(t *tool, c *cli.Context) error {
		k, r, err := t.swept(c)
		if err != nil {
			return err
		}
		if !k.known.there {
			return t.fault("baseline.nothing", "File", k.known.file)
		}
		before, after := k.known.Len(), k.known.Prune(k.keys(r.Items), k.looked())
		return k.keep(after, "baseline.pruned", "File", k.known.file, "PluralCount", before-after.Len(), "Left", after.Len())
	},
}

// sweep is the flags of commands that look at all there is to find.
func sweep(t *tool) []cli.Flag {
	return slices.DeleteFunc(work(t), func(f cli.Flag) bool {
		return slices.Contains([]string{"format", "fail-on", "stdin-name"}, f.Names()[0])
	})
}

// swept looks for all there is to find, whether the baseline knows it or not.
// Suppressions count.
func (t *tool) swept(c *cli.Context) (*task, *report.Report, error) {
	k, err := t.task(c)
	if err != nil {
		return nil, nil, err
	}
	if !k.vet(k.glossary) {
		return nil, nil, exit(unable)
	}
	var runs []report.Run
	failed, err := k.batch(k.config(), func(res *pipeline.Result) []report.Failure {
		runs = append(runs, k.runs(res)...)
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	known := k.known.Baseline
	k.known.Baseline = new(baseline.Baseline)
	r := k.report(runs, failed)
	k.known.Baseline = known
	k.known.now, k.known.moved = k.texts(runs, true), k.follow(runs)
	if len(failed) > 0 {
		for _, f := range r.Failed {
			k.complain(f.Err)
		}
		k.tell("baseline.failed", "File", k.known.file)
		return nil, nil, exit(incomplete)
	}
	return k, r, nil
}

// keep writes a baseline, and says so.
func (k *task) keep(b *baseline.Baseline, id string, pairs ...any) error {
	if err := write(k.known.file, b.Encode()); err != nil {
		k.complain(err)
		return exit(incomplete)
	}
	_, err := fmt.Fprintln(k.tool.out, visible(k.text(id, pairs...)))
	return k.written("-", err)
}

// status compares the baseline with what is found now.
func (k *task) status(r *report.Report) error {
	if !k.known.there {
		k.tell("baseline.nothing", "File", k.known.file)
	}
	keys := k.keys(r.Items)
	marks := k.known.Mark(keys)
	var lines []string
	for _, m := range k.known.moved {
		lines = append(lines, k.text("baseline.moved", "From", m.From, "To", m.To))
	}
	add := 0
	for i, is := range marks {
		if it := &r.Items[i]; !is {
			add++
			lines = append(lines, fmt.Sprintf("%s  %s:%d:%d  %s  %s  %s", k.text("baseline.new"), it.Start.File, it.Start.Line, it.Start.Column, it.Finding.Rule, it.Finding.Authority, it.ID))
		}
	}
	left := k.known.Prune(keys, k.looked())
	gone := k.known.Len() - left.Len()
	for _, e := range k.known.Without(left) {
		lines = append(lines, k.text("baseline.entry.line", "What", k.text("baseline.gone"), "File", e.File, "Rule", e.Rule, "Authority", e.Authority, "Count", e.Count, "Reason", e.Reason))
	}
	lines = append(lines, k.text("baseline.status", "File", k.known.file, "Known", len(keys)-add, "New", add, "Gone", gone))
	if add > 0 {
		lines = append(lines, "  "+k.text("baseline.status.new"))
	}
	if gone > 0 {
		lines = append(lines, "  "+k.text("baseline.status.gone"))
	}
	for _, l := range lines {
		if _, err := fmt.Fprintln(k.tool.out, visible(l)); err != nil {
			return k.written("-", err)
		}
	}
	if add+gone > 0 {
		return exit(found)
	}
	return nil
}

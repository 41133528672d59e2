package main

import (
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/concord-l10n/concord/pipeline"
	"github.com/concord-l10n/concord/pipeline/report"
)

var checkCommand = command{
	name: "check", args: "[PATH…|-]", about: "about.check",
	examples: []string{
		"concord check",
		"concord check --glossary terms.yaml --lang en release.txt",
		"concord check --format json=findings.json --format text releases/",
	},
	flags: func(t *tool) []cli.Flag {
		return append(work(t), t.stringFlag("since", "flag.since"), t.boolFlag("staged", "flag.staged"))
	},
	run: func(t *tool, c *cli.Context) error {
		k, err := t.task(c)
		if err != nil {
			return err
		}
		if err := k.aimed(c); err != nil {
			return err
		}
		outputs, err := t.outputs(c, report.Text)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(outputs, func(o output) bool { return o.Printer != report.Diff }) {
			return t.fault("flag.check-diff") // it would look as if nothing were wrong
		}
		sound := k.vet(k.glossary)
		var runs []report.Run
		failed, err := k.batch(k.config(), func(res *pipeline.Result) []report.Failure {
			runs = append(runs, k.runs(res)...)
			return nil
		})
		if err != nil {
			return err
		}
		r := k.report(runs, failed)
		if err := k.print(c, r, outputs, t.out); err != nil {
			return err
		}
		if k.known.gone > 0 && len(failed) == 0 {
			t.tell("baseline.stale", "PluralCount", k.known.gone)
		}
		code := k.code(r)
		gauged := k.gauged(c, runs)
		if code == exit(incomplete) || sound && (gauged || code != nil) {
			return code
		}
		return exit(unable) // that nothing is found may mean nothing
	},
}

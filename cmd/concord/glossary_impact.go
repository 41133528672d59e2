package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/pipeline"
	"github.com/concord-l10n/concord/pipeline/report"
)

var glossaryImpact = command{
	name: "impact", args: "OLD [PATH…]", about: "about.glossary.impact",
	examples: []string{
		"concord glossary impact terms.old.yaml", "concord glossary impact old/ --glossary terms.yaml --lang en releases/",
		"concord glossary impact terms.old.yaml --format json",
	},
	flags: func(t *tool) []cli.Flag {
		return append([]cli.Flag{
			t.stringFlag("encoding", "flag.encoding"),
			&cli.StringFlag{Name: "format", Usage: "flag.diff-format", Value: "text"},
		}, impactFlags(t)...)
	},
	run: func(t *tool, c *cli.Context) error {
		if c.NArg() == 0 {
			return t.fault("glossary.impact.old")
		}
		how, err := t.one(c, "format", "text", "json")
		if err != nil {
			return err
		}
		old, err := t.version(c.Args().First())
		if err != nil {
			return err
		}
		set, err := t.settings(c.String("config"))
		if err != nil {
			return err
		}
		k, err := t.taskOf(c, set, c.Args().Tail())
		if err != nil {
			return err
		}
		i := &impact{task: k}
		if err := i.run(old); err != nil {
			return err
		}
		return i.print(c, how)
	},
}

// impactFlags is the flags of work that say what is worked on and how.
func impactFlags(t *tool) []cli.Flag {
	return slices.DeleteFunc(work(t), func(f cli.Flag) bool {
		return slices.Contains([]string{"format", "encoding", "fail-on", "stdin-name"}, f.Names()[0])
	})
}

// An impact is what a change of a glossary does to releases: what their texts
// would become, and what is asked anew or no longer.
type impact struct {
	*task
	texts       []report.Comparison // of the corrected texts
	asked, gone *report.Report
}

// run corrects all releases by the old glossary and by that of the task, and
// compares what becomes of them. Nothing is written, so that what is found is
// placed in the texts as they are.
func (i *impact) run(old *glossary.Glossary) error {
	texts, _, err := i.by(old, true)
	if err != nil {
		return err
	}
	now, _, err := i.by(i.glossary, true)
	if err != nil {
		return err
	}
	_, before, err := i.by(old, false)
	if err != nil {
		return err
	}
	_, after, err := i.by(i.glossary, false)
	if err != nil {
		return err
	}
	i.asked, i.gone = i.without(after, before), i.without(before, after)
	i.compare(texts, now)
	return nil
}

// by corrects all releases by a glossary, or only looks what there is to find.
func (i *impact) by(g *glossary.Glossary, edit bool) (map[string]*concord.Document, *report.Report, error) {
	cfg := i.config()
	cfg.Glossary, cfg.Edit = g, edit
	texts := make(map[string]*concord.Document)
	var runs []report.Run
	failed, err := i.batch(cfg, func(res *pipeline.Result) []report.Failure {
		for _, r := range i.runs(res) {
			texts[r.Draft.File] = r.Final
			runs = append(runs, r)
		}
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	return texts, i.report(runs, failed), nil
}

func (i *impact) compare(old, new map[string]*concord.Document) {
	terms := &comparison{tool: i.tool, set: i.set, glossary: i.glossary, matchers: make(map[language.Tag]*glossary.Matcher)}
	for _, file := range slices.Sorted(maps.Keys(new)) {
		a, b := old[file], new[file]
		if a == nil {
			continue // it could not be corrected, as is said
		}
		x := report.Comparison{Old: file, New: file}
		if !bytes.Equal(a.Raw, b.Raw) {
			x.Pieces = report.Compare(report.Side{Text: string(a.Raw)}, report.Side{Text: string(b.Raw), Terms: terms.terms(b)})
		}
		i.texts = append(i.texts, x)
	}
}

// without returns of what is for a person to decide in one report what is not
// said word for word in another. What is corrected unasked shows in the texts.
func (i *impact) without(r, other *report.Report) *report.Report {
	known := make(map[string]bool, len(other.Items))
	for n := range other.Items {
		if it := &other.Items[n]; !it.Fixable() {
			known[i.asks(it)] = true
		}
	}
	left := *r
	left.Items = slices.DeleteFunc(slices.Clone(r.Items), func(it report.Item) bool { return it.Fixable() || known[i.asks(&it)] })
	return &left
}

// asks returns what a finding is and says: a question with another answer is
// another one.
func (i *impact) asks(it *report.Item) string {
	what := it.Fingerprint + "\n" + it.Finding.Severity.String() + "\n" + i.say.Say(it.Finding.Message)
	for _, f := range it.Fixes {
		what += "\n" + f.Text
	}
	return what
}

func (i *impact) print(c *cli.Context, how string) error {
	var out bytes.Buffer
	var err error
	if how == "json" {
		err = i.json(&out)
	} else {
		var s report.Style
		if s, err = i.style(c, i.out); err != nil {
			return err
		}
		err = i.text(&out, s)
	}
	if err != nil {
		return err
	}
	for _, f := range i.asked.Failed {
		i.complain(f.Err)
	}
	if _, err := i.out.Write(out.Bytes()); err != nil {
		return i.written("-", err)
	}
	switch {
	case len(i.asked.Failed) > 0:
		return exit(incomplete)
	case len(i.asked.Items)+len(i.gone.Items) > 0 || slices.ContainsFunc(i.texts, func(x report.Comparison) bool { return x.Changed() }):
		return exit(found)
	}
	return nil
}

func (i *impact) text(out *bytes.Buffer, s report.Style) error {
	for _, part := range []struct {
		id string
		*report.Report
	}{{"glossary.impact.asked", i.asked}, {"glossary.impact.gone", i.gone}} {
		if len(part.Items) == 0 {
			continue
		}
		fmt.Fprintln(out, i.tool.text(part.id, "PluralCount", len(part.Items)))
		if err := report.Concise.Print(out, part.Report, s); err != nil {
			return err
		}
	}
	return report.PrintComparisons(out, i.texts, s)
}

// json writes one object: the changes of the texts as diff has them, and what is
// asked anew and no longer as check has it.
func (i *impact) json(out *bytes.Buffer) error {
	var parts [3]bytes.Buffer
	err := cmp.Or(
		report.PrintComparisonsJSON(&parts[0], i.texts),
		report.JSON.Print(&parts[1], i.asked, report.Style{}),
		report.JSON.Print(&parts[2], i.gone, report.Style{}))
	if err != nil {
		return err
	}
	data, err := json.Marshal(map[string]json.RawMessage{
		"version": json.RawMessage("1"), "texts": parts[0].Bytes(), "asked": parts[1].Bytes(), "settled": parts[2].Bytes(),
	})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%s\n", data)
	return err
}

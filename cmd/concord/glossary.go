package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/pipeline"
)

var glossaryCommand = command{
	name: "glossary", args: "lint|import|export|diff|impact|find|stats", about: "about.glossary",
	examples: []string{
		"concord glossary lint",
		"concord glossary import terms.csv --out glossary/terms.yaml",
		"concord glossary find 中国温度",
	},
	below: []command{glossaryLint, glossaryImport, glossaryExport, glossaryDiff, glossaryImpact, glossaryFind, glossaryStats},
}

// named loads the glossaries that arguments name, or those of the project.
func (t *tool) named(c *cli.Context, files []string) (*glossary.Glossary, error) {
	set, err := t.settings(c.String("config"))
	if err != nil {
		return nil, err
	}
	files = append(files, c.StringSlice("glossary")...)
	if len(files)+len(set.glossary) == 0 {
		return nil, t.fault("glossary.none")
	}
	return t.glossary(set, files)
}

var glossaryLint = command{
	name: "lint", args: "[FILE…]", about: "about.glossary.lint",
	examples: []string{"concord glossary lint", "concord glossary lint terms.yaml", "concord glossary lint --fail-on warning"},
	flags: func(t *tool) []cli.Flag {
		return append(project(t)[:2], &cli.StringFlag{Name: "fail-on", Usage: "flag.fail-on", Value: "error"})
	},
	run: func(t *tool, c *cli.Context) error {
		least, fails, err := t.failsOn(c.String("fail-on"))
		if err != nil {
			return err
		}
		g, err := t.named(c, c.Args().Slice())
		if err != nil {
			return err
		}
		if g.Len()+len(g.Protected) == 0 {
			return t.fault("glossary.nothing", "Files", filesOf(g))
		}
		t.spare(int64(g.Len()) * 64)
		return t.lint(g, least, fails)
	},
}

// filesOf lists the files of a glossary.
func filesOf(g *glossary.Glossary) string {
	var all []string
	for _, f := range g.Files {
		all = append(all, f.Name)
	}
	return strings.Join(all, ", ")
}

// lint says what is wrong with a glossary, and what its specs do not achieve.
func (t *tool) lint(g *glossary.Glossary, least concord.Severity, fails bool) error {
	var out strings.Builder
	failed, faults := false, 0
	for _, p := range problems(g) {
		severity := t.text("severity." + p.Severity.String())
		fmt.Fprintln(&out, visible(fmt.Sprintf("%s: %s: %s", p.At, severity, t.say.Say(p.Message))))
		failed = failed || fails && p.Severity >= least
		if p.Severity > concord.Note {
			faults++
		}
	}
	s := g.Stats()
	for _, l := range s.ByLocale {
		if l.Variants > 0 {
			fmt.Fprintln(&out, t.text("glossary.reach", "Locale", l.Locale, "Variants", l.Variants, "Auto", l.ByReach[glossary.Everywhere],
				"Partly", l.ByReach[glossary.Partly], "Nowhere", l.ByReach[glossary.Nowhere]))
		}
	}
	fmt.Fprintln(&out, t.text("glossary.linted", "Concepts", s.Concepts, "Terms", s.Terms, "Specs", s.Specs,
		"Problems", message("glossary.problems", "PluralCount", faults)))
	if _, err := fmt.Fprint(t.out, out.String()); err != nil {
		return t.written("-", err)
	}
	if failed {
		return exit(found)
	}
	return nil
}

func failure(f pipeline.SpecFailure) concord.Message {
	if f.Err != nil {
		return message("glossary.spec.error", "Concept", f.Concept.ID, "Input", f.Input, "Why", f.Err.Error())
	}
	return message("glossary.spec.failed", "Concept", f.Concept.ID, "Input", f.Input, "Got", f.Got, "Want", f.Spec.To)
}

var glossaryImport = command{
	name: "import", args: "FILE…", about: "about.glossary.import",
	examples: []string{
		"concord glossary import terms.csv --out glossary/terms.yaml", "concord glossary import termbase.json >terms.yaml",
		"concord glossary import people.csv places.csv --out glossary/names.yaml",
	},
	flags: func(t *tool) []cli.Flag { return []cli.Flag{t.stringFlag("out", "flag.import-out")} },
	run: func(t *tool, c *cli.Context) error {
		if !c.Args().Present() {
			return t.fault("glossary.import.none")
		}
		var files []glossary.File
		for _, name := range c.Args().Slice() {
			data, err := read(name)
			if err != nil {
				return err
			}
			files = append(files, glossary.File{Name: name, Data: data})
		}
		g, err := glossary.Load(files...)
		if err != nil {
			return err
		}
		data, err := glossary.Write(g)
		if err != nil {
			return err
		}
		out := c.String("out")
		if out == "" {
			_, err := t.out.Write(data)
			return t.written("-", err)
		}
		if err := write(out, data); err != nil {
			t.complain(err)
			return exit(incomplete)
		}
		s := g.Stats()
		t.tell("glossary.imported", "File", out, "Concepts", s.Concepts, "Terms", s.Terms)
		return nil
	},
}

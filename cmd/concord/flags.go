package main

import (
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline"
	"github.com/concord-l10n/concord/pipeline/lint"
	"github.com/concord-l10n/concord/pipeline/report"
	"github.com/concord-l10n/concord/pipeline/rules"
)

// placeholders names the values of flags in help.
var placeholders = map[string]string{
	"ui-lang": "TAG", "color": "WHEN", "config": "FILE", "glossary": "FILE", "lang": "[SOURCE:]TARGET",
	"encoding": "NAME", "jobs": "N", "format": "FORM[=FILE]", "fail-on": "SEVERITY", "only": "RULE", "skip": "RULE",
	"stdin-name": "NAME", "progress": "WHEN", "out": "PATH", "bundle": "LAYOUT", "baseline": "FILE", "reason": "TEXT", "since": "REF",
}

func (t *tool) stringFlag(name, usage string) cli.Flag {
	return &cli.StringFlag{Name: name, Usage: usage}
}

func (t *tool) listFlag(name, usage string) cli.Flag {
	return &cli.StringSliceFlag{Name: name, Usage: usage}
}

func (t *tool) boolFlag(name, usage string) cli.Flag {
	return &cli.BoolFlag{Name: name, Usage: usage}
}

// voice is the flags of every command: how it speaks.
func (t *tool) voice() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "color", Usage: "flag.color", Value: "auto"},
		t.stringFlag("ui-lang", "flag.ui-lang"),
	}
}

// project is the flags that say what project a command is about.
func project(t *tool) []cli.Flag {
	return []cli.Flag{
		t.stringFlag("config", "flag.config"),
		t.listFlag("glossary", "flag.glossary"),
		t.stringFlag("lang", "flag.lang"),
	}
}

// work is the flags of commands that work on releases.
func work(t *tool) []cli.Flag {
	return append(project(t),
		t.stringFlag("encoding", "flag.encoding"),
		t.listFlag("only", "flag.only"),
		t.listFlag("skip", "flag.skip"),
		t.listFlag("format", "flag.format"),
		t.stringFlag("fail-on", "flag.fail-on"),
		t.stringFlag("baseline", "flag.baseline"),
		&cli.IntFlag{Name: "jobs", Usage: "flag.jobs", Value: runtime.GOMAXPROCS(0)},
		&cli.StringFlag{Name: "progress", Usage: "flag.progress", Value: "auto"},
		t.stringFlag("stdin-name", "flag.stdin-name"),
		t.boolFlag("allow-empty", "flag.allow-empty"),
	)
}

// one holds a flag to a list of words.
func (t *tool) one(c *cli.Context, flag string, known ...string) (string, error) {
	word := c.String(flag)
	if !slices.Contains(known, word) {
		return "", t.fault("flag.choice", "Flag", "--"+flag, "Word", word, "Known", known)
	}
	return word, nil
}

// chosen returns the rules that the project and --only and --skip leave, each as
// grave as the project says.
func (t *tool) chosen(c *cli.Context, set *settings) ([]*lint.Rule, error) {
	only, skip := split(c.StringSlice("only")), split(c.StringSlice("skip"))
	known := ruleNames()
	for _, name := range slices.Concat(only, skip) {
		if !slices.Contains(known, name) {
			return nil, t.fault("flag.rule", "Word", name, "Known", known)
		}
	}
	left := pipeline.Only(set.ruled(rules.All), only, skip)
	if len(left) == 0 {
		return nil, t.fault("flag.no-rule")
	}
	return left, nil
}

// ruled returns rules as the project wants them. What it says of a rule prevails
// over what it says of the rule's group; only the former switches on a rule that
// is off.
func (s *settings) ruled(all []*lint.Rule) []*lint.Rule {
	out := slices.Clone(all)
	for i, r := range out {
		for _, name := range []string{string(r.Group), r.Name} {
			n := slices.IndexFunc(s.rules, func(x ruling) bool { return x.name == name })
			if n < 0 {
				continue
			}
			one := *out[i]
			if word := s.rules[n].word; word == "off" {
				one.Off = true
			} else {
				one.Severity, one.Flat = concord.Severity(slices.Index(severities, word)), true
				one.Off = one.Off && name != r.Name
			}
			out[i] = &one
		}
	}
	return out
}

// split takes lists apart that were given as one value, "terms,typography".
func split(values []string) []string {
	var all []string
	for _, v := range values {
		for _, word := range strings.Split(v, ",") {
			if word = strings.TrimSpace(word); word != "" {
				all = append(all, word)
			}
		}
	}
	return all
}

// An output is a printer and the file it writes to; "" is standard output, which
// a command line may also call "-".
type output struct {
	*report.Printer
	file string
}

// outputs returns the outputs that --format asks for, or the usual one.
func (t *tool) outputs(c *cli.Context, usual *report.Printer) ([]output, error) {
	var all []output
	for _, v := range c.StringSlice("format") {
		name, file, _ := strings.Cut(v, "=")
		p := report.Find(name)
		if p == nil {
			var known []string
			for _, p := range report.All {
				known = append(known, p.Name)
			}
			return nil, t.fault("flag.choice", "Flag", "--format", "Word", name, "Known", known)
		}
		if file == "-" {
			file = ""
		}
		for _, o := range all {
			if err := t.twice(o.file, file); err != nil {
				return nil, err
			}
		}
		all = append(all, output{p, file})
	}
	if all == nil {
		all = []output{{usual, ""}}
	}
	return all, nil
}

// twice makes sure that two outputs do not go to one place.
func (t *tool) twice(one, other string) error {
	switch {
	case one == "" && other == "":
		return t.fault("flag.format-stdout")
	case one != "" && other != "" && (filepath.Clean(one) == filepath.Clean(other) || same(one, other)):
		return t.fault("flag.format-twice", "File", other)
	}
	return nil
}

// failsOn returns the severity from which on findings make a command fail;
// false if none does.
func (t *tool) failsOn(word string) (concord.Severity, bool, error) {
	switch word {
	case "error":
		return concord.Error, true, nil
	case "warning":
		return concord.Warning, true, nil
	case "note":
		return concord.Note, true, nil
	case "never":
		return 0, false, nil
	}
	return 0, false, t.fault("flag.choice", "Flag", "--fail-on", "Word", word, "Known", "error, warning, note, never")
}

package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord/pipeline"
	"github.com/concord-l10n/concord/pipeline/bundle"
	"github.com/concord-l10n/concord/pipeline/report"
)

var buildCommand = command{
	name: "build", args: "", about: "about.build",
	examples: []string{"concord build", "concord build --check", "concord build --sample demo"},
	flags: func(t *tool) []cli.Flag {
		return append([]cli.Flag{
			t.boolFlag("check", "flag.check"),
			t.boolFlag("sample", "flag.build-sample"),
			t.stringFlag("out", "flag.build-out"),
			t.listFlag("bundle", "flag.bundle"),
		}, work(t)...)
	},
	run: func(t *tool, c *cli.Context) error {
		config := c.String("config")
		switch {
		case c.Bool("sample"):
			if err := t.plant(sample, "sample", c.Args().First()); err != nil {
				return err
			}
			config = filepath.Join(c.Args().First(), settingsName)
		case c.Args().Present():
			return t.fault("build.argument", "Argument", c.Args().First())
		}
		b, err := t.building(c, config)
		if err != nil {
			return err
		}
		if b.next = "concord check"; config != "" {
			b.next += " --config " + quoted(config)
		}
		return b.run(c)
	},
}

// A building is one run of the build command.
type building struct {
	*task
	out     string
	layouts []*bundle.Layout
	edition bundle.Edition
	runs    []report.Run
	next    string    // command that shows what is left
	tells   io.Writer // where it says what is in the bundles: a report keeps standard output to itself
}

func (t *tool) building(c *cli.Context, config string) (*building, error) {
	set, err := t.settings(config)
	if err != nil {
		return nil, err
	}
	set.inside, t.base = true, set.dir
	k, err := t.taskOf(c, set, nil)
	if err != nil {
		return nil, err
	}
	k.fails = k.fails && c.IsSet("fail-on")
	b := &building{task: k, out: set.path(set.out), tells: t.out}
	if c.IsSet("out") {
		b.out = c.String("out")
	}
	names := set.bundles
	if c.IsSet("bundle") {
		names = split(c.StringSlice("bundle"))
	}
	for _, name := range names {
		layout := bundle.Find(name)
		if layout == nil {
			var known []string
			for _, l := range bundle.All {
				known = append(known, l.Name)
			}
			return nil, t.fault("flag.choice", "Flag", "--bundle", "Word", name, "Known", known)
		}
		b.layouts = append(b.layouts, layout)
	}
	b.edition = bundle.Edition{Source: set.source, Glossary: k.glossary}
	for _, tag := range append([]language.Tag{set.source}, set.targets...) {
		if tag != language.Und && !slices.Contains(b.edition.Locales, tag) {
			b.edition.Locales = append(b.edition.Locales, tag)
		}
	}
	return b, nil
}

func (b *building) run(c *cli.Context) error {
	b.vet(b.glossary)
	var outputs []output
	if c.IsSet("format") {
		var err error
		if outputs, err = b.outputs(c, nil); err != nil {
			return err
		}
	}
	if slices.ContainsFunc(outputs, func(o output) bool { return o.file == "" }) {
		b.tells = b.err
	}
	cfg := b.config()
	cfg.Edit = true
	failed, err := b.batch(cfg, b.add)
	if err != nil {
		return err
	}
	r := b.report(b.runs, failed)
	if err := b.print(c, r, outputs, b.tool.out); err != nil {
		return err
	}
	if len(failed) > 0 {
		b.tell("build.nothing", "Out", b.out)
		return exit(incomplete)
	}
	files, err := b.files()
	if err != nil {
		return err
	}
	if c.Bool("check") {
		return b.compare(files)
	}
	if err := b.publish(files); err != nil {
		b.complain(err)
		return exit(incomplete)
	}
	if err := b.written("-", b.summarise(files)); err != nil {
		return err
	}
	return b.code(r)
}

// add takes a corrected release into the edition.
func (b *building) add(res *pipeline.Result) []report.Failure {
	r := bundle.Release{Draft: res.Draft, Final: res.Final, Decisions: res.Decisions}
	var failed []report.Failure
	for _, d := range res.Draft.Documents() {
		disk, err := encode(d)
		if err != nil {
			failed = append(failed, report.Failure{File: d.File, Err: err})
		}
		r.Inputs = append(r.Inputs, bundle.Input{File: d.File, SHA256: fmt.Sprintf("%x", sha256.Sum256(disk))})
	}
	slices.SortFunc(r.Inputs, func(x, y bundle.Input) int { return bytes.Compare([]byte(x.File), []byte(y.File)) })
	b.edition.Releases = append(b.edition.Releases, r)
	b.runs = append(b.runs, b.task.runs(res)...)
	return failed
}

// files arranges the edition in every layout, with the manifest last.
func (b *building) files() ([]bundle.File, error) {
	var all []bundle.File
	for _, l := range b.layouts {
		files, err := l.Build(&b.edition)
		if err != nil {
			return nil, err
		}
		all = append(all, files...)
	}
	m, err := bundle.Manifest(&b.edition, all)
	return append(all, m), err
}

// present reads what is in the output folder of what an earlier run wrote
// there, by its manifest, and of what would be written. Other files are nobody's
// business.
func (b *building) present(files []bundle.File) (map[string][]byte, error) {
	names := []string{}
	for _, f := range files {
		names = append(names, f.Name)
	}
	var last struct{ Files []struct{ File string } }
	if data, err := os.ReadFile(filepath.Join(b.out, bundle.ManifestName)); err == nil && json.Unmarshal(data, &last) == nil {
		for _, f := range last.Files {
			if filepath.IsLocal(filepath.FromSlash(f.File)) {
				names = append(names, f.File)
			}
		}
	}
	old := make(map[string][]byte)
	for _, name := range names {
		data, err := os.ReadFile(b.at(name))
		if err == nil {
			old[name] = data
		} else if !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	return old, nil
}

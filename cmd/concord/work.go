package main

import (
	"cmp"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/pipeline"
	"github.com/concord-l10n/concord/pipeline/fix"
	"github.com/concord-l10n/concord/pipeline/format"
	"github.com/concord-l10n/concord/pipeline/lint"
	"github.com/concord-l10n/concord/pipeline/report"
	"github.com/concord-l10n/concord/pipeline/rules"
	"github.com/concord-l10n/concord/pipeline/suppress"
)

// A task is what check, fix and build have in common: what to work on and by
// which terms and rules.
type task struct {
	*tool
	set      *settings
	glossary *glossary.Glossary
	rules    []*lint.Rule
	in       *inputs
	jobs     int
	across   []fix.Decision          // on what the last batch has compared
	names    func(language.Tag) bool // whether the glossary of the last batch has terms in a language
	progress string
	stdin    []byte // what "-" stands for, if it was given
	failOn   concord.Severity
	fails    bool
	known    *known
	changes  *changes               // what the run is limited to; nil: nothing
	whole    bool                   // all files of the project are worked on
	settled  *concord.Document      // the project file, as something to find faults in
	ignored  []suppress.Suppression // for each entry of the settings what it suppresses
	repeat   string                 // flags and files, to repeat in commands that are suggested
}

// task reads the settings, the glossary and the list of files of a command
// line. Without a file to work on it fails, unless that is allowed.
func (t *tool) task(c *cli.Context) (*task, error) {
	if err := t.stage(c); err != nil {
		return nil, err
	}
	set, err := t.settings(c.String("config"))
	if err != nil {
		return nil, err
	}
	return t.taskOf(c, set, c.Args().Slice())
}

func (t *tool) taskOf(c *cli.Context, set *settings, paths []string) (*task, error) {
	go t.say.Load() // while the glossary and the releases are read
	k := &task{tool: t, set: set, jobs: max(1, c.Int("jobs")), repeat: repeated(c, paths)}
	if err := k.choose(c); err != nil {
		return nil, err
	}
	if err := k.load(c); err != nil {
		return nil, err
	}
	k.changes = t.staged
	if k.changes == nil {
		var err error
		if k.changes, err = t.changes(c.String("since"), false, set.dir); err != nil {
			return nil, err
		}
	}
	if err := k.find(c, paths); err != nil {
		return nil, err
	}
	return k, k.apart(c)
}

// choose settles what is looked for, and what of it counts.
func (k *task) choose(c *cli.Context) error {
	var err error
	if k.rules, err = k.chosen(c, k.set); err != nil {
		return err
	}
	if k.progress, err = k.one(c, "progress", "auto", "never", "json"); err != nil {
		return err
	}
	word := k.set.failOn
	if c.IsSet("fail-on") {
		word = c.String("fail-on")
	}
	k.failOn, k.fails, err = k.tool.failsOn(word)
	return err
}

// apart makes sure that no report would be written into a file that is read.
func (k *task) apart(c *cli.Context) error {
	read := append(slices.Collect(maps.Values(k.in.path)), k.set.file, k.known.file)
	for _, f := range k.glossary.Files {
		if k.set.inside {
			f.Name = k.set.path(f.Name)
		}
		read = append(read, f.Name)
	}
	for _, v := range c.StringSlice("format") {
		_, out, _ := strings.Cut(v, "=")
		into := func(file string) bool { return same(out, file) }
		if out != "" && (slices.ContainsFunc(read, into) || resolved(out) == resolved(k.known.file)) { // which need not be there yet
			return k.fault("flag.format-input", "File", out)
		}
	}
	return nil
}

// find lists the files to work on.
func (k *task) find(c *cli.Context, paths []string) error {
	encoding, err := k.encoding(c.String("encoding"))
	if err != nil {
		return err
	}
	if slices.Contains(paths, "-") {
		if k.changes != nil {
			return k.fault("git.stdin")
		}
		return k.standardInput(c, encoding, paths)
	}
	if k.in, err = k.inputs(k.set, c.String("lang"), encoding, paths, k.changes.files()); err != nil {
		return err
	}
	k.whole = len(paths) == 0 && c.String("lang") == ""
	allow := c.Bool("allow-empty")
	if len(k.in.jobs) > 0 && (allow || len(k.in.empty) == 0) || allow && len(k.in.failed) == 0 {
		if k.changes != nil && !k.changes.any(k.in.path) {
			k.tell("git.unchanged")
		}
		return nil
	}
	for _, f := range k.in.failed {
		k.complain(pathError("open", f.File, f.Err))
	}
	empty := strings.Join(k.in.empty, " ")
	switch {
	case len(k.in.failed) > 0:
		return exit(unable)
	case len(paths) > 0:
		return k.fault("input.none", "Paths", cmp.Or(empty, strings.Join(paths, " ")))
	case k.set.file == "":
		return k.fault("input.no-project", "Settings", settingsName)
	case len(k.set.releases) == 0:
		return k.fault("input.no-releases", "Settings", k.set.file)
	}
	return k.fault("input.no-match", "Settings", k.set.file, "Pattern", cmp.Or(empty, strings.Join(k.set.releases, " ")))
}

// standardInput makes standard input the one file to work on.
func (k *task) standardInput(c *cli.Context, encoding string, paths []string) error {
	if len(paths) > 1 {
		return k.fault("input.stdin-alone")
	}
	name := c.String("stdin-name")
	s := &search{t: k.tool, set: k.set, encoding: encoding, names: make(map[string]bool)}
	if err := s.languages(c.String("lang")); err != nil {
		return err
	}
	for _, p := range k.set.releases {
		s.patterns = append(s.patterns, newPattern(p))
	}
	f := s.described(filepath.Clean(name), filepath.Base(name), true)
	if name == "" {
		f = foundFile{name: "-", under: "-", locale: s.target, asked: true}
	}
	s.add(f)
	if err := s.sources(nil); err != nil {
		return err
	}
	k.in = s.inputs()
	data, err := io.ReadAll(k.tool.in)
	if err != nil {
		return pathError("read", "-", err)
	}
	k.stdin = append([]byte{}, data...)
	return nil
}

// encoding holds --encoding to the encodings that concord knows.
func (t *tool) encoding(label string) (string, error) {
	if label == "" {
		return "", nil
	}
	return format.CharsetName(label)
}

// config is how a task treats releases.
func (k *task) config() pipeline.Config {
	cfg := pipeline.Config{Glossary: k.glossary, Rules: k.rules, Read: k.read, Suppressions: k.suppressions()}
	if k.changes != nil {
		cfg.Changed = func(file string) []pipeline.Lines { return k.changes.of(cmp.Or(k.in.path[file], file)) }
	}
	return cfg
}

func (k *task) read(name string) ([]byte, error) {
	if k.stdin != nil {
		return k.stdin, nil
	}
	if k.changes != nil {
		return k.changes.read(k.in.path[name])
	}
	return read(k.in.path[name])
}

// described tells the outputs about the rules.
func (k *task) described() []report.Rule {
	ran := make(map[string]bool)
	for _, r := range k.rules {
		ran[r.Name] = true
	}
	all := make([]report.Rule, len(rules.All))
	for i, r := range k.set.ruled(rules.All) {
		all[i] = report.Rule{
			Name: r.Name, Group: string(r.Group), Severity: r.Severity,
			Title: r.Doc.Title, Text: r.Doc.Text, Optional: rules.All[i].Off, Off: !ran[r.Name],
		}
	}
	return all
}

// runs keeps of a result what was asked for.
func (k *task) runs(res *pipeline.Result) []report.Run {
	return slices.DeleteFunc(report.Runs(res.Draft, res.Final, res.Decisions), func(r report.Run) bool {
		return !k.in.asked[r.Draft.File]
	})
}

// failing reports whether findings of a severity make the command fail.
func (k *task) failing(severity concord.Severity) bool { return k.fails && severity >= k.failOn }

// code is what a command ends with that reported r.
func (k *task) code(r *report.Report) error {
	if len(r.Failed) > 0 {
		return exit(incomplete)
	}
	for severity, n := range r.Severities() {
		if n > 0 && k.failing(severity) {
			return exit(found)
		}
	}
	return nil
}

// encode returns the bytes of a document as they are kept on disk.
func encode(d *concord.Document) ([]byte, error) { return format.Encode(d) }

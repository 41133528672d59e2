// Package pipeline takes a release from files to corrected text.
package pipeline

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/pipeline/align"
	"github.com/concord-l10n/concord/pipeline/fix"
	"github.com/concord-l10n/concord/pipeline/format"
	"github.com/concord-l10n/concord/pipeline/lint"
	"github.com/concord-l10n/concord/pipeline/suppress"
)

// A Config says how releases are treated. It does not change during a run.
type Config struct {
	Glossary *glossary.Glossary
	Rules    []*lint.Rule                 // in the order of priority; see rules.All
	Read     func(string) ([]byte, error) // reads the file of an Input
	Edit     bool                         // apply fixes; false: only find
	Unsafe   bool                         // apply fixes that are not sure as well

	Suppressions func(file string) []suppress.Suppression // what the project does not want to hear of in a file; may be nil
	Changed      func(file string) []Lines                // the lines of a file that a finding must touch to count; nil: any
}

// An Input is a file and how to read it.
type Input struct {
	File string
	format.Options
}

// A Job is one release to work on.
type Job struct {
	Name    string
	Source  *Input // nil if the source is not known
	Targets []Input
}

// A Result is what became of a release. Nothing has been written yet.
type Result struct {
	Draft, Final *concord.Release // the same if nothing was edited
	Decisions    []fix.Decision   // of every round, in order; the last round only has what is left
	Notes        []lint.Note      // for Across
	Suppressions suppress.Set     // for Across: those of Final
}

// A FileError is a file of a release that could not be read.
type FileError struct {
	File string
	Err  error
}

// Error says what Err says, which names the file.
func (e *FileError) Error() string { return e.Err.Error() }

// Unwrap returns Err.
func (e *FileError) Unwrap() error { return e.Err }

// rounds bounds how often a text is corrected. Two are usual: one to correct,
// one to find nothing left to correct.
const rounds = 4

// ErrUnsettled means that fixes kept making room for other fixes. The files
// stay as they were.
var ErrUnsettled = errors.New("fixes do not settle: two rules or glossary entries undo one another's work; run check to see them, and concord explain for each")

// A Pipeline treats releases by one Config. It is safe for concurrent use.
type Pipeline struct {
	cfg    Config
	linter lint.Linter
	rank   map[string]int

	mu       sync.Mutex
	matchers map[language.Tag]func() *glossary.Matcher
}

// New returns a pipeline. A matcher is built when the first document of a
// language asks for it.
func New(cfg Config) *Pipeline {
	p := &Pipeline{cfg: cfg, rank: make(map[string]int), matchers: make(map[language.Tag]func() *glossary.Matcher)}
	for i, r := range cfg.Rules {
		p.rank[r.Name] = i
	}
	p.linter = lint.Linter{Rules: cfg.Rules, Terms: p.matcher}
	return p
}

func (p *Pipeline) matcher(tag language.Tag) *glossary.Matcher {
	p.mu.Lock()
	build, ok := p.matchers[tag]
	if !ok {
		build = sync.OnceValue(func() *glossary.Matcher { return glossary.NewMatcher(p.cfg.Glossary, tag) })
		p.matchers[tag] = build
	}
	p.mu.Unlock()
	return build()
}

// Names reports whether the glossary has terms in a language.
func (p *Pipeline) Names(tag language.Tag) bool { return !p.matcher(tag).Empty() }

// Run reads a release, and corrects it until nothing more can be corrected. If
// translations could not be read, it returns what became of the others beside an
// error that joins a *FileError for each. Without its source, if that could not be
// read, a release would be taken otherwise, so there is no result then.
func (p *Pipeline) Run(job Job) (*Result, error) {
	draft, pairs, unread := p.read(job)
	if draft == nil {
		return nil, unread
	}
	res, err := p.correct(draft, pairs)
	return res, errors.Join(err, unread)
}

// Correct corrects a release that has been read. Without Config.Edit it finds
// what there is to find and leaves the release as it is.
func (p *Pipeline) Correct(draft *concord.Release) (*Result, error) { return p.correct(draft, nil) }

// paired holds how documents are paired with their source, as far as is known.
type paired map[*concord.Document][]concord.Pair

// pairs pairs two documents by what they have in common, the terms of the glossary
// included.
func (p *Pipeline) pairs(source, target *concord.Document) []concord.Pair {
	return align.Pairs(source, target, func(d *concord.Document) func(segment int) []string {
		terms := p.matcher(d.Locale)
		scope := terms.Scope(d.Texts())
		return func(segment int) (named []string) {
			for _, m := range terms.Find(d.Segments[segment].Text, scope, d.Segments[segment].Marks) {
				named = append(named, m.Concept.ID)
			}
			return named
		}
	})
}

func (p *Pipeline) correct(draft *concord.Release, known paired) (*Result, error) {
	res := &Result{Draft: draft, Final: draft}
	linter := p.linter
	linter.Pairs = func(source, target *concord.Document) []concord.Pair {
		if pairs, ok := known[target]; ok {
			return pairs
		}
		return p.pairs(source, target)
	}
	unsure := p.unsure(draft.Source)
	var round *lint.Round
	for range rounds {
		round = linter.Run(res.Final, round)
		res.Suppressions = suppress.Of(res.Final.Documents(), p.cfg.Suppressions)
		plan, _ := p.decide(round.Found, res.Suppressions, unsure)
		if !p.cfg.Edit || len(plan.Edits) == 0 {
			linter.Ask(round)
			plan, aside := p.decide(round.Found, res.Suppressions, unsure)
			res.Decisions, res.Notes = slices.Concat(res.Decisions, plan.Decisions, aside), round.Notes
			return res, nil
		}
		for _, d := range plan.Decisions {
			if d.Outcome == fix.Applied { // the others are heard again
				res.Decisions = append(res.Decisions, d)
			}
		}
		var err error
		if res.Final, err = fix.Apply(res.Final, plan); err != nil {
			return nil, err
		}
	}
	return nil, fmt.Errorf("%s: %w", draft.Documents()[0].File, ErrUnsettled)
}

// read reads the documents of a release. Where the source is known, the
// segments of every document carry the keys of the source.
func (p *Pipeline) read(job Job) (rel *concord.Release, known paired, unread error) {
	rel, known = &concord.Release{Name: job.Name}, make(paired)
	if job.Source != nil {
		doc, err := p.decode(*job.Source)
		if err != nil {
			return nil, nil, &FileError{job.Source.File, err}
		}
		rel.Source = doc
	}
	for _, in := range job.Targets {
		doc, err := p.decode(in)
		if err != nil {
			unread = errors.Join(unread, &FileError{in.File, err})
			continue
		}
		if rel.Source != nil {
			pairs := p.pairs(rel.Source, doc)
			doc = align.Keys(rel.Source, doc, pairs)
			known[doc] = pairs
		}
		rel.Targets = append(rel.Targets, doc)
	}
	return rel, known, unread
}

func (p *Pipeline) decode(in Input) (*concord.Document, error) {
	disk, err := p.cfg.Read(in.File)
	if err != nil {
		return nil, fmt.Errorf("read release: %w", err)
	}
	return format.Decode(in.File, disk, in.Options)
}

// Only returns the rules whose name or group is in only, or all if only is
// empty, without those whose name or group is in skip. A rule that is off is
// among them only if it is named.
func Only(all []*lint.Rule, only, skip []string) []*lint.Rule {
	named := func(r *lint.Rule, names []string) bool {
		return slices.Contains(names, r.Name) || slices.Contains(names, string(r.Group))
	}
	return slices.DeleteFunc(slices.Clone(all), func(r *lint.Rule) bool {
		return len(only) > 0 && !named(r, only) || named(r, skip) || r.Off && !slices.Contains(only, r.Name)
	})
}

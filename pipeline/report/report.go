// Package report says what was found and done. An output is one file here.
package report

import (
	"cmp"
	"io"
	"slices"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/fix"
)

// A Printer is one form of output. Print writes the whole of r to w, the same
// bytes for the same report and style; it fails only if w does.
type Printer struct {
	Name  string
	Print func(w io.Writer, r *Report, s Style) error
}

// All lists the outputs, the default first.
//
// Left out: anything that a filter makes of json as well, such as a count by
// rule.
var All = []*Printer{Text, Concise, JSON, JSONL, Diff, SARIF, GitHub, GitLab, JUnit, Checkstyle, RDJSON, HTML, Markdown}

// Find returns the output of a name, or nil.
func Find(name string) *Printer {
	for _, p := range All {
		if p.Name == name {
			return p
		}
	}
	return nil
}

// A Run is what became of one document.
type Run struct {
	Draft, Final *concord.Document // equal if nothing changed
	Decisions    []fix.Decision    // of every round, in order; a place refers to the document of its round
}

// Runs returns what became of each document of a release: its decisions, in
// the order they were taken, go to the document they are about.
func Runs(draft, final *concord.Release, decisions []fix.Decision) []Run {
	var runs []Run
	at := make(map[string]int)
	last := final.Documents()
	for i, d := range draft.Documents() {
		at[d.File] = i
		runs = append(runs, Run{Draft: d, Final: last[i]})
	}
	for _, d := range decisions {
		if i, ok := at[d.Finding.Place.Doc.File]; ok {
			runs[i].Decisions = append(runs[i].Decisions, d)
		}
	}
	return runs
}

// A Report is what a run of the tool has to say.
type Report struct {
	Items  []Item // ordered by file, line, column and rule
	Quiet  []Item // those that do not count, in the same order; see Item.Quiet
	Files  int    // that were looked at
	Failed []Failure
	Runs   []Run  // ordered by file
	Rules  []Rule // in the order of their priority

	all      []Item
	compared bool // with a baseline
}

// New makes a report of what the rules made of runs.
func New(runs []Run, rules []Rule, failed []Failure) *Report {
	r := &Report{Runs: slices.Clone(runs), Files: len(runs), Failed: slices.Clone(failed), Rules: rules}
	groups := make(map[string]string, len(rules))
	for _, rule := range rules {
		groups[rule.Name] = rule.Group
	}
	slices.SortStableFunc(r.Runs, func(a, b Run) int { return cmp.Compare(a.Draft.File, b.Draft.File) })
	slices.SortStableFunc(r.Failed, func(a, b Failure) int { return cmp.Compare(a.File, b.File) })
	var order []*Item // which are large to move about
	for _, run := range r.Runs {
		all := items(run, groups)
		for i := range all {
			order = append(order, &all[i])
		}
	}
	slices.SortStableFunc(order, (*Item).before)
	r.all = make([]Item, len(order))
	for i, it := range order {
		r.all[i] = *it
	}
	identify(r.all)
	r.Recognise(nil)
	return r
}

// Recognise asks which items are known, and divides all into Items and Quiet.
// What is suppressed need not be known; what is elsewhere is asked about, since it
// may be what is known, and then left out. Known may be nil.
func (r *Report) Recognise(known func([]Item) []bool) {
	r.Items, r.Quiet, r.compared = r.all, nil, known != nil
	aside := func(it Item) bool { return it.Outcome == fix.Suppressed || it.Outcome == fix.Elsewhere }
	if known == nil && !slices.ContainsFunc(r.all, aside) {
		return
	}
	r.Items = make([]Item, 0, len(r.all))
	for _, it := range r.all {
		if it.Suppressed == "" {
			r.Items = append(r.Items, it)
		} else {
			r.Quiet = append(r.Quiet, it)
		}
	}
	if known != nil {
		for i, is := range known(r.Items) {
			r.Items[i].Known = is
		}
	}
	loud := r.Items[:0]
	for _, it := range r.Items {
		switch {
		case it.Outcome == fix.Elsewhere:
		case it.Quiet():
			r.Quiet = append(r.Quiet, it)
		default:
			loud = append(loud, it)
		}
	}
	r.Items = loud
	slices.SortStableFunc(r.Quiet, func(a, b Item) int { return a.before(&b) })
}

// Known counts the items that are left out because the baseline has them, and
// Suppressed those that somebody has asked not to hear of.
func (r *Report) Known() int {
	n := 0
	for i := range r.Quiet {
		if r.Quiet[i].Suppressed == "" {
			n++
		}
	}
	return n
}

// Suppressed counts the items that somebody has asked not to hear of.
func (r *Report) Suppressed() int { return len(r.Quiet) - r.Known() }

// Severities counts the items that are not fixed by severity, so that a caller
// can decide about its exit code.
func (r *Report) Severities() map[concord.Severity]int {
	n := make(map[concord.Severity]int)
	for i := range r.Items {
		if !r.Items[i].Fixed() {
			n[r.Items[i].Finding.Severity]++
		}
	}
	return n
}

// Outcomes counts the items by what became of them.
func (r *Report) Outcomes() map[fix.Outcome]int {
	n := make(map[fix.Outcome]int)
	for i := range r.Items {
		n[r.Items[i].Outcome]++
	}
	return n
}

// Fixable counts the items that fixing would settle unasked.
func (r *Report) Fixable() int {
	n := 0
	for i := range r.Items {
		if r.Items[i].Fixable() {
			n++
		}
	}
	return n
}

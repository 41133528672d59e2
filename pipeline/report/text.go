package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/concord-l10n/concord/pipeline/fix"
)

// Text is for people: the findings file by file in columns, then a summary
// with the commands that come next.
var Text = &Printer{Name: "text", Print: func(w io.Writer, r *Report, s Style) error {
	return printing(w, func(b *bufio.Writer) {
		for i := 0; i < len(r.Items); {
			n := i + 1
			for n < len(r.Items) && r.Items[n].Start.File == r.Items[i].Start.File {
				n++
			}
			fmt.Fprintln(b, s.paint(bold, Visible(r.Items[i].Start.File)))
			s.table(b, r.Items[i:n])
			i = n
		}
		fmt.Fprintln(b, s.summary(r))
	})
}}

// A row is an item in columns. Tints colour the columns that are not plain.
type row struct {
	cells [6]string // place, severity, rule, what, concept or the lack of one, id
	tints [6]tint
	under []string // lines below
}

// The widest that a column is filled up to, in cells of a terminal. What is
// wider stands out on its own line and leaves the others in order.
var widest = [6]int{9, 12, 24, 60, 32}

func (s Style) table(b *bufio.Writer, items []Item) {
	rows := make([]row, len(items))
	var width [6]int
	for i := range items {
		rows[i] = s.row(&items[i])
		for c, text := range rows[i].cells[:5] {
			if n := columns(text); n <= widest[c] {
				width[c] = max(width[c], n)
			}
		}
	}
	for _, r := range rows {
		for c := range r.cells {
			r.cells[c] = s.paint(r.tints[c], pad(r.cells[c], width[c]))
		}
		fmt.Fprintln(b, strings.TrimRight("  "+strings.Join(r.cells[:], "  "), " "))
		for _, line := range r.under {
			fmt.Fprintf(b, "  %s  %s\n", strings.Repeat(" ", width[0]), s.paint(dim, line))
		}
	}
}

func (s Style) row(it *Item) row {
	severity, t := s.say("severity."+it.Finding.Severity.String(), nil), tints[it.Finding.Severity]
	if it.Fixed() {
		severity, t = s.say("outcome.applied", nil), green
	}
	r := row{
		cells: [6]string{fmt.Sprintf("%d:%d", it.Start.Line, it.Start.Column), severity, it.Finding.Rule, "", Visible(it.Concept()), it.ID},
		tints: [6]tint{1: t, 4: dim, 5: dim},
	}
	if it.Fixed() || it.Fixable() {
		before, after := contrast(it.Fixes[0].Before, it.Fixes[0].After)
		r.cells[3] = s.say("report.change", map[string]any{"Before": before, "After": after})
		return r
	}
	r.cells[3] = s.message(it.Finding.Message)
	if it.Concept() == "" {
		r.cells[4] = s.say("report.question", nil)
	}
	if why := it.unfixed(); why != "" {
		r.under = append(r.under, s.say(why, nil))
	}
	for _, ref := range it.Related {
		at := fmt.Sprintf("%d:%d", ref.Start.Line, ref.Start.Column)
		if ref.Start.File != it.Start.File {
			at = Visible(ref.Start.File) + ":" + at
		}
		r.under = append(r.under, at+"  "+s.evidence(&ref))
	}
	return r
}

// evidence says what a second place shows, with the text that stands there.
func (s Style) evidence(ref *Reference) string {
	why := s.message(ref.Message)
	if text := line(ref.Text); !strings.Contains(why, text) {
		why = s.say("report.related", map[string]any{"Why": why, "Text": text})
	}
	return why
}

// unfixed returns the message that says why an automatic fix was not made.
func (i *Item) unfixed() string {
	switch i.Outcome {
	case fix.Protected, fix.Unplaced, fix.Unwritable:
		return "outcome." + i.Outcome.String()
	}
	return ""
}

// totals counts files and findings.
func (s Style) totals(r *Report) string {
	fixed, fixable := r.Outcomes()[fix.Applied], r.Fixable()
	var parts []string
	for _, part := range []struct {
		id string
		n  int
	}{{"summary.fixed", fixed}, {"summary.fixable", fixable}, {"summary.questions", len(r.Items) - fixed - fixable}} {
		if part.n > 0 {
			parts = append(parts, s.count(part.id, part.n))
		}
	}
	id := "summary.line"
	if len(parts) == 0 {
		id = "summary.clean"
	}
	text := s.say(id, map[string]any{
		"Files": s.count("summary.files", r.Files), "Findings": s.count("summary.findings", len(r.Items)), "Parts": parts,
	})
	if len(r.Failed) > 0 {
		text = s.then(text, s.count("summary.failed", len(r.Failed)))
	}
	if n := r.Known(); n > 0 {
		text = s.then(text, s.count("summary.known", n))
	}
	if n := r.Suppressed(); n > 0 {
		text = s.then(text, s.count("summary.suppressed", n))
	}
	return text
}

// then joins two sentences.
func (s Style) then(before, after string) string {
	return s.say("summary.then", map[string]any{"Before": before, "After": after})
}

// summary counts, and names the commands that come next.
func (s Style) summary(r *Report) string {
	lines := append([]string{s.totals(r)}, s.next(r, r.Fixable())...)
	if all := strings.Join(lines, "   "); cells.StringWidth(all) <= screen {
		return all
	}
	return strings.Join(lines, "\n  ")
}

// screen is how many cells fit beside one another on a common terminal. What
// is longer is laid out on lines of its own, whatever the terminal at hand, so
// that output is the same everywhere.
const screen = 80

func (s Style) count(id string, n int) string { return s.say(id, map[string]any{"PluralCount": n}) }

func (s Style) next(r *Report, fixable int) []string {
	var next []string
	hint := func(id, command, args string) {
		command = strings.TrimSpace(command + " " + Visible(args))
		next = append(next, s.say(id, map[string]any{"Command": command}))
	}
	if fixable > 0 {
		hint("summary.see", "concord fix --diff", s.Repeat)
		hint("summary.apply", "concord fix", s.Repeat)
	}
	// What is fixed is not there any more to be explained.
	if i := slices.IndexFunc(r.Items, func(it Item) bool { return !it.Fixed() }); i >= 0 {
		hint("summary.explain", "concord explain", r.Items[i].ID+" "+s.Repeat)
	}
	return next
}

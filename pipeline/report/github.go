package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/concord-l10n/concord"
)

// GitHub is a workflow command for each finding that is left, which GitHub
// Actions shows beside the line it is about. How a command is written:
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands,
// and actions/toolkit, packages/core/src/command.ts.
var GitHub = &Printer{Name: "github", Print: func(w io.Writer, r *Report, _ Style) error {
	return printing(w, func(b *bufio.Writer) {
		for _, f := range r.Failed {
			line, column := f.at()
			annotate(b, "error", f.why(), "file", slashed(f.File), "line", line, "col", column, "title", "concord")
		}
		for it := range r.left() {
			where := []any{"file", slashed(it.Start.File), "line", it.Start.Line, "endLine", it.End.Line}
			if it.Start.Line == it.End.Line { // otherwise GitHub takes no columns
				where = append(where, "col", it.Start.Column, "endColumn", it.End.Column)
			}
			annotate(b, githubLevels[it.Finding.Severity], it.told(english()), append(where, "title", it.Finding.Rule+" "+it.ID)...)
		}
	})
}}

var githubLevels = map[concord.Severity]string{concord.Note: "notice", concord.Warning: "warning", concord.Error: "error"}

// told says a finding with its evidence, a line each.
func (i *Item) told(s Style) string {
	lines := []string{s.message(i.Finding.Message)}
	for n := range i.Related {
		at := &i.Related[n].Start
		lines = append(lines, fmt.Sprintf("%s:%d:%d: %s", Visible(at.File), at.Line, at.Column, s.evidence(&i.Related[n])))
	}
	return strings.Join(lines, "\n")
}

// annotate writes a workflow command. What it says and its properties, names
// and values by turns, are escaped as GitHub takes them apart.
func annotate(b *bufio.Writer, level, text string, properties ...any) {
	b.WriteString("::" + level)
	sep := " "
	for i := 0; i < len(properties); i += 2 {
		fmt.Fprintf(b, "%s%s=%s", sep, properties[i], githubProperty(fmt.Sprint(properties[i+1])))
		sep = ","
	}
	b.WriteString("::" + githubData(text) + "\n")
}

var (
	escapedData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	escapedProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func githubData(s string) string { return Visible(escapedData.Replace(s)) }

func githubProperty(s string) string { return Visible(escapedProperty.Replace(s)) }

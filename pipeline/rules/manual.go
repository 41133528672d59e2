package rules

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/concord-l10n/concord/pipeline/lint"
)

// Manual returns the manual of the rules, in Markdown, one section a rule in
// the order of their priority.
func Manual() string {
	var b strings.Builder
	b.WriteString("# The rules\n\nPrinted from the rules themselves; `concord explain RULE` says the same. They are in the order of\ntheir priority: where two would edit the same text, the first prevails and the other is heard again.\n[How often they are right](precision.md) was measured on texts of others.\n\n")
	b.WriteString("| rule | group | severity | finds |\n|---|---|---|---|\n")
	for _, r := range All {
		severity := r.Severity.String()
		if r.Off {
			severity = "off; " + severity
		}
		fmt.Fprintf(&b, "| [%s](#%s) | %s | %s | %s |\n", r.Name, r.Name, r.Group, severity, r.Doc.Title)
	}
	for _, r := range All {
		b.WriteString("\n" + Section(r))
	}
	return b.String()
}

// Section returns the section of one rule of the manual, in Markdown.
func Section(r *lint.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s\n\n%s. Group `%s`, severity %s.\n\n%s\n\n", r.Name, r.Doc.Title, r.Group, r.Severity, r.Doc.Text)
	if r.Off {
		fmt.Fprintf(&b, "Off by default: `--only %[1]s` runs it, and so does `rules: {%[1]s: %[2]s}` in concord.yaml.\n\n", r.Name, r.Severity)
	}
	if r.Doc.Source != "" {
		fmt.Fprintf(&b, "As a translation of\n\n```text\n%s\n```\n\n", shown(r.Doc.Source))
	}
	if r.Doc.Glossary != "" {
		fmt.Fprintf(&b, "With the glossary\n\n```yaml\n%s\n```\n\n", strings.TrimSpace(r.Doc.Glossary))
	}
	kind := cmp.Or(r.Doc.Format, "text")
	fmt.Fprintf(&b, "Bad:\n\n```%s\n%s\n```\n\nGood:\n\n```%s\n%s\n```\n", kind, shown(r.Doc.Bad), kind, shown(r.Doc.Good))
	return b.String()
}

// shown makes white space visible that a reader cannot see otherwise: that at
// the end of a line, and blanks that do not break.
func shown(text string) string {
	lines := strings.Split(strings.ReplaceAll(text, "\u00a0", "⍽"), "\n")
	for i, line := range lines {
		trimmed := strings.TrimRight(line, " \t")
		lines[i] = trimmed + strings.Repeat("·", len(line)-len(trimmed))
	}
	return strings.Join(lines, "\n")
}

package report

import "github.com/concord-l10n/concord"

// A Rule is what outputs tell about a rule of the pipeline, in English. Whoever
// makes a report hands them in: packages on one floor do not know each other.
type Rule struct {
	Name     string
	Group    string
	Severity concord.Severity // of a finding that has no higher one of its own
	Title    string           // one line, no full stop
	Text     string           // why, when it edits and when it asks; in Markdown, a paragraph on each line
	Optional bool             // it runs only if it is asked for
	Off      bool             // it did not run
}

// manual is where the rules are explained, each under a heading that is its name.
const manual = site + "/blob/main/docs/rules.md"

// site is the home of the program.
const site = "https://github.com/concord-l10n/concord"

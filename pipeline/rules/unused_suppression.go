package rules

import (
	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// What became of a suppression, as the notes for UnusedSuppression say it. The
// key of such a note is the name of a rule that the suppression has.
const (
	NamesNoRule   = "no-rule"
	GivesNoReason = "no-reason"
	NamesNobody   = "unknown"
	SilencesNone  = "unused"
	SilencesSome  = "used"
)

// UnusedSuppression reports suppressions that do nothing. It reads no text: what
// has become of suppressions is known when all other rules have run.
var UnusedSuppression = &lint.Rule{
	Name:     "unused-suppression",
	Group:    lint.Hygiene,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A suppression does nothing, or does not say why",
		Text: "In Markdown and HTML the comment `<!-- concord-ignore RULE[, RULE]: reason -->` keeps back what a rule finds in the paragraph that it stands in, or the one that comes next; `ignore:` in concord.yaml does so for formats without comments.\n" +
			"What is kept back is neither corrected nor does it fail a check. A suppression without a reason keeps nothing back and is an error; one that names a rule there is none of, or that no finding answers to any more, is a warning. A rule that was not run is not asked.",
		Format: "markdown",
		Bad:    "<!-- concord-ignore dash -->\nA tall - and old - tree.",
		Good:   "<!-- concord-ignore dash: a line from the poem, as it was printed -->\nA tall - and old - tree.",
	},
	Run: func(*lint.Pass) {},
	Across: func(notes []lint.Note, report func(concord.Finding)) {
		type subject struct {
			at   concord.Place
			rule string
		}
		used := make(map[subject]bool)
		for _, n := range notes {
			used[subject{n.Place, n.Key}] = used[subject{n.Place, n.Key}] || n.Value == SilencesSome
		}
		for _, n := range notes {
			if s := (subject{n.Place, n.Key}); used[s] {
				continue
			} else {
				used[s] = true // said once, however many files an entry of the project is about
			}
			f := concord.Finding{Place: n.Place, Message: concord.Message{ID: "rule.unused-suppression." + n.Value, Args: map[string]any{"Rule": n.Key}}, Authority: "rules#unused-suppression"}
			if n.Value == NamesNoRule || n.Value == GivesNoReason {
				f.Severity = concord.Error
			}
			report(f)
		}
	},
}

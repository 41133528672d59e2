package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/pipeline"
	"github.com/concord-l10n/concord/pipeline/lint"
	"github.com/concord-l10n/concord/pipeline/report"
	"github.com/concord-l10n/concord/pipeline/rules"
)

var explainCommand = command{
	name: "explain", args: "RULE|CONCEPT|TERM|FINDING [PATH…]", about: "about.explain",
	examples: []string{"concord explain term", "concord explain slogan.china-temperature", "concord explain F-3fa9c1"},
	flags:    work,
	run: func(t *tool, c *cli.Context) error {
		what := c.Args().First()
		if what == "" {
			return t.fault("explain.what")
		}
		if r := rules.Find(what); r != nil {
			return t.explained(t.rule(r))
		}
		if strings.HasPrefix(what, "F-") {
			return t.finding(c, what)
		}
		set, err := t.settings(c.String("config"))
		if err != nil {
			return err
		}
		g, err := t.glossary(set, c.StringSlice("glossary"))
		if err != nil {
			return err
		}
		if text := t.concepts(g, strings.TrimPrefix(what, "glossary#")); text != "" {
			return t.explained(text)
		}
		return t.unknown(what)
	},
}

func (t *tool) explained(text string) error {
	_, err := fmt.Fprint(t.out, text)
	return t.written("-", err)
}

func (t *tool) unknown(what string) error {
	return t.fault("explain.unknown", "What", what, "Rules", rulesAlone())
}

// rule explains a rule: the section of the manual, and how to silence it.
func (t *tool) rule(r *lint.Rule) string {
	return rules.Section(r, t.say) + "\n" + t.text("explain.silence", "Rule", r.Name) + "\n"
}

// concepts explains the concepts of an id, or those with a term of that text.
func (t *tool) concepts(g *glossary.Glossary, what string) string {
	var all []*glossary.Concept
	for c := range g.All() {
		if c.ID == what {
			all = []*glossary.Concept{c}
			break
		}
		if slices.ContainsFunc(c.Terms, func(x *glossary.Term) bool { return folded(x.Text) == folded(what) }) {
			all = append(all, c)
		}
	}
	var b strings.Builder
	for i, c := range all {
		if i > 0 {
			b.WriteString("\n")
		}
		t.concept(&b, c)
	}
	return b.String()
}

func (t *tool) concept(b *strings.Builder, c *glossary.Concept) {
	line := func(s string) { fmt.Fprintln(b, visible(strings.TrimRight(s, " "))) }
	line(strings.TrimSpace(c.ID + "  " + c.Kind))
	for _, s := range []string{c.Definition, c.Note} {
		if s != "" {
			line("  " + s)
		}
	}
	for _, x := range c.Terms {
		s := fmt.Sprintf("  %-8s %s %s", x.Locale, cells.FillRight(t.status(x), 16), x.Text)
		if x.Replace != "" {
			s += " → " + x.Replace
		}
		line(s)
		for _, why := range append(t.conditions(x), x.Condition, x.Note) {
			if why != "" {
				line("           " + why)
			}
		}
	}
	line("  " + t.text("explain.defined", "At", c.At.String()))
}

// status says what becomes of a term.
func (t *tool) status(x *glossary.Term) string { return t.text("status." + x.Status.String()) }

// conditions says when a term applies.
func (t *tool) conditions(x *glossary.Term) []string {
	var all []string
	w := x.When
	if len(w.Evidence) > 0 {
		all = append(all, t.text("explain.evidence", "Words", w.Evidence))
	}
	if len(w.Without) > 0 {
		all = append(all, t.text("explain.without", "Words", w.Without))
	}
	if w.LeftNot != nil {
		all = append(all, t.text("explain.left-not", "Pattern", bare(w.LeftNot)))
	}
	if w.RightNot != nil {
		all = append(all, t.text("explain.right-not", "Pattern", bare(w.RightNot)))
	}
	if w.NotAfterName {
		all = append(all, t.text("explain.not-after-name"))
	}
	if w.Quoted {
		all = append(all, t.text("explain.quoted"))
	}
	if !x.Status.Guard() && !x.Auto {
		all = append(all, t.text("explain.ask"))
	}
	return all
}

// bare returns a pattern as the glossary has it, without what anchors it.
func bare(re *regexp.Regexp) string {
	s := strings.TrimSuffix(strings.TrimPrefix(re.String(), "^"), "$")
	return strings.TrimSuffix(strings.TrimPrefix(s, "(?:"), ")")
}

// finding runs the check that reported a finding, and tells all about it.
func (t *tool) finding(c *cli.Context, id string) error {
	set, err := t.settings(c.String("config"))
	if err != nil {
		return err
	}
	k, err := t.taskOf(c, set, c.Args().Tail())
	if err != nil {
		return err
	}
	var runs []report.Run
	failed, err := k.batch(k.config(), func(res *pipeline.Result) []report.Failure {
		runs = append(runs, k.runs(res)...)
		return nil
	})
	if err != nil {
		return err
	}
	r := k.report(runs, failed)
	all := slices.Concat(r.Items, r.Quiet)
	i := slices.IndexFunc(all, func(it report.Item) bool {
		return it.ID == id || len(id) > len("F-")+5 && strings.HasPrefix("F-"+it.Fingerprint, id)
	})
	if i < 0 {
		return t.fault("explain.no-finding", "ID", id)
	}
	one := *r
	one.Items, one.Quiet = all[i:i+1], nil
	if err := k.printTo(c, &one, output{report.Text, ""}, t.out); err != nil {
		return err
	}
	var b strings.Builder
	it := &all[i]
	fmt.Fprintf(&b, "\n%s\n", visible(t.say.Say(it.Finding.Message)))
	switch {
	case it.Suppressed != "":
		fmt.Fprintf(&b, "%s\n", visible(t.text("explain.suppressed", "Reason", it.Suppressed)))
	case it.Known:
		fmt.Fprintf(&b, "%s\n", visible(t.text("explain.known", "File", k.known.file)))
	}
	for _, p := range it.Fixes {
		id := "explain.fix"
		if p.Auto {
			id = "explain.fix.sure"
		}
		fmt.Fprintf(&b, "%s\n", visible(t.text(id, "Before", p.Before, "After", p.After)))
	}
	fmt.Fprintf(&b, "%s\n\n", visible(t.text("explain.authority", "Authority", it.Finding.Authority)))
	if concept := it.Concept(); concept != "" {
		b.WriteString(t.concepts(k.glossary, concept) + "\n")
	}
	b.WriteString(t.rule(rules.Find(it.Finding.Rule)))
	return t.explained(b.String())
}

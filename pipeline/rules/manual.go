package rules

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales/messages"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// head begins the manual.
const head = `# The rules

Printed from the rules themselves; ` + "`concord explain RULE`" + ` says the same. They are in the order of
their priority: where two would edit the same text, the first prevails and the other is heard again.

What is under "right" is how many findings were right of those that one person has read, in texts of others; each
section says which. A finding was right if what it says is so of the text as it stands, and an editor would want to hear
of it. Up to some thirty were drawn at random a rule, fewer where there were no more, and one that several machines had
made of the same sentence was read once. A rule that is right in less than four of five is off. "None found": the rule
ran over all of these texts and had nothing to say; "–": nobody has read findings of it, for want of a glossary or because
it tells no slips.

| texts | what they are |
|---|---|
| Debian | 89 announcements of the Debian project of 2012 to 2018, in English and up to 13 other languages, translated by volunteers |
| NTREX | NTREX-128: 123 news reports in English, translated by professionals into 12 languages; a sentence is a paragraph, so that brackets and quotation marks were not judged |
| bio-MQM | 513 medical abstracts in 14 directions, a translation by people and three by machines of each, a sentence to a paragraph; those that say a sentence twice are left out, as their two sides do not belong together |
| web pages | 6,087 pages of the Debian project and 842 of the CNCF glossary, in HTML and Markdown, translated by volunteers into up to 23 languages |
| manuals | 407 pages of eight manuals of Debian 12 in English (debian-handbook, developers-reference, debian-reference, maint-guide, debmake-doc, debian-faq, aptitude-doc, gnome-user-docs), and 7,450 pages of their translations into up to 29 languages, in HTML; some are translated in part |
| TICO-19 | the same kind of texts, with the terminologies of TICO-19 as the glossary; right is that the term is in fact not there |
| machine-translated from Chinese | three press releases that the project began with; the rules were written with them in view, so they do not count |

`

// Manual returns the manual of the rules, in Markdown, one section a rule in
// the order of their priority.
func Manual() string {
	var b strings.Builder
	b.WriteString(head)
	b.WriteString("| rule | group | severity | right | finds |\n|---|---|---|---|---|\n")
	for _, r := range All {
		severity := r.Severity.String()
		if r.Off {
			severity = "off; " + severity
		}
		fmt.Fprintf(&b, "| [%s](#%s) | %s | %s | %s | %s |\n", r.Name, r.Name, r.Group, severity, right(&r.Doc), r.Doc.Title)
	}
	english := messages.New()
	for _, r := range All {
		b.WriteString("\n" + Section(r, english))
	}
	return b.String()
}

// right sums up how often a rule was right.
func right(d *lint.Doc) string {
	read, right := d.Read()
	switch {
	case len(d.Readings) == 0:
		return "–"
	case read == 0:
		return "none found"
	}
	return fmt.Sprintf("%d of %d", right, read)
}

// Section returns the section of one rule of the manual, in Markdown, in the language of say.
func Section(r *lint.Rule, say *messages.Printer) string {
	d, kind := &r.Doc, cmp.Or(r.Doc.Format, "text")
	parts := []string{
		"## " + r.Name,
		say.Say(concord.Message{ID: "manual.head", Args: map[string]any{
			"Title": say.Translate(r.Name+".title", d.Title), "Group": string(r.Group), "Severity": concord.Message{ID: "severity." + r.Severity.String()},
		}}),
		say.Translate(r.Name+".text", d.Text),
	}
	if r.Off {
		parts = append(parts, say.Say(concord.Message{ID: "manual.off", Args: map[string]any{"Rule": r.Name, "Severity": r.Severity.String()}}))
	}
	parts = append(parts, readings(r, say))
	example := func(id, kind, text string) {
		if text != "" {
			parts = append(parts, say.Say(concord.Message{ID: id}), fmt.Sprintf("```%s\n%s\n```", kind, text))
		}
	}
	example("manual.source", "text", shown(d.Source))
	example("manual.glossary", "yaml", strings.TrimSpace(d.Glossary))
	example("manual.bad", kind, shown(d.Bad))
	example("manual.good", kind, shown(d.Good))
	return strings.Join(parts, "\n\n") + "\n"
}

// readings says how often a rule was right in which texts.
func readings(r *lint.Rule, say *messages.Printer) string {
	var some, none []string
	for _, x := range r.Doc.Readings {
		texts := say.Translate("texts."+string(x.Texts), string(x.Texts))
		m := concord.Message{ID: "right.some", Args: map[string]any{"Right": x.Right, "Read": x.Read, "Texts": texts}}
		switch {
		case x.Read == 0:
			none = append(none, texts)
			continue
		case x.Others != "":
			m.ID, m.Args["Others"] = "right.others", say.Translate(r.Name+".reading."+string(x.Texts), x.Others)
		}
		some = append(some, say.Say(m))
	}
	if len(none) > 0 {
		some = append(some, say.Say(concord.Message{ID: "right.none", Args: map[string]any{"Texts": none}}))
	}
	if len(some) == 0 {
		return say.Say(concord.Message{ID: "right.unread"})
	}
	return strings.Join(some, "\n")
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

package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"
)

var manCommand = command{
	name: "man", args: "", about: "about.man",
	examples: []string{"concord man | man -l -", "concord man >/usr/local/share/man/man1/concord.1", "concord man --ui-lang zh-Hans | man -l -"},
	flags:    func(*tool) []cli.Flag { return nil },
	run: func(t *tool, c *cli.Context) error {
		_, err := fmt.Fprint(t.out, t.manual(c.App))
		return t.written("-", err)
	},
}

// A page is a manual page in the making, in the language of man(7).
type page struct{ strings.Builder }

// roff writes text as man reads it: a backslash begins a request there, and so
// does a stop or an apostrophe that begins a line; a hyphen is none unless it is
// marked as one.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "\n", " ").Replace(text)
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		return `\&` + text
	}
	return text
}

func (p *page) section(title string) { fmt.Fprintf(p, ".SH \"%s\"\n", roff(title)) }

// item writes a term in bold, and below it what it is.
func (p *page) item(term, about string) {
	fmt.Fprintf(p, ".TP\n\\fB%s\\fR\n%s\n", roff(term), roff(about))
}

// manual is the manual page, made of what help is made of.
func (t *tool) manual(app *cli.App) string {
	p := new(page)
	fmt.Fprintf(p, ".TH CONCORD 1 \"\" \"%s\"\n", roff("concord "+built().Version))
	p.section(t.text("man.name"))
	fmt.Fprintf(p, "concord \\- %s\n", roff(t.text("help.concord")))
	p.section(t.text("man.synopsis"))
	fmt.Fprintf(p, "\\fBconcord\\fR %s\n", roff(t.text("help.usage")))
	p.section(t.text("man.commands"))
	for _, c := range app.Commands {
		t.describe(p, "concord "+c.Name, c)
		for _, sub := range c.Subcommands {
			t.describe(p, "concord "+c.Name+" "+sub.Name, sub)
		}
	}
	p.section(t.text("man.flags"))
	t.flags(p, app.Flags)
	p.section(t.text("man.codes"))
	fmt.Fprintf(p, "%s\n", roff(t.text("help.codes")))
	p.section(t.text("man.files"))
	p.item(settingsName, t.text("man.file.settings"))
	p.item(baselineName, t.text("man.file.baseline"))
	p.section(t.text("man.environment"))
	p.item("CONCORD_CACHE", t.text("man.env.cache"))
	p.item("NO_COLOR", t.text("man.env.color"))
	p.item("FORCE_COLOR", t.text("man.env.force"))
	p.item("LC_ALL, LC_MESSAGES, LANG", t.text("man.env.lang"))
	return p.String()
}

// describe writes the part about a command.
func (t *tool) describe(p *page, name string, c *cli.Command) {
	fmt.Fprintf(p, ".SS \"%s\"\n%s\n", roff(strings.TrimSpace(name+" "+c.ArgsUsage)), roff(t.text(c.Usage)))
	if len(c.Subcommands) > 0 {
		return
	}
	t.flags(p, c.Flags[:len(c.Flags)-len(t.voice())])
	fmt.Fprintf(p, ".PP\n%s\n.PP\n.nf\n", roff(t.text("help.examples")))
	for l := range strings.Lines(c.Description) {
		fmt.Fprintf(p, "%s\n", roff(strings.TrimSuffix(l, "\n")))
	}
	p.WriteString(".fi\n")
}

func (t *tool) flags(p *page, flags []cli.Flag) {
	for _, f := range flags {
		p.item(signature(f), t.text(f.(cli.DocGenerationFlag).GetUsage()))
	}
}

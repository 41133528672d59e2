package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mattn/go-runewidth"
	"github.com/urfave/cli/v2"
)

// asksHelp reports whether a command line asks what it could do.
func asksHelp(args []string) bool {
	for _, arg := range args {
		switch arg {
		case "--":
			return false
		case "-h", "-help", "--help":
			return true
		}
	}
	return false
}

// help writes the help of a command, or of concord as a whole.
func (t *tool) help(app *cli.App, c *cli.Command) error {
	var b strings.Builder
	if c.Name == "" {
		fmt.Fprintf(&b, "%s\n\n  concord %s\n\n", t.text("help.concord"), t.text("help.usage"))
		t.columns(&b, t.rows(app.Commands))
		fmt.Fprintf(&b, "\n%s\n", t.text("help.more"))
		fmt.Fprintf(&b, "%s\n", t.text("help.codes"))
	} else {
		t.helpOf(&b, c)
	}
	_, err := t.out.Write([]byte(b.String()))
	return t.written("-", err)
}

func (t *tool) helpOf(b *strings.Builder, c *cli.Command) {
	fmt.Fprintf(b, "%s\n\n  %s\n", t.text(c.Usage), strings.TrimSpace(c.HelpName+" "+c.ArgsUsage))
	if len(c.Subcommands) > 0 {
		b.WriteString("\n")
		t.columns(b, t.rows(c.Subcommands))
	}
	if c.Description != "" {
		fmt.Fprintf(b, "\n%s\n", t.text("help.examples"))
		for l := range strings.Lines(c.Description) {
			fmt.Fprintf(b, "  %s\n", strings.TrimSuffix(l, "\n"))
		}
	}
	var flags [][2]string
	for _, f := range c.Flags {
		flags = append(flags, [2]string{signature(f), t.text(f.(cli.DocGenerationFlag).GetUsage())})
	}
	if len(c.Subcommands) == 0 {
		fmt.Fprintf(b, "\n%s\n", t.text("help.flags"))
		t.columns(b, flags)
	}
}

// rows returns commands and what each is for. The usage of a command, and that of
// a flag, is the id of a message until help says it: most runs show no help.
func (t *tool) rows(commands []*cli.Command) [][2]string {
	var all [][2]string
	for _, c := range commands {
		left := c.Name
		if len(c.Subcommands) == 0 {
			left = strings.TrimSpace(left + " " + c.ArgsUsage)
		}
		all = append(all, [2]string{left, t.text(c.Usage)})
	}
	return all
}

// signature shows a flag with the name of its value, which its usage gives
// first, in back quotes.
func signature(f cli.Flag) string {
	names := slices.Clone(f.Names())
	for i, n := range names {
		names[i] = strings.Repeat("-", min(2, len(n))) + n
	}
	s := strings.Join(names, ", ")
	if doc, ok := f.(cli.DocGenerationFlag); ok && doc.TakesValue() {
		s += " " + placeholders[f.Names()[0]]
	}
	return s
}

// cells measures text the same on every machine: the library's own default looks
// at the environment.
var cells = runewidth.Condition{StrictEmojiNeutral: true}

// widest is how wide the first of two columns may be.
const widest = 26

// columns writes rows of two columns. What does not fit beside the first, on a
// screen of 80, goes on below, and so does all that belongs to a first one that is
// too wide.
func (t *tool) columns(b *strings.Builder, rows [][2]string) {
	width := 0
	for _, r := range rows {
		if n := cells.StringWidth(r[0]); n <= widest {
			width = max(width, n)
		}
	}
	for _, r := range rows {
		left := r[0]
		if cells.StringWidth(left) > width {
			fmt.Fprintf(b, "  %s\n", left)
			left = ""
		}
		for _, line := range wrapped(r[1], 80-width-4) {
			fmt.Fprintf(b, "  %s  %s\n", cells.FillRight(left, width), line)
			left = ""
		}
	}
}

// wrapped breaks a text into lines of so many cells, between words and behind the
// stops of Chinese, which sets no spaces.
func wrapped(text string, width int) []string {
	lines := []string{""}
	for _, part := range strings.SplitAfter(stops.Replace(text), "\x00") {
		part = strings.TrimSuffix(part, "\x00")
		last := &lines[len(lines)-1]
		if *last != "" && cells.StringWidth(*last+strings.TrimSpace(part)) > width {
			*last = strings.TrimSpace(*last)
			lines = append(lines, "")
			last = &lines[len(lines)-1]
		}
		*last += part
	}
	return lines
}

// stops marks where a line may end.
var stops = strings.NewReplacer(" ", " \x00", "，", "，\x00", "、", "、\x00", "；", "；\x00", "：", "：\x00", "。", "。\x00")

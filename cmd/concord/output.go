package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"

	"github.com/urfave/cli/v2"

	"github.com/concord-l10n/concord/pipeline/report"
)

// style is how to print to a writer.
func (t *tool) style(c *cli.Context, w io.Writer) (report.Style, error) {
	when, err := t.one(c, "color", "auto", "always", "never")
	if err != nil {
		return report.Style{}, err
	}
	terminal := t.tty(w)
	color := when == "always"
	if when == "auto" {
		switch {
		case t.env("NO_COLOR") != "":
		case t.env("FORCE_COLOR") != "" && t.env("FORCE_COLOR") != "0":
			color = true
		default:
			color = terminal && t.env("TERM") != "dumb"
		}
	}
	return report.Style{Say: t.say, Color: color, Terminal: terminal}, nil
}

// print writes a report to every output. What could not be worked on is said on
// standard error as well.
func (k *task) print(c *cli.Context, r *report.Report, outputs []output, usual io.Writer) error {
	for _, f := range r.Failed {
		k.complain(f.Err)
	}
	var failed error
	for _, o := range outputs {
		failed = errors.Join(failed, k.printTo(c, r, o, usual)) // one that cannot be written keeps no other back
	}
	return failed
}

func (k *task) printTo(c *cli.Context, r *report.Report, o output, usual io.Writer) error {
	s, err := k.style(c, usual)
	if err != nil {
		return err
	}
	s.Repeat = k.repeat
	s.Fails, s.Fault = k.failing, k.sentence
	if v := built().Version; v != "(devel)" {
		s.Version = v
	}
	if o.file == "" {
		return k.written("-", o.Print(usual, r, s))
	}
	s.Color, s.Terminal = false, false
	var b bytes.Buffer
	if err := o.Print(&b, r, s); err != nil {
		return err
	}
	return k.written(o.file, deliver(o.file, b.Bytes()))
}

// deliver writes a report to a file, or to a pipe or a device.
func deliver(file string, data []byte) error {
	info, err := os.Stat(file)
	if err != nil || !errors.Is(regularFile(info), errStream) {
		return write(file, data)
	}
	f, err := os.OpenFile(file, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

// written turns a failure to write an output into what ends the program. That a
// reader stopped reading, as head does, is no failure worth a word.
func (t *tool) written(file string, err error) error {
	if err == nil {
		return nil
	}
	switch {
	case errors.Is(err, syscall.EPIPE):
	case file == "-":
		t.tell("output.failed", "Why", pathError("write", file, err).(*fs.PathError).Err.Error())
	default:
		t.complain(pathError("write", file, err))
	}
	return exit(incomplete)
}

// repeated returns the flags of a command line and its files, to be repeated in
// commands that are suggested, quoted for a shell. They are in an order of their
// own where the order means nothing.
func repeated(c *cli.Context, files []string) string {
	var all []string
	for _, name := range []string{"config", "lang", "encoding", "baseline", "since"} {
		if v := c.String(name); v != "" {
			all = append(all, "--"+name, quoted(v))
		}
	}
	for _, v := range c.StringSlice("glossary") {
		all = append(all, "--glossary", quoted(v))
	}
	for _, name := range []string{"only", "skip"} {
		for _, v := range slices.Sorted(slices.Values(c.StringSlice(name))) {
			all = append(all, "--"+name, quoted(v))
		}
	}
	for _, file := range slices.Sorted(slices.Values(files)) {
		all = append(all, quoted(file))
	}
	return strings.Join(all, " ")
}

// escaped writes a word of which not all can be seen as a shell reads it: bytes
// that are no plain ASCII by their number.
func escaped(word string) string {
	var b strings.Builder
	for _, c := range []byte(word) {
		if c < ' ' || c > '~' || c == '\'' || c == '\\' {
			fmt.Fprintf(&b, `\x%02x`, c)
		} else {
			b.WriteByte(c)
		}
	}
	return "$'" + b.String() + "'"
}

// quoted writes a word as a shell reads it.
func quoted(word string) string {
	if visible(word) != word {
		return escaped(word)
	}
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_./:,=@%+", r) || r > 0x7f
	}
	if word != "" && strings.IndexFunc(word, func(r rune) bool { return !plain(r) }) < 0 {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}

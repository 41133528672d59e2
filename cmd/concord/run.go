package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"

	"github.com/mattn/go-isatty"
	"github.com/urfave/cli/v2"

	"github.com/concord-l10n/concord/locales/messages"
	"github.com/concord-l10n/concord/pipeline/report"
)

// The exit codes. A program that calls concord may rely on them.
const (
	clean       = 0
	found       = 1 // findings at or above --fail-on, or a comparison that is not empty
	unable      = 2 // could not run: flags, settings, glossary, nothing to work on
	incomplete  = 3 // ran, but some files failed
	interrupted = 128
)

// An exit is the code to end with when all that is to be said has been said.
type exit int

// Error makes an exit an error, which commands return.
func (exit) Error() string { return "" }

// A world is what a run of concord reads from and writes to.
type world struct {
	in       io.Reader
	out, err io.Writer
	env      func(string) string
	tty      func(any) bool // whether a reader or writer is a terminal
}

func system() world {
	return world{os.Stdin, os.Stdout, os.Stderr, os.Getenv, func(w any) bool {
		f, ok := w.(*os.File)
		return ok && (isatty.IsTerminal(f.Fd()) || isatty.IsCygwinTerminal(f.Fd()))
	}}
}

// A tool is one run of concord.
type tool struct {
	world
	ctx    context.Context
	signal *atomic.Int32 // the signal that interrupted the run, or 0
	say    *messages.Printer
	staged *changes // what project files are read from as well; nil: their folder
	base   string   // folder that the names of files are relative to, if not this one
}

// run runs concord and returns its exit code.
func run(args []string, w world) int {
	ctx, got, stop := interruptible()
	defer stop()
	t := &tool{world: w, ctx: ctx, signal: got}
	t.say = messages.New(value(args, "ui-lang"), w.env("LC_ALL"), w.env("LC_MESSAGES"), w.env("LANG"))
	err := t.main(args)
	if n := got.Load(); n != 0 && err != nil {
		return interrupted + int(n)
	}
	var code exit
	switch {
	case err == nil:
		return clean
	case errors.As(err, &code):
		return int(code)
	}
	t.complain(err)
	return unable
}

// interruptible returns a context that ends at the first Ctrl-C or request to
// end. What is being written then is still written whole; a second signal ends
// the program at once.
func interruptible() (context.Context, *atomic.Int32, func()) {
	ctx, cancel := context.WithCancel(context.Background())
	got := new(atomic.Int32)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		if s, ok := (<-signals).(syscall.Signal); ok {
			got.Store(int32(s))
			signal.Stop(signals)
			cancel()
		}
	}()
	return ctx, got, func() { signal.Stop(signals); cancel() }
}

func (t *tool) main(args []string) error {
	app := t.app()
	command, args := arrange(app, usual(args))
	if asksHelp(args) || len(args) == 1 {
		return t.help(app, command)
	}
	if len(command.Subcommands) > 0 && len(args) > 1 && args[len(args)-1] == command.Name {
		return errors.Join(t.help(app, command), exit(unable))
	}
	if err := t.repeats(app, command, args); err != nil {
		return err
	}
	return app.RunContext(t.ctx, args)
}

// app is the command line as urfave/cli runs it. Help and errors are concord's
// own: they speak the reader's language and fit a screen.
func (t *tool) app() *cli.App {
	app := &cli.App{
		Name: "concord", HideHelp: true, HideVersion: true,
		DisableSliceFlagSeparator: true,
		Writer:                    t.out, ErrWriter: t.err, Reader: t.in,
		ExitErrHandler: func(*cli.Context, error) {},
		OnUsageError: func(_ *cli.Context, err error, _ bool) error {
			return t.misused(err, "concord")
		},
		Flags: t.voice(),
		Action: func(c *cli.Context) error {
			return t.fault("command.unknown", "Command", c.Args().First(), "Known", names(c.App.Commands))
		},
	}
	for _, c := range commands {
		app.Commands = append(app.Commands, t.built(c, "concord"))
	}
	return app
}

// built prepares a command and those below it.
func (t *tool) built(c command, parent string) *cli.Command {
	out := &cli.Command{
		Name: c.name, Usage: c.about, HelpName: parent + " " + c.name, ArgsUsage: c.args,
		Description: strings.Join(c.examples, "\n"), HideHelp: true, Flags: t.voice(),
		OnUsageError: func(_ *cli.Context, err error, _ bool) error {
			return t.misused(err, parent+" "+c.name)
		},
	}
	if c.flags != nil {
		out.Flags = append(c.flags(t), out.Flags...)
	}
	for _, sub := range c.below {
		out.Subcommands = append(out.Subcommands, t.built(sub, parent+" "+c.name))
	}
	out.Action = func(ctx *cli.Context) error {
		if c.run == nil {
			return t.fault("command.unknown", "Command", ctx.Args().First(), "Known", names(out.Subcommands))
		}
		return c.run(t, ctx)
	}
	return out
}

// usual turns what people try with every program into a command: --version
// into version, and help NAME into NAME --help.
func usual(args []string) []string {
	if len(args) < 2 {
		return args
	}
	switch args[1] {
	case "-v", "-version", "--version":
		return slices.Concat(args[:1], []string{"version"}, args[2:])
	case "help":
		return slices.Concat(args[:1], args[2:], []string{"--help"})
	}
	return args
}

func names(commands []*cli.Command) []string {
	var all []string
	for _, c := range commands {
		all = append(all, c.Name)
	}
	return all
}

// arrange puts the flags of a command before its arguments, so that they may
// be given in any order, and returns the command that is meant.
func arrange(app *cli.App, args []string) (*cli.Command, []string) {
	command := &cli.Command{Subcommands: app.Commands, Flags: app.Flags}
	var path, flags, rest []string
	for i := 1; i < len(args); i++ {
		arg := args[i]
		name, _, joined := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		switch next := sub(command, arg); {
		case arg == "--":
			rest = append(rest, args[i+1:]...)
			i = len(args)
		case len(arg) > 1 && arg[0] == '-':
			flags = append(flags, arg)
			if !joined && takesValue(app, command, name) && i+1 < len(args) {
				i++
				flags = append(flags, args[i])
			}
		case next != nil && len(rest) == 0:
			command = next
			path = append(path, arg)
		default:
			rest = append(rest, arg)
		}
	}
	out := append(slices.Concat([]string{args[0]}, path, flags), "--")
	if len(path) == 0 || len(rest) == 0 {
		out = out[:len(out)-1]
	}
	return command, append(out, rest...)
}

func sub(c *cli.Command, name string) *cli.Command {
	i := slices.IndexFunc(c.Subcommands, func(s *cli.Command) bool { return s.Name == name })
	if i < 0 {
		return nil
	}
	return c.Subcommands[i]
}

// takesValue reports whether a flag of a command is followed by its value.
func takesValue(app *cli.App, c *cli.Command, name string) bool {
	for _, f := range append(slices.Clone(c.Flags), app.Flags...) {
		if slices.Contains(f.Names(), name) {
			_, isBool := f.(*cli.BoolFlag)
			return !isBool
		}
	}
	return false
}

// value returns the value of a flag before the flags are parsed: errors in them
// are said in the language that one of them asks for.
func value(args []string, flag string) string {
	for i, arg := range args {
		name, v, joined := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		switch {
		case arg == "--":
			return ""
		case !strings.HasPrefix(arg, "-") || name != flag:
		case joined:
			return v
		case i+1 < len(args):
			return args[i+1]
		}
	}
	return ""
}

// visible makes text from outside safe to show.
func visible(s string) string { return report.Visible(s) }

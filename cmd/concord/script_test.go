package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"concord": main})
}

// TestScripts runs the command lines of testdata/script; -update writes into
// them what the commands print now.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       os.Getenv("CONCORD_UPDATE") != "",
		Setup: func(e *testscript.Env) error {
			e.Setenv("LANG", "C")
			root, err := filepath.Abs(filepath.Join("..", ".."))
			e.Setenv("PROJECT", root)
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"code": code, "bytes": writeBytes, "repeat": repeat, "action": action},
	})
}

// code runs a command and holds it to its exit code: code 1 concord check.
func code(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N command...")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if got != args[0] {
		ts.Fatalf("exit code %s, want %s", got, args[0])
	}
}

// writeBytes writes a file of bytes, as Go quotes them: bytes a.txt 'Caf\xe9'.
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes FILE TEXT")
	}
	text, err := strconv.Unquote(`"` + strings.ReplaceAll(args[1], `"`, `\"`) + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o666))
}

// repeat writes a file of a text many times over: repeat a.md 1 '- ' 100000. The
// number before the text is that of lines to make of it.
func repeat(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: repeat FILE LINES TEXT TIMES")
	}
	lines, err := strconv.Atoi(args[1])
	ts.Check(err)
	times, err := strconv.Atoi(args[3])
	ts.Check(err)
	text, err := strconv.Unquote(`"` + strings.ReplaceAll(args[2], `"`, `\"`) + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(strings.Repeat(text, times)+"\n", lines)), 0o666))
}

// TestCommands compares the list with the folder: every command has a script of
// its own, and every command can be asked for help that fits a screen.
func TestCommands(t *testing.T) {
	var listed []string
	help(t, []string{"concord", "--help"}, command{examples: []string{"concord init --sample demo"}})
	for _, c := range commands {
		listed = append(listed, c.name)
		if _, err := os.Stat(filepath.Join("testdata", "script", c.name+".txtar")); err != nil {
			t.Errorf("%s has no script: %v", c.name, err)
		}
		for _, line := range append([]command{c}, c.below...) {
			args := []string{"concord", c.name, "--help"}
			if line.name != c.name {
				args = []string{"concord", c.name, line.name, "--help"}
			}
			help(t, args, line)
		}
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var declared []string
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if name := strings.TrimSuffix(file, ".go"); bytes.Contains(src, []byte("var "+name+"Command = ")) {
			declared = append(declared, name)
		}
	}
	slices.Sort(listed)
	if !slices.Equal(declared, listed) {
		t.Errorf("files declare the commands %v, the list has %v", declared, listed)
	}
}

func help(t *testing.T, args []string, c command) {
	t.Helper()
	for _, lang := range []string{"en", "zh-Hans"} {
		var out, err bytes.Buffer
		w := world{in: strings.NewReader(""), out: &out, err: &err, env: func(string) string { return "" }}
		w.tty = func(any) bool { return false }
		if code := run(append(args, "--ui-lang", lang), w); code != 0 {
			t.Errorf("%v: code %d: %s", args, code, err.String())
		}
		lines := strings.Count(out.String(), "\n")
		if lines > 40 || lines < 5 {
			t.Errorf("%v: help of %d lines", args, lines)
		}
		for _, x := range c.examples {
			if !strings.Contains(out.String(), x) {
				t.Errorf("%v: help does not show %q", args, x)
			}
		}
	}
}

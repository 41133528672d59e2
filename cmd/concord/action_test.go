package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"go.yaml.in/yaml/v3"
)

// compositeAction is what action.yml has that a runner of GitHub goes by.
type compositeAction struct {
	Inputs map[string]struct{ Default string }
	Runs   struct {
		Steps []struct {
			Name   string
			Shell  string
			Folder string `yaml:"working-directory"`
			Env    map[string]string
			Run    string
		}
	}
}

// inputName is a place in action.yml where a value of its inputs goes.
var inputName = regexp.MustCompile(`\$\{\{ inputs\.([a-z-]+) \}\}`)

// action runs the steps of action.yml as a runner of GitHub does, with the values
// of its inputs, in which \n begins a line: action 0 fail-on=error paths=a\nb. The
// number is the exit code of its last step. What the steps give as outputs is in the file outputs.
func action(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: action CODE [INPUT=VALUE]...")
	}
	root := ts.Getenv("PROJECT")
	data, err := os.ReadFile(filepath.Join(root, "action.yml"))
	ts.Check(err)
	var a compositeAction
	ts.Check(yaml.Unmarshal(data, &a))
	values := make(map[string]string)
	for name, in := range a.Inputs {
		values[name] = in.Default
	}
	for _, arg := range args[1:] {
		name, value, _ := strings.Cut(arg, "=")
		if _, known := values[name]; !known {
			ts.Fatalf("action.yml has no input %s", name)
		}
		values[name] = strings.ReplaceAll(value, `\n`, "\n")
	}
	fill := func(text string) string {
		return inputName.ReplaceAllStringFunc(text, func(m string) string {
			value, known := values[inputName.FindStringSubmatch(m)[1]]
			if !known {
				ts.Fatalf("action.yml has no input for %s", m)
			}
			return value
		})
	}
	home := ts.MkAbs(".")
	ts.Check(os.WriteFile(filepath.Join(home, "outputs"), nil, 0o666))
	for i, step := range a.Runs.Steps {
		script := filepath.Join(ts.Getenv("RUNNER_TEMP"), "step.sh")
		ts.Check(os.WriteFile(script, []byte(fill(step.Run)), 0o666))
		env := append(goEnvironment(), "GITHUB_ACTION_PATH="+root, "GITHUB_OUTPUT="+filepath.Join(home, "outputs"))
		for name, value := range step.Env {
			env = append(env, name+"="+fill(value))
		}
		line := append([]string{"-C", filepath.Join(home, fill(step.Folder))}, env...)
		line = append(line, step.Shell, "--noprofile", "--norc", "-eo", "pipefail", script) // as GitHub runs bash
		want := "0"
		if i == len(a.Runs.Steps)-1 {
			want = args[0]
		}
		code(ts, false, append([]string{want, "env"}, line...))
	}
}

// goEnvironment is what the Go command goes by on this machine.
func goEnvironment() []string {
	return slices.DeleteFunc(os.Environ(), func(v string) bool {
		return !strings.HasPrefix(v, "GO") && !strings.HasPrefix(v, "HOME=") && !strings.HasPrefix(v, "XDG_CACHE_HOME=")
	})
}

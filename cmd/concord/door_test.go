package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// unmarshal reads a YAML file of the project's root.
func unmarshal(t *testing.T, name string, to any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", name))
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(data, to); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// action is what matters here of action.yml.
type action struct {
	Inputs map[string]struct{ Default string }
	Runs   struct {
		Steps []struct {
			Run, Dir string
			Env      map[string]string
		}
	}
}

var actionInput = regexp.MustCompile(`\$\{\{ inputs\.([a-z-]+) \}\}`)

// TestAction runs the steps of the action as a runner would, but for the build: the
// program is this test by another name.
func TestAction(t *testing.T) {
	for _, program := range []string{"bash", "jq"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skip(err)
		}
	}
	var a action
	unmarshal(t, "action.yml", &a)
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	dir, temp := t.TempDir(), t.TempDir()
	if text, code := said("init", "--sample", dir); code != clean {
		t.Fatal(text)
	}
	outputs := filepath.Join(temp, "outputs")
	this, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(temp, "concord"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(this, filepath.Join(temp, "concord", "concord")); err != nil {
		t.Skip(err)
	}
	a.Runs.Steps[0].Run = strings.Replace(a.Runs.Steps[0].Run, " -trimpath", " -n -trimpath", 1)
	baseline := []string{"baseline", "write", "--config", filepath.Join(dir, settingsName), "--reason", "as it was", filepath.Join(dir, "releases", "quiet-sea")}
	if text, code := said(baseline...); code != clean {
		t.Fatal(text)
	}
	step := func(n int, inputs map[string]string) (string, int) {
		cmd := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", a.Runs.Steps[n].Run)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GITHUB_ACTION_PATH="+root, "RUNNER_TEMP="+temp, "GITHUB_OUTPUT="+outputs, "LANG=C")
		for name, value := range a.Runs.Steps[n].Env {
			cmd.Env = append(cmd.Env, name+"="+actionInput.ReplaceAllStringFunc(value, func(use string) string {
				name := actionInput.FindStringSubmatch(use)[1]
				in, ok := a.Inputs[name]
				if !ok {
					t.Errorf("there is no input %s", name)
				}
				if given, ok := inputs[name]; ok {
					return given
				}
				return in.Default
			}))
		}
		out, err := cmd.CombinedOutput()
		if err != nil && cmd.ProcessState == nil {
			t.Fatal(err)
		}
		return string(out), cmd.ProcessState.ExitCode()
	}
	if out, code := step(0, nil); code != 0 {
		t.Fatalf("code %d: %s", code, out)
	}
	for _, x := range []struct {
		inputs map[string]string
		code   int
		out    string
	}{
		{map[string]string{"fail-on": "never", "paths": "releases/quiet-hour/en.txt\nreleases/ocean-day\n"}, clean, "file=releases/ocean-day/en.html"},
		{map[string]string{"args": "--only=nosuch"}, unable, "there is no rule or group nosuch"},
		{map[string]string{"paths": "-x $(touch pwned) `touch pwned`"}, unable, "there is no such file"},
		{map[string]string{"config": "$(touch pwned).yaml"}, unable, "there is no such project file"},
		{nil, found, "::error file=releases/open-data/en.md,line=1"},
	} {
		out, code := step(1, x.inputs)
		if code != x.code || !strings.Contains(out, x.out) {
			t.Errorf("%v: code %d: %s", x.inputs, code, out)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "pwned")); err == nil {
		t.Error("an input was run")
	}
	if report, err := os.ReadFile(filepath.Join(dir, "concord.sarif")); err != nil || !strings.Contains(string(report), `"ruleId": "term"`) || strings.Contains(string(report), "suppressions") {
		t.Errorf("no report, or what is known is in it: %v", err)
	}
	if kept, err := os.ReadFile(outputs); err != nil || !strings.Contains(string(kept), "sarif=./concord.sarif\n") {
		t.Errorf("outputs %q: %v", kept, err)
	}
}

// TestHooks holds the hooks to the commands there are.
func TestHooks(t *testing.T) {
	var hooks []struct{ ID, Entry, Language string }
	unmarshal(t, ".pre-commit-hooks.yaml", &hooks)
	var ids []string
	for _, h := range hooks {
		ids = append(ids, h.ID)
		args := strings.Fields(h.Entry)
		if text, code := said(append(args[1:], "--help")...); args[0] != "concord" || code != clean || !strings.HasPrefix(text[strings.Index(text, "\n\n  ")+4:], h.Entry) || h.Language != "golang" {
			t.Errorf("%s: %s: %d %s", h.ID, h.Entry, code, text)
		}
	}
	if want := []string{"concord-check", "concord-fix", "concord-glossary-lint"}; !slices.Equal(ids, want) {
		t.Errorf("hooks %v, want %v", ids, want)
	}
}

var commandLine = regexp.MustCompile(`(?m)^(?: *- |exec |)concord ([a-z].*?)(?: +#.*| >.*)?$`)

// TestRecipes holds the command lines of docs/ci.md to what concord takes.
func TestRecipes(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "docs", "ci.md"))
	if err != nil {
		t.Fatal(err)
	}
	app := (&tool{}).app()
	lines := commandLine.FindAllStringSubmatch(string(data), -1)
	if len(lines) < 12 {
		t.Errorf("%d command lines", len(lines))
	}
	for _, m := range lines {
		words := strings.Fields(m[1])
		for i, word := range words {
			flag, _, _ := strings.Cut(word, "=")
			known := completions(app, append(slices.Clone(words[:i]), flag))
			if names := strings.HasPrefix(word, "--") || i == 0; names && !slices.Contains(known, flag) {
				t.Errorf("concord %s: %s is not known", m[1], word)
			}
			if i > 0 && words[i-1] == "--format" && !slices.Contains(known, flag) {
				t.Errorf("concord %s: no output %s", m[1], flag)
			}
		}
	}
}

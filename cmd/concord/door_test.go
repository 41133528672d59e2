package main

import (
	"os"
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

// TestHooks holds the hooks to the commands there are.
func TestHooks(t *testing.T) {
	var hooks []struct{ ID, Entry, Language string }
	unmarshal(t, ".pre-commit-hooks.yaml", &hooks)
	var ids []string
	for _, h := range hooks {
		ids = append(ids, h.ID)
		args := strings.Fields(h.Entry)
		command, _, _ := strings.Cut(h.Entry, " --")
		if text, code := said(append(args[1:], "--help")...); args[0] != "concord" || code != clean || !strings.HasPrefix(text[strings.Index(text, "\n\n  ")+4:], command) || h.Language != "golang" {
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

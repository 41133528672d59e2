package rules

import (
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/concord-l10n/concord/pipeline/lint"
)

var update = flag.Bool("update", false, "write docs/rules.md anew")

// TestAll compares the list with the folder: a file that declares a rule must
// be listed, or it would never run.
func TestAll(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	declared := make(map[string]string)
	for _, file := range files {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.CompositeLit); ok && !strings.HasSuffix(file, "_test.go") {
				if sel, ok := lit.Type.(*ast.SelectorExpr); ok && sel.Sel.Name == "Rule" {
					if prev := declared[name(lit)]; prev != "" {
						t.Errorf("%s and %s: rule %s twice", prev, file, name(lit))
					}
					declared[name(lit)] = file
				}
			}
			return true
		})
	}
	seen := make(map[string]bool)
	for _, r := range All {
		if declared[r.Name] == "" || seen[r.Name] {
			t.Errorf("rule %q is listed twice or declared in no file", r.Name)
		}
		seen[r.Name] = true
	}
	for rule, file := range declared {
		if !seen[rule] {
			t.Errorf("%s: rule %q is not in All", file, rule)
		}
		if want := strings.ReplaceAll(rule, "-", "_") + ".go"; file != want {
			t.Errorf("%s: rule %q belongs in %s", file, rule, want)
		}
	}
}

func name(lit *ast.CompositeLit) string {
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok && kv.Key.(*ast.Ident).Name == "Name" {
			return strings.Trim(kv.Value.(*ast.BasicLit).Value, `"`)
		}
	}
	return ""
}

func TestDocsAreComplete(t *testing.T) {
	groups := []lint.Group{lint.Terms, lint.Typography, lint.Numbers, lint.Structure, lint.Consistency, lint.Bilingual, lint.Hygiene, lint.Security}
	for _, r := range All {
		d := r.Doc
		if d.Title == "" || strings.HasSuffix(d.Title, ".") || d.Text == "" || d.Bad == "" || d.Good == "" || d.Bad == d.Good {
			t.Errorf("%s: a rule needs a title without a stop, a text, and two examples that differ", r.Name)
		}
		ok := false
		for _, g := range groups {
			ok = ok || g == r.Group
		}
		if !ok {
			t.Errorf("%s: unknown group %q", r.Name, r.Group)
		}
	}
}

func TestManual(t *testing.T) {
	file := filepath.Join("..", "..", "docs", "rules.md")
	want := Manual()
	if *update {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s is not what the rules say; run go test ./pipeline/rules -update", file)
	}
}

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

// TestReadings holds what rules say of how often they are right: a rule that is right
// in less than four of five findings runs only if it is asked for.
func TestReadings(t *testing.T) {
	const enough = 10 // findings that were read
	for _, r := range All {
		seen := make(map[lint.Texts]bool)
		for _, x := range r.Doc.Readings {
			if seen[x.Texts] || !strings.Contains(head, "| "+string(x.Texts)+" |") {
				t.Errorf("%s: the manual does not say what the texts %q are, or they are given twice", r.Name, x.Texts)
			}
			seen[x.Texts] = true
			if x.Right < 0 || x.Right > x.Read || (x.Others != "") != (x.Right < x.Read) || strings.HasSuffix(x.Others, ".") {
				t.Errorf("%s: %+v: what is not right needs a word on what it is, without a full stop", r.Name, x)
			}
		}
		if read, right := r.Doc.Read(); read >= enough && right*5 < read*4 && !r.Off {
			t.Errorf("%s was right in %d of %d findings: it must be off", r.Name, right, read)
		} else if r.Off && (read < enough || right*5 >= read*4) {
			t.Errorf("%s is off, but was right in %d of %d findings", r.Name, right, read)
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

package concord_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/concord-l10n/concord"

// floors is the order of the house: a package may import only packages on a
// floor below its own, so packages on one floor do not know each other.
// It is a statement of policy; do not change it to fix a build.
var floors = []string{
	".",
	"locales locales/messages",
	"glossary",
	"pipeline/format pipeline/align",
	"pipeline/lint pipeline/fix pipeline/suppress",
	"pipeline/rules pipeline/bundle pipeline/report pipeline/baseline",
	"pipeline",
	"cmd/concord",
}

func TestFloors(t *testing.T) {
	floor := make(map[string]int)
	for i, names := range floors {
		for _, name := range strings.Fields(names) {
			floor[path.Join(module, name)] = i
		}
	}
	seen := 0
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if d != nil && d.IsDir() && (d.Name() == "tools" || d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && file != ".") {
			return fs.SkipDir
		}
		if err != nil || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return err
		}
		seen++
		from := path.Join(module, filepath.ToSlash(filepath.Dir(file)))
		i, ok := floor[from]
		if !ok {
			t.Errorf("%s: package %s has no floor", file, from)
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, imp := range f.Imports {
			to, _ := strconv.Unquote(imp.Path.Value)
			if j, ok := floor[to]; ok && j >= i {
				t.Errorf("%s imports %s, which is not below it", file, to)
			} else if !ok && strings.HasPrefix(to, module) {
				t.Errorf("%s imports %s, which has no floor", file, to)
			}
		}
		return nil
	})
	if err != nil || seen == 0 {
		t.Fatalf("walked %d files: %v", seen, err)
	}
}

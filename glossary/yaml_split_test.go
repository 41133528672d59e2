package glossary

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// exact compares glossaries with the places of everything.
func exact(a, b *Glossary) string {
	return cmp.Diff(slices.Collect(a.All()), slices.Collect(b.All()), same[2], same[3], cmpopts.IgnoreFields(Term{}, "Concept"), cmpopts.IgnoreUnexported(Condition{})) +
		cmp.Diff(a, b, same)
}

func holdSplit(t *testing.T, data []byte) {
	t.Helper()
	whole := new(Glossary)
	wholeErr := readYAMLBy(File{Name: "f.yaml", Data: data}, 0, whole)
	for _, size := range []int{1, 100, 1 << 20} {
		pieces := new(Glossary)
		err := readYAMLBy(File{Name: "f.yaml", Data: data}, size, pieces)
		if fmt.Sprint(err) != fmt.Sprint(wholeErr) || (err != nil && faults(err) != faults(wholeErr)) {
			t.Fatalf("%q\nat once: %v\nin pieces of %d: %v", data, wholeErr, size, err)
		}
		if d := exact(whole, pieces); err == nil && d != "" {
			t.Fatalf("%q\nin pieces of %d: %s", data, size, d)
		}
	}
}

var splitSeeds = []string{
	"concepts:\n  - id: a\n    terms: {en: x}\n  - id: b\n    note: |+\n      x\n\n  - id: c\n",
	"glossary: g\nconcepts:\n- id: a\n- id: \"b\n- id: c\"\n- {id: [d,\n- e]}\n",
	"about: {x: [\nconcepts:\n  - id: a\n]}\n", "concepts:\n  - &a {id: a}\n  - *a\n", "concepts:\n  - id: a\nlocales: [en]\n",
	"concepts:\r\n  - id: a\r\n    kind: x\r\n  # more\r\n  - id: b\r\n", "glossary: 'a\nconcepts:\n  - id: a'\nconcepts:\n  - id: b\n",
	"concepts:\n  - id: a\n    terms:\n      en: {text: b}\n  - {id: b, idd: c}\n  -  id: c\n - id: d\n", "concepts:\n  - id: >\n     a\n  - b\n  -\n    id: c\n",
	"concepts:\n  - id: a\n   # x\n#y\n\n  - id: b\n...\n", "x: &x y\nconcepts:\n  - id: *x\n", "%YAML 1.2\n---\nconcepts:\n  - id: a\n", "concepts:\n  - ? id\n    : a\n  - - b\n",
}

// TestSplit: in pieces a file is what it is at once, and so are its faults.
func TestSplit(t *testing.T) {
	for _, s := range splitSeeds {
		holdSplit(t, []byte(s))
	}
	files, _ := filepath.Glob("testdata/*.yaml")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		holdSplit(t, data)
	}
	for _, file := range cases(t, "testdata/faults/*.txtar") {
		all, _ := archive(t, file)
		for _, f := range all {
			if strings.HasSuffix(f.Name, ".yaml") {
				holdSplit(t, f.Data)
			}
		}
	}
}

func FuzzSplit(f *testing.F) {
	for _, s := range splitSeeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if invalid(data) < 0 {
			holdSplit(t, data)
		}
	})
}

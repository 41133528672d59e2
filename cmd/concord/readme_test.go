package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write into README.md what the commands in it print")

var shownOutput = regexp.MustCompile("(?s)<!-- output: concord ([^\n]*) -->\n```text\n(.*?)```\n")

// TestReadme runs the commands whose output README.md shows, one after the other
// in an empty folder, and compares.
func TestReadme(t *testing.T) {
	file, err := filepath.Abs(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	n := 0
	printed := shownOutput.ReplaceAllFunc(data, func(block []byte) []byte {
		n++
		m := shownOutput.FindSubmatch(block)
		var out, errs bytes.Buffer
		w := world{in: strings.NewReader(""), out: &out, err: &errs, env: func(string) string { return "" }}
		w.tty = func(any) bool { return false }
		if code := run(append([]string{"concord"}, strings.Fields(string(m[1]))...), w); code > found {
			t.Errorf("concord %s: code %d: %s", m[1], code, errs.String())
		}
		return []byte("<!-- output: concord " + string(m[1]) + " -->\n```text\n" + out.String() + "```\n")
	})
	switch {
	case n < 3:
		t.Errorf("README.md shows the output of %d commands", n)
	case *update:
		if err := os.WriteFile(file, printed, 0o666); err != nil {
			t.Fatal(err)
		}
	case !bytes.Equal(printed, data):
		t.Error("README.md shows what the commands no longer print; run: go test ./cmd/concord -run Readme -update")
	}
}

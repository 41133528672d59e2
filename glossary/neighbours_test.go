package glossary

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNeighbours writes the texts and terms of the benchmarks to the folder
// CONCORD_NEIGHBOURS, for tools/neighbours to hold other programs to.
func TestNeighbours(t *testing.T) {
	dir := os.Getenv("CONCORD_NEIGHBOURS")
	if dir == "" {
		t.Skip("CONCORD_NEIGHBOURS names no folder to write to")
	}
	write := func(name, text string) {
		t.Helper()
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, n := range []int{100, 10_000} { // as BenchmarkFind
		v := newInventor()
		g := v.glossary("en", n)
		write(fmt.Sprintf("terms-%d.txt", n), lines(g, func(x, y *Term) string { return x.Text + "\n" + y.Text }))
		write(fmt.Sprintf("text-%d.txt", n), v.text(g, "en", 1<<20, 2))
	}
	writePairs(t, write, 100, 200, 2000)
	writePairs(t, write, 1000, 200)
}

// writePairs writes a glossary with pairs of a deprecated term and the preferred
// one, as several programs want it, and folders of so many releases of 15 KB.
func writePairs(t *testing.T, write func(name, text string), pairs int, folders ...int) {
	v := newInventor()
	g := v.glossary("en", 2*pairs)
	data, err := Write(g)
	if err != nil {
		t.Fatal(err)
	}
	dir := fmt.Sprintf("pairs-%d/", pairs)
	write(dir+"concord.glossary.yaml", string(data))
	write(dir+"deprecated.txt", lines(g, func(_, old *Term) string { return old.Text }))
	write(dir+"sed.txt", lines(g, func(x, old *Term) string { return `s/\b` + old.Text + `\b/` + x.Text + `/gI` }))
	write(dir+"prh.yml", "version: 1\nrules:\n"+lines(g, func(x, old *Term) string {
		return fmt.Sprintf("  - expected: %s\n    pattern: /\\b%s\\b/i", x.Text, old.Text)
	}))
	write(dir+"vale/Terms/Deprecated.yml",
		"extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nlevel: error\nignorecase: true\nswap:\n"+
			lines(g, func(x, old *Term) string { return fmt.Sprintf("  %s: %s", old.Text, x.Text) }))
	write(dir+"vale.ini", "StylesPath = vale\nMinAlertLevel = suggestion\n[*.txt]\nBasedOnStyles = Terms\n")
	write(dir+"textlintrc.json", `{"rules": {"prh": {"rulePaths": ["prh.yml"]}}}`)
	for _, releases := range folders {
		for i := range releases {
			write(fmt.Sprintf("%sreleases-%d/%04d.txt", dir, releases, i), v.text(g, "en", 15<<10, 2))
		}
	}
}

// lines returns a line for each concept, given its preferred and its deprecated
// term.
func lines(g *Glossary, line func(preferred, deprecated *Term) string) string {
	var b strings.Builder
	for c := range g.All() {
		b.WriteString(line(c.Terms[0], c.Terms[1]) + "\n")
	}
	return b.String()
}

package report

import (
	"strings"
	"testing"
)

// An annotation is a workflow command, taken apart.
type annotation struct {
	level, text string
	properties  map[string]string
}

// readAnnotation reads a line as the runner of GitHub Actions does:
// ActionCommand.TryParseV2 in src/Runner.Common/ActionCommand.cs.
func readAnnotation(line string) (a annotation, ok bool) {
	line, ok = strings.CutPrefix(strings.TrimLeft(line, " \t"), "::")
	head, data, ok2 := strings.Cut(line, "::")
	if !ok || !ok2 {
		return a, false
	}
	a.level, head, _ = strings.Cut(head, " ")
	a.properties = make(map[string]string)
	for _, pair := range strings.Split(strings.TrimSpace(head), ",") {
		if name, value, ok := strings.Cut(pair, "="); ok {
			a.properties[name] = strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%").Replace(value)
		}
	}
	a.text = strings.NewReplacer("%0D", "\r", "%0A", "\n", "%25", "%").Replace(data)
	return a, true
}

// What the runner reads is what was meant.
func TestAnnotations(t *testing.T) {
	r := nastyReport(t)
	lines := strings.Split(strings.TrimSuffix(print(t, "github", r), "\n"), "\n")
	if want := len(r.Failed) + len(r.Items); len(lines) != want {
		t.Fatalf("%d lines, want %d", len(lines), want)
	}
	// A terminal is not obeyed for the sake of a name.
	shown := func(s string) string {
		return strings.NewReplacer(`\u{a}`, "\n", `\u{d}`, "\r").Replace(Visible(s))
	}
	for i, l := range lines {
		a, ok := readAnnotation(l)
		if !ok {
			t.Fatalf("%q is no command", l)
		}
		if i < len(r.Failed) {
			if want := shown(slashed(r.Failed[i].File)); a.level != "error" || a.properties["file"] != want {
				t.Errorf("%q: a %s in %q, want %q", l, a.level, a.properties["file"], want)
			}
			continue
		}
		it := &r.Items[i-len(r.Failed)]
		if want := shown(it.Start.File); a.properties["file"] != want || a.properties["title"] != "term "+it.ID {
			t.Errorf("%q: in %q, want %q", l, a.properties["file"], want)
		}
		if got, want := a.text, it.told(english()); got != want {
			t.Errorf("%q says %q, want %q", l, got, want)
		}
		if len(a.properties) != 6 {
			t.Errorf("%q has the properties %v", l, a.properties)
		}
	}
}

package report

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/concord-l10n/concord/pipeline/fix"
)

// What does not count is in SARIF, with the reason, and in no other output for
// programs that guard a project.
func TestQuietOutputs(t *testing.T) {
	doc := read(t, "a.txt", "One temp. Two temp. Three temp. Four temp.")
	run := Run{Draft: doc, Final: doc}
	for i, f := range occurrences(doc, "temp", "x") {
		d := fix.Decision{Finding: &f, Fix: &f.Fixes[0], Outcome: fix.Offered}
		if i < 2 {
			d = fix.Decision{Finding: &f, Outcome: fix.Suppressed, Reason: "quoted\x1b", Inside: i == 0}
		}
		run.Decisions = append(run.Decisions, d)
	}
	r := New([]Run{run}, nil, nil)
	r.Recognise(func(all []Item) []bool { return append([]bool{true}, make([]bool, len(all)-1)...) })
	loud := r.Items[0].ID
	for _, p := range []string{"github", "gitlab", "junit", "checkstyle", "rdjson", "md", "html"} {
		out := print(t, p, r)
		for _, it := range r.Quiet {
			if strings.Contains(out, it.ID) || strings.Contains(out, it.Fingerprint) {
				t.Errorf("%s has %s", p, it.ID)
			}
		}
	}
	var log struct {
		Runs []struct {
			Results []struct {
				BaselineState string
				Suppressions  *[]struct{ Kind, Status, Justification string }
				Properties    struct{ ID string }
			}
		}
	}
	if err := json.Unmarshal([]byte(print(t, "sarif", r)), &log); err != nil {
		t.Fatal(err)
	}
	want := [][4]string{
		{"new", "", "", loud},
		{"new", "inSource", `quoted\u{1b}`, r.Quiet[0].ID},
		{"new", "external", `quoted\u{1b}`, r.Quiet[1].ID},
		{"unchanged", "external", "The finding is in the baseline.", r.Quiet[2].ID},
	}
	for i, res := range log.Runs[0].Results {
		got := [4]string{res.BaselineState, "", "", res.Properties.ID}
		if res.Suppressions == nil {
			t.Fatalf("result %d says nothing of suppressions, others do", i)
		}
		for _, s := range *res.Suppressions {
			got[1], got[2] = s.Kind, s.Justification
		}
		if i >= len(want) || got != want[i] {
			t.Errorf("result %d: %q", i, got)
		}
	}
	if n := len(log.Runs[0].Results); n != len(want) {
		t.Errorf("%d results", n)
	}
}

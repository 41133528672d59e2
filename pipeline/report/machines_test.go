package report

import (
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"

	"github.com/concord-l10n/concord"
)

// Fingerprints tell the issues of GitLab apart.
func TestGitLabFingerprints(t *testing.T) {
	var issues []struct{ Fingerprint string }
	if err := json.Unmarshal([]byte(print(t, "gitlab", nastyReport(t))), &issues); err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]bool)
	for _, i := range issues {
		if seen[i.Fingerprint] {
			t.Errorf("%s twice", i.Fingerprint)
		}
		seen[i.Fingerprint] = true
	}
	if len(issues) != 3*len(nasty)+2 {
		t.Errorf("%d issues", len(issues))
	}
}

// A test fails by what makes the run fail, and by nothing else.
func TestJUnitFails(t *testing.T) {
	doc := read(t, "a.txt", "One temp and a temp.")
	found := occurrences(doc, "temp", "x")
	found[1].Severity = concord.Error
	r := reportOf(t, &concord.Release{Targets: []*concord.Document{doc}}, found, false)
	for want, fails := range map[string]func(concord.Severity) bool{
		"0": func(concord.Severity) bool { return false },
		"1": func(s concord.Severity) bool { return s == concord.Error },
	} {
		var b strings.Builder
		if err := JUnit.Print(&b, r, Style{Fails: fails}); err != nil {
			t.Fatal(err)
		}
		var all struct {
			Failures string `xml:"failures,attr"`
			Out      string `xml:"testsuite>testcase>system-out"`
			Failure  string `xml:"testsuite>testcase>failure"`
		}
		if err := xml.Unmarshal([]byte(b.String()), &all); err != nil {
			t.Fatal(err)
		}
		if all.Failures != want || !strings.Contains(all.Out, r.Items[0].ID) || strings.Contains(all.Failure, r.Items[1].ID) != (want == "1") {
			t.Errorf("want %s failures: %s", want, b.String())
		}
	}
}

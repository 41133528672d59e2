package report

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"github.com/concord-l10n/concord"
)

// nasty are texts that one notation or another takes for its own.
var nasty = []string{
	"a%b%0Ac", "a::b", "a,b=c", "a\nb", "a\r\nb", "a\u202eb\u2066", "a\x1b[31mb", `a"b'c`, "a|b", "a<b>&c;", "a]]>b<!--", "a{0}b{{c}}", "[a](b)", "```a`b", "\U0001f600é", "a\u2028b\u00a0c", "a\ufffeb", "##[error]a", " a ", `a\b\u0041`,
}

// nastyReport has a finding in a file for each nasty text, which is in its name,
// in it and in what is said of it, and a failure of each.
func nastyReport(t testing.TB) *Report {
	t.Helper()
	rel := &concord.Release{}
	var found []concord.Finding
	var failed []Failure
	for _, text := range nasty {
		doc := read(t, "dir/"+text+".txt", "See "+strings.Join(strings.Fields(text), " ")+" temp, and temp.")
		rel.Targets = append(rel.Targets, doc)
		two := occurrences(doc, "temp", text)
		two[0].Related = []concord.Related{{Place: two[1].Place, Message: concord.Message{ID: "fix.delete", Args: map[string]any{"Old": text}}}}
		two[1].Severity = concord.Error
		found = append(found, two...)
		failed = append(failed, Failure{text, errors.New(text)})
	}
	failed = append(failed,
		Failure{"a.txt", &fs.PathError{Op: "open", Path: "a.txt", Err: fs.ErrPermission}},
		Failure{"b.txt", &concord.PlaceError{At: concord.Position{File: "b.txt", Line: 3, Column: 7}, Message: concord.Message{ID: "fix.delete", Args: map[string]any{"Old": "x"}}}})
	r := reportOf(t, rel, found, false)
	r.Failed = failed
	return r
}

// reports are what every output is tried on.
func reports(t testing.TB) map[string]*Report {
	doc := read(t, "a.txt", "All is well.")
	run := Run{Draft: doc, Final: doc}
	fixed := read(t, "f.txt", "One temp.")
	return map[string]*Report{
		"nasty":   nastyReport(t),
		"clean":   New([]Run{run}, rulesOf([]concord.Finding{{Rule: "term"}}), nil),
		"nothing": New(nil, nil, nil),
		"fixed":   reportOf(t, &concord.Release{Targets: []*concord.Document{fixed}}, occurrences(fixed, "temp", "x"), true),
	}
}

func print(t testing.TB, name string, r *Report) string {
	t.Helper()
	var b strings.Builder
	if err := Find(name).Print(&b, r, Style{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

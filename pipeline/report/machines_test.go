package report

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/fix"
	"github.com/concord-l10n/concord/pipeline/format"
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

// TestSchemas holds outputs in JSON to the schemas of those who read them.
func TestSchemas(t *testing.T) {
	for _, name := range []string{"sarif", "gitlab", "rdjson"} {
		c := jsonschema.NewCompiler()
		c.AssertFormat()
		schema, err := c.Compile("testdata/schema/" + name + ".json")
		if err != nil {
			t.Fatal(err)
		}
		for of, r := range reports(t) {
			v, err := jsonschema.UnmarshalJSON(strings.NewReader(print(t, name, r)))
			if err != nil {
				t.Fatalf("%s, %s: %v", name, of, err)
			}
			if err := schema.Validate(v); err != nil {
				t.Errorf("%s, %s: %v", name, of, err)
			}
		}
	}
}

// TestXMLSchemas holds outputs in XML to the schemas of those who read them.
func TestXMLSchemas(t *testing.T) {
	if _, err := exec.LookPath("xmllint"); err != nil {
		t.Skip("xmllint is not installed; it is in libxml2-utils")
	}
	for _, name := range []string{"junit", "checkstyle"} {
		for of, r := range reports(t) {
			file := filepath.Join(t.TempDir(), "out.xml")
			if err := os.WriteFile(file, []byte(print(t, name, r)), 0o666); err != nil {
				t.Fatal(err)
			}
			if out, err := exec.Command("xmllint", "--noout", "--schema", "testdata/schema/"+name+".xsd", file).CombinedOutput(); err != nil {
				t.Errorf("%s, %s: %v\n%s", name, of, err, out)
			}
		}
	}
}

// What is read back from XML is the name of the file, but for what XML has no
// way to say.
func TestXMLNames(t *testing.T) {
	r := nastyReport(t)
	var cs struct {
		Files []struct {
			Name string `xml:"name,attr"`
		} `xml:"file"`
	}
	if err := xml.Unmarshal([]byte(print(t, "checkstyle", r)), &cs); err != nil {
		t.Fatal(err)
	}
	names := make(map[string]bool)
	for _, f := range cs.Files {
		names[f.Name] = true
	}
	for _, text := range nasty {
		want := strings.NewReplacer("\x1b", `\u{1b}`, "\ufffe", `\u{fffe}`).Replace("dir/" + text + ".txt")
		if !names[want] {
			t.Errorf("no file %q", want)
		}
	}
}

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

// A stretch is one of a file, in lines and columns from 1; text takes its place.
type stretch struct {
	startLine, startColumn, endLine, endColumn int
	text                                       string
}

// spliced makes edits of a text, the last one first. Width is what a character
// counts for in a column.
func spliced(text string, edits []stretch, width func(r rune) int) string {
	offset := func(line, column int) int {
		at := 0
		for range line - 1 {
			at += strings.IndexByte(text[at:], '\n') + 1
		}
		for i, r := range text[at:] {
			if column <= 1 {
				return at + i
			}
			column -= width(r)
		}
		return len(text)
	}
	for i := len(edits) - 1; i >= 0; i-- {
		e := edits[i]
		start, end := offset(e.startLine, e.startColumn), offset(e.endLine, e.endColumn)
		text = text[:start] + e.text + text[end:]
	}
	return text
}

func sarifFixes(t *testing.T, out string) [][]stretch {
	var log struct {
		Runs []struct {
			Results []struct {
				Fixes []struct {
					ArtifactChanges []struct {
						Replacements []struct {
							DeletedRegion   struct{ StartLine, StartColumn, EndLine, EndColumn int }
							InsertedContent struct{ Text string }
						}
					}
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(out), &log); err != nil {
		t.Fatal(err)
	}
	var all [][]stretch
	for _, r := range log.Runs[0].Results {
		var edits []stretch
		for _, x := range r.Fixes[0].ArtifactChanges[0].Replacements {
			d := x.DeletedRegion
			edits = append(edits, stretch{d.StartLine, d.StartColumn, d.EndLine, d.EndColumn, x.InsertedContent.Text})
		}
		all = append(all, edits)
	}
	return all
}

func rdjsonFixes(t *testing.T, out string) [][]stretch {
	var result struct {
		Diagnostics []struct {
			Suggestions []struct {
				Range struct{ Start, End struct{ Line, Column int } }
				Text  string
			}
		}
	}
	if err := json.Unmarshal([]byte(out), &result); err != nil {
		t.Fatal(err)
	}
	var all [][]stretch
	for _, d := range result.Diagnostics {
		s := d.Suggestions[0]
		all = append(all, []stretch{{s.Range.Start.Line, s.Range.Start.Column, s.Range.End.Line, s.Range.End.Column, s.Text}})
	}
	return all
}

// Whoever makes a fix of an output in the file gets what fixing gives.
func TestFixesOfOutputs(t *testing.T) {
	for file, text := range map[string]string{
		"a.txt":  "\ufeff\U0001f600 temp\r\n\r\nA 𝒳é temp & the\r\ntemp, temp\r\n",
		"b.html": "<p>\U0001f600 a temp &amp; A temp</p>\n<p lang=en>é temp</p>",
		"c.md":   "# A temp\n\n* é temp, *temp*\n",
	} {
		doc, err := format.Decode(file, []byte(text), format.Options{Locale: language.English})
		if err != nil {
			t.Fatal(err)
		}
		rel := &concord.Release{Targets: []*concord.Document{doc}}
		found := occurrences(doc, "temp", "température & <co>")
		for i := range found { // also the first letter of the segment
			place := found[i].Place
			if start := (concord.Span{End: len(firstRune(place.Seg().Text))}); start.End <= place.Span.Start {
				first := concord.Edit{Place: place.At(start), New: "«" + firstRune(place.Seg().Text)}
				found[i].Fixes[0].Edits = append([]concord.Edit{first}, found[i].Fixes[0].Edits...)
			}
		}
		r := reportOf(t, rel, found, false)
		sarif, rdjson := sarifFixes(t, print(t, "sarif", r)), rdjsonFixes(t, print(t, "rdjson", r))
		for i := range found {
			final, err := fix.Apply(rel, fix.Choose(found[i:i+1], func(string) int { return 0 }, true))
			if err != nil {
				t.Fatal(err)
			}
			want := string(final.Targets[0].Raw)
			body := strings.TrimPrefix(text, "\ufeff") // which is no column of SARIF
			if got := text[:len(text)-len(body)] + spliced(body, sarif[i], utf16.RuneLen); got != want {
				t.Errorf("%s: SARIF makes %q, want %q", file, got, want)
			}
			if got := spliced(text, rdjson[i], func(r rune) int { return len(string(r)) }); got != want {
				t.Errorf("%s: RDJSON makes %q, want %q", file, got, want)
			}
		}
	}
}

func firstRune(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}

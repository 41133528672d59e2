package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/fix"
	"github.com/concord-l10n/concord/pipeline/format"
)

func read(t testing.TB, file, text string) *concord.Document {
	t.Helper()
	doc, err := format.Decode(file, []byte(text), format.Options{Locale: language.English})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// occurrences proposes to replace every old in a document by now.
func occurrences(doc *concord.Document, old, now string) []concord.Finding {
	var found []concord.Finding
	for i := range doc.Segments {
		text := doc.Segments[i].Text
		for at := 0; ; at += len(old) {
			n := strings.Index(text[at:], old)
			if n < 0 {
				break
			}
			at += n
			place := concord.Place{Doc: doc, Segment: i, Span: concord.Span{Start: at, End: at + len(old)}}
			found = append(found, concord.Finding{
				Rule: "term", Place: place, Authority: "glossary#" + old, Message: concord.Message{ID: "rule.term", Args: map[string]any{"Found": old, "Wanted": now}},
				Fixes: []concord.Fix{{Auto: true, Edits: []concord.Edit{{Place: place, New: now}}}},
			})
		}
	}
	return found
}

func ids(r *Report) []string {
	var all []string
	for i := range r.Items {
		all = append(all, r.Items[i].ID)
	}
	return all
}

// An id outlives edits elsewhere, new wrapping, and correction itself.
func TestIdentity(t *testing.T) {
	text := "One tea. A temp and a temp is a temp.\n\nMore on the temp."
	report := func(text string, edit bool) *Report {
		doc := read(t, "a/x.txt", text)
		return reportOf(t, &concord.Release{Targets: []*concord.Document{doc}}, occurrences(doc, "temp", "temperature"), edit)
	}
	want := ids(report(text, false))
	seen := make(map[string]bool)
	for _, id := range want {
		if seen[id] || !strings.HasPrefix(id, "F-") || len(id) != len("F-3fa9c1") {
			t.Errorf("id %q of %v", id, want)
		}
		seen[id] = true
	}
	if len(want) != 4 {
		t.Fatalf("%d findings, want 4", len(want))
	}
	for name, other := range map[string]*Report{
		"a paragraph above":          report("Something new.\n\n"+text, false),
		"another sentence before it": report("Well. "+text, false),
		"other line breaks":          report(strings.Replace(text, "a temp is", "a temp\n  is", 1), false),
		"corrected":                  report(text, true),
	} {
		if got := ids(other); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: ids %v, want %v", name, got, want)
		}
	}
}

// A question keeps its id when another fix edits the sentence it is in.
func TestIdentityOfWhatIsLeft(t *testing.T) {
	doc := read(t, "x.txt", "First. A temp of 3,5 people.")
	rel := &concord.Release{Targets: []*concord.Document{doc}}
	question := func(doc *concord.Document) concord.Finding {
		f := occurrences(doc, "3,5", "")[0]
		f.Rule, f.Fixes = "number", nil
		return f
	}
	before := New(Runs(rel, rel, []fix.Decision{{Finding: new(question(doc))}}), nil, nil)
	plan := fix.Choose(occurrences(doc, "temp", "temperature"), func(string) int { return 0 }, nil)
	final, err := fix.Apply(rel, plan)
	if err != nil {
		t.Fatal(err)
	}
	left := question(final.Targets[0])
	after := New(Runs(rel, final, append(plan.Decisions, fix.Decision{Finding: &left})), nil, nil)
	if len(after.Items) != 2 || after.Items[1].ID != before.Items[0].ID {
		t.Errorf("the id was %v and became %v", ids(before), ids(after))
	}
	if n := after.Outcomes(); n[fix.Applied] != 1 || n[fix.None] != 1 {
		t.Errorf("outcomes %v", n)
	}
	if got, want := after.Items[1].Start, (Spot{"x.txt", 24, 1, 25, 25, 25}); got != want {
		t.Errorf("what is left is at %v, want %v in the corrected text", got, want)
	}
}

func TestIdentityCollision(t *testing.T) {
	items := make([]Item, 20000) // a dozen pairs share six digits
	for i := range items {
		items[i] = Item{Finding: &concord.Finding{Rule: "term"}, sentence: fmt.Sprint(i)}
	}
	identify(items)
	seen, long := make(map[string]bool), 0
	for _, it := range items {
		if seen[it.ID] {
			t.Errorf("%s twice", it.ID)
		}
		seen[it.ID] = true
		if len(it.ID) > len("F-3fa9c1") {
			long++
		}
	}
	if long == 0 {
		t.Error("no id had to be lengthened, so nothing was tested")
	}
}

// Splicing the fixes of the JSON output into the file gives what fixing gives.
func TestJSONFixesAreTheFixes(t *testing.T) {
	text := "A temp, a café temp.\n\nA 𝒳 temp & temp\n"
	doc := read(t, "x.txt", text)
	found := occurrences(doc, "temp", "température & co")
	rel := &concord.Release{Targets: []*concord.Document{doc}}
	corrected := reportOf(t, rel, found, true).Runs[0].Final
	var b bytes.Buffer
	if err := JSON.Print(&b, reportOf(t, rel, found, false), Style{}); err != nil {
		t.Fatal(err)
	}
	var out struct {
		Findings []struct {
			Start int `json:"start_byte"`
			End   int `json:"end_byte"`
			Text  string
			Fixes []struct{ Text string }
		}
	}
	if err := json.Unmarshal(b.Bytes(), &out); err != nil {
		t.Fatal(err)
	}
	if len(out.Findings) != 4 {
		t.Fatalf("%d findings", len(out.Findings))
	}
	got := text
	for i := len(out.Findings) - 1; i >= 0; i-- {
		f := out.Findings[i]
		if got[f.Start:f.End] != f.Text {
			t.Errorf("bytes %d to %d are %q, not %q", f.Start, f.End, got[f.Start:f.End], f.Text)
		}
		got = got[:f.Start] + f.Fixes[0].Text + got[f.End:]
	}
	if got != string(corrected.Raw) {
		t.Errorf("\n got %q\nwant %q", got, corrected.Raw)
	}
}

// Every unit of a spot, in a text with a byte order mark and wide characters.
func TestSpots(t *testing.T) {
	doc := read(t, "x.txt", "\ufeffA temp\n𝒳é temp")
	r := reportOf(t, &concord.Release{Targets: []*concord.Document{doc}}, occurrences(doc, "temp", "x"), false)
	want := []Spot{{"x.txt", 5, 1, 3, 3, 6}, {"x.txt", 17, 2, 4, 5, 8}}
	for i, w := range want {
		if got := r.Items[i].Start; got != w {
			t.Errorf("item %d is at %+v, want %+v", i, got, w)
		}
	}
}

// A place between two rounds is led back to the file that was read.
func TestSpotsOfLaterRounds(t *testing.T) {
	draft := read(t, "x.txt", "One temp.\n\nA tempest, temp.")
	middle := read(t, "x.txt", "One temperature.\n\nA tempest, temp.")
	final := read(t, "x.txt", "One temperature.\n\nA tempest, temperature.")
	found := occurrences(middle, "temp.", "temperature.")
	r := New([]Run{{Draft: draft, Final: final, Decisions: []fix.Decision{{Finding: &found[0], Fix: &found[0].Fixes[0], Outcome: fix.Applied}}}},
		nil, nil)
	if got, want := r.Items[0].Start, (Spot{"x.txt", 22, 3, 12, 12, 12}); got != want {
		t.Errorf("the place is %+v, want %+v", got, want)
	}
}

var hostile = "temp \x1b]0;x\x07 \u009b31m \u202etxet \u200b\u2066 \x7f end"

// No output lets a control sequence of a file through, and none writes one of
// its own unless it may.
func TestHostile(t *testing.T) {
	doc := read(t, "x\x1b[31m\u202e.txt", hostile)
	found := occurrences(doc, hostile[5:], "temp \x1b[0m")
	found[0].Related = []concord.Related{{Place: found[0].Place, Message: concord.Message{ID: "no.such", Args: map[string]any{hostile: hostile}}}}
	rel := &concord.Release{Targets: []*concord.Document{doc}}
	for _, edit := range []bool{false, true} {
		for _, p := range All {
			var b bytes.Buffer
			if err := p.Print(&b, reportOf(t, rel, found, edit), Style{Terminal: true, Repeat: hostile}); err != nil {
				t.Fatal(err)
			}
			if i := strings.IndexFunc(strings.ReplaceAll(b.String(), "\n", ""), hidden); i >= 0 {
				t.Errorf("%s, corrected %v: %q", p.Name, edit, b.String())
			}
		}
	}
}

// Output is the same bytes however often it is made.
func TestDeterminism(t *testing.T) {
	doc := read(t, "b.txt", strings.Repeat("A temp, a tea. ", 50))
	other := read(t, "a.txt", "A temp")
	var runs []Run
	for _, d := range []*concord.Document{doc, other} {
		run := Run{Draft: d, Final: d}
		for _, f := range append(occurrences(d, "temp", "x"), occurrences(d, "tea", "y")...) {
			run.Decisions = append(run.Decisions, fix.Decision{Finding: &f, Fix: &f.Fixes[0], Outcome: fix.Offered})
		}
		runs = append(runs, run)
	}
	var want string
	for range 20 {
		rand.Shuffle(len(runs), func(i, j int) { runs[i], runs[j] = runs[j], runs[i] })
		var b strings.Builder
		for _, p := range All {
			if err := p.Print(&b, New(runs, nil, nil), Style{}); err != nil {
				t.Fatal(err)
			}
		}
		if want == "" {
			want = b.String()
		}
		if b.String() != want {
			t.Fatalf("\n got %s\nwant %s", b.String(), want)
		}
	}
}

// patch and git carry out what Diff prints.
func TestDiffApplies(t *testing.T) {
	for name, text := range map[string]string{
		"plain.txt":                   "one\ntemp\nthree\n",
		"no newline.txt":              "one\n\ntemp",
		"dir with space/a b.txt":      "temp\n",
		"crlf.txt":                    "one\r\ntemp\r\n\r\nthree\r\n",
		"中国/温度.txt":                   "温度 temp\n",
		"tab\tquote\"back\\slash.txt": "temp\n",
		"long.txt":                    strings.Repeat("line\n", 50) + "temp\n" + strings.Repeat("line\n", 50) + "a temp",
		"\u202ehidden.txt":            "\ufefftemp\n",
	} {
		for _, tool := range []string{"patch -p0 --batch", "git apply -p0"} {
			doc := read(t, name, text)
			r := reportOf(t, &concord.Release{Targets: []*concord.Document{doc}}, occurrences(doc, "temp", "temperature"), true)
			var patch bytes.Buffer
			if err := Diff.Print(&patch, r, Style{}); err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			file := filepath.Join(dir, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
			args := strings.Fields(tool)
			cmd := exec.Command(args[0], args[1:]...)
			cmd.Dir, cmd.Stdin = dir, bytes.NewReader(patch.Bytes())
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%s %q: %v\n%s\n%s", tool, name, err, out, patch.Bytes())
				continue
			}
			got, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if want := strings.ReplaceAll(text, "temp", "temperature"); string(got) != want {
				t.Errorf("%s %q made %q, want %q", tool, name, got, want)
			}
		}
	}
}

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"plain 中国 « café » ✓": "plain 中国 « café » ✓",
		"a\u202eb":            `a\u{202e}b`,
		"\x1b[31m":            `\u{1b}[31m`,
		"\u009b":              `\u{9b}`,
		"line\nbreak":         `line\u{a}break`,
		"\xff\xfe":            `\x{ff}\x{fe}`,
		"soft\u00adhyphen":    `soft\u{ad}hyphen`,
		"\u00a0no-break":      "\u00a0no-break",
		"\U000e0041\ufe0f":    `\u{e0041}\u{fe0f}`,
		"\u3164\u115f":        `\u{3164}\u{115f}`,
		"e\u0301":             "e\u0301",
	} {
		if got := Visible(in); got != want {
			t.Errorf("Visible(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzVisible(f *testing.F) {
	f.Add("")
	f.Add(hostile)
	f.Add("plain 中国\n\xff\ufffd")
	f.Fuzz(func(t *testing.T, s string) {
		got := Visible(s)
		for i, r := range got {
			if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || unicode.Is(unicode.Cf, r) {
				t.Fatalf("Visible(%q) has %U at %d", s, r, i)
			}
		}
		if !utf8.ValidString(got) {
			t.Fatalf("Visible(%q) = %q", s, got)
		}
		if Visible(got) != got {
			t.Fatalf("Visible(%q) is not visible", s)
		}
		if l := line(s); strings.ContainsAny(l, "\n\r\x1b") {
			t.Fatalf("line(%q) = %q", s, l)
		}
	})
}

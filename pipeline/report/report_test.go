package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales/messages"
	"github.com/concord-l10n/concord/pipeline/fix"
	"github.com/concord-l10n/concord/pipeline/format"
)

var update = flag.Bool("update", false, "write what is printed into the case files")

// TestAll compares the list with the folder: a file that declares an output is
// named after it and listed.
func TestAll(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var declared []string
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(src, []byte(" = &Printer{Name:")) && !strings.HasSuffix(file, "_test.go") {
			declared = append(declared, strings.TrimSuffix(file, ".go"))
		}
	}
	var listed []string
	for _, p := range All {
		listed = append(listed, p.Name)
		if Find(p.Name) != p {
			t.Errorf("Find(%q) is another output", p.Name)
		}
	}
	slices.Sort(listed)
	if !slices.Equal(declared, listed) {
		t.Errorf("files declare the outputs %v, the list has %v", declared, listed)
	}
}

// TestPrint runs the case files. A case holds documents, in English unless the
// name says another language, a line of JSON for each finding, if need be a line "file: what is wrong" for each file that failed, and what is printed: a section is named by an output, followed
// by a language to speak and by "color" or "terminal". A case whose comment
// begins with "fix" is corrected first.
func TestPrint(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { runCase(t, file) })
	}
}

func runCase(t *testing.T, file string) {
	ar, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	rel := &concord.Release{Name: "case"}
	var found []concord.Finding
	var outputs []*txtar.File
	var failed []Failure
	for i := range ar.Files {
		f := &ar.Files[i]
		fields := strings.Fields(f.Name)
		switch {
		case f.Name == "findings":
			found = readFindings(t, rel, f.Data)
		case f.Name == "failed":
			for l := range strings.Lines(string(f.Data)) {
				name, why, _ := strings.Cut(strings.TrimSpace(l), ": ")
				failed = append(failed, Failure{name, errors.New(why)})
			}
		case Find(fields[0]) != nil:
			outputs = append(outputs, f)
		default:
			data, _ := bytes.CutSuffix(f.Data, []byte("<no newline>\n"))
			tag, err := language.Parse(strings.TrimSuffix(filepath.Base(f.Name), filepath.Ext(f.Name)))
			if err != nil {
				tag = language.English
			}
			doc, err := format.Decode(f.Name, data, format.Options{Locale: tag})
			if err != nil {
				t.Fatal(err)
			}
			rel.Targets = append(rel.Targets, doc)
		}
	}
	r := reportOf(t, rel, found, bytes.HasPrefix(ar.Comment, []byte("fix")))
	r.Failed = failed
	if len(outputs) == 0 {
		t.Fatal("nothing is printed")
	}
	for _, f := range outputs {
		got := printed(t, r, strings.Fields(f.Name))
		if *update {
			f.Data = []byte(got)
		} else if diff := cmp.Diff(string(f.Data), got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", f.Name, diff)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func printed(t *testing.T, r *Report, options []string) string {
	t.Helper()
	s := Style{Repeat: "releases"}
	for _, o := range options[1:] {
		switch o {
		case "color":
			s.Color = true
		case "terminal":
			s.Terminal = true
		default:
			s.Say = messages.New(o)
		}
	}
	var b strings.Builder
	if err := Find(options[0]).Print(&b, r, s); err != nil {
		t.Fatal(err)
	}
	// An escape character would make the case file hard to read.
	return strings.ReplaceAll(b.String(), "\x1b", "␛")
}

// reportOf makes the report of a release, corrected or only looked at.
func reportOf(t testing.TB, rel *concord.Release, found []concord.Finding, edit bool) *Report {
	t.Helper()
	plan := fix.Choose(found, func(string) int { return 0 }, nil)
	final := rel
	if edit {
		next, err := fix.Apply(rel, plan)
		if err != nil {
			t.Fatal(err)
		}
		final = next
	}
	return New(Runs(rel, final, plan.Decisions), rulesOf(found), nil)
}

// rulesOf describes the rules that found something.
func rulesOf(found []concord.Finding) []Rule {
	var all []Rule
	for _, f := range found {
		if !slices.ContainsFunc(all, func(r Rule) bool { return r.Name == f.Rule }) {
			all = append(all, Rule{Name: f.Rule, Group: "group-of-" + f.Rule, Severity: concord.Warning, Title: "A " + f.Rule + " is wrong", Text: "Why it is wrong.\nAnd <what> is done."})
		}
	}
	return all
}

// readFindings reads a finding from each line. A place is the file, the text
// that stands there, and which occurrence of it is meant, from 0.
func readFindings(t *testing.T, rel *concord.Release, lines []byte) []concord.Finding {
	type spot struct {
		File, Find string
		Nth        int
	}
	type message struct {
		ID   string
		Args map[string]any
	}
	type row struct {
		spot
		Rule, Severity, Authority string
		Message                   message
		Fixes                     []struct {
			Auto  bool
			Edits []struct {
				spot
				New string
			}
		}
		Related []struct {
			spot
			Message message
		}
	}
	place := func(s spot) concord.Place {
		for _, d := range rel.Targets {
			if s.File != "" && d.File != s.File {
				continue
			}
			n := s.Nth
			for i := range d.Segments {
				text := d.Segments[i].Text
				for at := 0; ; at++ {
					k := strings.Index(text[at:], s.Find)
					if k < 0 {
						break
					}
					if at += k; n == 0 {
						return concord.Place{Doc: d, Segment: i, Span: concord.Span{Start: at, End: at + len(s.Find)}}
					}
					n--
				}
			}
		}
		t.Fatalf("%q is in no document", s.Find)
		return concord.Place{}
	}
	var all []concord.Finding
	for l := range bytes.Lines(lines) {
		var r row
		dec := json.NewDecoder(bytes.NewReader(l))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&r); err != nil {
			t.Fatalf("%s: %v", l, err)
		}
		f := concord.Finding{Rule: r.Rule, Authority: r.Authority, Place: place(r.spot), Message: concord.Message(r.Message)}
		for f.Severity.String() != r.Severity {
			f.Severity++
		}
		for _, x := range r.Fixes {
			fixed := concord.Fix{Auto: x.Auto}
			for _, e := range x.Edits {
				fixed.Edits = append(fixed.Edits, concord.Edit{Place: place(e.spot), New: e.New})
			}
			f.Fixes = append(f.Fixes, fixed)
		}
		for _, x := range r.Related {
			f.Related = append(f.Related, concord.Related{Place: place(x.spot), Message: concord.Message(x.Message)})
		}
		all = append(all, f)
	}
	return all
}

// FuzzColumns holds the short way to count columns to the long one.
func FuzzColumns(f *testing.F) {
	for _, text := range []string{"", "plain", "a → b", "Ко\u0301т", "e\u0301", "“x” – y…", "中文，1", "©\u200d®", "\u0d4e x", "↔\ufe0f", "\xff\n", "\u00ad"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got, want := columns(text), cells.StringWidth(text); got != want {
			t.Errorf("%q: got %d, want %d", text, got, want)
		}
	})
}

// FuzzCursor holds counting by stretches to counting one by one.
func FuzzCursor(f *testing.F) {
	f.Add("a\nb😀c\r\né", 3, 9)
	f.Add("\ufeffx\n", 0, 4)
	f.Fuzz(func(t *testing.T, text string, a, b int) {
		if a < 0 || a > b || b > len(text) || !utf8.ValidString(text) {
			return
		}
		c := start(&concord.Document{Raw: []byte(text)})
		want := c
		for _, to := range []int{a, b} {
			c.advance(to)
			for want.offset < to {
				r, n := utf8.DecodeRune(want.raw[want.offset:])
				want.offset += n
				want.column, want.utf16, want.utf8 = want.column+1, want.utf16+utf16.RuneLen(r), want.utf8+n
				if r == '\n' {
					want.line, want.column, want.utf16, want.utf8 = want.line+1, 1, 1, 1
				}
			}
			if !reflect.DeepEqual(c, want) {
				t.Fatalf("%q at %d: got %+v, want %+v", text, to, c, want)
			}
		}
	})
}

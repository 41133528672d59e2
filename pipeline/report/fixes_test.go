package report

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/fix"
	"github.com/concord-l10n/concord/pipeline/format"
)

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
			final, err := fix.Apply(rel, fix.Choose(found[i:i+1], func(string) int { return 0 }, func(*concord.Document) bool { return true }))
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

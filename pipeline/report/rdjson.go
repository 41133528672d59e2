package report

import (
	"bufio"
	"fmt"
	"io"

	"github.com/concord-l10n/concord"
)

// RDJSON is a result in the diagnostic format of reviewdog, which makes comments
// and suggestions of it: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf.
var RDJSON = &Printer{Name: "rdjson", Print: func(w io.Writer, r *Report, _ Style) error {
	return printing(w, func(b *bufio.Writer) {
		fmt.Fprintf(b, `{"source":{"name":"concord","url":%q},"diagnostics":[`, site)
		sep := "\n"
		for _, f := range r.Failed {
			b.WriteString(sep)
			b.Write(encode(rdDiagnostic{Message: f.why(), Location: rdLocation{Path: slashed(f.File)}, Severity: "ERROR"}))
			sep = ",\n"
		}
		for it := range r.left() {
			b.WriteString(sep)
			b.Write(encode(diagnostic(it)))
			sep = ",\n"
		}
		b.WriteString("\n]}\n")
	})
}}

var rdLevels = map[concord.Severity]string{concord.Note: "INFO", concord.Warning: "WARNING", concord.Error: "ERROR"}

type rdDiagnostic struct {
	Message     string         `json:"message"`
	Location    rdLocation     `json:"location"`
	Severity    string         `json:"severity"`
	Code        *rdCode        `json:"code,omitempty"`
	Suggestions []rdSuggestion `json:"suggestions,omitempty"` // alternatives
	Related     []rdRelated    `json:"related_locations,omitempty"`
}

type rdLocation struct {
	Path  string   `json:"path"`
	Range *rdRange `json:"range,omitempty"`
}

type rdRange struct {
	Start rdPosition `json:"start"`
	End   rdPosition `json:"end"`
}

// rdPosition counts columns in bytes of UTF-8, from 1.
type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

type rdCode struct {
	Value string `json:"value"`
	URL   string `json:"url"`
}

type rdSuggestion struct {
	Range *rdRange `json:"range"`
	Text  string   `json:"text"`
}

type rdRelated struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
}

func diagnostic(it *Item) rdDiagnostic {
	f := it.Finding
	out := rdDiagnostic{
		Message:  english().message(f.Message) + " [" + it.ID + "]",
		Location: rdLocation{slashed(it.Start.File), rdRangeOf(it.Start, it.End)},
		Severity: rdLevels[f.Severity], Code: &rdCode{f.Rule, manual + "#" + f.Rule},
	}
	for p := range it.offers() {
		s := rdSuggestion{rdRangeOf(it.Start, it.End), p.Text}
		if n := len(p.Edits); n > 0 { // a suggestion is one stretch
			s = rdSuggestion{rdRangeOf(p.Edits[0].Start, p.Edits[n-1].End), p.Whole}
		}
		out.Suggestions = append(out.Suggestions, s)
	}
	for n := range it.Related {
		ref := &it.Related[n]
		out.Related = append(out.Related, rdRelated{english().evidence(ref), rdLocation{slashed(ref.Start.File), rdRangeOf(ref.Start, ref.End)}})
	}
	return out
}

func rdRangeOf(start, end Spot) *rdRange {
	return &rdRange{rdPosition{start.Line, start.UTF8}, rdPosition{end.Line, end.UTF8}}
}

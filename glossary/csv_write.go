package glossary

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// writeCSV writes a table with all columns.
func writeCSV(g *Glossary) ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.Write(csvColumns) // a buffer takes all
	for c := range g.All() {
		for _, t := range plain(c) {
			status := t.Status
			if t.Status == Deprecated && !always(t) {
				status = Forbidden // what is only wrong at times must not be corrected unasked
			}
			row := map[string]string{
				"id": c.ID, "kind": c.Kind, "case": caseNames[c.Case], "locale": t.Locale.String(), "status": status.String(),
				"term": t.Text, "replace": t.Replace, "note": t.Note,
			}
			if t.Locale == language.Und {
				row["locale"] = ""
			}
			if !t.Status.Guard() && t.Match != defaultMatch(c) {
				row["match"] = t.Match.String()
			}
			var cells []string
			for _, name := range csvColumns {
				cells = append(cells, strings.Map(printing, row[name]))
			}
			w.Write(cells)
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

// plain returns the terms of a concept for a format without conditions: of those
// that differ only in these, one.
func plain(c *Concept) []*Term {
	var all []*Term
	for _, t := range c.Terms {
		if !slices.ContainsFunc(all, func(o *Term) bool {
			return o.Locale == t.Locale && NewShadow(o.Text).Text == NewShadow(t.Text).Text
		}) {
			all = append(all, t)
		}
	}
	return all
}

// always reports whether a term that must not stand is corrected wherever it
// stands.
func always(t *Term) bool { return t.Auto && t.When.free() }

// printing leaves control characters out.
func printing(r rune) rune {
	if control(r) {
		return -1
	}
	return r
}

// caseNames are how terms are capitalised, as it stands in glossary files.
var caseNames = [...]string{Common: "common", Proper: "proper"}

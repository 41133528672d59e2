package main

import (
	"github.com/concord-l10n/concord/pipeline/report"
)

// report makes the report of a batch. What the baseline knows does not count.
func (k *task) report(runs []report.Run, failed []report.Failure) *report.Report {
	files := len(runs)
	at := make(map[string]int, len(runs))
	for i := range runs {
		at[runs[i].Draft.File] = i
	}
	for _, d := range k.across {
		doc := d.Finding.Place.Doc
		i, ok := at[doc.File]
		if !ok && doc == k.settled { // a fault of the project file
			i, ok = len(runs), true
			at[doc.File] = i
			runs = append(runs, report.Run{Draft: doc, Final: doc})
		}
		if ok {
			runs[i].Decisions = append(runs[i].Decisions, d)
		}
	}
	r := report.New(runs, k.described(), failed)
	r.Files = files
	if k.known.Len() > 0 {
		for _, m := range k.follow(runs) {
			k.tell("baseline.moved", "From", m.From, "To", m.To)
		}
		r.Recognise(k.mark)
	}
	return r
}

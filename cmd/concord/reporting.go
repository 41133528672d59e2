package main

import (
	"bytes"
	"path"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/format"
	"github.com/concord-l10n/concord/pipeline/report"
	"github.com/concord-l10n/concord/pipeline/suppress"
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
		r.Recognise(func(items []report.Item) []bool { return k.known.Mark(k.keys(items)) })
	}
	return r
}

// suppressions returns what the project file does not want to hear of, by the
// name of a file; nil if there is nothing.
func (k *task) suppressions() func(file string) []suppress.Suppression {
	if len(k.set.ignore) == 0 {
		return nil
	}
	text := string(k.set.data)
	whole := concord.Span{End: len(text)}
	k.settled = &concord.Document{
		File: k.set.file, Format: format.Text.Name, Charset: "utf-8", Raw: k.set.data,
		Segments: []concord.Segment{{Text: text, Runs: []concord.Run{{Text: whole, Raw: whole}}}},
	}
	places := make([]concord.Place, len(k.set.ignore))
	for i, x := range k.set.ignore {
		places[i] = concord.Place{Doc: k.settled, Span: lineOf(k.set.data, x.at.Line, x.at.Column)}
	}
	return func(file string) []suppress.Suppression {
		var all []suppress.Suppression
		name := seen(k.set.dir, k.in.path[file])
		for i, x := range k.set.ignore {
			if ok, _ := path.Match(x.file, name); ok {
				all = append(all, suppress.Suppression{Rules: x.rules, Reason: x.reason, Key: x.key, At: places[i]})
			}
		}
		return all
	}
}

// lineOf returns the rest of a line from a column on, both counted from 1.
func lineOf(data []byte, line, column int) concord.Span {
	at := 0
	for ; line > 1; line-- {
		at += bytes.IndexByte(data[at:], '\n') + 1
	}
	end := len(data)
	if n := bytes.IndexByte(data[at:], '\n'); n >= 0 {
		end = at + len(bytes.TrimRight(data[at:at+n], "\r"))
	}
	text := []rune(string(data[at:end]))
	at += len(string(text[:min(column-1, len(text))]))
	return concord.Span{Start: at, End: end}
}

package main

import (
	"bytes"
	"path"
	"slices"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/format"
	"github.com/concord-l10n/concord/pipeline/suppress"
)

// about reports whether an entry is about a file, as seen from the project.
func (x ignored) about(file string) bool {
	ok, _ := path.Match(path.Clean(x.file), file)
	return ok
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
	k.ignored = make([]suppress.Suppression, len(k.set.ignore))
	for i, x := range k.set.ignore {
		at := concord.Place{Doc: k.settled, Span: lineOf(k.set.data, x.at.Line, x.at.Column)}
		k.ignored[i] = suppress.Suppression{Rules: x.rules, Reason: x.reason, Key: x.key, At: at}
	}
	return func(file string) []suppress.Suppression {
		name := seen(k.set.dir, k.in.path[file])
		return k.ignoredWhere(func(x ignored) bool { return x.about(name) })
	}
}

func (k *task) ignoredWhere(ok func(ignored) bool) []suppress.Suppression {
	var all []suppress.Suppression
	for i, x := range k.set.ignore {
		if ok(x) {
			all = append(all, k.ignored[i])
		}
	}
	return all
}

// idle returns the entries that are about none of the files of the project, which
// a run that looks at all of them can tell. They stand in no file but its own.
func (k *task) idle() suppress.Set {
	if k.settled == nil || !k.whole {
		return nil
	}
	var names []string
	for _, file := range k.in.path {
		names = append(names, seen(k.set.dir, file))
	}
	none := k.ignoredWhere(func(x ignored) bool { return !slices.ContainsFunc(names, x.about) })
	return suppress.Of([]*concord.Document{k.settled}, func(string) []suppress.Suppression { return none })
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

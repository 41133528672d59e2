package main

import (
	"slices"

	"golang.org/x/text/language"
)

// sourceless says which releases of the project lack the text in the language of
// the source: nothing is held against it there.
func (in *inputs) sourceless(s *search) {
	if s.source == language.Und || len(s.patterns) == 0 {
		return
	}
	var names []string
	for i := range in.jobs {
		if in.jobs[i].Source == nil {
			names = append(names, in.jobs[i].Name)
		}
	}
	if len(names) > 0 {
		s.t.tell("input.no-source", "PluralCount", len(names), "Lang", s.source.String(), "Names", few(names))
	}
}

// untold says in which languages that the project is translated to it has no text
// at all. Only a run of the whole project knows.
func (in *inputs) untold(s *search, paths []string) {
	if len(paths) > 0 || s.target != language.Und || len(in.jobs) == 0 {
		return
	}
	there := make(map[language.Tag]bool)
	for _, f := range s.files {
		there[plainTag(f.locale)] = true
	}
	var none []string
	for _, tag := range s.set.targets {
		if !there[plainTag(tag)] {
			none = append(none, tag.String())
		}
	}
	if len(none) > 0 {
		s.t.tell("input.untold", "Langs", none)
	}
}

// sourcesAlone says which of the files that were asked for are sources and nothing
// else: they are checked, and nobody need wonder why they stay as they are.
func (in *inputs) sourcesAlone(t *tool) {
	var names []string
	lang := ""
	for i := range in.jobs {
		if j := &in.jobs[i]; len(j.Targets) == 0 && j.Source != nil {
			names, lang = append(names, j.Source.File), j.Source.Locale.String()
		}
	}
	if len(names) > 0 {
		t.tell("fix.sources", "PluralCount", len(names), "Lang", lang, "Names", few(names))
	}
}

// overlooked says which files of the project are named nearly like a release, and
// are none to concord.
func (s *search) overlooked() {
	names := slices.DeleteFunc(s.missed, func(file string) bool { return s.names[file] })
	slices.Sort(names)
	if names = slices.Compact(names); len(names) > 0 {
		s.t.tell("input.missed", "PluralCount", len(names), "Names", few(names))
	}
}

// few lists names, and no more than can be read.
func few(names []string) []string {
	const most = 5
	if len(names) > most {
		names = append(names[:most:most], "…")
	}
	return names
}

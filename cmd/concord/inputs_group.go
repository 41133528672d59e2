package main

import (
	"cmp"
	"errors"
	"path/filepath"
	"slices"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord/pipeline"
	"github.com/concord-l10n/concord/pipeline/format"
)

// sources adds the sources of the releases that files belong to, to be read
// along with them.
func (s *search) sources(paths []string) error {
	var faults []error
	for _, f := range s.files {
		if f.locale == language.Und {
			faults = append(faults, s.t.fault("input.language", "File", f.name))
		}
	}
	if len(faults) > 0 || len(paths) == 0 || s.source == language.Und {
		return errors.Join(faults...)
	}
	asked := s.files
	wanted := make(map[string]bool)
	for _, f := range asked {
		wanted[f.release] = true
	}
	for _, p := range s.patterns {
		s.walk(s.set.path(p.root), func(file string) {
			rel, err := filepath.Rel(cmp.Or(s.set.dir, "."), file)
			if err != nil {
				return
			}
			release, locale, ok := p.match(filepath.ToSlash(rel))
			if ok && s.spelt(locale) == s.source && wanted[release] {
				s.add(foundFile{name: file, under: filepath.ToSlash(rel), release: release, locale: s.source})
			}
		})
	}
	return nil
}

// inputs groups the files by release.
func (s *search) inputs() *inputs {
	in := &inputs{path: make(map[string]string), under: make(map[string]string), asked: make(map[string]bool), failed: s.failed, empty: s.empty}
	releases := make(map[string]int)
	slices.SortStableFunc(s.files, func(a, b foundFile) int {
		return cmp.Or(cmp.Compare(a.release, b.release), cmp.Compare(a.locale.String(), b.locale.String()), cmp.Compare(a.name, b.name))
	})
	for _, f := range s.files {
		name := s.set.shown(f.name)
		in.path[name], in.under[name], in.asked[name] = f.name, f.under, f.asked
		input := pipeline.Input{File: name, Options: format.Options{Locale: f.locale, Charset: s.encoding, Verbatim: s.set.quotes == "verbatim"}}
		if filepath.Ext(f.name) == "" {
			input.Format = format.Text.Name
		}
		source := s.source != language.Und && f.locale == s.source
		i, ok := releases[f.release]
		if !ok || s.source == language.Und || source && in.jobs[i].Source != nil {
			i = len(in.jobs)
			releases[f.release] = i
			in.jobs = append(in.jobs, pipeline.Job{Name: releaseName(f.release)})
		}
		if source {
			in.jobs[i].Source = &input
		} else {
			in.jobs[i].Targets = append(in.jobs[i].Targets, input)
		}
	}
	return in
}

// releaseName shortens the path that the versions of a release share.
func releaseName(path string) string {
	return filepath.Base(filepath.FromSlash(path))
}

package main

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord/pipeline"
	"github.com/concord-l10n/concord/pipeline/report"
)

// A found is a file to work on.
type foundFile struct {
	name    string // as it is opened and reported
	under   string // its name below an output folder, slash-separated
	release string
	locale  language.Tag
	asked   bool // false: only read for the others, as the source of a release is
}

// Inputs is what a command works on.
type inputs struct {
	jobs   []pipeline.Job
	path   map[string]string // of each file, where it is
	under  map[string]string // of each file, its name below an output folder
	asked  map[string]bool   // the files to report on and to correct
	failed []report.Failure  // files that were named and are not there
	empty  []string          // patterns of the project that no file matches, and folders without a file to read
}

// A search finds the files to work on and what they are.
type search struct {
	t        *tool
	set      *settings
	source   language.Tag // Und if not known
	target   language.Tag // Und: the names of files say it
	patterns []pattern
	encoding string
	files    []foundFile
	others   int      // files left out because they are in another language than --lang
	more     []string // files of the project that may not be where it is
	names    map[string]bool
	failed   []report.Failure
	empty    []string
	missed   []string // files of the project whose names say too little
}

// inputs returns the files that paths name, or those of the project, which may
// have more than are there to be found.
func (t *tool) inputs(set *settings, lang, encoding string, paths, more []string) (*inputs, error) {
	s := &search{t: t, set: set, source: set.source, encoding: encoding, more: more, names: make(map[string]bool)}
	if err := s.languages(lang); err != nil {
		return nil, err
	}
	for _, p := range set.releases {
		s.patterns = append(s.patterns, newPattern(p))
	}
	if len(paths) == 0 {
		for i, p := range s.patterns {
			if !s.project(p) {
				s.empty = append(s.empty, set.releases[i])
			}
		}
	}
	for _, p := range paths {
		s.path(p)
	}
	if s.others > 0 {
		t.tell("input.others", "PluralCount", s.others, "Lang", s.target.String())
	}
	s.overlooked()
	if err := s.sources(paths); err != nil {
		return nil, err
	}
	in := s.inputs()
	in.sourceless(s)
	in.untold(s, paths)
	return in, nil
}

// languages reads --lang, TARGET or SOURCE:TARGET.
func (s *search) languages(lang string) error {
	if lang == "" {
		return nil
	}
	from, to, both := strings.Cut(lang, ":")
	if !both {
		from, to = "", from
	} else if from == "" || to == "" {
		return s.t.fault("flag.lang-half", "Word", lang)
	}
	for _, x := range []struct {
		word string
		tag  *language.Tag
	}{{from, &s.source}, {to, &s.target}} {
		if x.word == "" {
			continue
		}
		tag, ok := localeOf(x.word)
		if !ok {
			return s.t.fault("flag.lang-wrong", "Word", x.word)
		}
		*x.tag = tag
	}
	if both && plainTag(s.source) == plainTag(s.target) {
		return s.t.fault("flag.lang-same", "Word", lang)
	}
	return nil
}

// project adds the files of the project that a pattern describes, and reports
// whether there are any.
func (s *search) project(p pattern) (any bool) {
	take := func(file string) {
		rel, err := filepath.Rel(cmp.Or(s.set.dir, "."), file)
		if err != nil {
			return
		}
		name := filepath.ToSlash(rel)
		release, locale, ok := p.match(name)
		any = any || ok
		if !ok && p.misses(name) {
			s.missed = append(s.missed, file)
		}
		if ok && s.wants(s.spelt(locale)) {
			s.add(foundFile{name: file, under: name, release: release, locale: s.spelt(locale), asked: true})
		}
	}
	s.walk(s.set.path(p.root), take)
	for _, file := range s.more {
		take(file)
	}
	return any
}

// wants reports whether --lang leaves files in a language, and counts those that
// it does not.
func (s *search) wants(tag language.Tag) bool {
	ok := s.target == language.Und || tag == language.Und || tag == s.target || tag == s.source
	if !ok {
		s.others++
	}
	return ok
}

// path adds a file, or the files of a folder that concord can read.
func (s *search) path(name string) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		s.failed = append(s.failed, report.Failure{File: name, Err: err})
	case !info.IsDir() && regularFile(info) != nil:
		s.failed = append(s.failed, report.Failure{File: name, Err: pathError("read", name, regularFile(info))})
	case !info.IsDir():
		name = filepath.Clean(name)
		s.add(s.described(name, filepath.Base(name), true))
	default:
		any := false
		s.walk(name, func(file string) {
			if rel, err := filepath.Rel(name, file); err == nil && readable(filepath.Ext(file)) {
				any = true
				if f := s.described(file, filepath.ToSlash(rel), false); s.wants(f.locale) {
					s.add(f)
				}
			}
		})
		if !any {
			s.empty = append(s.empty, name)
		}
	}
}

// described says what a file is: by the patterns of the project, by its name,
// or, if it was named itself, by --lang alone.
func (s *search) described(name, under string, itself bool) foundFile {
	f := foundFile{name: name, under: under, asked: true}
	known := false
	if rel, err := filepath.Rel(cmp.Or(s.set.dir, "."), name); err == nil {
		for _, p := range s.patterns {
			if f.release, f.locale, known = p.match(filepath.ToSlash(rel)); known {
				break
			}
		}
	}
	if !known {
		f.release, f.locale, known = named(name)
	}
	f.locale = s.spelt(f.locale)
	if s.target != language.Und && (!known || itself && f.locale != s.source) {
		f.locale = s.target
	}
	return f
}

// spelt returns a tag as the settings or --lang write it: zh-Hans for zh.
func (s *search) spelt(tag language.Tag) language.Tag {
	for _, t := range append([]language.Tag{s.source, s.target}, s.set.targets...) {
		if t != language.Und && plainTag(t) == plainTag(tag) {
			return t
		}
	}
	return tag
}

// plainTag makes the tags of simplified Chinese one.
func plainTag(tag language.Tag) language.Tag {
	base, _ := tag.Base()
	if script, _ := tag.Script(); base.String() == "zh" && script.String() == "Hans" {
		return language.SimplifiedChinese
	}
	return tag
}

// walk calls each for the files below a folder, in order. Folders and files
// whose name begins with a dot are left out, and so is what cannot be read, and
// what links to folders below it lead to.
func (s *search) walk(root string, each func(file string)) {
	if info, err := os.Stat(root); err == nil && info.IsDir() {
		root += string(filepath.Separator) // so that it may be a link itself
	}
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		switch {
		case file == root && errors.Is(err, fs.ErrNotExist): // a pattern that nothing answers to
		case err != nil:
			s.failed = append(s.failed, report.Failure{File: file, Err: err})
			return nil
		case strings.HasPrefix(d.Name(), ".") && file != root && d.Name() != "..":
			if d.IsDir() {
				return fs.SkipDir
			}
		case regular(file, d):
			each(filepath.Clean(file))
		}
		return nil
	})
	if err != nil {
		s.failed = append(s.failed, report.Failure{File: root, Err: err})
	}
}

// regular reports whether a name leads to a file with bytes in it: not to a
// folder, a pipe or a device.
func regular(file string, d fs.DirEntry) bool {
	if d.Type()&fs.ModeSymlink != 0 {
		info, err := os.Stat(file)
		return err == nil && info.Mode().IsRegular()
	}
	return d.Type().IsRegular()
}

// add takes a file in, once. One below the current folder is named as seen from
// there, however it was given: reports go to other machines.
func (s *search) add(f foundFile) {
	if filepath.IsAbs(f.name) {
		if name := filepath.FromSlash(seen("", f.name)); filepath.IsLocal(name) {
			f.name = name
		}
	}
	if !s.names[f.name] {
		s.names[f.name] = true
		s.files = append(s.files, f)
	}
}

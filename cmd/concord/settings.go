package main

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"sync"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/pipeline/bundle"
)

// settingsName is the name of a project's settings.
const settingsName = "concord.yaml"

// Settings is what a project file says. Paths in it are relative to its folder.
type settings struct {
	file     string // as it was named or found; "" if there is none
	dir      string // its folder; "" is the current one
	source   language.Tag
	targets  []language.Tag
	glossary []string // patterns of files
	releases []string // patterns with {release}, {locale} and {ext}
	out      string
	bundles  []string
	failOn   string
	rules    []ruling // what is said of a rule prevails over what is said of its group
	quotes   string   // "check", or "verbatim": quoted speech is left alone
	baseline string
	ignore   []ignored
	data     []byte                      // of the file
	origin   map[string]concord.Position // of the keys that it has
	inside   bool                        // files are named as seen from dir, so that nothing depends on where concord is run
}

// settings reads the project file: the one that is named, or the nearest one in
// this folder and those above it. Without one it returns the defaults.
func (t *tool) settings(named string) (*settings, error) {
	s := defaults()
	s.file = named
	if named == "" {
		if s.file = nearest(); s.file == "" {
			return s, nil
		}
	}
	data, err := t.projectFile(s.file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, t.fault("settings.none", "File", s.file)
	} else if err != nil {
		return nil, err
	}
	if s.dir = filepath.Dir(s.file); s.dir == "." {
		s.dir = ""
	}
	return s, s.parse(data)
}

// defaults are the settings of a project that says nothing.
func defaults() *settings {
	return &settings{out: "dist", bundles: []string{bundle.All[0].Name}, failOn: "error", quotes: "check", origin: make(map[string]concord.Position)}
}

// nearest returns the project file of this folder or the nearest above it.
func nearest() string {
	dir, err := os.Getwd()
	if err != nil {
		return ""
	}
	for up := ""; ; up = filepath.Join("..", up) {
		if _, err := os.Lstat(filepath.Join(dir, settingsName)); err == nil { // if it is no file, reading it says so
			return filepath.Join(up, settingsName)
		}
		if filepath.Dir(dir) == dir {
			return ""
		}
		dir = filepath.Dir(dir)
	}
}

// A settingsReader walks the nodes of a project file and collects what is wrong.
type settingsReader struct {
	file   string
	faults []error
	path   []string // of the key at hand
	origin map[string]concord.Position
	say    func(id string, pairs ...any) string // says what keys are for; nil: nobody asks
}

func (r *settingsReader) fail(n *yaml.Node, id string, pairs ...any) {
	at := concord.Position{File: r.file, Line: n.Line, Column: n.Column}
	r.faults = append(r.faults, &concord.PlaceError{At: at, Message: message(id, pairs...)})
}

var yamlLine = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`line (\d+)`) })

func (s *settings) parse(data []byte) error {
	r := &settingsReader{file: s.file, origin: s.origin}
	var doc, more yaml.Node
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	err := decoder.Decode(&doc)
	switch {
	case !utf8.Valid(data):
		r.fail(&yaml.Node{Line: 1, Column: 1}, "settings.encoding")
	case errors.Is(err, io.EOF):
	case err != nil:
		at := &yaml.Node{Line: 1, Column: 1}
		if m := yamlLine().FindStringSubmatch(err.Error()); m != nil {
			at.Line, _ = strconv.Atoi(m[1])
		}
		r.fail(at, "settings.syntax", "Why", glossary.Unreadable(err))
	default:
		s.data = data
		if doc.Content[0].ShortTag() != "!!null" { // or all of it is comments
			s.shape(r).read(doc.Content[0])
		}
		if err := decoder.Decode(&more); err == nil {
			r.fail(&more, "settings.more")
		} else if !errors.Is(err, io.EOF) {
			r.fail(&more, "settings.syntax", "Why", glossary.Unreadable(err))
		}
	}
	return errors.Join(r.faults...)
}

// path returns where a path of the settings is.
func (s *settings) path(p string) string {
	if filepath.IsAbs(p) {
		return filepath.FromSlash(p)
	}
	return filepath.Join(s.dir, filepath.FromSlash(p))
}

// shown returns the name by which a file is reported and recorded.
func (s *settings) shown(file string) string {
	if !s.inside {
		return file
	}
	if rel, err := filepath.Rel(cmp.Or(s.dir, "."), file); err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(file)
}

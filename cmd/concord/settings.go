package main

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
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
	inside   bool // files are named as seen from dir, so that nothing depends on where concord is run
}

// settings reads the project file: the one that is named, or the nearest one in
// this folder and those above it. Without one it returns the defaults.
func (t *tool) settings(named string) (*settings, error) {
	s := &settings{file: named, out: "dist", bundles: []string{bundle.All[0].Name}, failOn: "error"}
	if named == "" {
		if s.file = nearest(); s.file == "" {
			return s, nil
		}
	}
	data, err := read(s.file)
	if err != nil {
		return nil, err
	}
	if s.dir = filepath.Dir(s.file); s.dir == "." {
		s.dir = ""
	}
	return s, s.parse(data)
}

// nearest returns the project file of this folder or the nearest above it.
func nearest() string {
	dir, err := os.Getwd()
	if err != nil {
		return ""
	}
	for up := ""; ; up = filepath.Join("..", up) {
		if info, err := os.Stat(filepath.Join(dir, settingsName)); err == nil && info.Mode().IsRegular() {
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
}

func (r *settingsReader) fail(n *yaml.Node, id string, pairs ...any) {
	at := concord.Position{File: r.file, Line: n.Line, Column: n.Column}
	r.faults = append(r.faults, &concord.PlaceError{At: at, Message: message(id, pairs...)})
}

var yamlLine = regexp.MustCompile(`line (\d+)`)

func (s *settings) parse(data []byte) error {
	r := &settingsReader{file: s.file}
	var doc yaml.Node
	err := yaml.NewDecoder(bytes.NewReader(data)).Decode(&doc)
	switch {
	case !utf8.Valid(data):
		r.fail(&yaml.Node{Line: 1, Column: 1}, "settings.encoding")
	case errors.Is(err, io.EOF):
	case err != nil:
		at := &yaml.Node{Line: 1, Column: 1}
		if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
			at.Line, _ = strconv.Atoi(m[1])
		}
		r.fail(at, "settings.syntax", "Why", strings.TrimPrefix(err.Error(), "yaml: "))
	default:
		s.read(r, doc.Content[0])
	}
	return errors.Join(r.faults...)
}

func (s *settings) read(r *settingsReader, root *yaml.Node) {
	r.keys(root, map[string]func(*yaml.Node){
		"source":   func(n *yaml.Node) { s.source = r.tag(n) },
		"targets":  func(n *yaml.Node) { s.targets = r.tags(n) },
		"glossary": func(n *yaml.Node) { s.glossary = r.texts(n) },
		"releases": func(n *yaml.Node) {
			s.releases = r.texts(n)
			for _, p := range s.releases {
				if !strings.Contains(p, "{locale}") {
					r.fail(n, "settings.pattern", "Pattern", p)
				}
			}
		},
		"fail-on": func(n *yaml.Node) { s.failOn = r.word(n, "error", "warning", "note", "never") },
		"build": func(n *yaml.Node) {
			r.keys(n, map[string]func(*yaml.Node){
				"out": func(n *yaml.Node) { s.out = r.text(n) },
				"bundles": func(n *yaml.Node) {
					var known []string
					for _, l := range bundle.All {
						known = append(known, l.Name)
					}
					s.bundles = nil
					for _, item := range items(n) {
						s.bundles = append(s.bundles, r.word(item, known...))
					}
				},
			})
		},
	})
}

// keys hands the value of each key of a mapping to its function.
func (r *settingsReader) keys(n *yaml.Node, known map[string]func(*yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		r.fail(n, "settings.mapping")
		return
	}
	seen := make(map[string]bool)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		read, ok := known[key.Value]
		switch {
		case !ok:
			r.fail(key, "settings.key", "Key", key.Value, "Known", strings.Join(slices.Sorted(maps.Keys(known)), ", "))
		case seen[key.Value]:
			r.fail(key, "settings.twice", "Key", key.Value)
		case value.Tag != "!!null":
			read(value)
		}
		seen[key.Value] = true
	}
}

func (r *settingsReader) text(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode {
		r.fail(n, "settings.text")
	}
	return n.Value
}

func (r *settingsReader) texts(n *yaml.Node) []string {
	var all []string
	for _, item := range items(n) {
		all = append(all, r.text(item))
	}
	return all
}

// items returns the items of a list, or a single value as a list of one.
func items(n *yaml.Node) []*yaml.Node {
	if n.Kind == yaml.SequenceNode {
		return n.Content
	}
	return []*yaml.Node{n}
}

func (r *settingsReader) word(n *yaml.Node, known ...string) string {
	if !slices.Contains(known, r.text(n)) {
		r.fail(n, "settings.choice", "Word", n.Value, "Known", strings.Join(known, ", "))
	}
	return n.Value
}

func (r *settingsReader) tag(n *yaml.Node) language.Tag {
	tag, err := language.Parse(r.text(n))
	if err != nil {
		r.fail(n, "settings.locale", "Word", n.Value)
	}
	return tag
}

func (r *settingsReader) tags(n *yaml.Node) []language.Tag {
	var all []language.Tag
	for _, item := range items(n) {
		all = append(all, r.tag(item))
	}
	return all
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

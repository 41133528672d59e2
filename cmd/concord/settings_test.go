package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"github.com/concord-l10n/concord/locales/messages"
)

// settingsCases are project files, and whether they are right.
var settingsCases = []struct {
	text  string
	right bool
}{
	{"", true},
	{"# nothing yet\n", true},
	{"source: zh-Hans\ntargets: [en, pt-BR]\nglossary: terms.yaml\nreleases: releases/{release}/{locale}.{ext}\nfail-on: never\n", true},
	{"targets: en\nglossary:\nbuild:\n  out: dist\n  bundles: go-i18n-json\n", true},
	{"rules: {term: error, dash: off, typography: note}\nbaseline: known.json\nquotes: verbatim\n", true},
	{"ignore:\n  - {file: 'a/*.txt', key: body.3, rule: [term, dash], reason: said so}\n  - {file: b.txt, rule: term, reason: said so}\n", true},
	{"ignore: {file: b.txt, rule: term, reason: said so}\n", true},
	{"rules:\n", true},
	{"null\n", true},
	{"---\n", true},
	{"targets: &all [en, fr]\nglossary: terms.yaml\nbuild: {out: &out dist}\nbaseline: *out\n", true},
	{"ignore: [{file: 'a/[a-z][!^]\\\\*.txt', rule: term, reason: said so}]\n", true},
	{"glossary: 2026-01-01\nsource: no\n", true},
	{"sources: zh\n", false},
	{"source: [zh]\n", false},
	{"source: {zh: en}\n", false},
	{"targets: [en, '17']\n", false},
	{"releases: releases/en.txt\n", false},
	{"fail-on: sometimes\n", false},
	{"rules: {term: loud}\n", false},
	{"quotes: single\n", false},
	{"rules: {trem: off}\n", false},
	{"rules: [term]\n", false},
	{"build: {in: x}\n", false},
	{"build: {bundles: [po]}\n", false},
	{"ignore: [{file: a.txt, rule: term}]\n", false},
	{"ignore: [{file: a.txt, rule: term, reason: ' '}]\n", false},
	{"ignore: [{file: a.txt, rule: term, reason: }]\n", false},
	{"ignore: [{file: a.txt, rule: terms, reason: x}]\n", false},
	{"ignore: [{file: a.txt, rule: term, reason: x, line: 3}]\n", false},
	{"ignore: [{file: '[', rule: term, reason: x}]\n", false},
	{"ignore: [{file: a, rule: term, reason: 5}]\n", false},
	{"glossary: [null]\n", false},
	{"baseline: 5\n", false},
	{"rules: {term: false}\n", false},
	{"source: english\n", false},
	{"source: i-klingon\n", false},
	{"- source\n", false},
}

// TestSchema holds the schema and the reader to one another: what the one has
// something against, so has the other.
func TestSchema(t *testing.T) {
	data, err := jsonschema.UnmarshalJSON(bytes.NewReader((&tool{say: messages.New()}).settingsSchema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("concord.schema.json", data); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("concord.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range settingsCases {
		s := defaults()
		s.file = "concord.yaml"
		read := s.parse([]byte(x.text))
		if (read == nil) != x.right {
			t.Errorf("%q is read: %v", x.text, read)
		}
		var doc any
		if err := yaml.Unmarshal([]byte(x.text), &doc); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(plainJSON(t, doc)); (err == nil) != x.right {
			t.Errorf("%q by the schema: %v", x.text, err)
		}
	}
}

// plainJSON returns v as it is when it has gone through JSON.
func plainJSON(t *testing.T, v any) any {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	out, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestShown reads what is shown of settings: it says the same.
func TestShown(t *testing.T) {
	tool := tool{world: world{}}
	for _, x := range settingsCases {
		if !x.right {
			continue
		}
		file := filepath.Join(t.TempDir(), settingsName)
		show := func(text []byte) []byte {
			if err := os.WriteFile(file, text, 0o666); err != nil {
				t.Fatal(err)
			}
			set, err := tool.settings(file)
			if err != nil {
				t.Fatalf("%s: %v", text, err)
			}
			out, err := tool.shownSettings(set, false)
			if err != nil {
				t.Fatal(err)
			}
			return out
		}
		once := show([]byte(x.text))
		if again := show(once); !bytes.Equal(once, again) {
			t.Errorf("%q is shown as\n%s, which is shown as\n%s", x.text, once, again)
		}
	}
}

package bundle

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/rogpeppe/go-internal/txtar"
	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

func load(t testing.TB, source language.Tag, files []File) *i18n.Bundle {
	t.Helper()
	b := i18n.NewBundle(source)
	b.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	b.RegisterUnmarshalFunc("yaml", yaml.Unmarshal)
	for _, f := range files {
		if _, err := b.ParseMessageFileBytes(f.Data, f.Name); err != nil {
			t.Fatalf("%s: %v\n%s", f.Name, err, f.Data)
		}
	}
	return b
}

// readsBack holds that go-i18n gives every text of an edition back verbatim.
func readsBack(t testing.TB, e *Edition) {
	t.Helper()
	all, err := e.messages()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range All {
		files, err := l.Build(e)
		if err != nil {
			t.Fatal(err)
		}
		b := load(t, e.Source, files)
		for _, m := range all {
			for tag, want := range m.texts {
				got, gotTag, err := i18n.NewLocalizer(b, tag.String()).LocalizeWithTag(&i18n.LocalizeConfig{MessageID: m.id})
				if err != nil || got != want.other || gotTag != tag {
					t.Errorf("%s: %s in %s is %q in %s, want %q: %v", l.Name, m.id, tag, got, gotTag, want.other, err)
				}
			}
		}
	}
}

func TestReadBack(t *testing.T) {
	cases(t, func(t *testing.T, _ string, ar *txtar.Archive) { readsBack(t, edition(t, ar)) })
}

// FuzzReadBack holds it for any text.
func FuzzReadBack(f *testing.F) {
	for _, text := range []string{
		"plain", "{{.Name}} and }} <<", "{{", "<<{{<<<", "no", "~", "1_000", "\"\\\x00\x07\x1b\u0085\u2028\ufeff", "a: b # c", "多行\n文字",
		"'''", "\"\"\"", "\u202e\ufffe\uffff", "[x]\n- y", "<b>&amp;</b>", "\t\x7f",
	} {
		f.Add(text, text)
	}
	f.Fuzz(func(t *testing.T, source, target string) {
		if !utf8.ValidString(source) || !utf8.ValidString(target) {
			return // a document is UTF-8
		}
		doc := func(tag language.Tag, texts ...string) *concord.Document {
			d := &concord.Document{File: "x", Format: "text", Locale: tag}
			for i, s := range texts {
				d.Raw = append(d.Raw, s...)
				d.Segments = append(d.Segments, concord.Segment{Key: fmt.Sprintf("body.%d", i), Text: s, Runs: []concord.Run{{
					Text: concord.Span{End: len(s)}, Raw: concord.Span{Start: len(d.Raw) - len(s), End: len(d.Raw)},
				}}})
			}
			return d
		}
		rel := &concord.Release{Name: target, Source: doc(language.SimplifiedChinese, source, target), Targets: []*concord.Document{doc(language.English, target, source)}}
		readsBack(t, &Edition{Source: language.SimplifiedChinese, Releases: []Release{{Draft: rel, Final: rel}}})
	})
}

// TestMerge runs the goi18n tool on what was built. A complete edition must
// come out as it went in: the tool drops a translation whose hash is not that
// of its source, and asks for it again in a file translate.*. It does not keep
// delimiters, so texts that look like templates are left out.
func TestMerge(t *testing.T) {
	tool := filepath.Join(t.TempDir(), "goi18n")
	if out, err := exec.Command("go", "build", "-o", tool, "github.com/nicksnyder/go-i18n/v2/goi18n").CombinedOutput(); err != nil {
		t.Fatalf("build goi18n: %v\n%s", err, out)
	}
	ar, err := txtar.ParseFile("testdata/complete.txtar")
	if err != nil {
		t.Fatal(err)
	}
	e := edition(t, ar)
	for _, l := range All {
		files, err := l.Build(e)
		if err != nil {
			t.Fatal(err)
		}
		in, out := t.TempDir(), t.TempDir()
		args := []string{"merge", "-sourceLanguage", e.Source.String(), "-outdir", out, "-format", strings.TrimPrefix(l.Name, "go-i18n-")}
		for _, f := range files {
			name := filepath.Join(in, f.Name)
			if err := os.WriteFile(name, f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
			args = append(args, name)
		}
		if msg, err := exec.Command(tool, args...).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", l.Name, err, msg)
		}
		var merged []File
		names, err := filepath.Glob(filepath.Join(out, "*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasPrefix(filepath.Base(name), "translate.") {
				t.Errorf("%s: goi18n asks for translations:\n%s", l.Name, data)
			}
			merged = append(merged, File{filepath.Base(name), data})
		}
		same(t, l.Name, files, merged)
	}
}

// same compares message files by what is in them.
func same(t *testing.T, layout string, want, got []File) {
	t.Helper()
	read := func(files []File) map[string]i18n.Message {
		all := make(map[string]i18n.Message)
		funcs := map[string]i18n.UnmarshalFunc{"toml": toml.Unmarshal, "yaml": yaml.Unmarshal}
		for _, f := range files {
			mf, err := i18n.ParseMessageFileBytes(bytes.Clone(f.Data), f.Name, funcs)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range mf.Messages {
				all[mf.Tag.String()+" "+m.ID] = *m
			}
		}
		return all
	}
	before, after := read(want), read(got)
	if len(before) == 0 || len(before) != len(after) {
		t.Errorf("%s: %d messages became %d", layout, len(before), len(after))
	}
	for id, m := range before {
		if after[id] != m {
			t.Errorf("%s: %s was %+v and became %+v", layout, id, m, after[id])
		}
	}
}

package messages

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"text/template"
	"text/template/parse"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// entries returns the messages of a catalogue by their ids, each as its plural
// forms by name; a message without a count has the form "other" alone.
func entries(t *testing.T, file string) map[string]map[string]string {
	t.Helper()
	data, err := catalogues.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var raw map[string]any
	if err := toml.Unmarshal(data, &raw); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	all := make(map[string]map[string]string)
	for id, value := range raw {
		forms := make(map[string]string)
		switch v := value.(type) {
		case string:
			forms["other"] = v
		case map[string]any:
			for form, text := range v {
				forms[form] = fmt.Sprint(text)
			}
		}
		all[id] = forms
	}
	return all
}

func files(t *testing.T) []string {
	t.Helper()
	names, err := fs.Glob(catalogues, "active.*.toml")
	if err != nil || len(names) < 2 {
		t.Fatalf("catalogues %v: %v", names, err)
	}
	return names
}

// TestCataloguesAgree holds every catalogue to the English one: the same
// messages with the same placeholders, in the plural forms of its language.
func TestCataloguesAgree(t *testing.T) {
	english := entries(t, "active.en.toml")
	for _, file := range files(t) {
		catalogue := entries(t, file)
		tag := strings.TrimSuffix(strings.TrimPrefix(file, "active."), ".toml")
		plural := pluralForms(t, tag)
		for id := range english {
			if catalogue[id] == nil {
				t.Errorf("%s lacks %q", file, id)
			}
		}
		for id, forms := range catalogue {
			want, ok := english[id]
			if !ok {
				t.Errorf("%s has %q, which is not in English", file, id)
				continue
			}
			counted := len(want) > 1 || strings.Contains(want["other"], "{{.PluralCount}}")
			if got := slices.Sorted(maps.Keys(forms)); counted && !slices.Equal(got, plural) || !counted && len(got) != 1 {
				t.Errorf("%s: %q has the forms %v, the language has %v", file, id, got, plural)
			}
			for form, text := range forms {
				if got, want := placeholders(t, text, true), placeholders(t, want["other"], true); !slices.Equal(got, want) {
					t.Errorf("%s: %q (%s) has the placeholders %v, English has %v", file, id, form, got, want)
				}
				if text != strings.TrimSpace(text) && id != "list.separator" || text == "" {
					t.Errorf("%s: %q (%s) is empty or has white space at its ends", file, id, form)
				}
			}
		}
	}
}

// pluralForms asks go-i18n which forms a language uses.
func pluralForms(t *testing.T, tag string) []string {
	bundle := i18n.NewBundle(language.MustParse(tag))
	m := &i18n.Message{ID: "m", Zero: "zero", One: "one", Two: "two", Few: "few", Many: "many", Other: "other"}
	if err := bundle.AddMessages(language.MustParse(tag), m); err != nil {
		t.Fatal(err)
	}
	forms := make(map[string]bool)
	for _, n := range []any{0, 1, 2, 3, 5, 7, 11, 21, 100, 101, 1000000, "1.5", "0.0"} {
		forms[i18n.NewLocalizer(bundle, tag).MustLocalize(&i18n.LocalizeConfig{MessageID: "m", PluralCount: n})] = true
	}
	return slices.Sorted(maps.Keys(forms))
}

// placeholders returns the names of the arguments of a message, or without all
// only of those that it cannot do without.
func placeholders(t *testing.T, text string, all bool) []string {
	t.Helper()
	tmpl, err := template.New("").Parse(text)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	names := make(map[string]bool)
	var walk func(parse.Node)
	pipe := func(p *parse.PipeNode) {
		for _, c := range p.Cmds {
			for _, a := range c.Args {
				walk(a)
			}
		}
	}
	walk = func(n parse.Node) {
		switch n := n.(type) {
		case *parse.ListNode:
			if n != nil {
				for _, n := range n.Nodes {
					walk(n)
				}
			}
		case *parse.ActionNode:
			pipe(n.Pipe)
		case *parse.IfNode:
			if all {
				pipe(n.Pipe)
				walk(n.List)
				walk(n.ElseList)
			}
		case *parse.WithNode:
			if all {
				pipe(n.Pipe)
				walk(n.List)
				walk(n.ElseList)
			}
		case *parse.FieldNode:
			names[n.Ident[0]] = true
		}
	}
	walk(tmpl.Root)
	return slices.Sorted(maps.Keys(names))
}

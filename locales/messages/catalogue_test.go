package messages

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
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
			counted := len(want) > 1
			if got := slices.Sorted(maps.Keys(forms)); counted && !slices.Equal(got, plural) || !counted && len(got) != 1 {
				t.Errorf("%s: %q has the forms %v, the language has %v", file, id, got, plural)
			}
			for form, text := range forms {
				if got, want := placeholders(t, text), placeholders(t, want["other"]); !slices.Equal(got, want) {
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

func placeholders(t *testing.T, text string) []string {
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
			pipe(n.Pipe)
			walk(n.List)
			walk(n.ElseList)
		case *parse.WithNode:
			pipe(n.Pipe)
			walk(n.List)
			walk(n.ElseList)
		case *parse.FieldNode:
			names[n.Ident[0]] = true
		}
	}
	walk(tmpl.Root)
	return slices.Sorted(maps.Keys(names))
}

// TestMessagesOfTheCode compares the catalogue with the program: a message that
// is said must be there, and one that is there must be said somewhere.
func TestMessagesOfTheCode(t *testing.T) {
	english := entries(t, "active.en.toml")
	said, words := spoken(t, filepath.Join("..", ".."))
	if len(said) < 5 {
		t.Fatalf("found %d messages in the code", len(said))
	}
	for id, at := range said {
		if english[id] == nil {
			t.Errorf("%s: message %q is in no catalogue", at, id)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(english)) {
		family := id[:strings.LastIndexByte(id, '.')+1]
		if said[id].Line == 0 && !words[id] && !words[family] {
			t.Errorf("message %q is said nowhere", id)
		}
	}
}

// spoken returns the ids of the messages in the code under root with the place
// of one of each, and all other string literals: an id may be passed on before
// it is put into a message, or be joined from its family, "severity.", and a
// name.
func spoken(t *testing.T, root string) (said map[string]token.Position, words map[string]bool) {
	t.Helper()
	said, words = make(map[string]token.Position), make(map[string]bool)
	fset := token.NewFileSet()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && path != root):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		f, err := parser.ParseFile(fset, path, nil, 0)
		if err != nil {
			return nil // a file that does not parse fails elsewhere
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				if s, err := strconv.Unquote(n.Value); err == nil {
					words[s] = true
				}
			case *ast.CompositeLit:
				if id, ok := messageID(n); ok {
					said[id] = fset.Position(n.Pos())
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return said, words
}

// messageID returns the id of a literal such as concord.Message{ID: "a.b"}.
func messageID(n *ast.CompositeLit) (string, bool) {
	name := ""
	switch typ := n.Type.(type) {
	case *ast.Ident:
		name = typ.Name
	case *ast.SelectorExpr:
		name = typ.Sel.Name
	}
	if name != "Message" {
		return "", false
	}
	for _, e := range n.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		key, _ := kv.Key.(*ast.Ident)
		value, _ := kv.Value.(*ast.BasicLit)
		if key != nil && key.Name == "ID" && value != nil {
			id, err := strconv.Unquote(value.Value)
			return id, err == nil
		}
	}
	return "", false
}

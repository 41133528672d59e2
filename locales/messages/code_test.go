package messages

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestMessagesOfTheCode compares the catalogue with the program: a message that
// is said must be there and get its arguments, and one that is there must be
// said somewhere.
func TestMessagesOfTheCode(t *testing.T) {
	english := entries(t, "active.en.toml")
	c := readCode(t, filepath.Join("..", ".."))
	if len(c.said) < 20 {
		t.Fatalf("found %d messages in the code", len(c.said))
	}
	used := make(map[string]bool)
	for _, u := range c.said {
		used[u.id] = true
		forms, ok := english[u.id]
		if !ok {
			t.Errorf("%s: message %q is in no catalogue", u.at, u.id)
			continue
		}
		for _, name := range placeholders(t, forms["other"], false) {
			if u.args != nil && !slices.Contains(u.args, name) {
				t.Errorf("%s: message %q lacks %s", u.at, u.id, name)
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(english)) {
		family := id[:strings.LastIndexByte(id, '.')+1]
		if !used[id] && !c.words[id] && !c.words[family] {
			t.Errorf("message %q is said nowhere", id)
		}
	}
}

// A use is a message in the code. Args is nil if they are not written beside it.
type use struct {
	id   string
	args []string
	at   token.Position
}

// code is what the program says: its messages, and all its string literals, as
// an id may be passed on before it is said, or be joined from its family,
// "severity.", and a name.
type code struct {
	said  []use
	words map[string]bool
}

// readCode reads all Go files below root, a folder at a time.
func readCode(t *testing.T, root string) *code {
	t.Helper()
	c := &code{words: make(map[string]bool)}
	fset := token.NewFileSet()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && path != root {
			return fs.SkipDir
		}
		names, err := filepath.Glob(filepath.Join(path, "*.go"))
		var files []*ast.File
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			if f, err := parser.ParseFile(fset, name, nil, 0); err == nil { // otherwise the build fails
				files = append(files, f)
			}
		}
		c.add(fset, files)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// add reads the files of one package.
func (c *code) add(fset *token.FileSet, files []*ast.File) {
	sayers := make(map[string]sayer)
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				note(sayers, n.Name.Name, n.Type)
			case *ast.AssignStmt:
				if lit, ok := n.Rhs[0].(*ast.FuncLit); ok {
					if name, ok := n.Lhs[0].(*ast.Ident); ok {
						note(sayers, name.Name, lit.Type)
					}
				}
			}
			return true
		})
	}
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			var u use
			switch n := n.(type) {
			case *ast.BasicLit:
				c.words[text(n)] = true
			case *ast.CompositeLit:
				u = message(n)
			case *ast.CallExpr:
				u = called(n, sayers)
			}
			if u.id != "" {
				u.at = fset.Position(n.Pos())
				c.said = append(c.said, u)
			}
			return true
		})
	}
}

// A sayer is a function with a parameter called id, by its index, which the
// arguments of the message may follow as pairs of names and values.
type sayer struct {
	id    int
	pairs bool
}

func note(sayers map[string]sayer, name string, typ *ast.FuncType) {
	i := 0
	s := sayer{id: -1}
	for _, field := range typ.Params.List {
		_, variadic := field.Type.(*ast.Ellipsis)
		for _, p := range field.Names {
			if p.Name == "id" {
				s.id = i
			}
			s.pairs = variadic && p.Name == "pairs" && s.id == i-1
			i++
		}
	}
	if s.id >= 0 {
		sayers[name] = s
	}
}

var messageID = regexp.MustCompile(`^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$`)

// called returns the message that a call passes on by its id.
func called(n *ast.CallExpr, sayers map[string]sayer) use {
	s, ok := sayers[last(n.Fun)]
	if !ok || s.id >= len(n.Args) {
		return use{}
	}
	u := use{id: text(n.Args[s.id])}
	if !messageID.MatchString(u.id) {
		return use{}
	}
	if s.pairs && !n.Ellipsis.IsValid() {
		u.args = []string{}
		for i := s.id + 1; i < len(n.Args); i += 2 {
			u.args = append(u.args, text(n.Args[i]))
		}
	}
	return u
}

// message returns the message of a literal such as concord.Message{ID: "a.b"}.
func message(n *ast.CompositeLit) use {
	if last(n.Type) != "Message" {
		return use{}
	}
	u := use{args: []string{}}
	for _, e := range n.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		switch last(kv.Key) {
		case "ID":
			u.id = text(kv.Value)
		case "Args":
			args, ok := kv.Value.(*ast.CompositeLit)
			if !ok {
				u.args = nil
				continue
			}
			for _, e := range args.Elts {
				if kv, ok := e.(*ast.KeyValueExpr); ok {
					u.args = append(u.args, text(kv.Key))
				}
			}
		}
	}
	return u
}

// last returns the name that an expression ends with.
func last(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

// text returns the value of a string literal, or "".
func text(e ast.Expr) string {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return ""
	}
	s, err := strconv.Unquote(lit.Value)
	if err != nil {
		return ""
	}
	return s
}

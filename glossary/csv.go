package glossary

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"
)

// CSV is a table with one term a row and a header row, set apart by comma,
// semicolon or tab. Columns: id, kind, case, locale, status, term, match,
// replace, note, in any order; id, locale, status and term must be there.
var CSV = &Format{Name: "csv", Extensions: []string{".csv", ".tsv"}, Read: readCSV}

var csvColumns = []string{"id", "kind", "case", "locale", "status", "term", "match", "replace", "note"}

func readCSV(f File, g *Glossary) error {
	data := bytes.TrimPrefix(f.Data, []byte("\ufeff"))
	t := &table{reader: reader{file: f.Name}, csv: csv.NewReader(bytes.NewReader(data)), concepts: make(map[string]*Concept)}
	t.csv.Comma, t.csv.FieldsPerRecord = separator(data), -1
	if t.header() {
		t.rows()
	}
	g.Add(t.order...)
	return t.err()
}

// separator returns the one that occurs most in the header row.
func separator(data []byte) rune {
	header, _, _ := bytes.Cut(data, []byte("\n"))
	best := ','
	for _, c := range ";\t" {
		if bytes.Count(header, []byte(string(c))) > bytes.Count(header, []byte(string(best))) {
			best = c
		}
	}
	return best
}

// A table is a CSV file being read.
type table struct {
	reader
	csv      *csv.Reader
	column   map[string]int
	row      []string
	concepts map[string]*Concept
	order    []*Concept
}

// next reads a row. It reports false at the end and where the file is no CSV.
func (t *table) next() bool {
	row, err := t.csv.Read()
	t.row = row
	var fault *csv.ParseError
	switch {
	case err == nil:
		return true
	case errors.As(err, &fault):
		t.fail(&yaml.Node{Line: fault.Line, Column: fault.Column}, "glossary.syntax", "Why", fault.Err.Error())
	case !errors.Is(err, io.EOF):
		t.fail(&yaml.Node{Line: 1, Column: 1}, "glossary.syntax", "Why", err.Error())
	}
	return false
}

func (t *table) header() bool {
	if !t.next() {
		return false
	}
	t.column = make(map[string]int)
	for i, name := range t.row {
		name = strings.ToLower(strings.TrimSpace(name))
		if !slices.Contains(csvColumns, name) {
			t.fail(t.cell(i), "glossary.key", "Key", name, "Known", strings.Join(csvColumns, ", "))
		}
		t.column[name] = i
	}
	for _, name := range []string{"id", "locale", "status", "term"} {
		if _, ok := t.column[name]; !ok {
			t.fail(&yaml.Node{Line: 1, Column: 1}, "glossary.column", "Name", name)
		}
	}
	return len(t.faults) == 0
}

// cell returns the place of a cell of the current row.
func (t *table) cell(i int) *yaml.Node {
	line, column := t.csv.FieldPos(i)
	n := &yaml.Node{Kind: yaml.ScalarNode, Line: line, Column: column}
	if i < len(t.row) {
		n.Value = strings.TrimSpace(t.row[i])
	}
	return n
}

// node returns the cell of a named column; it is empty if there is none.
func (t *table) node(name string) *yaml.Node {
	if i, ok := t.column[name]; ok && i < len(t.row) {
		return t.cell(i)
	}
	n := t.cell(0)
	n.Value = ""
	return n
}

func (t *table) rows() {
	for t.next() {
		t.term(t.concept())
	}
}

// concept returns the concept of a row. What a concept is need be said in one
// row only.
func (t *table) concept() *Concept {
	id := t.node("id")
	c := t.concepts[id.Value]
	if c == nil {
		c = &Concept{ID: id.Value, At: t.at(id)}
		t.concepts[id.Value] = c
		t.order = append(t.order, c)
		if id.Value == "" {
			t.fail(id, "glossary.id")
		}
	}
	if kind := t.node("kind").Value; kind != "" {
		c.Kind = kind
		if t.node("case").Value == "" && slices.Contains(properKinds, kind) {
			c.Case = Proper
		}
	}
	switch n := t.node("case"); n.Value {
	case "":
	case "common", "proper":
		c.Case = map[string]Case{"common": Common, "proper": Proper}[n.Value]
	default:
		t.fail(n, "glossary.choice", "Key", "case", "Word", n.Value, "Known", "common, proper")
	}
	return c
}

func (t *table) term(c *Concept) {
	text := t.node("term")
	term := &Term{Concept: c, Text: text.Value, Replace: t.node("replace").Value, Note: t.node("note").Value, Match: defaultMatch(c), At: t.at(text)}
	if text.Value == "" {
		t.fail(text, "glossary.term")
	}
	status := t.node("status")
	i := slices.Index(statuses, status.Value)
	if i < 0 {
		t.fail(status, "glossary.choice", "Key", "status", "Word", status.Value, "Known", strings.Join(statuses, ", "))
		return
	}
	term.Status = Status(i)
	term.Auto = term.Status == Deprecated
	if locale := t.node("locale"); term.Status != DoNotTranslate || locale.Value != "" && locale.Value != "und" {
		term.Locale = t.tag(locale)
	}
	if n := t.node("match"); n.Value != "" {
		m := slices.Index(matchCases, n.Value)
		if m < 0 {
			t.fail(n, "glossary.choice", "Key", "match", "Word", n.Value, "Known", strings.Join(matchCases, ", "))
		}
		term.Match = MatchCase(max(m, 0))
	}
	if term.Locale != language.Und || term.Status == DoNotTranslate {
		c.Terms = append(c.Terms, term)
	}
}

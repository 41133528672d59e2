package glossary

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// CSV is a table with one term a row and a header row, set apart by comma,
// semicolon or tab. Columns: id, kind, case, locale, status, term, match,
// replace, note, in any order; id, locale, status and term must be there. Or it
// is one with a concept a row, and a column of preferred terms for each language
// that is named by its tag; then id must be there.
var CSV = &Format{Name: "csv", Extensions: []string{".csv", ".tsv"}, Read: readCSV, Write: writeCSV}

var (
	csvColumns  = []string{"id", "kind", "case", "locale", "status", "term", "match", "replace", "note"}
	wideColumns = []string{"id", "kind", "case", "note"} // beside those of languages
)

// The rows of a concept need not stand together; if they do, as mostly, one
// concept at a time is in memory.
func readCSV(f File, g *Glossary) error {
	data := lineEnds(bytes.TrimPrefix(f.Data, []byte("\ufeff")))
	before := g.mark()
	t := newTable(f.Name, data, bytes.NewReader(data))
	if !t.header() {
		return t.err()
	}
	if t.concepts(g) {
		return t.err()
	}
	g.reset(before)
	sorted := sortRows(f.Name, data)
	t = newTable(f.Name, data, sorted)
	t.sorted, t.faults = sorted, sorted.faults
	t.next() // the header
	t.columns()
	t.concepts(g)
	return t.err()
}

// lineEnds returns a table whose lines end as csv reads them: of old, \r did.
func lineEnds(data []byte) []byte {
	if bytes.IndexByte(data, '\n') >= 0 {
		return data
	}
	return bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
}

// A table is a CSV file being read.
type table struct {
	reader
	csv    *csv.Reader
	column map[string]int
	wide   []wideColumn // those of languages
	row    []string
	sorted *sortedRows // what csv reads, if not the file as it is
	tags   map[string]language.Tag
	now    *Concept // whose rows are being read
}

func newTable(name string, data []byte, from io.Reader) *table {
	t := &table{reader: reader{file: name}, csv: csv.NewReader(from), tags: make(map[string]language.Tag)}
	t.csv.Comma, t.csv.FieldsPerRecord, t.csv.ReuseRecord = separator(data), -1, true
	return t
}

// next reads a row. It reports false at the end and where the file is no CSV.
func (t *table) next() bool {
	row, err := t.csv.Read()
	t.row = row
	var fault *csv.ParseError
	switch {
	case err == nil:
		if t.sorted != nil {
			t.sorted.advance(t.csv)
		}
		return true
	case errors.As(err, &fault):
		t.fail(&yaml.Node{Line: fault.Line, Column: fault.Column}, "glossary.syntax", "Why", reason(fault.Err.Error()))
	case !errors.Is(err, io.EOF):
		t.fail(&yaml.Node{Line: 1, Column: 1}, "glossary.syntax", "Why", err.Error())
	}
	return false
}

// A cell is one of the current row, or stands for one that the row lacks.
type cell struct {
	i    int
	text string
}

func (t *table) cell(i int) cell {
	if i < len(t.row) {
		return cell{i, strings.TrimSpace(t.row[i])}
	}
	return cell{i, ""}
}

// named returns the cell of a column; it is empty if there is none.
func (t *table) named(name string) cell {
	if i, ok := t.column[name]; ok && i < len(t.row) {
		return t.cell(i)
	}
	return cell{}
}

// place returns where a cell is in the file.
func (t *table) place(c cell) concord.Position {
	line, column := t.csv.FieldPos(c.i)
	if t.sorted != nil {
		line = t.sorted.line(line)
	}
	return concord.Position{File: t.file, Line: line, Column: column}
}

// node returns a cell as a fault names it.
func (t *table) node(c cell) *yaml.Node {
	at := t.place(c)
	return &yaml.Node{Kind: yaml.ScalarNode, Value: c.text, Line: at.Line, Column: at.Column}
}

// concepts adds the concepts to a glossary. It reports false, and has not read
// to the end, if the rows of one do not stand together.
func (t *table) concepts(g *Glossary) bool {
	seen := ids{g: g, from: g.Len()}
	for t.next() {
		if t.blank() {
			continue
		}
		id := t.named("id")
		if t.now == nil || t.now.ID != id.text {
			if t.now != nil {
				g.Add(t.now)
			}
			if t.sorted == nil && seen.has(id.text) {
				return false
			}
			t.now = &Concept{ID: id.text, At: t.place(id)}
			if id.text == "" {
				t.fail(t.node(id), "glossary.id")
			}
		}
		t.says(t.now)
		if len(t.wide) > 0 {
			t.terms(t.now)
		} else {
			t.term(t.now)
		}
	}
	if t.now != nil {
		g.Add(t.now)
	}
	return true
}

// blank reports whether a row has nothing in it, as spreadsheets write them. It
// says of cells that no column has.
func (t *table) blank() bool {
	for i := len(t.column); i < len(t.row); i++ {
		if c := t.cell(i); c.text != "" {
			t.fail(t.node(c), "glossary.cell", "Cell", c.text, "Count", len(t.column))
			break
		}
	}
	return !slices.ContainsFunc(t.row, func(s string) bool { return strings.TrimSpace(s) != "" })
}

// says takes over what a row says of its concept. That need be said in one row
// only.
func (t *table) says(c *Concept) {
	if kind := t.named("kind").text; kind != "" {
		c.Kind = kind
		if t.named("case").text == "" && slices.Contains(properKinds, kind) {
			c.Case = Proper
		}
	}
	switch n := t.named("case"); n.text {
	case "":
	case "common":
		c.Case = Common
	case "proper":
		c.Case = Proper
	default:
		t.fail(t.node(n), "glossary.choice", "Key", "case", "Word", n.text, "Known", "common, proper")
	}
}

func (t *table) term(c *Concept) {
	text := t.named("term")
	term := &Term{Concept: c, Text: text.text, Replace: t.named("replace").text, Note: t.named("note").text, Match: defaultMatch(c), At: t.place(text)}
	if text.text == "" {
		t.fail(t.node(text), "glossary.term")
	}
	status := t.named("status")
	i := slices.Index(statuses, status.text)
	if i < 0 {
		t.fail(t.node(status), "glossary.choice", "Key", "status", "Word", cmp.Or(status.text, `""`), "Known", statuses)
		return
	}
	term.Status = Status(i)
	term.Auto = term.Status == Deprecated
	if locale := t.named("locale"); term.Status != DoNotTranslate || locale.text != "" && locale.text != "und" {
		term.Locale = t.locale(locale)
	}
	if n := t.named("match"); n.text != "" {
		m := slices.Index(matchCases, n.text)
		if m < 0 {
			t.fail(t.node(n), "glossary.choice", "Key", "match", "Word", n.text, "Known", matchCases)
		}
		term.Match = MatchCase(max(m, 0))
	}
	if term.Locale != language.Und || term.Status == DoNotTranslate {
		c.Terms = append(c.Terms, term)
	}
}

// locale reads a locale tag, each text once.
func (t *table) locale(c cell) language.Tag {
	tag, ok := t.tags[c.text]
	if !ok {
		if tag = t.tag(t.node(c)); tag != language.Und {
			t.tags[strings.Clone(c.text)] = tag
		}
	}
	return tag
}

package glossary

import (
	"bytes"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"
)

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

// A wideColumn has the preferred terms of a language.
type wideColumn struct {
	i   int
	tag language.Tag
}

// header reads the header row, and reports whether it is one.
func (t *table) header() bool {
	if !t.next() {
		return false
	}
	t.columns()
	must := []string{"id", "locale", "status", "term"}
	if len(t.wide) > 0 {
		must = must[:1]
	}
	for _, name := range must {
		if _, ok := t.column[name]; !ok {
			t.fail(&yaml.Node{Line: 1, Column: 1}, "glossary.column", "Name", name)
		}
	}
	return len(t.faults) == 0
}

// columns takes over the names of the columns.
func (t *table) columns() {
	t.column, t.wide = make(map[string]int), nil
	known := csvColumns
	if t.isWide() {
		known = wideColumns
	}
	for i, name := range t.row {
		name = strings.ToLower(strings.TrimSpace(name))
		tag, err := language.Parse(name)
		switch {
		case slices.Contains(known, name):
		case t.isWide() && err == nil && tag != language.Und && !slices.Contains(csvColumns, name):
			t.wide = append(t.wide, wideColumn{i, canonical(tag)})
			name = canonical(tag).String()
		default:
			t.fail(t.node(t.cell(i)), "glossary.key", "Key", name, "Known", known)
		}
		if _, ok := t.column[name]; ok {
			t.fail(t.node(t.cell(i)), "glossary.twice", "Key", name)
		}
		t.column[name] = i
	}
}

// isWide reports whether the header row, which is being read, is one of a table
// with a column for each language.
func (t *table) isWide() bool {
	wide := false
	for _, name := range t.row {
		name = strings.ToLower(strings.TrimSpace(name))
		if name == "term" {
			return false
		}
		_, err := language.Parse(name)
		wide = wide || err == nil && !slices.Contains(csvColumns, name)
	}
	return wide
}

// terms adds what a row has in the columns of languages.
func (t *table) terms(c *Concept) {
	c.Note = t.named("note").text
	for _, w := range t.wide {
		if text := t.cell(w.i); text.text != "" {
			c.Terms = append(c.Terms, &Term{Concept: c, Locale: w.tag, Text: text.text, Match: defaultMatch(c), At: t.place(text)})
		}
	}
}

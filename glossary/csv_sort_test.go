package glossary

import (
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestScatteredRows: it does not matter where in a table the rows of a concept
// stand, but for their places.
func TestScatteredRows(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 3))
	for range 50 {
		var rows [][]string
		for i := range 1 + r.IntN(8) {
			for k := range 1 + r.IntN(4) {
				status := []string{"preferred", "admitted", "deprecated", "wrong"}[min(k, 2+r.IntN(20)/19)]
				rows = append(rows, []string{fmt.Sprint("c", i), []string{"", "person"}[r.IntN(2)], "en", status, fmt.Sprintf("term\n%d \"of\" %d", k, i)})
			}
		}
		load := func() (*Glossary, string) {
			var b strings.Builder
			w := csv.NewWriter(&b)
			w.Write([]string{"id", "kind", "locale", "status", "term"})
			w.WriteAll(rows)
			g := new(Glossary)
			if err := readCSV(File{Name: "f.csv", Data: []byte(strings.TrimSuffix(b.String(), "\n"))}, g); err != nil {
				return g, faults(err)
			}
			return g, ""
		}
		lines := func(g *Glossary) map[string]int {
			all := make(map[string]int)
			for c := range g.All() {
				for _, t := range c.Terms {
					all[t.Text] = t.At.Line
				}
			}
			return all
		}
		want, wrong := load()
		at := make(map[string]int) // where each row stands once the rows are mixed
		r.Shuffle(len(rows), func(i, k int) { rows[i], rows[k] = rows[k], rows[i] })
		for i, row := range rows {
			at[row[4]] = 2 + 2*i // a term has two lines
		}
		got, again := load()
		if (wrong == "") != (again == "") || got.Len() != want.Len() {
			t.Fatalf("%d concepts, want %d; faults %q, want %q", got.Len(), want.Len(), again, wrong)
		}
		for text, line := range lines(got) {
			if line != at[text] {
				t.Errorf("%q is said to be in line %d, and is in %d", text, line, at[text])
			}
		}
		if wrong == "" {
			continue
		}
		for _, row := range rows {
			if row[3] == "wrong" && !strings.Contains(again, fmt.Sprintf("f.csv:%d:", at[row[4]])) {
				t.Errorf("faults %q, want one in line %d", again, at[row[4]])
			}
		}
	}
}

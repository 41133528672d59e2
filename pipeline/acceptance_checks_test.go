package pipeline_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// checkRules says which rule stands for a check of glossary.json.
var checkRules = map[string]string{
	"D2": "caption",
}

// checks wants of each rule that stands for a check that it finds, in the
// releases as they were published, what the check lists, and nothing else. The
// check lists lines as "000:39", with the line they are held against as "000:39/35".
func (a *acceptance) checks(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(a.gold, "glossary.json"))
	if err != nil {
		t.Fatal(err)
	}
	var listed struct {
		Checks []struct {
			ID   string
			Seed []string
		}
	}
	if err := json.Unmarshal(data, &listed); err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, c := range listed.Checks {
		rule := checkRules[c.ID]
		if rule == "" {
			continue
		}
		tried++
		var got []string
		a.each(t, func(t *testing.T, name string, text []byte) {
			for _, d := range a.run(t, name, "en", string(text), false, rule).Decisions {
				line := fmt.Sprintf("%s:%d", name[:3], d.Finding.Place.Position().Line)
				for _, r := range d.Finding.Related {
					line += fmt.Sprintf("/%d", r.Place.Position().Line)
				}
				got = append(got, line)
			}
		})
		slices.Sort(got)
		slices.Sort(c.Seed)
		if !slices.Equal(got, c.Seed) {
			t.Errorf("%s, by %s: found %s, want %s", c.ID, rule, strings.Join(got, " "), strings.Join(c.Seed, " "))
		}
	}
	if tried != len(checkRules) {
		t.Errorf("%d of %d checks are listed", tried, len(checkRules))
	}
}

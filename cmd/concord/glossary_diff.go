package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"github.com/concord-l10n/concord/glossary"
)

var glossaryDiff = command{
	name: "diff", args: "OLD NEW", about: "about.glossary.diff",
	examples: []string{"concord glossary diff terms.old.yaml terms.yaml", "concord glossary diff old/ glossary/", "concord glossary diff --format json a.csv b.csv"},
	flags: func(t *tool) []cli.Flag {
		return []cli.Flag{&cli.StringFlag{Name: "format", Usage: "flag.diff-format", Value: "text"}}
	},
	run: func(t *tool, c *cli.Context) error {
		if c.NArg() != 2 {
			return t.fault("glossary.diff.two")
		}
		how, err := t.one(c, "format", "text", "json")
		if err != nil {
			return err
		}
		old, err := t.version(c.Args().Get(0))
		if err != nil {
			return err
		}
		new, err := t.version(c.Args().Get(1))
		if err != nil {
			return err
		}
		all := glossary.Diff(old, new)
		if how == "json" {
			err = t.differencesJSON(all)
		} else {
			err = t.differences(all)
		}
		if err == nil && len(all) > 0 {
			return exit(found)
		}
		return err
	},
}

// version loads a glossary from a file, or from those of a folder.
func (t *tool) version(name string) (*glossary.Glossary, error) {
	info, err := os.Stat(name)
	if err != nil || !info.IsDir() {
		return t.glossary(&settings{}, []string{name})
	}
	var files []string
	err = filepath.WalkDir(name, func(file string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && slices.ContainsFunc(glossary.Formats, func(f *glossary.Format) bool {
			return slices.Contains(f.Extensions, strings.ToLower(filepath.Ext(file)))
		}) {
			files = append(files, file)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, t.fault("input.glossary", "File", name)
	}
	return t.glossary(&settings{}, files)
}

// differences prints for people what differs, a line each.
func (t *tool) differences(all []glossary.Difference) error {
	var out strings.Builder
	concepts := make(map[string]bool)
	for _, d := range all {
		id, what, whole := "glossary.diff.key", d.Concept, d.Key == ""
		switch {
		case d.Concept != "":
			concepts[d.Concept] = true
		case d.Key == "locales" || d.Key == "protected": // an item of a list
			what, whole = d.Key, true
		default:
			what = t.text("glossary.diff.whole")
		}
		if d.Term != "" {
			what += " " + locale(d) + ` "` + d.Term + `"`
		}
		if d.Key == "text" {
			d.Old, d.New = `"`+d.Old+`"`, `"`+d.New+`"`
		}
		switch {
		case whole && d.Old == "":
			id = "glossary.diff.added"
		case whole:
			id = "glossary.diff.removed"
		case d.Old == "":
			id = "glossary.diff.set"
		case d.New == "":
			id = "glossary.diff.unset"
		}
		fmt.Fprintln(&out, apart(visible(d.At.String()+": "+t.text(id, "What", what, "Key", d.Key, "Old", d.Old, "New", d.New))))
	}
	fmt.Fprintln(&out, t.text("glossary.diff.summary", "Concepts", len(concepts), "Changes", message("diff.changes", "PluralCount", len(all))))
	_, err := fmt.Fprint(t.out, out.String())
	return t.written("-", err)
}

// apart shows the marks of letters that are taken apart, which look like whole
// ones, and spaces that look like others.
func apart(line string) string {
	composed := norm.NFC.IsNormalString(line)
	var out strings.Builder
	for _, r := range line {
		if unicode.Is(unicode.Mn, r) && !composed || unicode.IsSpace(r) && r != ' ' {
			fmt.Fprintf(&out, `\u{%x}`, r)
			continue
		}
		out.WriteRune(r)
	}
	return out.String()
}

// locale names the language of a term that differs; "und" is every language.
func locale(d glossary.Difference) string {
	if d.Locale == language.Und.String() {
		return "*"
	}
	return d.Locale
}

// jsonDifference is a difference in JSON. Without a key the concept, or the
// term if there is one, is all new or gone; without a concept it is of the
// glossary as a whole.
type jsonDifference struct {
	Concept string `json:"concept,omitempty"`
	Locale  string `json:"locale,omitempty"`
	Term    string `json:"term,omitempty"`
	Key     string `json:"key,omitempty"`
	Old     string `json:"old"`
	New     string `json:"new"`
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
}

func (t *tool) differencesJSON(all []glossary.Difference) error {
	list := make([]jsonDifference, len(all))
	for i, d := range all {
		list[i] = jsonDifference{d.Concept, d.Locale, d.Term, d.Key, d.Old, d.New, d.At.File, d.At.Line, d.At.Column}
	}
	data, err := json.MarshalIndent(struct {
		Version     int              `json:"version"`
		Differences []jsonDifference `json:"differences"`
	}{1, list}, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(t.out, "%s\n", data)
	return t.written("-", err)
}

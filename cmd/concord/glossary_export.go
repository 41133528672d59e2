package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/concord-l10n/concord/glossary"
)

var glossaryExport = command{
	name: "export", args: "[FILE…]", about: "about.glossary.export",
	examples: []string{
		"concord glossary export --out terms.tbx", "concord glossary export --format csv >terms.csv",
		"concord glossary export names.yaml terms.yaml --out all.yaml",
	},
	flags: func(t *tool) []cli.Flag {
		return append(project(t)[:2], t.stringFlag("format", "flag.export-format"), t.stringFlag("out", "flag.export-out"))
	},
	run: func(t *tool, c *cli.Context) error {
		out := c.String("out")
		format := glossary.FormatOf("." + c.String("format"))
		if c.String("format") == "" {
			format = glossary.FormatOf(out)
		}
		if format == nil || format.Write == nil {
			return t.fault("glossary.export.format", "Known", strings.Join(written(), ", "))
		}
		g, err := t.named(c, c.Args().Slice())
		if err != nil {
			return err
		}
		data, err := format.Write(g)
		if err != nil {
			return err
		}
		again, err := t.lost(g, format, data)
		if err != nil {
			return err
		}
		if out == "" || out == "-" {
			_, err := t.out.Write(data)
			return t.written("-", err)
		}
		if err := write(out, data); err != nil {
			t.complain(err)
			return exit(incomplete)
		}
		s := again.Stats()
		t.tell("glossary.imported", "File", out, "Concepts", s.Concepts, "Terms", s.Terms)
		return nil
	},
}

// written names the formats that concord writes.
func written() []string {
	var all []string
	for _, f := range glossary.Formats {
		if f.Write != nil {
			all = append(all, f.Name)
		}
	}
	return all
}

// lost says what of a glossary its written form does not say: what differs when
// it is read again. It returns what was read.
func (t *tool) lost(g *glossary.Glossary, format *glossary.Format, data []byte) (*glossary.Glossary, error) {
	again, err := glossary.Load(glossary.File{Name: "export" + format.Extensions[0], Data: data})
	if err != nil {
		return nil, err
	}
	var keys []string
	all := glossary.Diff(g, again)
	for _, d := range all {
		key, _, _ := strings.Cut(cmp.Or(d.Key, "terms"), " ") // of the language that follows
		keys = append(keys, key)
	}
	slices.Sort(keys)
	if len(all) > 0 {
		t.tell("glossary.export.lost", "PluralCount", len(all), "Format", format.Name, "Keys", strings.Join(slices.Compact(keys), ", "))
	}
	return again, nil
}

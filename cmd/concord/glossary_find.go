package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/concord-l10n/concord/glossary"
)

var glossaryFind = command{
	name: "find", args: "TEXT", about: "about.glossary.find",
	examples: []string{"concord glossary find 中国温度", `concord glossary find "Quiet Sea"`, "concord glossary find --glossary terms.yaml sea"},
	flags:    func(t *tool) []cli.Flag { return project(t)[:2] },
	run: func(t *tool, c *cli.Context) error {
		text := strings.Join(c.Args().Slice(), " ")
		if strings.TrimSpace(text) == "" {
			return t.fault("glossary.find.none")
		}
		g, err := t.named(c, nil)
		if err != nil {
			return err
		}
		hits := termsLike(g, text)
		var out strings.Builder
		for _, term := range hits {
			fmt.Fprintln(&out, visible(fmt.Sprintf("%s: %s  %s  %s  %s", term.At, term.Concept.ID, term.Locale, t.status(term), term.Text)))
		}
		if _, err := fmt.Fprint(t.out, out.String()); err != nil {
			return t.written("-", err)
		}
		if len(hits) == 0 {
			t.tell("glossary.find.nothing", "Text", text)
			return exit(found)
		}
		return nil
	},
}

// termsLike returns the terms in which a text stands or, if there are none, those
// that stand in the text. Capitals and kinds of spaces do not count.
func termsLike(g *glossary.Glossary, text string) []*glossary.Term {
	want := folded(text)
	var within, around []*glossary.Term
	for c := range g.All() {
		for _, t := range c.Terms {
			switch have := folded(t.Text); {
			case strings.Contains(have, want):
				within = append(within, t)
			case strings.Contains(want, have):
				around = append(around, t)
			}
		}
	}
	if len(within) > 0 {
		return within
	}
	return around
}

func folded(text string) string {
	s := glossary.NewShadow(strings.TrimSpace(text))
	return strings.ToLower(s.Text)
}

var glossaryStats = command{
	name: "stats", args: "[FILE…]", about: "about.glossary.stats",
	examples: []string{"concord glossary stats", "concord glossary stats terms.yaml", "concord glossary stats --json terms.yaml"},
	flags:    func(t *tool) []cli.Flag { return append(project(t)[:2], t.boolFlag("json", "flag.json")) },
	run: func(t *tool, c *cli.Context) error {
		g, err := t.named(c, c.Args().Slice())
		if err != nil {
			return err
		}
		s := counted(g)
		if c.Bool("json") {
			data, err := json.MarshalIndent(s, "", "  ")
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(t.out, "%s\n", data)
			return t.written("-", err)
		}
		var out strings.Builder
		fmt.Fprintln(&out, t.text("glossary.stats", "Concepts", s.Concepts, "Terms", s.Terms, "Specs", s.Specs))
		for _, l := range s.Locales {
			fmt.Fprintln(&out, "  "+visible(t.text("glossary.stats.locale", "Locale", fmt.Sprintf("%-8s", l.Locale),
				"Preferred", fmt.Sprintf("%5d", l.Preferred), "Variants", fmt.Sprintf("%5d", l.Variants),
				"Auto", l.Auto, "Partly", l.Partly, "Nowhere", l.Report, "Missing", fmt.Sprintf("%5d", len(l.Missing)))))
		}
		_, err = fmt.Fprint(t.out, out.String())
		return t.written("-", err)
	},
}

// A count is what is in a glossary, as JSON shows it.
type count struct {
	Concepts int            `json:"concepts"`
	Terms    int            `json:"terms"`
	Specs    int            `json:"specs"`
	Statuses map[string]int `json:"statuses"`
	Locales  []localeCount  `json:"locales"`
}

type localeCount struct {
	Locale    string   `json:"locale"`
	Preferred int      `json:"preferred"`
	Variants  int      `json:"variants"`
	Auto      int      `json:"auto"`    // variants that are corrected unasked
	Partly    int      `json:"partly"`  // … in some sentences only
	Report    int      `json:"report"`  // … that are only reported
	Missing   []string `json:"missing"` // ids of concepts without a preferred term
}

func counted(g *glossary.Glossary) count {
	s := g.Stats()
	out := count{s.Concepts, s.Terms, s.Specs, make(map[string]int), []localeCount{}}
	for status, n := range s.ByStatus {
		out.Statuses[glossary.Status(status).String()] = n
	}
	for _, l := range s.ByLocale {
		out.Locales = append(out.Locales, localeCount{
			l.Locale.String(), l.Preferred, l.Variants,
			l.ByReach[glossary.Everywhere], l.ByReach[glossary.Partly], l.ByReach[glossary.Nowhere], append([]string{}, l.Missing...),
		})
	}
	return out
}

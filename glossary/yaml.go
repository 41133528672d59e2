package glossary

import (
	"slices"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord/locales"
)

// YAML is the format that concord writes, meant to be edited by hand. Its keys
// are described in docs/glossary.md.
var YAML = &Format{Name: "yaml", Extensions: []string{".yaml", ".yml"}, Read: readYAML, Write: Write}

func readYAML(f File, g *Glossary) error { return readYAMLBy(f, pieceLen, g) }

// readYAMLBy reads a file in pieces of about so many bytes, or at once: then size
// is 0.
func readYAMLBy(f File, size int, g *Glossary) error {
	before := g.mark()
	r := &reader{file: f.Name}
	if size > 0 && r.readSplit(f.Data, size, g) {
		return r.err()
	}
	g.reset(before)
	*g = Glossary{concepts: g.concepts}
	r = &reader{file: f.Name}
	if n := r.root(f.Data); n != nil {
		r.glossary(n, g)
	}
	return r.err()
}

func (r *reader) glossary(n *yaml.Node, g *Glossary) {
	o := r.object(n)
	g.Name, g.Version = o.text("glossary"), o.text("version")
	if base := o.get("base"); base != nil {
		g.Base = r.tag(base)
	}
	for _, n := range o.items("locales") {
		g.Locales = append(g.Locales, r.tag(n))
	}
	g.Protected = o.texts("protected")
	if about := o.get("about"); about != nil {
		if err := about.Decode(&g.About); err != nil {
			r.fail(about, "glossary.mapping")
		}
	}
	for _, n := range o.list("concepts") {
		g.Add(r.concept(n))
	}
	o.done()
}

// properKinds are the kinds whose names keep their capitals unless a concept
// says otherwise.
var properKinds = []string{"person", "organization", "place", "work", "programme", "event"}

func (r *reader) concept(n *yaml.Node) *Concept {
	o := r.object(n)
	c := &Concept{
		ID: o.text("id"), Kind: o.text("kind"), Definition: o.text("definition"), Note: o.text("note"),
		Traps: o.texts("traps"), Plural: o.flag("plural", false), At: r.at(n),
		Grammar: Grammar{Article: o.article(), Sound: o.oneOf("sound", "vowel", "consonant"), Gender: o.gender()},
	}
	if c.ID == "" && n.Kind == yaml.MappingNode {
		r.fail(n, "glossary.id")
	}
	if slices.Contains(properKinds, c.Kind) {
		c.Case = Proper
	}
	switch o.choice("case", "common", "proper") {
	case 0:
		c.Case = Common
	case 1:
		c.Case = Proper
	}
	for _, n := range o.items("do-not-translate") {
		c.Terms = append(c.Terms, &Term{Concept: c, Text: r.scalar(n), Status: DoNotTranslate, At: r.at(n)})
	}
	if terms := o.get("terms"); terms != nil {
		r.terms(terms, c)
	}
	for _, n := range o.items("specs") {
		c.Specs = append(c.Specs, r.spec(n))
	}
	o.done()
	return c
}

func (r *reader) spec(n *yaml.Node) Spec {
	o := r.object(n)
	s := Spec{From: o.text("from"), To: o.text("to"), At: r.at(n)}
	if locale := o.get("locale"); locale != nil {
		s.Locale = r.tag(locale)
	}
	if s.Locale == language.Und || s.From == "" || s.To == "" {
		r.fail(n, "glossary.spec.incomplete")
	}
	o.done()
	return s
}

// grammar says what a locale or term says of itself; see Grammar.
func (o *object) grammar(tag language.Tag) Grammar {
	g := Grammar{Article: o.article(), Gender: o.oneOf("gender", "m", "f", "n", "m1", "m2", "m3"), Decl: o.text("decl")}
	if spoken := locales.For(tag).Spoken; len(spoken) > 0 {
		g.Sound = o.oneOf("sound", spoken...)
	} else {
		g.Sound = o.oneOf("sound", "vowel", "consonant")
	}
	if i := o.choice("number", "sg", "pl"); i >= 0 {
		g.Number = []string{"sg", "pl"}[i]
	}
	if o.get("animate") != nil {
		g.Animate = map[bool]string{true: "yes", false: "no"}[o.flag("animate", false)]
	}
	if o.get("poss") != nil {
		g.Poss = map[bool]string{true: "yes", false: "no"}[o.flag("poss", false)]
	}
	return g
}

func (o *object) article() string { return o.oneOf("article", "the", "none", "own") }
func (o *object) gender() string  { return o.oneOf("gender", "m", "f", "n") }

func (o *object) oneOf(key string, options ...string) string {
	if i := o.choice(key, options...); i >= 0 {
		return options[i]
	}
	return ""
}

package glossary

import (
	"bytes"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord/locales"
)

// Write returns a glossary as YAML; loading it gives the same glossary, but for
// positions and files. The bytes depend on the glossary alone.
func Write(g *Glossary) ([]byte, error) {
	var top mapping
	top.text("glossary", g.Name)
	top.text("version", g.Version)
	if g.Base != language.Und {
		top.text("base", g.Base.String())
	}
	var locales []any
	for _, tag := range g.Locales {
		locales = append(locales, tag.String())
	}
	top.list("locales", locales)
	top.texts("protected", g.Protected)
	if len(g.About) > 0 {
		top.put("about", g.About)
	}
	var concepts []any
	for c := range g.All() {
		concepts = append(concepts, writeConcept(c))
	}
	top.list("concepts", concepts)
	var out bytes.Buffer
	enc := yaml.NewEncoder(&out)
	enc.SetIndent(2)
	if err := enc.Encode(top.node()); err != nil {
		return nil, err
	}
	return out.Bytes(), enc.Close()
}

// A mapping is a YAML mapping whose keys keep their order. Empty values are
// left out.
type mapping struct{ content []*yaml.Node }

func (m *mapping) put(key string, value any) {
	var n yaml.Node
	switch v := value.(type) {
	case *mapping:
		n = *v.node()
	case string:
		n.SetString(v)
	default:
		if err := n.Encode(v); err != nil {
			panic(err) // only texts, flags, and what was decoded from YAML or JSON
		}
	}
	m.add(key, &n)
}

func (m *mapping) add(key string, value *yaml.Node) {
	var k yaml.Node
	k.SetString(key)
	m.content = append(m.content, &k, value)
}

func (m *mapping) node() *yaml.Node { return &yaml.Node{Kind: yaml.MappingNode, Content: m.content} }

func (m *mapping) text(key, value string) {
	if value != "" {
		m.put(key, value)
	}
}

func (m *mapping) flag(key string, value, otherwise bool) {
	if value != otherwise {
		m.put(key, value)
	}
}

func (m *mapping) texts(key string, values []string) {
	if len(values) > 0 {
		m.put(key, values)
	}
}

// list puts a list of texts and mappings.
func (m *mapping) list(key string, values []any) {
	if len(values) == 0 {
		return
	}
	n := &yaml.Node{Kind: yaml.SequenceNode}
	for _, v := range values {
		var item mapping
		item.put("", v)
		n.Content = append(n.Content, item.content[1])
	}
	m.add(key, n)
}

func (m *mapping) grammar(g Grammar) {
	m.text("article", g.Article)
	m.text("sound", g.Sound)
	m.text("gender", g.Gender)
	m.text("number", g.Number)
	if g.Animate != "" {
		m.put("animate", g.Animate == "yes")
	}
	if g.Poss != "" {
		m.put("poss", g.Poss == "yes")
	}
	m.text("decl", g.Decl)
}

func writeConcept(c *Concept) *mapping {
	m := new(mapping)
	m.text("id", c.ID)
	m.text("kind", c.Kind)
	m.put("case", caseNames[c.Case])
	m.text("definition", c.Definition)
	m.text("note", c.Note)
	m.texts("traps", c.Traps)
	m.grammar(c.Grammar)
	m.flag("plural", c.Plural, false)
	var everywhere []string
	terms := new(mapping)
	var order []language.Tag
	groups := make(map[language.Tag][]*Term)
	for _, t := range c.Terms {
		if t.Locale == language.Und {
			everywhere = append(everywhere, t.Text)
			continue
		}
		if groups[t.Locale] == nil {
			order = append(order, t.Locale)
		}
		groups[t.Locale] = append(groups[t.Locale], t)
	}
	m.texts("do-not-translate", everywhere)
	for _, tag := range order {
		terms.put(tag.String(), writeLocale(c, tag, groups[tag]))
	}
	if len(terms.content) > 0 {
		m.put("terms", terms)
	}
	var specs []any
	for _, s := range c.Specs {
		spec := new(mapping)
		spec.text("locale", s.Locale.String())
		spec.text("from", s.From)
		spec.text("to", s.To)
		specs = append(specs, spec)
	}
	m.list("specs", specs)
	return m
}

// writeLocale returns what a concept is called in one language: its preferred
// term alone, if there is nothing else to say.
func writeLocale(c *Concept, tag language.Tag, terms []*Term) any {
	m := new(mapping)
	m.text("certainty", c.Certainty[tag])
	m.text("note", c.Notes[tag])
	common := terms[0].Grammar
	for _, t := range terms {
		if t.Grammar != common {
			common = Grammar{}
		}
	}
	m.grammar(common)
	lists := make(map[Status][]any)
	for _, t := range terms {
		lists[t.Status] = append(lists[t.Status], writeTerm(c, t, common))
	}
	if text, ok := lists[Preferred]; ok && len(terms) == 1 && len(m.content) == 0 {
		if s, ok := text[0].(string); ok {
			return s
		}
	}
	if list := lists[Preferred]; len(list) > 0 {
		m.put("preferred", list[0])
	}
	for _, status := range []Status{Admitted, Deprecated, Forbidden} {
		m.list(status.String(), lists[status])
	}
	return m
}

// writeTerm returns the text of a term alone, if there is nothing else to say.
func writeTerm(c *Concept, t *Term, common Grammar) any {
	m := new(mapping)
	m.text("text", t.Text)
	if t.Grammar != common {
		m.grammar(t.Grammar)
	}
	if !t.Status.Guard() {
		writeVariant(m, c, t)
	}
	if len(t.Forms) > 0 {
		m.put("forms", writeForms(t.Forms))
	}
	m.text("when", t.Condition)
	m.text("certainty", t.Certainty)
	m.text("source", t.Source)
	m.text("note", t.Note)
	m.texts("seen", t.Seen)
	if len(m.content) == 2 {
		return t.Text
	}
	return m
}

// writeForms returns forms by slot, several of one slot as a list, and those that
// fill none with what they become.
func writeForms(all []Form) *mapping {
	m := new(mapping)
	for i, f := range all {
		var same []string
		for j, g := range all {
			if g.Slot == f.Slot && j >= i {
				same = append(same, g.Text)
			}
		}
		switch first := slices.IndexFunc(all, func(g Form) bool { return g.Slot == f.Slot }); {
		case f.Slot == (locales.Slot{}):
			m.put(f.Text, f.Replace)
		case first == i && len(same) > 1:
			m.texts(f.Slot.String(), same)
		case first == i:
			m.put(f.Slot.String(), f.Text)
		}
	}
	return m
}

func writeVariant(m *mapping, c *Concept, t *Term) {
	if t.Match != defaultMatch(c) {
		m.text("match", t.Match.String())
	}
	m.text("replace", t.Replace)
	m.flag("auto", t.Auto, t.Status == Deprecated)
	m.flag("plural", t.Plural, false)
	m.flag("hyphen", t.Hyphen, false)
	m.flag("prefix", t.Prefix, false)
	m.flag("cross-lingual", t.CrossLingual, false)
	m.flag("sentence-cap", t.SentenceCap, false)
	w := t.When
	if w.LeftNot != nil {
		m.text("left-not", strings.TrimSuffix(strings.TrimPrefix(w.LeftNot.String(), "(?:"), ")$"))
	}
	if w.RightNot != nil {
		m.text("right-not", strings.TrimSuffix(strings.TrimPrefix(w.RightNot.String(), "^(?:"), ")"))
	}
	switch {
	case len(w.NameTitles) > 0:
		m.texts("not-after-name", w.NameTitles)
	case w.NotAfterName:
		m.put("not-after-name", true)
	}
	m.texts("evidence", w.Evidence)
	m.flag("evidence-unless-quoted", w.UnlessQuoted, false)
	m.texts("without", w.Without)
	m.flag("quoted", w.Quoted, false)
}

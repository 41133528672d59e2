package glossary

import (
	"bytes"
	"encoding/json"
	"errors"
	"regexp"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"
)

// JSON reads the termbase format in which each concept has "names" by locale,
// with "preferred", "admitted" and "deprecated" entries whose text is "form".
// It is read to be converted: see Write.
var JSON = &Format{Name: "json", Extensions: []string{".json"}, Read: readJSON}

func readJSON(f File, g *Glossary) error {
	r := &reader{file: f.Name}
	data := bytes.TrimPrefix(f.Data, []byte("\ufeff"))
	var fault *json.SyntaxError
	if err := json.Unmarshal(data, new(json.RawMessage)); errors.As(err, &fault) {
		at := positionIn(File{Data: data}, int(max(0, fault.Offset-1)))
		r.fail(&yaml.Node{Line: at.Line, Column: at.Column}, "glossary.syntax", "Why", reason(fault.Error()))
		return r.err()
	}
	// JSON is YAML, but for the way it writes characters beyond the first plane.
	if n := r.root(paired(data)); n != nil {
		r.termbase(n, g)
	}
	return r.err()
}

var surrogates = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}`)
})

func paired(data []byte) []byte {
	return surrogates().ReplaceAllFunc(data, func(pair []byte) []byte {
		var s string
		if json.Unmarshal([]byte(`"`+string(pair)+`"`), &s) != nil {
			return pair
		}
		return []byte(s)
	})
}

func (r *reader) termbase(n *yaml.Node, g *Glossary) {
	o := r.object(n)
	g.Name, g.Version = o.text("glossary"), o.text("version")
	if base := o.get("base_locale"); base != nil {
		g.Base = r.tag(base)
	}
	for _, n := range o.items("languages") {
		g.Locales = append(g.Locales, r.tag(n))
	}
	g.Protected = o.texts("protected_names")
	for _, n := range o.list("concepts") {
		g.Add(r.entry(n))
	}
	// The rest is for people: it is kept as it is.
	for i := 0; i+1 < len(o.node.Content); i += 2 {
		key, n := o.node.Content[i].Value, o.node.Content[i+1]
		switch key {
		case "glossary", "version", "base_locale", "languages", "protected_names", "concepts":
			continue
		}
		var value any
		if err := n.Decode(&value); err == nil {
			if g.About == nil {
				g.About = make(map[string]any)
			}
			g.About[key] = value
		}
	}
}

func (r *reader) entry(n *yaml.Node) *Concept {
	o := r.object(n)
	c := &Concept{
		ID: o.text("id"), Kind: o.text("kind"), Definition: o.text("definition"), Note: o.text("note"),
		Traps: o.texts("traps"), Plural: o.flag("plural", false), At: r.at(n),
		Grammar: Grammar{Article: o.article(), Sound: o.oneOf("initial_sound", "vowel", "consonant")},
	}
	if o.choice("case", "common", "proper") == 1 {
		c.Case = Proper
	}
	if c.ID == "" {
		r.fail(n, "glossary.id")
	}
	if names := o.get("names"); names != nil {
		all := r.object(names)
		for i := 0; i+1 < len(names.Content) && names.Kind == yaml.MappingNode; i += 2 {
			if tag := r.tag(names.Content[i]); tag != language.Und {
				r.names(r.object(all.get(names.Content[i].Value)), c, tag)
			}
		}
	}
	o.done()
	return c
}

func (r *reader) names(o *object, c *Concept, tag language.Tag) {
	grammar := Grammar{Gender: o.gender()}
	if s := o.text("certainty"); s != "" {
		c.Certainty = with(c.Certainty, tag, s)
	}
	if s := o.text("note"); s != "" {
		c.Notes = with(c.Notes, tag, s)
	}
	if n := o.get("preferred"); n != nil {
		c.Terms = append(c.Terms, &Term{Concept: c, Locale: tag, Text: r.scalar(n), Match: defaultMatch(c), Grammar: grammar, At: r.at(n)})
	}
	for _, n := range o.items("admitted") {
		t := r.form(n, c, tag, Admitted)
		t.Grammar = grammar
		c.Terms = append(c.Terms, t)
	}
	for _, n := range o.items("deprecated") {
		t := r.form(n, c, tag, Deprecated)
		t.Grammar = grammar
		c.Terms = append(c.Terms, t)
	}
	o.done()
}

// form reads an admitted or deprecated entry.
func (r *reader) form(n *yaml.Node, c *Concept, tag language.Tag, status Status) *Term {
	o := r.object(n)
	t := &Term{
		Concept: c, Locale: tag, Status: status, Match: defaultMatch(c), Auto: status == Deprecated && o.flag("auto", true), At: r.at(n),
		Text: o.text("form"), Replace: o.text("replace"), Note: o.text("note"), Condition: o.text("condition"), Source: o.text("source"),
		Plural: o.flag("plural", false), Hyphen: o.flag("hyphen_ok", false), Prefix: o.oneOf("boundary", "prefix") != "",
		CrossLingual: o.flag("cross_lingual", false), SentenceCap: o.flag("sentence_cap", false), Seen: o.texts("seed_occurrences"),
	}
	if i := o.choice("match_case", Exact.String(), Strict.String(), Fold.String()); i >= 0 {
		t.Match = MatchCase(i)
	}
	w := &t.When
	w.Evidence, w.UnlessQuoted = o.texts("requires_in_document"), o.flag("gate_waived_if_quoted", false)
	w.Without, w.Quoted = o.texts("forbid_in_document"), o.flag("requires_quotes", false)
	if left := o.get("left_not"); left != nil {
		w.NotAfterName, w.NameTitles, left.Value = afterNameIdiom(left.Value)
	}
	w.LeftNot, w.RightNot = o.pattern("left_not", "(?:", ")$"), o.pattern("right_not", "^(?:", ")")
	o.done()
	return t
}

// RE2 has no look-around. The one use that such termbases make of it, a
// capitalised word that is not one of some titles, is a condition of its own.
var nameIdiom = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\(\?<!\[\\w-\]\)\(\?!([^)]*)\)\[A-Z\]\[\\w\.'-\]\*\\s\+\|?`)
})

func afterNameIdiom(pattern string) (found bool, titles []string, rest string) {
	m := nameIdiom().FindStringSubmatch(pattern)
	if m == nil {
		return false, nil, pattern
	}
	rest = strings.Replace(pattern, m[0], "", 1)
	if rest == "(?:)" {
		rest = ""
	}
	return true, strings.Split(m[1], "|"), rest
}

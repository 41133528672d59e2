package glossary

import (
	"cmp"
	"slices"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// terms reads the terms of a concept, a locale at a time.
func (r *reader) terms(n *yaml.Node, c *Concept) {
	all := r.object(n)
	seen := make(map[language.Tag]bool)
	for i := 0; i+1 < len(n.Content) && n.Kind == yaml.MappingNode; i += 2 {
		tag := r.tag(n.Content[i])
		value := all.get(n.Content[i].Value)
		if value == nil || tag == language.Und {
			continue
		}
		if seen[tag] && all.valueIn(n.Content[:i], n.Content[i].Value) == nil {
			r.fail(n.Content[i], "glossary.twice", "Key", tag.String())
		}
		seen[tag] = true
		if value.Kind == yaml.ScalarNode {
			c.Terms = append(c.Terms, &Term{Concept: c, Locale: tag, Text: r.scalar(value), Match: defaultMatch(c), At: r.at(value)})
			continue
		}
		r.locale(value, c, tag)
	}
}

// locale reads what a concept is called in one language.
func (r *reader) locale(n *yaml.Node, c *Concept, tag language.Tag) {
	o := r.object(n)
	grammar := o.grammar(tag)
	if s := o.text("certainty"); s != "" {
		c.Certainty = with(c.Certainty, tag, s)
	}
	if s := o.text("note"); s != "" {
		c.Notes = with(c.Notes, tag, s)
	}
	for _, list := range []struct {
		key    string
		status Status
	}{{"preferred", Preferred}, {"admitted", Admitted}, {"deprecated", Deprecated}, {"forbidden", Forbidden}} {
		nodes := o.items(list.key)
		if list.status == Preferred && len(nodes) > 1 {
			r.fail(nodes[1], "glossary.preferred", "Concept", c.ID, "Locale", tag.String())
		}
		for _, n := range nodes {
			t := r.term(n, c, tag, list.status)
			t.Grammar = t.Grammar.Or(grammar)
			r.inflect(t, cmp.Or(declNode(n), o.value("decl"), n))
			c.Terms = append(c.Terms, t)
		}
	}
	o.done()
}

func with(m map[language.Tag]string, tag language.Tag, s string) map[language.Tag]string {
	if m == nil {
		m = make(map[language.Tag]string)
	}
	m[tag] = s
	return m
}

// term reads a term: its text alone, or a mapping.
func (r *reader) term(n *yaml.Node, c *Concept, tag language.Tag, status Status) *Term {
	t := &Term{Concept: c, Locale: tag, Status: status, Match: defaultMatch(c), Auto: status == Deprecated, At: r.at(n)}
	if n.Kind == yaml.ScalarNode {
		t.Text = r.scalar(n)
		return t
	}
	o := r.object(n)
	t.Text, t.Grammar = o.text("text"), o.grammar(tag)
	t.Certainty, t.Source, t.Note, t.Condition = o.text("certainty"), o.text("source"), o.text("note"), o.text("when")
	t.Seen = o.texts("seen")
	if forms := o.get("forms"); forms != nil {
		r.forms(forms, t)
	}
	if !status.Guard() {
		r.variant(o, t)
	}
	if t.Text == "" {
		r.fail(n, "glossary.term")
	}
	o.done()
	return t
}

func defaultMatch(c *Concept) MatchCase {
	if c.Case == Proper {
		return Exact
	}
	return Fold
}

// variant reads what only a term that must not stand has to say: how it is
// found, when, and what becomes of it.
func (r *reader) variant(o *object, t *Term) {
	if i := o.choice("match", Exact.String(), Strict.String(), Fold.String()); i >= 0 {
		t.Match = MatchCase(i)
	}
	t.Replace, t.Auto = o.text("replace"), o.flag("auto", t.Auto)
	t.Plural, t.Hyphen, t.Prefix = o.flag("plural", false), o.flag("hyphen", false), o.flag("prefix", false)
	t.CrossLingual, t.SentenceCap = o.flag("cross-lingual", false), o.flag("sentence-cap", false)
	w := &t.When
	w.LeftNot, w.RightNot = o.pattern("left-not", "(?:", ")$"), o.pattern("right-not", "^(?:", ")")
	w.Evidence, w.UnlessQuoted = o.texts("evidence"), o.flag("evidence-unless-quoted", false)
	w.Without, w.Quoted = o.texts("without"), o.flag("quoted", false)
	r.notAfterName(o, w)
}

// notAfterName reads true, for any capitalised word, or the titles that are
// none.
func (r *reader) notAfterName(o *object, w *Condition) {
	n := o.get("not-after-name")
	switch {
	case n == nil:
	case n.Kind == yaml.ScalarNode && n.Tag == "!!bool":
		w.NotAfterName = n.Value == "true"
	default:
		w.NotAfterName = true
		for _, title := range o.items("not-after-name") {
			w.NameTitles = append(w.NameTitles, cmp.Or(r.scalar(title), " "))
		}
	}
}

// forms reads the inflected forms of a term: "gen: text" for a slot of the
// language, or for one that must not stand "text: replacement".
func (r *reader) forms(n *yaml.Node, t *Term) {
	r.object(n)
	rules := locales.For(t.Locale)
	for i := 0; i+1 < len(n.Content) && n.Kind == yaml.MappingNode; i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		slot, ok := rules.Slot(key.Value, t.Grammar.Number)
		switch {
		case ok && value.Kind == yaml.SequenceNode:
			for _, v := range value.Content {
				t.Forms = append(t.Forms, Form{Text: r.scalar(v), Slot: slot})
			}
		case ok:
			t.Forms = append(t.Forms, Form{Text: r.scalar(value), Slot: slot})
			if value.Kind == yaml.ScalarNode && value.Value == "" {
				r.fail(value, "glossary.empty", "Key", key.Value)
			}
		case t.Status.Guard():
			r.fail(key, "glossary.slot", "Key", key.Value, "Locale", t.Locale.String())
		default:
			t.Forms = append(t.Forms, Form{Text: key.Value, Replace: r.scalar(value)})
		}
	}
}

// declNode returns where a term says how it is declined, or nil.
func declNode(n *yaml.Node) *yaml.Node {
	for i := 0; i+1 < len(n.Content) && n.Kind == yaml.MappingNode; i += 2 {
		if n.Content[i].Value == "decl" {
			return n.Content[i+1]
		}
	}
	return nil
}

// inflect works out the paradigm of a term once all is known of its grammar. At
// is where that is said.
func (r *reader) inflect(t *Term, at *yaml.Node) {
	var given []locales.Inflection
	for _, f := range t.Forms {
		if f.Slot != (locales.Slot{}) {
			given = append(given, locales.Inflection{Slot: f.Slot, Text: f.Text})
		}
	}
	g := t.Grammar
	if g.Animate == "" && g.Decl != "" {
		g.Animate = animate(t.Concept)
	}
	paradigm, known, fault := locales.For(t.Locale).Paradigm(t.Text, g, given)
	if fault != nil {
		r.faults = append(r.faults, &concord.PlaceError{At: r.at(at), Message: *fault})
		return
	}
	t.Paradigm = paradigm
	if g.Decl != "" {
		t.Grammar = known
	}
}

// animate says whether the names of a kind of concept are, where the kind tells.
func animate(c *Concept) string {
	switch {
	case c.Kind == "person":
		return "yes"
	case slices.Contains(properKinds, c.Kind), c.Kind == "slogan":
		return "no"
	}
	return ""
}

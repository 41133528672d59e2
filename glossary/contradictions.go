package glossary

import (
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// contradictions returns what makes a glossary unfit for use as one
// *concord.PlaceError each: a concept twice, a language with two preferred
// terms, a form that is right and wrong at once, a replacement that is itself
// to be replaced.
func (g *Glossary) contradictions() []error {
	v := verdicts{right: make(map[spelling]*Term), wrong: make(map[spelling]*Term)}
	ids := make(map[string]*Concept)
	for _, c := range g.Concepts {
		if first := ids[c.ID]; first != nil {
			v.fail(c.At, "glossary.duplicate", "Concept", c.ID, "First", first.At.String())
		}
		ids[c.ID] = c
		v.concept(c)
	}
	for _, c := range g.Concepts {
		for _, t := range c.Terms {
			v.replacement(t)
		}
	}
	return v.faults
}

// A spelling is a text in a language, without regard to capitals.
type spelling struct {
	locale language.Tag
	text   string
}

type verdicts struct {
	faults       []error
	right, wrong map[spelling]*Term // the guards, and what is corrected unasked
}

func (v *verdicts) fail(at concord.Position, id string, args ...string) {
	m := concord.Message{ID: id, Args: make(map[string]any)}
	for i := 0; i+1 < len(args); i += 2 {
		m.Args[args[i]] = args[i+1]
	}
	v.faults = append(v.faults, &concord.PlaceError{At: at, Message: m})
}

func (v *verdicts) concept(c *Concept) {
	preferred := make(map[language.Tag]*Term)
	within := make(map[spelling]*Term)
	for _, t := range c.Terms {
		key := spelling{t.Locale, NewShadow(t.Text).Text}
		if key.text == "" {
			v.fail(t.At, "glossary.term")
			continue
		}
		if first := preferred[t.Locale]; t.Status == Preferred && first != nil {
			v.fail(t.At, "glossary.preferred", "Concept", c.ID, "Locale", t.Locale.String())
		} else if t.Status == Preferred {
			preferred[t.Locale] = t
		}
		if first := within[key]; first != nil && first.excludes(t) {
			v.fail(t.At, "glossary.contradiction", "Term", t.Text, "Status", t.Status.String(), "First", first.At.String(), "Was", first.Status.String())
		}
		within[key] = t
		switch {
		case t.Status.Guard():
			v.right[key] = t
		case t.Auto:
			v.wrong[key] = t
		}
	}
}

// excludes reports whether a concept cannot have both of two terms of one text:
// one of them is right and the other wrong, or nothing tells when which is
// meant.
func (t *Term) excludes(other *Term) bool {
	if t.Status.Guard() || other.Status.Guard() {
		return true
	}
	return t.Prefix == other.Prefix && t.Match == other.Match && t.When.free() && other.When.free()
}

func (w *Condition) free() bool {
	return w.LeftNot == nil && w.RightNot == nil && !w.NotAfterName && !w.Quoted && len(w.Evidence)+len(w.Without) == 0
}

// replacement follows a term to what should stand instead. That must not be a
// form that is itself corrected: the two would take turns for ever.
func (v *verdicts) replacement(t *Term) {
	if t.Status.Guard() || !t.Auto || t.Replace == "" {
		return
	}
	key := spelling{t.Locale, NewShadow(t.Replace).Text}
	if next := v.wrong[key]; next != nil && v.right[key] == nil {
		v.fail(t.At, "glossary.cycle", "Term", t.Text, "Replace", t.Replace, "Next", next.At.String())
	}
}

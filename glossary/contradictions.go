package glossary

import (
	"fmt"
	"hash/maphash"
	"strings"

	"github.com/concord-l10n/concord"
)

// contradictions returns what makes a glossary unfit for use as one
// *concord.PlaceError each: a concept twice, a language with two preferred
// terms, a form that is right and wrong at once, a replacement that is itself
// to be replaced. Beside the glossary it needs eight bytes or so a concept.
func (g *Glossary) contradictions() []error {
	v := verdicts{g: g, ids: ids{g: g}, seed: maphash.MakeSeed()}
	for c := range g.sketches() {
		v.unique(c)
		v.concept(c)
	}
	v.replacements()
	return v.faults
}

type verdicts struct {
	g       *Glossary
	seed    maphash.Seed
	ids     ids
	faults  []error
	within  map[spelling]int // the last term of a text, of one concept
	leading map[int]bool     // the languages with a preferred term, of one concept
}

// A spelling is a text in a language, without regard to capitals.
type spelling struct {
	tag  int // in store.tags
	text string
}

func (t *sketched) spelling() spelling { return spelling{t.tag, NewShadow(t.text).Text} }

func (v *verdicts) fail(at concord.Position, id string, args ...string) {
	m := concord.Message{ID: id, Args: make(map[string]any)}
	for i := 0; i+1 < len(args); i += 2 {
		m.Args[args[i]] = args[i+1]
	}
	v.faults = append(v.faults, &concord.PlaceError{At: at, Message: m})
}

// unique holds the id of a concept to those of all before it.
func (v *verdicts) unique(c *sketch) {
	if first := v.ids.put(c.id, c.number); first >= 0 {
		v.fail(v.g.concepts.decode(c.number).At, "glossary.duplicate", "Concept", c.id, "First", v.g.concepts.decode(first).At.String())
	}
}

func (v *verdicts) concept(c *sketch) {
	if len(v.within) > 100 || v.within == nil { // clearing costs what there once was
		v.within, v.leading = make(map[spelling]int), make(map[int]bool)
	}
	clear(v.within)
	clear(v.leading)
	var whole *Concept // only where it is needed
	term := func(i int) *Term {
		if whole == nil {
			whole = v.g.concepts.decode(c.number)
		}
		return whole.Terms[i]
	}
	for i := range c.terms {
		t := &c.terms[i]
		key := t.spelling()
		if key.text == "" {
			v.fail(term(i).At, "glossary.term")
			continue
		}
		if at := strings.IndexFunc(t.text, control); at >= 0 {
			v.fail(term(i).At, "glossary.control", "Code", fmt.Sprintf("U+%04X", t.text[at]))
		}
		if t.status() == Preferred && v.leading[t.tag] {
			v.fail(term(i).At, "glossary.preferred", "Concept", c.id, "Locale", v.g.concepts.tags[t.tag].String())
		} else if t.status() == Preferred {
			v.leading[t.tag] = true
		}
		if first, ok := v.within[key]; ok && term(first).excludes(term(i)) {
			first := term(first)
			v.fail(term(i).At, "glossary.contradiction", "Term", t.text, "Status", t.status().String(), "First", first.At.String(), "Was", first.Status.String())
		}
		v.within[key] = i
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

// replacements follows the terms to what should stand instead. That must not be
// a form that is itself corrected: the two would take turns for ever.
func (v *verdicts) replacements() {
	wanted := make(map[uint64]bool) // hashes of replacements
	v.replaced(func(_ *sketch, _ int, to spelling, _ string) { wanted[v.hash(to)] = true })
	if len(wanted) == 0 {
		return
	}
	wrong := make(map[spelling][2]int) // what is corrected unasked, if a replacement may be meant
	v.terms(func(c *sketch, i int, t *sketched) {
		if !t.status().Guard() && t.has(autoBit) {
			if key := t.spelling(); key.text != "" && wanted[v.hash(key)] {
				wrong[spelling{key.tag, string(bytesOf(key.text))}] = [2]int{c.number, i}
			}
		}
	})
	if len(wrong) == 0 {
		return
	}
	v.terms(func(_ *sketch, _ int, t *sketched) { // what is right as well is not corrected
		if t.status().Guard() {
			delete(wrong, t.spelling())
		}
	})
	v.replaced(func(c *sketch, i int, to spelling, text string) {
		if next, ok := wrong[to]; ok {
			v.fail(v.g.concepts.decode(c.number).Terms[i].At, "glossary.cycle", "Term", c.terms[i].text, "Replace", text,
				"Next", v.g.concepts.decode(next[0]).Terms[next[1]].At.String())
		}
	})
}

func (v *verdicts) hash(s spelling) uint64 {
	return maphash.String(v.seed, s.text) + uint64(s.tag)*k1
}

func (v *verdicts) terms(do func(*sketch, int, *sketched)) {
	for c := range v.g.sketches() {
		for i := range c.terms {
			do(c, i, &c.terms[i])
		}
	}
}

// replaced gives the terms that are corrected unasked to a text of their own.
func (v *verdicts) replaced(do func(c *sketch, i int, to spelling, text string)) {
	v.terms(func(c *sketch, i int, t *sketched) {
		if !t.status().Guard() && t.has(autoBit) && t.has(restBit) {
			if text := t.rest().Replace; text != "" {
				do(c, i, spelling{t.tag, NewShadow(text).Text}, text)
			}
		}
	})
}

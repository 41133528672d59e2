package glossary

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord/locales"
)

// spellings gives what is looked for in documents in a language, in the order
// of the glossary: the terms of the language and of those it falls back to; in
// a script other than Latin English terms too; in another language of Latin
// script the cross-lingual English terms; in a language not written in Han
// Chinese terms; and in Chinese those of the other script. What stands in every language, Glossary.Protected, comes first,
// as terms of concepts behind the last.
func spellings(g *Glossary, tag language.Tag, do func(pattern)) {
	b := builder{do: do, chain: locales.Chain(tag), letters: locales.For(tag).Letters}
	b.scope(tag)
	for i, name := range g.Protected {
		b.spell(name, pattern{concept: uint32(g.Len() + i), traits: guard | traits(Exact)})
	}
	if g.concepts == nil {
		return
	}
	for _, t := range g.concepts.tags {
		b.where = append(b.where, b.place(t))
	}
	b.tags = g.concepts.tags
	for c := range g.sketches() {
		for i := range c.terms {
			if t := &c.terms[i]; b.applies(c, t) {
				b.term(c, t, pattern{concept: uint32(c.number), term: uint32(i)})
			} else if b.otherScript(t) {
				b.rewritten(c, t, pattern{concept: uint32(c.number), term: uint32(i)})
			}
		}
	}
}

// protected returns the concepts of names that stand in every language.
func (g *Glossary) protected() []*Concept {
	var all []*Concept
	for _, name := range g.Protected {
		c := &Concept{ID: "protected", Case: Proper}
		c.Terms = []*Term{{Concept: c, Text: name, Status: DoNotTranslate, Match: Exact}}
		all = append(all, c)
	}
	return all
}

type builder struct {
	do       func(pattern)
	chain    []language.Tag
	english  bool // English terms apply, though the document is in another language
	crossing bool // cross-lingual English terms apply
	chinese  bool // Chinese terms apply, though the document is in another language
	where    []place
	tags     []language.Tag // of the places
	letters  locales.Letters
	shadower shadower
}

// term gives the spellings of a term, of its forms, and what follows from them.
func (b *builder) term(c *sketch, t *sketched, p pattern) {
	p.traits = traits(t.match())
	if t.status().Guard() { // what is right is right in every case a sentence may ask for
		p.traits = guard | traits(Fold)
		if c.kase == Proper {
			p.traits = guard | traits(Exact)
		}
	}
	if c.kase == Common {
		p.traits |= common
	}
	var rest Term
	if t.has(restBit) {
		if rest = t.rest(); rest.When.gates() {
			p.traits |= gated
		}
	}
	if b.where[t.tag].rules != nil {
		p.traits |= glued
	}
	spell := func(text string, form uint32) {
		p.form = form
		b.inflect(c, t, text, p)
	}
	spell(t.text, 0)
	for i, f := range rest.Forms {
		if f.Slot == (locales.Slot{}) {
			spell(f.Text, uint32(i+1))
		}
	}
	for i, text := range rest.Paradigm.Texts() {
		if text != t.text {
			spell(text, uint32(len(rest.Forms)+i+1))
		}
	}
	if rules := b.where[t.tag].rules; rules != nil && rules.Merged(t.text) != "" {
		spell(rules.Merged(t.text), uint32(len(rest.Forms)+len(rest.Paradigm.Texts())+1))
	}
}

// inflect gives one form of a term and what follows from it.
func (b *builder) inflect(c *sketch, t *sketched, text string, p pattern) {
	if p.text = b.shadow(text); p.text == "" {
		return
	}
	if p.traits.match() == Fold && b.where[t.tag].nouns && unicode.IsUpper(firstOf(p.text)) {
		p.traits |= traits(noun)
	}
	b.do(p)
	if rules := b.where[t.tag].rules; rules != nil {
		q := p
		q.traits |= prefix | tailed
		b.do(q)
		if caps := rules.Capitals(text); caps != "" && p.traits.match() != Strict {
			b.spell(caps, pattern{concept: p.concept, term: p.term, form: p.form, traits: p.traits&^3 | traits(Strict)})
			p.text = b.shadow(text)
		}
	}
	if t.has(prefixBit) {
		q := p
		q.traits |= prefix
		b.do(q)
	}
	if t.has(hyphenBit) && strings.Contains(p.text, " ") {
		q := p
		q.text, q.traits = strings.ReplaceAll(p.text, " ", "-"), p.traits|hyphened
		b.do(q)
	}
	if (t.has(pluralBit) || c.plural && p.traits.has(guard)) && b.where[t.tag].english {
		q := p
		q.text, q.traits = pluralOf(p.text), p.traits|plural
		b.do(q)
	}
}

func (b *builder) spell(text string, p pattern) {
	if p.text = b.shadow(text); p.text != "" {
		b.do(p)
	}
}

// shadow returns the shadow of a term; it lasts until the next is asked for.
func (b *builder) shadow(text string) string {
	s := b.shadower.shadow(text)
	return strings.Trim(s.Text, " ")
}

// pluralOf returns the regular plural of an English term.
func pluralOf(s string) string {
	lower := strings.ToLower(s[max(0, len(s)-4):])
	switch {
	case strings.HasSuffix(lower, "s") || strings.HasSuffix(lower, "x") || strings.HasSuffix(lower, "ch") || strings.HasSuffix(lower, "sh"):
		return s + "es"
	case strings.HasSuffix(lower, "y") && len(s) > 1 && !strings.ContainsRune("aeiou", rune(lower[len(lower)-2])):
		return s[:len(s)-1] + "ies"
	}
	return s + "s"
}

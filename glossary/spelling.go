package glossary

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord/locales"
)

// A pattern is one spelling of a term, as a shadow.
type pattern struct {
	text          string
	concept, term uint32 // the term is so many in the concept
	form          uint32 // see Term.form
	traits        traits
}

// Traits say how a pattern is found. The lowest two bits are its MatchCase.
type traits uint16

const (
	plural traits = 1 << (iota + 2)
	hyphened
	prefix
	guard
	common
	gated  // its term has conditions
	glued  // its language writes other words together with it
	tailed // stands before a suffix or pronoun that is glued to it
	other  // Chinese in the other script: right, but not here
)

func (t traits) has(x traits) bool { return t&x != 0 }
func (t traits) match() MatchCase  { return MatchCase(t & 3) }

// form returns a form of t: none for 0, then those listed, then those of its
// paradigm, then that in which its article merges with the word before.
func (t *Term) form(n uint32) *Form {
	if n == 0 {
		return nil
	}
	if n--; int(n) < len(t.Forms) {
		return &t.Forms[n]
	}
	n -= uint32(len(t.Forms))
	texts := t.Paradigm.Texts()
	if merged := locales.For(t.Locale).Merged(t.Text); merged != "" {
		texts = append(texts, merged)
	}
	if int(n) < len(texts) {
		return &Form{Text: texts[n]}
	}
	return nil
}

// is reports whether a stretch of a shadow is the pattern in one of the
// capitalisations that count.
func (p *pattern) is(got string) bool {
	switch p.traits.match() {
	case Strict:
		return got == p.text
	case Exact:
		return got == p.text || capitals(got, p.text) || !p.traits.has(common) && raised(got, p.text)
	case noun:
		return unicode.IsUpper(firstOf(got)) && equalFold(got, p.text)
	}
	return got == p.text || equalFold(got, p.text)
}

func firstOf(s string) rune {
	first, _ := utf8.DecodeRuneInString(s)
	return first
}

// capitals reports whether got is text in capitals.
func capitals(got, text string) bool {
	for _, want := range text {
		r, n := utf8.DecodeRuneInString(got)
		if n == 0 || r != unicode.ToUpper(want) {
			return false
		}
		got = got[n:]
	}
	return got == ""
}

// raised reports whether got is text of several words with a capital in front,
// as at the start of a sentence: "im Ostsee-Programm", "comité de surveillance".
func raised(got, text string) bool {
	first, n := utf8.DecodeRuneInString(text)
	raised, m := utf8.DecodeRuneInString(got)
	return unicode.IsLower(first) && raised == unicode.ToUpper(first) && got[m:] == text[n:] && strings.Contains(text, " ")
}

// equalFold compares by Unicode simple folding.
func equalFold(a, b string) bool {
	for _, want := range b {
		r, n := utf8.DecodeRuneInString(a)
		if n == 0 || r != want && foldRune(r) != foldRune(want) {
			return false
		}
		a = a[n:]
	}
	return a == ""
}

// foldRune applies Unicode simple folding: U+0130 and U+0131 fold to nothing
// but themselves.
func foldRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		return unicode.ToLower(r)
	case r >= 0x2E80 && r < 0xA640 || r >= 0xAC00 && r < 0xF900: // scripts without capitals
		return r
	}
	least := r
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		least = min(least, f)
	}
	if least < utf8.RuneSelf {
		return unicode.ToLower(least)
	}
	return least
}

// spellings gives what is looked for in documents in a language, in the order
// of the glossary: the terms of the language and of those it falls back to; in
// a script other than Latin English terms too; in another language of Latin
// script the cross-lingual English terms; and in a language not written in Han
// Chinese terms. What stands in every language, Glossary.Protected, comes first,
// as terms of concepts behind the last.
func spellings(g *Glossary, tag language.Tag, do func(pattern)) {
	b := builder{do: do, chain: locales.Chain(tag)}
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
			} else if b.otherScript(c, t) {
				b.spell(t.text, pattern{concept: uint32(c.number), term: uint32(i), traits: other | traits(Exact)})
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
	shadower shadower
}

// A place says when the terms of a locale apply.
type place struct {
	always, crossing, english bool
	rules                     *locales.Rules // of a language that writes other words together with a term
	nouns                     bool           // a noun is told by its capital
}

func (b *builder) scope(tag language.Tag) {
	script, _ := tag.Script()
	base, _ := tag.Base()
	if base.String() != "en" && tag != language.Und {
		b.english = script.String() != "Latn"
		b.crossing = !b.english
	}
	b.chinese = base.String() != "zh" && base.String() != "ja" && tag != language.Und
}

func (b *builder) place(tag language.Tag) place {
	p := b.scopeOf(tag)
	if rules := locales.For(tag); rules.Glues() {
		p.rules = rules
	}
	return p
}

func (b *builder) scopeOf(tag language.Tag) place {
	base, _ := tag.Base()
	english := base.String() == "en" && tag != language.Und
	switch {
	case tag == language.Und || slices.Contains(b.chain, tag):
		return place{always: true, english: english, nouns: locales.For(tag).Declension.CapitalNouns}
	case english:
		return place{always: b.english, crossing: b.crossing, english: true}
	}
	return place{always: base.String() == "zh" && b.chinese}
}

func (b *builder) applies(c *sketch, t *sketched) bool {
	at := b.where[t.tag]
	return at.always || at.crossing && (t.has(crossBit) || t.status().Guard() && crosses(c))
}

// crosses reports whether a concept has an English term that other languages
// in Latin script are searched for; its right names must be guarded there.
func crosses(c *sketch) bool {
	return slices.ContainsFunc(c.terms, func(t sketched) bool { return t.has(crossBit) })
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

// otherScript reports whether a right term is in the script of Chinese that the
// document is not in, where the concept has another form for the document's.
func (b *builder) otherScript(c *sketch, t *sketched) bool {
	var script language.Tag
	switch {
	case slices.Contains(b.chain, language.SimplifiedChinese):
		script = language.TraditionalChinese
	case slices.Contains(b.chain, language.TraditionalChinese):
		script = language.SimplifiedChinese
	}
	if script == language.Und || b.tags[t.tag] != script || !t.status().Guard() {
		return false
	}
	named := false
	for i := range c.terms {
		if own := &c.terms[i]; slices.Contains(b.chain, b.tags[own.tag]) {
			if own.text == t.text {
				return false
			}
			named = named || own.status() == Preferred
		}
	}
	return named
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

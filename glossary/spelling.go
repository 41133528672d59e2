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
	text     string
	term     *Term
	concept  *Concept // of the term
	form     *Form
	match    MatchCase
	plural   bool
	hyphened bool
	prefix   bool
	guard    bool // copies of what the term says, which is far away in memory
	common   bool
	gated    bool // it has conditions
}

// is reports whether a stretch of a shadow is the pattern in one of the
// capitalisations that count.
func (p *pattern) is(got string) bool {
	switch p.match {
	case Strict:
		return got == p.text
	case Exact:
		return got == p.text || capitals(got, p.text)
	}
	return got == p.text || equalFold(got, p.text)
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

// spellings returns what is looked for in documents in a language, in the order
// of the glossary: the terms of the language and of those it falls back to; in
// a script other than Latin English terms too; in another language of Latin
// script the cross-lingual English terms; and in a language not written in Han
// Chinese terms.
func spellings(g *Glossary, tag language.Tag) []pattern {
	b := builder{chain: locales.Chain(tag)}
	b.scope(tag)
	terms := len(g.Protected)
	for _, c := range g.Concepts {
		for _, t := range c.Terms {
			if b.applies(c, t) {
				terms++
			}
		}
	}
	b.all = make([]pattern, 0, terms)
	for _, name := range g.Protected {
		c := &Concept{ID: "protected", Case: Proper}
		b.add(&Term{Concept: c, Text: name, Status: DoNotTranslate, Match: Exact}, name, nil)
	}
	for _, c := range g.Concepts {
		for _, t := range c.Terms {
			if b.applies(c, t) {
				b.add(t, t.Text, nil)
				for i := range t.Forms {
					if t.Forms[i].Slot == (locales.Slot{}) {
						b.add(t, t.Forms[i].Text, &t.Forms[i])
					}
				}
				for _, text := range t.Paradigm.Texts() {
					if text != t.Text {
						b.add(t, text, &Form{Text: text})
					}
				}
			}
		}
	}
	return b.all
}

type builder struct {
	all      []pattern
	chain    []language.Tag
	english  bool // English terms apply, though the document is in another language
	crossing bool // cross-lingual English terms apply
	chinese  bool // Chinese terms apply, though the document is in another language
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

func (b *builder) applies(c *Concept, t *Term) bool {
	if t.Locale == language.Und || slices.Contains(b.chain, t.Locale) {
		return true
	}
	switch base, _ := t.Locale.Base(); base.String() {
	case "en":
		return b.english || b.crossing && (t.CrossLingual || t.Status.Guard() && crosses(c))
	case "zh":
		return b.chinese
	}
	return false
}

// crosses reports whether a concept has an English term that other languages
// in Latin script are searched for; its right names must be guarded there.
func crosses(c *Concept) bool {
	return slices.ContainsFunc(c.Terms, func(t *Term) bool { return t.CrossLingual })
}

// add registers one spelling of a term and what follows from it.
func (b *builder) add(t *Term, text string, form *Form) {
	s := NewShadow(text)
	p := pattern{
		text: strings.Trim(s.Text, " "), term: t, concept: t.Concept, form: form, match: t.Match,
		guard: t.Status.Guard(), common: t.Concept.Case == Common, gated: t.When.gates(),
	}
	if p.text == "" {
		return
	}
	if p.guard { // what is right is right in every case a sentence may ask for
		p.match = Fold
		if t.Concept.Case == Proper {
			p.match = Exact
		}
	}
	b.all = append(b.all, p)
	if t.Prefix {
		q := p
		q.prefix = true
		b.all = append(b.all, q)
	}
	if t.Hyphen && strings.Contains(p.text, " ") {
		q := p
		q.text, q.hyphened = strings.ReplaceAll(p.text, " ", "-"), true
		b.all = append(b.all, q)
	}
	if t.Plural || t.Concept.Plural && p.guard {
		if base, _ := t.Locale.Base(); base.String() == "en" {
			q := p
			q.text, q.plural = pluralOf(p.text), true
			b.all = append(b.all, q)
		}
	}
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

package glossary

import (
	"slices"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord/locales"
)

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

package glossary

import (
	"slices"

	"golang.org/x/text/language"
)

// otherScript reports whether a right term is in the script of Chinese that the
// document is not in.
func (b *builder) otherScript(t *sketched) bool {
	var script language.Tag
	switch {
	case slices.Contains(b.chain, language.SimplifiedChinese):
		script = language.TraditionalChinese
	case slices.Contains(b.chain, language.TraditionalChinese):
		script = language.SimplifiedChinese
	}
	return script != language.Und && b.tags[t.tag] == script && t.status().Guard()
}

// rewritten gives the spellings of a right term in the other script of Chinese.
// Where the concept has a term for the script of the document, it is as it stands,
// and not right here; where it has none, it is as the document would write it, and
// right.
func (b *builder) rewritten(c *sketch, t *sketched, p pattern) {
	named, right := false, false
	for i := range c.terms {
		own := &c.terms[i]
		if tag := b.tags[own.tag]; tag == language.Und || !slices.Contains(b.chain, tag) {
			continue
		}
		if own.text == t.text {
			return
		}
		named = named || own.status() == Preferred
		right = right || own.status().Guard()
	}
	switch {
	case named:
		p.traits = other | traits(Exact)
		b.spell(t.text, p)
	case !right:
		p.traits = guard | traits(Exact)
		for _, text := range b.letters.Rewritten(t.text) {
			b.spell(text, p)
		}
	}
}

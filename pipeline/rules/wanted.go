package rules

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/locales"
)

// rulesBeside returns the rules for what stands beside a term: those of the document,
// but English articles where English stands in another script.
func rulesBeside(p held, t *glossary.Term) *locales.Rules {
	if p.latin || !english(t.Locale) {
		return p.Locale
	}
	mixed := *p.Locale
	mixed.Article = locales.For(t.Locale).Article
	return &mixed
}

// inverted reports whether what follows a surname is the given name, as in an
// index: "Berg, Anna". Which name was meant is not known by half of it.
func inverted(after string, surname *glossary.Term) bool {
	after, ok := strings.CutPrefix(after, ", ")
	if !ok || surname.Concept.Kind != "person" {
		return false
	}
	return slices.ContainsFunc(surname.Concept.Terms, func(full *glossary.Term) bool {
		given, ok := strings.CutSuffix(full.Text, " "+surname.Text)
		return ok && strings.HasPrefix(after, given)
	})
}

// wanted returns what the glossary wants instead of t, its grammar and its
// forms. A term of another language than the document's gives way to one of its
// own.
func wanted(p held, m glossary.Match, t *glossary.Term) (string, locales.Grammar, locales.Paradigm) {
	chain := p.chain
	if t.Locale != language.Und && !slices.Contains(chain, t.Locale) {
		chain = locales.Chain(t.Locale)
	}
	pref := t.Concept.Preferred(chain)
	to := t.Replace
	if m.Form != nil && t == m.Term {
		to = cmp.Or(m.Form.Replace, to)
	}
	switch {
	case pref != nil && (to == "" || to == pref.Text):
		return pref.Text, pref.Known(), pref.Paradigm
	case pref != nil:
		// What is said of the preferred term holds for another form of it but
		// for what lies at its edges: how it begins, and whether it takes an article.
		g := pref.Known()
		return to, locales.Grammar{Gender: g.Gender, Number: g.Number}, nil
	}
	return to, locales.Grammar{}, nil
}

func english(tag language.Tag) bool {
	if tag == language.English {
		return true
	}
	base, _ := tag.Base()
	en, _ := language.English.Base()
	return base == en
}

package glossary

import (
	"slices"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord/locales"
)

// Reach says where a term that must not stand can be corrected unasked.
type Reach uint8

// The reaches.
const (
	Everywhere Reach = iota
	Partly           // where nothing beside it goes by what the glossary does not say
	Nowhere          // it is only reported
)

// The keys of locales.Rules.Wants for a term whose gender is not said, and for one
// that nothing says how to decline.
const (
	gender = "gender"
	forms  = "decl or forms"
)

// Known returns what is known of the grammar of t. Article and sound are said of
// a concept for its English terms.
func (t *Term) Known() Grammar {
	g := t.Concept.Grammar
	if !english(t.Locale) {
		g = Grammar{Gender: g.Gender, Number: g.Number}
	}
	return t.Grammar.Or(g)
}

func english(tag language.Tag) bool {
	if tag == language.English {
		return true
	}
	base, _ := tag.Base()
	return base.String() == "en"
}

// Replaced returns the grammar of t where another term is to stand in its place,
// of which so much is known. Of one head word, or for one person, terms have one
// gender.
func (t *Term) Replaced(by string, now Grammar) Grammar {
	old := t.Known().Or(Grammar{Animate: now.Animate})
	headTells := locales.For(t.Locale).Clitics.Feminine != ""
	if old.Gender == "" && !headTells && (t.Concept.Kind == "person" || locales.SameHead(t.Text, by)) {
		old.Gender = now.Gender
	}
	return old
}

// Reach returns where t can be corrected, and the keys of what should be said of
// it or of the term that replaces it for it to reach further.
func (t *Term) Reach() (Reach, []string) {
	pref := t.Concept.Preferred(locales.Chain(t.Locale))
	if !t.Auto || pref == nil && t.Replace == "" {
		return Nowhere, nil
	}
	if pref == nil || t.Replace != "" && t.Replace != pref.Text {
		return Everywhere, nil // what is written instead is given for this very term
	}
	now := pref.Known()
	old := t.Replaced(pref.Text, now)
	differ := func(a, b string) bool { return a != "" && b != "" && a != b }
	if differ(old.Gender, now.Gender) || differ(old.Article, now.Article) || (old.Number == "pl") != (now.Number == "pl") {
		return Nowhere, nil
	}
	rules := locales.For(t.Locale)
	if (old.Gender == "" || now.Gender == "") && rules.OtherGender(t.Text, pref.Text) {
		return Nowhere, []string{gender}
	}
	keys := rules.Wants(pref.Text, now, pref.Paradigm, t.Concept.Case == Proper)
	wants := rules.Wants(t.Text, old, t.Paradigm, t.Concept.Case == Proper)
	if t.Concept.Kind == "person" || t.Concept.Kind == "place" {
		keys = slices.DeleteFunc(keys, func(key string) bool { return key == gender })
	} else if slices.Contains(keys, gender) != slices.Contains(wants, gender) {
		return Nowhere, []string{gender}
	}
	for _, key := range wants {
		if key == forms && len(t.Forms) == 0 && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	if slices.ContainsFunc(t.Forms, func(f Form) bool { return f.Replace != "" }) { // by hand, form by form
		keys = slices.DeleteFunc(keys, func(key string) bool { return key == forms })
	}
	if len(keys) > 0 {
		return Partly, keys
	}
	return Everywhere, nil
}

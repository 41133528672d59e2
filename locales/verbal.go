package locales

import (
	"slices"
	"strings"
	"unicode"
)

// Verbal says where a word is no noun: behind these words stands a verb, "they
// project", or a participle, "había resultado".
type Verbal struct {
	After    []string // in lower case, an elided one with its apostrophe
	Ends     []string // only words with one of these endings; empty: all
	Not      []string // endings of words that are never verbs
	Singular bool     // a plural may stand there: "to researchers"
}

// verbal reports whether a noun of one word stands where a verb of the same
// spelling would. That it is a noun, the glossary says by its gender, number,
// article, forms or plural; a term of which it says none may be a verb itself.
func (f *fitting) verbal() bool {
	noun := f.Now.Gender+f.Now.Number+f.Now.Article != "" || len(f.Forms) > 0 || f.Noun
	if !noun || len(f.Verbal) == 0 || !startsLower(f.found) || strings.ContainsFunc(f.found, unicode.IsSpace) {
		return false
	}
	if f.Plural && f.hasObject() {
		return true
	}
	left, odd := f.left()
	if len(left) == 0 || odd {
		return false
	}
	last := left[len(left)-1]
	word, found := written(left[len(left)-1:], f.Text), strings.ToLower(f.found)
	if plain := f.Text[last.span.Start:last.span.End]; shouting(plain) || startsUpper(plain) && word != "i" && !f.sentenceStart(f.Text, last.span.Start) {
		return false // a name: "Will", "May", "WHO"
	}
	return slices.ContainsFunc(f.Verbal, func(v Verbal) bool {
		ends := func(e string) bool { return strings.HasSuffix(found, e) }
		return slices.Contains(v.After, word) && (len(v.Ends) == 0 || slices.ContainsFunc(v.Ends, ends)) &&
			!slices.ContainsFunc(v.Not, ends) && !(v.Singular && f.oldNumber() == "pl")
	})
}

// hasObject reports whether a word that says whose or which, or a name, stands behind a
// term in the plural, which may be a verb then: "the film showcases the bay".
func (f *fitting) hasObject() bool {
	if len(f.Names.Determiners) == 0 {
		return false
	}
	rest, blank := strings.CutPrefix(f.Text[f.Span.End:], " ")
	next := rest[:len(rest)-len(strings.TrimLeftFunc(rest, unicode.IsLetter))]
	lower := strings.ToLower(next)
	return blank && next != "" && (startsUpper(next) || lower == f.Article.Definite || slices.Contains(f.Names.Determiners, lower))
}

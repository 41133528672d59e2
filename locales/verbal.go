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
// article or forms; a term of which it says none may be a verb itself.
func (f *fitting) verbal() bool {
	noun := f.Now.Gender+f.Now.Number+f.Now.Article != "" || len(f.Forms) > 0
	if !noun || len(f.Verbal) == 0 || !startsLower(f.found) || strings.ContainsFunc(f.found, unicode.IsSpace) {
		return false
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

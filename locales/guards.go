package locales

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Number says which determiners go with which number.
type Number struct {
	Determiners map[string]string // lower case, to sg or pl
}

// guards doubts a term where sentences like this one have been damaged.
func (f *fitting) guards() {
	switch {
	case f.found == f.word, f.doubt != "": // the first doubt is the one that is told
	case f.covered():
		f.unsure("doubt.covered")
	case f.touched():
		f.unsure("doubt.touched")
	case f.stems():
		f.unsure("doubt.repeated")
	case f.articles(), f.articleless():
		f.unsure("doubt.article")
	case f.disowned():
		f.unsure("doubt.determiner")
	case f.numbers():
		f.unsure("doubt.before")
	case f.longerName():
		f.unsure("doubt.name")
	case f.verbal():
		f.unsure("doubt.verb")
	}
}

// covered reports whether the new term stands there already in some other
// capitals, and the old one is a part of it.
func (f *fitting) covered() bool {
	n := len(f.New)
	for at := max(0, f.Span.End-n); n > f.Span.Len() && at <= f.Span.Start && at+n <= len(f.Text); at++ {
		if strings.EqualFold(f.Text[at:at+n], f.New) {
			return true
		}
	}
	return false
}

// touched reports whether a sign, a digit or an apostrophe touches the term,
// which may then be a part of what these belong to.
func (f *fitting) touched() bool {
	before, after := f.Text[:f.Span.Start], f.Text[f.Span.End:]
	left, right := trailing(before), leading(after)
	_, n := utf8.DecodeRuneInString(after)
	_, m := utf8.DecodeLastRuneInString(before)
	then, earlier := leading(after[n:]), trailing(before[:len(before)-m])
	spaced := !unspaced(leading(f.found))
	switch {
	case before != "" && strings.ContainsRune("%&+", left), after != "" && strings.ContainsRune("%&+", right):
		return true
	case spaced && (unicode.IsDigit(left) || unicode.IsDigit(right)):
		return true
	case (right == '\'' || right == '’') && cased(then):
		return len(f.Suffix.Templates) == 0 && !f.owning(after[n:])
	case (left == '\'' || left == '’') && cased(earlier):
		return !f.elides(before[:len(before)-m])
	}
	return false
}

// cased reports whether c is a letter of a script with capitals.
func cased(c rune) bool { return unicode.IsUpper(c) || unicode.IsLower(c) }

// owning reports whether a text begins with the letters of the possessive ending.
func (f *fitting) owning(after string) bool {
	ending := strings.TrimPrefix(f.Possessive.Singular, "'")
	rest, ok := cutFold(after, ending)
	return ok && ending != "" && !unicode.IsLetter(leading(rest))
}

// elides reports whether a text ends in a word that the language shortens before
// an apostrophe.
func (f *fitting) elides(before string) bool {
	short := strings.ToLower(before[len(strings.TrimRightFunc(before, unicode.IsLetter)):]) + "'"
	return len(f.shapes[short]) > 0 || slices.ContainsFunc(f.Sandhi, func(s Sandhi) bool { return slices.Contains(s.Words, short) })
}

// articles reports whether the new term is said to take another article than
// the old one.
func (f *fitting) articles() bool {
	return f.Old.Article != "" && f.Now.Article != "" && f.Old.Article != f.Now.Article
}

// disowned reports whether the old term begins with what says whose or which
// it is, and the new one does not: "Hong Kong's economy", "domestic economy".
func (f *fitting) disowned() bool {
	the := f.Article.Definite
	return f.saysWhose(f.found) && !f.saysWhose(f.word) && (the == "" || headWord(f.word) != the) && !f.names(f.owner(f.found))
}

// owner returns what a term begins with that says whose it is, but for the ending.
func (f *fitting) owner(term string) string {
	whose := f.Possessive.Singular
	if whose == "" {
		return ""
	}
	owner, _, _ := strings.Cut(strings.ReplaceAll(term, "’", "'"), whose+" ")
	return owner
}

// names reports whether all words of a name stand in the new term as well: of
// "Tea College's Hall of Fame", "Hall of Fame of the Tea College".
func (f *fitting) names(name string) bool {
	new := strings.Fields(strings.ToLower(f.word))
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if !slices.Contains(new, w) {
			return false
		}
	}
	return name != ""
}

func (f *fitting) saysWhose(term string) bool {
	if slices.Contains(f.Names.Determiners, headWord(term)) {
		return true
	}
	whose := f.Possessive.Singular
	return whose != "" && strings.Contains(strings.ReplaceAll(term, "’", "'"), whose+" ")
}

// numbers reports whether the word before the term does not go with the number
// that the term has: the text is wrong already, or the term is another word.
func (f *fitting) numbers() bool {
	has := f.Old.Number
	if f.Plural {
		has = "pl"
	}
	if has == "" {
		return false
	}
	word, gap := f.before(true)
	number := f.Number.Determiners[strings.ToLower(f.Text[word.Start:word.End])]
	return gap != "" && number != "" && number != has
}

package locales

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Alternation is a word that has other forms by how the next word begins: the
// first of Words, but where a form's pattern matches that form.
type Alternation struct {
	Words   []string
	Before  map[string]Pattern // by form: how the next word begins, in lower case
	Spelled map[string]Pattern // … if that is spelled letter by letter, instead of Before
	Unclear Pattern            // where it depends on more
	Letters Pattern            // letters whose names begin otherwise than they sound: where those are spelled, it depends
}

// alternate gives the word before the term the form that it has before the new
// term. Where the text does not follow the rule with the old one, it is asked.
func (f *fitting) alternate() {
	word, gap := f.before(true)
	found := f.Text[word.Start:word.End]
	prev := strings.ToLower(found)
	for _, a := range f.Alternations {
		if gap == "" || !slices.Contains(a.Words, prev) {
			continue
		}
		is, sure := a.form(f.word, f.New)
		was, known := a.form(f.found, f.Was)
		switch {
		case was == is && sure && known:
		case is == prev && sure:
		case !sure || known && was != prev:
			f.unsure("doubt.elision")
		case allCaps(f.word) && found == strings.ToUpper(found):
			f.change(word.Start, word.End, strings.ToUpper(is))
		default:
			f.change(word.Start, word.End, likeCase(found, is))
		}
	}
}

// form returns the form of the word before a term, and whether it is certain. As
// is how the glossary writes the term: that tells initials from capitals.
func (a *Alternation) form(term, as string) (string, bool) {
	lower, forms := plainly(strings.TrimLeftFunc(term, quoting)), a.Before
	head := strings.TrimLeftFunc(as, quoting)
	if end := strings.IndexFunc(head, func(c rune) bool { return !unicode.IsLetter(c) }); end >= 0 {
		head = head[:end]
	}
	sure := !a.Unclear.matches(lower)
	if utf8.RuneCountInString(head) > 1 && head == strings.ToUpper(head) {
		forms = a.Spelled
		sure = sure && !a.Letters.matches(lower)
	}
	for _, form := range a.Words[1:] {
		if begins := forms[form]; begins.matches(lower) {
			return form, sure
		}
	}
	return a.Words[0], sure
}

func quoting(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }

func (p Pattern) matches(lower string) bool { return p.Regexp != nil && p.MatchString(lower) }

package locales

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Possessive is what a language glues to a noun to say whose something is.
type Possessive struct {
	Singular string // "'s"; empty: the language has none
	Plural   string // behind a plural in s: "'"
}

// apostrophes writes those inside the new term as the old term has them, or
// else as the text around has them throughout.
func (f *fitting) apostrophes() {
	if !strings.Contains(f.word, "'") && !strings.Contains(f.word, "’") {
		return
	}
	if a := f.apostrophe(f.found, f.Text); a != "" {
		f.word = strings.NewReplacer("'", a, "’", a).Replace(f.word)
	}
}

// apostrophe returns the one that the first of texts to have any uses, or the
// document. It is empty if that uses both, or nothing is known.
func (f *fitting) apostrophe(texts ...string) string {
	for _, text := range texts {
		straight, curly := strings.Contains(text, "'"), strings.Contains(text, "’")
		switch {
		case curly && straight:
			return ""
		case curly:
			return "’"
		case straight:
			return "'"
		}
	}
	return f.Apostrophe
}

// possessive shortens the ending behind a term that is now a plural in s: the
// fishermen's boats, the fishers' boats. A name keeps it, and so does a word
// whose s is no ending: Thomas's, a bass's.
func (f *fitting) possessive() {
	p := f.Possessive
	if p.Singular == "" || f.Proper || endsInS(f.found) || !endsInS(f.word) {
		return
	}
	new := strings.ToLower(f.word)
	if strings.HasSuffix(new, "ss") || strings.HasSuffix(new, "us") || strings.HasSuffix(new, "is") {
		return
	}
	at := f.Span.End
	rest := strings.ReplaceAll(strings.ToLower(f.Text[at:min(len(f.Text), at+8)]), "’", "'")
	after, ok := strings.CutPrefix(rest, p.Singular)
	if c, n := utf8.DecodeRuneInString(after); !ok || n > 0 && unicode.IsLetter(c) {
		return
	}
	_, mark := utf8.DecodeRuneInString(f.Text[at:])
	f.owned = true
	f.change(at+mark, at+mark+len(p.Singular)-len(p.Plural), "")
}

func endsInS(word string) bool { return strings.HasSuffix(word, "s") || strings.HasSuffix(word, "S") }

package locales

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clitics are the small words that a language writes together with the next or
// the last one.
type Clitics struct {
	Before   []string // what may stand glued before a word, whole
	Article  string   // that begins a word …
	To       string   // … and merges with this one before it …
	Merged   string   // … into this; the article's letter is not written three times
	Pronouns []string // what may stand glued behind a word
	Feminine string   // the letter that most feminine nouns end in
}

// Proclitic reports whether a term may begin behind these letters of its word.
func (r *Rules) Proclitic(letters string) bool { return slices.Contains(r.Clitics.Before, letters) }

// Enclitic reports whether these letters may be glued to the end of a term.
func (r *Rules) Enclitic(letters string) bool {
	return slices.Contains(r.Clitics.Pronouns, letters) || len(r.Suffix.Templates) > 0 && len(r.Suffix.chains(strings.ToLower(letters))) > 0
}

// Glues reports whether the language writes anything together with a term.
func (r *Rules) Glues() bool { return len(r.Clitics.Before) > 0 || len(r.Suffix.Templates) > 0 }

// Merged returns a term as it stands behind the word that its article merges
// with, that word included. It is empty for a term without the article.
func (r *Rules) Merged(term string) string {
	rest, ok := strings.CutPrefix(term, r.Clitics.Article)
	switch {
	case r.Clitics.Article == "" || !ok || rest == "":
		return ""
	case strings.HasPrefix(rest, r.Clitics.To):
		return r.Clitics.To + rest
	}
	return r.Clitics.Merged + rest
}

// clitics fits the words that are written together with the term.
func (f *fitting) clitics() {
	c := &f.Clitics
	if len(c.Before) == 0 || f.found == f.word {
		return
	}
	found := unpointed(f.found)
	merged := f.Merged(unpointed(f.Was))
	lead := f.lead()
	switch {
	case merged != "" && folded(found) == folded(merged):
		if word := f.Merged(f.word); word != "" {
			f.word = word
		} else {
			f.word = c.To + f.word
		}
	case strings.HasSuffix(lead, c.To) && f.Merged(f.word) != "":
		f.word = strings.TrimPrefix(f.Merged(f.word), c.To)
	}
	if lead != "" && !spaced(f.found) && !strings.HasPrefix(found, c.Article) && merged == "" {
		f.unsure("doubt.clitic")
	}
	if f.Tail.Len() > 0 {
		f.unsure("doubt.tail")
	}
	if !f.Proper && strings.HasPrefix(f.Was, c.Article) != strings.HasPrefix(f.New, c.Article) {
		f.unsure("doubt.article")
	}
	if (f.Old.Gender == "" || f.Now.Gender == "") && f.OtherGender(f.Was, f.New) {
		f.unsure("doubt.gender")
	}
}

// OtherGender reports whether one of two terms looks feminine and the other does
// not, where the end of the first word tells.
func (r *Rules) OtherGender(a, b string) bool { return r.feminine(a) != r.feminine(b) }

// feminine reports whether the head of a term, its first word, looks feminine.
func (r *Rules) feminine(term string) bool {
	head, _, _ := strings.Cut(unpointed(term), " ")
	return r.Clitics.Feminine != "" && strings.HasSuffix(head, r.Clitics.Feminine)
}

// lead returns the letters that the term is glued to on its left.
func (f *fitting) lead() string {
	before := f.Text[:f.Span.Start]
	start := strings.LastIndexFunc(before, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsMark(c) })
	if start >= 0 {
		_, n := utf8.DecodeRuneInString(before[start:])
		start += n
	}
	return unpointed(before[max(start, 0):])
}

// unpointed returns Arabic text without vowel marks and lengthening.
func unpointed(text string) string {
	return strings.Map(func(c rune) rune {
		if FoldArabic(c) < 0 {
			return -1
		}
		return c
	}, text)
}

func folded(text string) string { return strings.Map(FoldArabic, text) }

// FoldArabic returns the letter that one of Arabic script counts as where words
// are compared, -1 for a mark that does not count. Other runes are themselves.
func FoldArabic(c rune) rune {
	switch {
	case c < 0x622 || c > 0x671:
	case c == 'أ' || c == 'إ' || c == 'آ' || c == 'ٱ':
		return 'ا'
	case c == 'ى':
		return 'ي'
	case c == 'ـ', c >= 0x64B && c <= 0x652, c == 0x670:
		return -1
	}
	return c
}

package locales

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Article is what a language does with articles before a term.
type Article struct {
	Definite          string   // inserted before a term that takes it
	After             []string // … directly after one of these words
	Consonant, Vowel  string   // the indefinite article by the first sound
	SmallWords        []string `toml:"small-words"`
	VowelWords        []string `toml:"vowel-words"`        // begin with a vowel, though written with a consonant
	ConsonantPrefixes []string `toml:"consonant-prefixes"` // begin with a consonant, though written with a vowel
	ConsonantWords    []string `toml:"consonant-words"`
	SpokenLetters     string   `toml:"spoken-letters"` // capitals whose names begin with a vowel
}

// Gender says which determiners go with which gender.
type Gender struct {
	Determiners map[string]string // lower case, to m, f or n
}

// indefinite sets the a or an directly before the term by its first sound.
func (f *fitting) indefinite() {
	if f.Article.Vowel == "" {
		return
	}
	word, gap := f.before(true)
	old := f.Text[word.Start:word.End]
	lower := strings.ToLower(old)
	if gap == "" || lower != f.Article.Vowel && lower != f.Article.Consonant {
		return
	}
	// A capital A inside a sentence is a letter: vitamin A, plan A.
	if old == "A" && !sentenceStart(f.Text, word.Start) && !allCaps(f.found) {
		return
	}
	want := f.Article.Consonant
	switch f.sound(f.word) {
	case "vowel":
		want = f.Article.Vowel
	case "":
		f.unsure("doubt.sound")
		return
	}
	if want == lower {
		return
	}
	switch {
	case allCaps(f.word) && old == strings.ToUpper(old):
		want = strings.ToUpper(want)
	case startsUpper(old):
		want = strings.ToUpper(want[:1]) + want[1:]
	}
	f.change(word.Start, word.End, want)
}

// sound returns "vowel" or "consonant" for how a term begins, or "" if it can
// be read in two ways.
func (f *fitting) sound(term string) string {
	if f.Now.Sound != "" {
		return f.Now.Sound
	}
	head := strings.FieldsFunc(term, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	if len(head) == 0 {
		return ""
	}
	w := head[0]
	lower := strings.ToLower(w)
	c, _ := utf8.DecodeRuneInString(lower)
	switch {
	case unicode.IsDigit(c):
		return digits(lower)
	case w != lower && w == strings.ToUpper(w) && !allCaps(term) && utf8.RuneCountInString(w) > 1:
		return f.initials(w)
	case slices.ContainsFunc(f.Article.VowelWords, func(p string) bool { return strings.HasPrefix(lower, p) }):
		return "vowel"
	case strings.HasPrefix(lower, "uni"):
		if strings.HasPrefix(lower, "unin") || strings.HasPrefix(lower, "unim") || strings.HasPrefix(lower, "unid") {
			return "vowel"
		}
		return "consonant"
	case slices.ContainsFunc(f.Article.ConsonantPrefixes, func(p string) bool { return strings.HasPrefix(lower, p) }):
		return "consonant"
	case strings.ContainsRune("aeiouáàâäéèêëíîïóôöúûüå", c):
		return "vowel"
	}
	return "consonant"
}

// digits: eight, eleven, eighteen, and the thousands of the last two.
func digits(s string) string {
	n := strings.IndexFunc(s, func(c rune) bool { return !unicode.IsDigit(c) })
	if n < 0 {
		n = len(s)
	}
	if s[0] == '8' || n%3 == 2 && (strings.HasPrefix(s, "11") || strings.HasPrefix(s, "18")) {
		return "vowel"
	}
	return "consonant"
}

// initials reads a word in capitals letter by letter; one of four letters or
// more with a vowel inside may be read as a word.
func (f *fitting) initials(w string) string {
	c, _ := utf8.DecodeRuneInString(w)
	spelled, read := "consonant", "consonant"
	if strings.ContainsRune("AEFHILMNORSX", c) {
		spelled = "vowel"
	}
	if strings.ContainsRune("AEIOU", c) {
		read = "vowel"
	}
	if len(w) >= 4 && strings.ContainsAny(w[1:], "AEIOU") && spelled != read {
		return ""
	}
	return spelled
}

// definite puts the definite article before a term that takes it, after a word
// of the closed list, and not twice.
func (f *fitting) definite() {
	the := f.Article.Definite
	if the == "" {
		return
	}
	word, gap := f.before(false)
	prev := strings.ToLower(f.Text[word.Start:word.End])
	if rest, ok := cutFold(f.word, the+" "); ok {
		switch prev {
		case the:
			f.word = rest
		case f.Article.Consonant, f.Article.Vowel:
			f.unsure("doubt.article")
		}
		return
	}
	if f.Now.Article != the || gap == "" || !slices.Contains(f.Article.After, prev) || strings.ContainsAny(gap, "\r\n") && f.alone() {
		return
	}
	if allCaps(f.word) && f.Text[word.Start:word.End] == strings.ToUpper(prev) {
		the = strings.ToUpper(the)
	}
	f.change(f.Span.Start, f.Span.Start, the+" ")
}

func cutFold(s, prefix string) (string, bool) {
	if len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// alone reports whether the term is all there is on its line.
func (f *fitting) alone() bool {
	start := strings.LastIndexAny(f.Text[:f.Span.Start], "\r\n") + 1
	end := strings.IndexAny(f.Text[f.Span.End:], "\r\n")
	if end < 0 {
		end = len(f.Text) - f.Span.End
	}
	rest := f.Text[start:f.Span.Start] + f.Text[f.Span.End:f.Span.End+end]
	return !strings.ContainsFunc(rest, unicode.IsLetter)
}

package locales

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Article is what a language does with articles before a term.
type Article struct {
	Definite         string   // inserted before a term that takes it
	After            []string // … directly after one of these words …
	Titles           []string // … but not before one of these: "by Tea Academy president Ann Lee" …
	Naming           []string // … nor where one of these stands before that word: "renamed to"
	Consonant, Vowel string   // the indefinite article by the first sound
	SmallWords       []string `toml:"small-words"`     // lower case in titles
	VowelWords       []string `toml:"vowel-words"`     // begin with a vowel; in lower case beginnings of words, else words
	ConsonantWords   []string `toml:"consonant-words"` // begin with a consonant, in the same way
	UnclearWords     []string `toml:"unclear-words"`   // are read in two ways
	SpokenLetters    string   `toml:"spoken-letters"`  // capitals whose names begin with a vowel
}

// Gender says which words go with which gender.
type Gender struct {
	Determiners map[string]string // lower case, to m, f or n
	Adjectives  []string          // endings of adjectives, where they go by the determiner as well
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
	if old == "A" && !f.sentenceStart(f.Text, word.Start) && !allCaps(f.found) {
		return
	}
	want := f.Article.Consonant
	switch f.sound(f.New) {
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
	case old == strings.ToUpper(old) && (allCaps(f.found) && !allCaps(f.Was) || shouted(f.Text, f.Span)):
		want = strings.ToUpper(want)
	case startsUpper(old):
		want = strings.ToUpper(want[:1]) + want[1:]
	}
	f.change(word.Start, word.End, want)
}

// compound doubts a term that a hyphen joins to what follows, and that is longer
// than a name and a surname where the old one is not: the hyphen would go with the
// last word only.
func (f *fitting) compound() {
	c, n := utf8.DecodeRuneInString(f.Text[f.Span.End:])
	then, _ := utf8.DecodeRuneInString(f.Text[f.Span.End+n:])
	if f.Article.Vowel != "" && hyphen(c) && unicode.IsLetter(then) && f.found != f.word && (spaced(f.word) && !spaced(f.found) || f.phrase(f.word) && !f.phrase(f.found)) {
		f.unsure("doubt.hyphen")
	}
}

// phrase reports whether a term has a small word within: Academy of Tea.
func (f *fitting) phrase(term string) bool {
	return slices.ContainsFunc(strings.Fields(term), func(w string) bool { return slices.Contains(f.Article.SmallWords, w) })
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
	if f.Now.Article == "none" && prev == the && gap != "" {
		f.unsure("doubt.article")
	}
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
	earlier, _ := f.wordBefore(word.Start, false)
	if slices.Contains(f.Article.Titles, strings.ToLower(f.next())) || slices.Contains(f.Article.Naming, strings.ToLower(f.Text[earlier.Start:earlier.End])) {
		f.unsure("doubt.article")
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

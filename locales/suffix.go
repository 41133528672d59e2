package locales

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
)

// Suffix is what a language glues to a name behind an apostrophe, in the vowel
// and consonant of the name's end.
type Suffix struct {
	Vowels    string // all, in lower case
	Front     string // those of them that are said in front
	Round     string // those that are rounded
	Hard      string // consonants behind which D is t and C is ç
	Letters   string // of the alphabet; a word with another is read in its own way
	Marked    string // letters that only the language's own words have
	Named     string // letters whose names end alike in this language and in English
	Foreign   []Ending
	Unclear   []Ending          // ends of words that are read otherwise than written
	Native    []string          // words that are read as written though they look as if not
	Readings  map[string]string // how words and initialisms are read, in the manner of Grammar.Sound
	Digits    []string          // how the last digit of a number is read, from 0
	Tens      []string          // … and of one that ends in one zero, from 0
	Zeros     []string          // … and of one that ends in as many zeros
	Genitive  Ending            // of a word that says whose the next one is, which then has a possessive
	Templates []Template
}

// A Template is a suffix but for what goes by the word it is glued to: A is a or
// e, I one of ı i u ü, D d or t, C c or ç; "(y)" stands behind a vowel only.
type Template struct {
	Plain     string
	Possessed string   // behind the possessive ending of a compound; empty: not used there
	Then      []string // the Plain of those that may follow
}

// A tail is what a suffix goes by.
type tail struct {
	vowel rune // the last one of the word
	open  bool // it is the last letter
	hard  bool // the last consonant is voiceless
}

// suffix chooses anew the suffix behind the term.
func (f *fitting) suffix() {
	if f.owes() {
		f.unsure("doubt.suffix.owed")
	}
	span, glued := f.suffixed()
	if span.Len() == 0 || f.found == f.word {
		return
	}
	if glued { // as common nouns have it: the end of the word may change too
		f.unsure("doubt.suffix.glued")
	}
	was := f.Text[span.Start:span.End]
	lower := cases.Lower(f.Tag).String(was)
	new, sure := f.resuffix(lower)
	if !sure {
		f.unsure("doubt.suffix")
	}
	if new == "" {
		return
	}
	if lower != was && was == cases.Upper(f.Tag).String(was) {
		new = cases.Upper(f.Tag).String(new)
	}
	f.change(span.Start, span.End, new)
}

// resuffix returns the suffix that the new term takes in the place of one, as
// good as it can be told, and whether it is certain.
func (f *fitting) resuffix(was string) (new string, sure bool) {
	chains := f.Suffix.chains(was)
	if f.sameEnd() {
		return was, len(chains) > 0
	}
	now, known := f.tail(f.New, f.Now.Sound)
	old, knownOld := f.tail(f.Was, f.Old.Sound)
	var all []string
	for _, c := range chains {
		if c.possessed && f.Old.Poss == "" && !f.Suffix.high(trailing(cases.Lower(f.Tag).String(f.Was))) {
			continue
		}
		if f.Old.Poss != "" && c.possessed != (f.Old.Poss == "yes") && c.links[0].Plain != c.links[0].Possessed ||
			knownOld && f.Suffix.spell(c.links, c.possessed, old) != was {
			continue
		}
		for _, possessed := range f.possessed() {
			text := f.Suffix.spell(c.links, possessed, now)
			if text == "" {
				known = false
			} else if !slices.Contains(all, text) {
				all = append(all, text)
			}
		}
	}
	if len(all) == 0 {
		return "", false
	}
	return all[0], known && len(all) == 1
}

// possessed lists whether the new term ends in a possessive, the likelier first.
func (f *fitting) possessed() []bool {
	last := trailing(cases.Lower(f.Tag).String(f.New))
	switch {
	case f.Now.Poss != "":
		return []bool{f.Now.Poss == "yes"}
	case f.Suffix.high(last) && f.Now.Sound == "" && !unicode.IsUpper(trailing(f.New)):
		return []bool{spaced(f.New), !spaced(f.New)}
	}
	return []bool{false}
}

// owes reports whether a possessive is lost or added behind a word that asks for
// one: a genitive, or a name, in "Enerji'nin istasyonu" and "Ankara istasyonu".
func (f *fitting) owes() bool {
	if f.Suffix.Genitive.Regexp == nil || f.ends(f.Old, f.Was) == f.ends(f.Now, f.New) {
		return false
	}
	span, gap := f.before(false)
	word := f.Text[span.Start:span.End]
	c, _ := utf8.DecodeRuneInString(word)
	return gap != "" && (unicode.IsUpper(c) || f.Suffix.Genitive.fits(cases.Lower(f.Tag).String(word)))
}

// ends reports whether a term seems to end in a possessive.
func (f *fitting) ends(g Grammar, term string) bool {
	if g.Poss != "" {
		return g.Poss == "yes"
	}
	return f.Suffix.high(trailing(cases.Lower(f.Tag).String(term)))
}

// sameEnd reports whether both terms end in a way that is read alike: in the
// same word, or in the same vowels and consonants.
func (f *fitting) sameEnd() bool {
	lower := cases.Lower(f.Tag)
	old, new := lower.String(finalWord(f.Was)), lower.String(finalWord(f.New))
	if old == new {
		return f.Old.Sound == f.Now.Sound && f.Old.Poss == f.Now.Poss
	}
	rhyme := f.Suffix.rhyme(new)
	return f.Now.Sound == "" && f.Now.Poss == "" && f.Old.Poss == "" && utf8.RuneCountInString(rhyme) >= 3 && rhyme == f.Suffix.rhyme(old) &&
		!strings.ContainsRune(f.Suffix.Vowels, trailing(new)) && !f.Suffix.foreign(new) && !f.Suffix.foreign(old)
}

// rhyme returns a word from its last run of vowels on.
func (s *Suffix) rhyme(word string) string {
	end := strings.LastIndexAny(word, s.Vowels)
	start := strings.LastIndexFunc(word[:max(end, 0)], func(c rune) bool { return !strings.ContainsRune(s.Vowels, c) })
	if end < 0 {
		return ""
	}
	_, n := utf8.DecodeRuneInString(word[max(start, 0):])
	if start < 0 {
		n = 0
	}
	return word[max(start, 0)+n:]
}

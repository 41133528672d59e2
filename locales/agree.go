package locales

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// agree gives the word before the term, or the two, the shape that goes with the
// new term: its gender, its number, and how it begins. A word that does not go with
// the old term is wrong already, and asked about.
func (f *fitting) agree() {
	if len(f.shapes) == 0 || f.found == f.word {
		return
	}
	left, odd := f.left()
	if f.Place && len(left) > 0 {
		f.place(written(left[len(left)-1:], f.Text))
	}
	for n := min(2, len(left)); n > 0; n-- {
		words := left[len(left)-n:]
		have := written(words, f.Text)
		if cells := f.shapes[have]; len(cells) > 0 {
			f.agreeWith(words, have, cells, odd)
			return
		}
	}
	if s, ok := f.Sounds["vowel"]; ok && len(left) > 0 && left[len(left)-1].elided && s.class(f.plain, f.Now.Sound) != s.index("vowel") {
		f.unsure("doubt.elision")
	}
}

// agreeWith does so for the words before the term, which may be any of some cells.
func (f *fitting) agreeWith(words []token, have string, cells []cell, odd bool) {
	fit := slices.DeleteFunc(slices.Clone(cells), func(c cell) bool {
		return c.gender != "" && f.Old.Gender != "" && c.gender != f.Old.Gender || c.number != "" && f.oldNumber() != "" && c.number != f.oldNumber()
	})
	if len(fit) == 0 {
		f.unsure("doubt.gender")
		return
	}
	heard := slices.DeleteFunc(slices.Clone(fit), func(c cell) bool {
		class := f.class(c.series, f.was(), f.Old.Sound)
		return c.class >= 0 && class >= 0 && c.class != class
	})
	wrong := len(heard) == 0
	if wrong {
		heard = fit
	}
	var want []string
	for _, c := range heard {
		if shape := f.reshape(c, have); !slices.Contains(want, shape) {
			want = append(want, shape)
		}
	}
	series := heard[0].series
	if series.Article && f.Now.Article == "none" && f.Old.Article != "none" {
		f.unsure("doubt.article")
	}
	if wrong && series.Any == nil {
		f.unsure("doubt.gender")
	}
	alone := series.Asking && strings.HasSuffix(f.Text[:words[0].span.Start], "¿")
	if len(want) == 1 && want[0] == have || alone {
		f.own(words, have, series)
		return
	}
	switch {
	case len(want) > 1 && f.Now.Gender == "":
		f.unsure("doubt.gender")
		return
	case len(want) > 1 || want[0] == "":
		f.unsure("doubt.elision")
		return
	case wrong || odd || series.Ask:
		f.unsure("doubt.elision")
	}
	if series.Adjective && f.Old.Gender != f.Now.Gender {
		f.unsure("doubt.gender")
		return
	}
	if !f.own(words, want[0], series) {
		f.put(words, want[0])
	}
}

// place doubts a word before the name of a place that goes by which place it is, if
// the two begin otherwise: "en Iran", "au Japon".
func (f *fitting) place(word string) {
	if !slices.Contains(f.Places, word) {
		return
	}
	for _, s := range f.Sounds {
		if was, is := s.class(f.was(), f.Old.Sound), s.class(f.plain, f.Now.Sound); was != is || is < 0 {
			f.unsure("doubt.elision")
		}
	}
}

// reshape returns the shape for the new term of what a cell is for the old.
func (f *fitting) reshape(c cell, have string) string {
	gender, number := f.Now.Gender, f.nowNumber()
	if gender == "" {
		gender = c.gender
	}
	if number == "" {
		number = c.number
	}
	return c.series.shape(gender, number, f.class(c.series, f.plain, f.Now.Sound), have)
}

func (f *fitting) class(s *Series, term, said string) int {
	sound, ok := f.Sounds[s.By]
	if !ok {
		return -1
	}
	return sound.class(term, said)
}

// was returns the old term as its first sound can be told: not in capitals that
// only the text has.
func (f *fitting) was() string {
	if allCaps(f.found) && !allCaps(f.Was) {
		return f.Was
	}
	return f.found
}

// oldNumber and nowNumber return "sg", "pl", or "" where it is not known.
func (f *fitting) oldNumber() string {
	if f.Plural {
		return "pl"
	}
	for i, s := range f.Slots {
		if s.Number != f.Slots[0].Number {
			break
		}
		if i == len(f.Slots)-1 {
			return s.Number
		}
	}
	return f.Old.Number
}

func (f *fitting) nowNumber() string {
	if f.Plural || len(f.Slots) > 0 {
		return f.oldNumber()
	}
	return f.Now.Number
}

// own merges the word before a term with the article that the term begins with:
// of Le Caire, "du Caire". It reports whether the words are seen to.
func (f *fitting) own(words []token, shape string, series *Series) bool {
	head := headWord(f.word)
	if !slices.Contains(f.Own, head) || slices.Contains(f.Own, headWord(f.found)) {
		return false
	}
	merged, merges := f.Merges[shape+" "+head]
	switch {
	case series.Any != nil && f.Now.Article == "own" && merged != "" && !words[len(words)-1].quoted:
		f.word = strings.TrimLeftFunc(f.word[len(head):], unicode.IsSpace)
		f.put(words, merged)
		return true
	case series.Any == nil || merges:
		f.unsure("doubt.article")
		return true
	}
	return false
}

// headWord returns the first word of a term in lower case, up to an apostrophe.
func headWord(term string) string {
	if at := strings.IndexAny(term, " '’"); at >= 0 {
		term = term[:at]
	}
	return strings.ToLower(term)
}

// A token is a word before the term.
type token struct {
	span   concord.Span
	gap    string // white space behind it
	elided bool   // it ends in an apostrophe
	quoted bool   // a quotation mark stands behind the gap
}

const openQuotes = "\"“‘«„‹「『《(（["

// left returns the words directly before the term, two at most, and whether what
// stands between them and the term is such that a change must be asked.
func (f *fitting) left() (words []token, odd bool) {
	at := f.Span.Start
	before := strings.TrimRightFunc(f.Text[:at], unicode.IsSpace)
	if trimmed := strings.TrimRight(before, openQuotes); trimmed != before {
		at, odd = len(trimmed), true
	} else if c, n := utf8.DecodeLastRuneInString(f.Text[:at]); (c == '\'' || c == '’') && (at == n || !letterBefore(f.Text, at-n)) {
		at, odd = at-n, true // a quotation mark
	}
	for len(words) < 2 {
		word, ok := tokenBefore(f.Text, at)
		if !ok || len(words) == 1 && (word.elided || word.gap == "") {
			break
		}
		if word.elided && word.gap != "" {
			odd = true
		}
		word.quoted = odd && len(words) == 0
		words = append([]token{word}, words...)
		at = word.span.Start
	}
	return words, odd
}

func letterBefore(text string, at int) bool {
	c, _ := utf8.DecodeLastRuneInString(text[:at])
	return unicode.IsLetter(c)
}

// tokenBefore returns the word that ends before an offset, and is no later part of
// one with a hyphen.
func tokenBefore(text string, at int) (token, bool) {
	end := len(strings.TrimRightFunc(text[:at], unicode.IsSpace))
	t := token{gap: text[end:at]}
	letters := end
	if c, n := utf8.DecodeLastRuneInString(text[:end]); c == '\'' || c == '’' {
		t.elided = true
		letters -= n
	}
	if strings.ContainsRune(t.gap, '\t') || strings.Count(t.gap, "\n") > 1 || t.gap == "" && !t.elided {
		return t, false
	}
	start := letters
	for start > 0 {
		c, n := utf8.DecodeLastRuneInString(text[:start])
		if !unicode.IsLetter(c) && !unicode.IsMark(c) {
			break
		}
		start -= n
	}
	c, _ := utf8.DecodeLastRuneInString(text[:start])
	t.span = concord.Span{Start: start, End: end}
	return t, start < letters && !hyphen(c)
}

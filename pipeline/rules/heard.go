package rules

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/locales"
)

// heard is a text in which terms are recognised by ear: in any capitals, and
// where words are set apart with any ending, so that what bends is not missed.
type heard struct {
	text     string // folded: see plain
	words    []concord.Span
	capitals []bool // which of the words have one; nil if that is not known
}

func hear(text string) heard {
	h := heard{text: plain(text)}
	h.words = wordSpans(h.text)
	if written := wordSpans(text); len(written) == len(h.words) {
		for _, w := range written {
			h.capitals = append(h.capitals, unicode.IsUpper(firstRune(text[w.Start:])))
		}
	}
	return h
}

// wordSpans returns the words of a text: letters, digits and marks.
func wordSpans(text string) []concord.Span {
	var all []concord.Span
	start := -1
	for i, r := range text {
		switch in := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r); {
		case in && start < 0:
			start = i
		case !in && start >= 0:
			all = append(all, concord.Span{Start: start, End: i})
			start = -1
		}
	}
	if start >= 0 {
		all = append(all, concord.Span{Start: start, End: len(text)})
	}
	return all
}

// count counts how often any of some terms is heard, the longest first; no
// stretch is counted twice.
func (h heard) count(terms []*glossary.Term, rules *locales.Rules) int {
	type spoken struct {
		form  string
		words []string // nil if it stands as it is in every language, or where nothing parts words
		name  bool     // another word with a capital makes another name of it
	}
	var all []spoken
	for _, t := range terms {
		for _, form := range forms(t) {
			s := spoken{form: plain(form)}
			if t.Status != glossary.DoNotTranslate && !strings.ContainsFunc(form, together) {
				s.words = telling(form, rules)
				s.name = rules.Names.Capitals && form != strings.ToLower(form)
			}
			all = append(all, s)
		}
	}
	slices.SortStableFunc(all, func(a, b spoken) int { return cmp.Compare(len(b.form), len(a.form)) })
	var taken []concord.Span
	for _, s := range all {
		for span := range h.find(s.form, s.words, s.name) {
			if !slices.ContainsFunc(taken, span.Overlaps) {
				taken = append(taken, span)
			}
		}
	}
	return len(taken)
}

// find yields where a form is heard: as it is written if it has no words.
func (h heard) find(form string, words []string, name bool) func(func(concord.Span) bool) {
	return func(yield func(concord.Span) bool) {
		if words == nil {
			for at := range each(h.text, form) {
				if !yield(concord.Span{Start: at, End: at + len(form)}) {
					return
				}
			}
			return
		}
		for i := range h.words {
			if end := h.follow(i, words, name); end > i && !yield(concord.Span{Start: h.words[i].Start, End: h.words[end-1].End}) {
				return
			}
		}
	}
}

// follow returns behind which word a term ends that begins with the ith; 0 if
// none does. Few words may stand between those of the term; of a name, none with a capital.
func (h heard) follow(i int, words []string, name bool) int {
	const small = 2
	for n, w := range words {
		left := small
		for {
			if i == len(h.words) {
				return 0
			}
			if bent(h.text[h.words[i].Start:h.words[i].End], w) {
				break
			}
			if left--; n == 0 || left < 0 || name && h.capitals != nil && h.capitals[i] {
				return 0
			}
			i++
		}
		i++
	}
	if len(words) == 0 {
		return 0
	}
	return i
}

// telling returns the words of a term, without the small ones if it has others, and
// without what it has in brackets, which may be heard by itself.
func telling(form string, rules *locales.Rules) []string {
	if bare, _, ok := strings.Cut(form, " ("); ok {
		form = bare
	}
	all := strings.FieldsFunc(form, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	var telling []string
	for _, w := range all {
		if !smallWord(w, rules) {
			telling = append(telling, plain(w))
		}
	}
	if telling == nil {
		for _, w := range all {
			telling = append(telling, plain(w))
		}
	}
	return telling
}

// smallWord reports whether a word of three letters or less says little: it is one
// that binds others, or in lower case where not all of these are known.
func smallWord(w string, rules *locales.Rules) bool {
	const most, least = 3, 2 // letters
	n, lower := utf8.RuneCountInString(w), strings.ToLower(w)
	switch {
	case n > most:
		return false
	case w == lower && (n <= least || len(rules.Typography.FunctionWords) == 0):
		return true
	}
	for _, list := range [][]string{rules.Article.SmallWords, rules.Names.Connectors, rules.Names.Joins, rules.Typography.FunctionWords, rules.Own} {
		if slices.Contains(list, lower) {
			return true
		}
	}
	return false
}

// bent reports whether a word of a text may be a form of a word of a term: all
// but its last letters are the same, and few follow; or a compound of it.
func bent(word, of string) bool {
	if word == of || word == of+"s" {
		return true
	}
	const ending = 4 // letters that may follow what both have in common
	common := 0
	for i, r := range of {
		if s, _ := utf8.DecodeRuneInString(word[min(i, len(word)):]); s != r {
			break
		}
		common++
	}
	n, m := utf8.RuneCountInString(of), utf8.RuneCountInString(word)
	if r, _ := utf8.DecodeRuneInString(of); unicode.Is(unicode.Hangul, r) {
		return common == n && m-n <= ending
	} else if unicode.Is(unicode.Arabic, r) {
		return strings.Contains(word, strings.TrimPrefix(of, "ال"))
	}
	if _, last := utf8.DecodeLastRuneInString(of); n > 4 && strings.Contains(word, of[:len(of)-last]) {
		return true // a part of a compound
	}
	if n == 3 && common == n {
		return m-n <= 2 // "Seen" of "See"
	}
	last := 1 // letters of the term that an ending may take the place of
	if n > 5 {
		last = 2
	}
	return n > 3 && common >= n-last && m-common <= ending
}

// together reports whether r is of a script that sets no words apart.
func together(r rune) bool {
	return inHan(r) || r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

// forms returns a term in all its forms.
func forms(t *glossary.Term) []string {
	all := append([]string{t.Text}, t.Paradigm.Texts()...)
	for _, f := range t.Forms {
		all = append(all, f.Text)
	}
	return all
}

// termsIn returns the terms of a concept in a language, and those that are the
// same in every language.
func termsIn(c *glossary.Concept, chain []language.Tag) []*glossary.Term {
	var all []*glossary.Term
	for _, t := range c.Terms {
		if t.Locale == language.Und || slices.Contains(chain, t.Locale) {
			all = append(all, t)
		}
	}
	return all
}

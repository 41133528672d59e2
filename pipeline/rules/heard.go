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
)

// heard is a text in which terms are recognised by ear: in any capitals, and
// where words are set apart with any ending, so that what bends is not missed.
type heard struct {
	text  string // folded: see plain
	words []concord.Span
}

func hear(text string) heard {
	h := heard{text: plain(text)}
	start := -1
	for i, r := range h.text {
		switch in := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r); {
		case in && start < 0:
			start = i
		case !in && start >= 0:
			h.words = append(h.words, concord.Span{Start: start, End: i})
			start = -1
		}
	}
	if start >= 0 {
		h.words = append(h.words, concord.Span{Start: start, End: len(h.text)})
	}
	return h
}

// count counts how often any of some terms is heard, the longest first; no
// stretch is counted twice.
func (h heard) count(terms []*glossary.Term) int {
	type spoken struct {
		form string
		kept bool // stands as it is in every language, and so does not bend
	}
	var all []spoken
	for _, t := range terms {
		for _, form := range forms(t) {
			all = append(all, spoken{plain(form), t.Status == glossary.DoNotTranslate})
		}
	}
	slices.SortStableFunc(all, func(a, b spoken) int { return cmp.Compare(len(b.form), len(a.form)) })
	var taken []concord.Span
	for _, s := range all {
		for span := range h.find(s.form, s.kept) {
			if !slices.ContainsFunc(taken, span.Overlaps) {
				taken = append(taken, span)
			}
		}
	}
	return len(taken)
}

// find yields where a form is heard.
func (h heard) find(form string, asWritten bool) func(func(concord.Span) bool) {
	return func(yield func(concord.Span) bool) {
		if asWritten || strings.ContainsFunc(form, together) {
			for at := range each(h.text, form) {
				if !yield(concord.Span{Start: at, End: at + len(form)}) {
					return
				}
			}
			return
		}
		words := telling(form)
		for i := range h.words {
			if end := h.follow(i, words); end > i && !yield(concord.Span{Start: h.words[i].Start, End: h.words[end-1].End}) {
				return
			}
		}
	}
}

// follow returns behind which word a term ends that begins with the ith; 0 if
// none does. Small words may stand between those of the term.
func (h heard) follow(i int, words []string) int {
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
			if left--; n == 0 || left < 0 {
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

// telling returns the words of a term, without the small ones if it has others.
func telling(form string) []string {
	all := strings.FieldsFunc(form, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	long := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return utf8.RuneCountInString(w) <= 3 })
	if len(long) > 0 {
		return long
	}
	return all
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
	last := 1 // letters of the term that an ending may take the place of
	if n > 5 {
		last = 2
	}
	return n > 3 && common >= n-last && m-common <= ending
}

// together reports whether r is of a script that sets no words apart.
func together(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
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

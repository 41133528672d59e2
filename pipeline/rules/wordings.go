package rules

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// pairedTexts yields the segments of the source that one segment of p.Doc surely
// translates, and that.
func pairedTexts(p *lint.Pass) iter.Seq2[concord.Place, concord.Place] {
	return func(yield func(source, target concord.Place) bool) {
		for _, b := range p.Beads() {
			if !b.Sure || len(b.Source) != 1 || len(b.Target) != 1 {
				continue
			}
			source := p.SourcePlace(b.Source[0], concord.Span{End: len(p.Release.Source.Segments[b.Source[0]].Text)})
			target := p.Place(b.Target[0], concord.Span{End: len(p.Doc.Segments[b.Target[0]].Text)})
			if !yield(source, target) {
				return
			}
		}
	}
}

// substantial reports whether a text says more than a label or a figure: it has
// 24 letters, of which a character that is a syllable or a word counts for three.
func substantial(text string) bool {
	const enough, syllable = 24, 3
	letters := 0
	for _, c := range text {
		switch {
		case c < utf8.RuneSelf:
			if c|0x20 >= 'a' && c|0x20 <= 'z' {
				letters++
			}
		case unicode.In(c, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana):
			letters += syllable
		case unicode.IsLetter(c):
			letters++
		}
		if letters >= enough {
			return true
		}
	}
	return false
}

// essence returns the letters, digits and marks of a text, without capitals:
// what is left when spaces, quotation marks and dashes do not count.
func essence(text string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, text)
}

// A wording is a value that a rule has noted of a key, beside another value that
// was noted more often, or as often and earlier.
type wording struct{ rare, usual lint.Note }

// differ returns the stretches in which the two differ.
func (w wording) differ() (here, there concord.Place) {
	a, b := differing(w.rare.Value, w.usual.Value)
	return portion(w.rare.Place, a), portion(w.usual.Place, b)
}

// portion returns a stretch of what stands at a place.
func portion(at concord.Place, span concord.Span) concord.Place {
	start := at.Span.Start
	return at.At(concord.Span{Start: start + span.Start, End: start + span.End})
}

// wordings yields, for each key and language of which more than one value was
// noted, the values that are not the most frequent one, in the order of notes.
// What differs in spaces, marks and capitals alone is the same.
func wordings(notes []lint.Note) iter.Seq[wording] {
	return func(yield func(wording) bool) {
		for _, same := range sameKeys(notes) {
			if !distinct(notes, same, yield) {
				return
			}
		}
	}
}

// sameKeys returns the numbers of the notes of each key and language that was
// noted twice, in the order of the notes.
func sameKeys(notes []lint.Note) [][]int {
	type about struct {
		locale language.Tag
		key    string
	}
	first := make(map[about]int) // the first note, or -1 - its group
	var groups [][]int
	for i := range notes {
		of := about{notes[i].Place.Doc.Locale, strings.Join(strings.Fields(notes[i].Key), " ")}
		switch n, known := first[of]; {
		case !known:
			first[of] = i
		case n >= 0:
			groups = append(groups, []int{n, i})
			first[of] = -len(groups)
		default:
			groups[-n-1] = append(groups[-n-1], i)
		}
	}
	slices.SortFunc(groups, func(a, b []int) int { return cmp.Compare(a[0], b[0]) })
	return groups
}

// weighed returns of one group the first note of each value, as essence has it,
// and the first of the value that was noted most often.
func weighed(notes []lint.Note, same []int, essence func(string) string) (firsts []int, usual int) {
	counts := make(map[string]int)
	for _, i := range same {
		e := essence(notes[i].Value)
		if counts[e]++; counts[e] == 1 {
			firsts = append(firsts, i)
		}
	}
	usual = slices.MaxFunc(firsts, func(a, b int) int {
		return cmp.Compare(counts[essence(notes[a].Value)], counts[essence(notes[b].Value)])
	})
	return firsts, usual
}

// distinct yields the values of one group but for the most frequent one.
func distinct(notes []lint.Note, same []int, yield func(wording) bool) bool {
	if !slices.ContainsFunc(same, func(i int) bool { return notes[i].Value != notes[same[0]].Value }) {
		return true
	}
	firsts, usual := weighed(notes, same, essence)
	for _, i := range firsts {
		if i != usual && !yield(wording{notes[i], notes[usual]}) {
			return false
		}
	}
	return true
}

// differing returns the stretches that are left of two texts without what they
// share at the beginning and end, in whole words. Neither is empty, if the texts
// are not.
func differing(a, b string) (concord.Span, concord.Span) {
	start := 0
	for start < len(a) && start < len(b) && a[start] == b[start] {
		start++
	}
	end := 0
	for end < min(len(a), len(b))-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	for start > 0 && (inWord(a, start) || inWord(b, start)) {
		start--
	}
	for end > 0 && (inWord(a, len(a)-end) || inWord(b, len(b)-end)) {
		end--
	}
	if start+end >= min(len(a), len(b)) { // one has a word more: show the word before it as well
		start = strings.LastIndexFunc(strings.TrimRightFunc(a[:start], unicode.IsSpace), unicode.IsSpace) + 1
	}
	return trimmed(a, concord.Span{Start: start, End: len(a) - end}), trimmed(b, concord.Span{Start: start, End: len(b) - end})
}

// inWord reports whether a place in a text lies between two letters or digits of a
// word, or within a character. In scripts without spaces every character is a word.
func inWord(s string, at int) bool {
	if at <= 0 || at >= len(s) {
		return false
	}
	if !utf8.RuneStart(s[at]) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	after, _ := utf8.DecodeRuneInString(s[at:])
	return wordRune(before) && wordRune(after) || unicode.IsMark(after)
}

func wordRune(c rune) bool {
	return (unicode.IsLetter(c) || unicode.IsDigit(c) || c == '-' || c == '\'' || c == '’') && !unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

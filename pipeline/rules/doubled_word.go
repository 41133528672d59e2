package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// DoubledWord asks whether a word stands twice in a row on purpose.
var DoubledWord = &lint.Rule{
	Name:     "doubled-word",
	Group:    lint.Hygiene,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A word stands twice in a row",
		Text: `The same word follows itself, with nothing but white space or a line break between. Nothing is edited: one of the two may have been meant to be another word.
Words that a language does double are its data ("had had", "nous nous"), and a language without such data is not looked at. A name may be doubled ("Baden Baden"), and a word may follow a label that is the same ("the section Section 2"). In Korean only words that end in a particle, or as a statement does, are looked at.
Japanese and Chinese have no spaces: there it is one of few particles that stands twice ("をを", "的的"), but not where the second may begin another word, and not inside longer words ("目的的"); and a word of two to six Han characters ("旅客旅客"), but for those that are doubled to stress or to count, and of two characters only where a mark, a particle or the end follows, or the word is of the glossary.`,
		Bad:  "The hall stands at the the harbour.",
		Good: "The hall stands at the harbour.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 4, Right: 4},
			{Texts: lint.News, Read: 21, Right: 21},
			{Texts: lint.Abstracts, Read: 6, Right: 4, Others: "names of animals in Latin"},
			{Texts: lint.Manuals, Read: 30, Right: 27, Others: "a placeholder that is named as what it stands for, software of software"},
		},
	},
	Run: func(p *lint.Pass) {
		for i := range p.Doc.Segments {
			for _, word := range p.Locale.Repetition.Glued {
				glued(p, i, word)
			}
			wordPairs(p, i)
		}
		fine, ends := p.Locale.Repetition.Doubled, p.Locale.Repetition.Ends
		if len(fine) == 0 {
			return
		}
		for _, place := range echoesOf(p, p.Doc).words {
			words := strings.Fields(place.Text())
			first, _ := utf8.DecodeRuneInString(words[0])
			second, _ := utf8.DecodeRuneInString(words[1])
			named := unicode.IsUpper(first) && unicode.IsUpper(second)
			if len(ends) > 0 && !slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(words[0], end) && words[0] != end }) {
				continue
			}
			if named || oneIsLabel(place, first, second) || !alikeButFirst(words[0], words[1]) || slices.Contains(fine, strings.ToLower(words[0])) {
				continue // a name, or an acronym and a word
			}
			repeats(p, place, "rule.doubled-word")
		}
	},
}

// oneIsLabel reports whether one of two words may be the label of something: it has a
// capital and the other has none, though they do not begin a sentence.
func oneIsLabel(place concord.Place, first, second rune) bool {
	if unicode.IsUpper(first) == unicode.IsUpper(second) {
		return false
	}
	before := strings.TrimRightFunc(place.Seg().Text[:place.Span.Start], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("\"“”„«»‘’'(", r) })
	return unicode.IsUpper(second) || before != "" && !strings.ContainsRune(".!?:…", lastRune(before))
}

// alikeButFirst reports whether two words differ in no capital but the first.
func alikeButFirst(a, b string) bool {
	_, n := utf8.DecodeRuneInString(a)
	_, m := utf8.DecodeRuneInString(b)
	return a[n:] == b[m:]
}

// glued reports where a word of a script without spaces stands twice in a row, and
// not three times.
func glued(p *lint.Pass, segment int, g locales.Glued) {
	text, n := p.Doc.Segments[segment].Text, len(g.Word)
	for at := range each(text, g.Word) {
		end := at + 2*n
		rest, twice := strings.CutPrefix(text[at+n:], g.Word)
		if !twice || strings.HasPrefix(rest, g.Word) || strings.HasSuffix(text[:at], g.Word) || g.Open && sameScript(g.Word, rest) {
			continue
		}
		span := concord.Span{Start: at, End: end}
		if !slices.ContainsFunc(g.Not, func(longer string) bool { return within(text, span, longer) }) {
			repeats(p, p.Place(segment, span), "rule.doubled-word")
		}
	}
}

// sameScript reports whether a text goes on in the Hiragana that a word is in.
func sameScript(word, rest string) bool {
	a, _ := utf8.DecodeRuneInString(word)
	b, _ := utf8.DecodeRuneInString(rest)
	return unicode.Is(unicode.Hiragana, a) && unicode.Is(unicode.Hiragana, b)
}

// within reports whether a span of a text stands in a longer word, or shares some of it.
func within(text string, span concord.Span, longer string) bool {
	from, to := max(0, span.Start-len(longer)), min(len(text), span.End+len(longer))
	for at := range each(text[from:to], longer) {
		if (concord.Span{Start: from + at, End: from + at + len(longer)}).Overlaps(span) {
			return true
		}
	}
	return false
}

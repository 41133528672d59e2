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

// NumberPlaceholder finds the brackets that an engine leaves where it lost a number.
var NumberPlaceholder = &lint.Rule{
	Name:     "number-placeholder",
	Group:    lint.Numbers,
	Severity: concord.Error,
	Asks:     true,
	Doc: lint.Doc{
		Title: "Empty brackets stand where a number belongs",
		Text:  `Translation engines put figures into brackets while they work, and leave "<>" or other empty brackets behind when one is lost; a word that is counted follows. Where the source has no number, or the same brackets, none was lost. The number must come from the source, so nothing is edited.`,
		Bad:   "The institute holds 104 patents and <> trademarks.",
		Good:  "The institute holds 104 patents and 28 trademarks.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News},
			{Texts: lint.Abstracts},
			{Texts: lint.FromChinese, Read: 2, Right: 2},
		},
	},
	Run: func(p *lint.Pass) {
		for i := range p.Doc.Segments {
			text := p.Doc.Segments[i].Text
			for _, empty := range emptyBrackets {
				if strings.IndexByte(text, empty[0]) < 0 {
					continue
				}
				for at := range each(text, empty) {
					span := concord.Span{Start: at, End: at + len(empty)}
					if counts(text, span) && (empty[0] == '<' || countsWord(p.Locale, text, span)) && !p.Doc.Segments[i].Protected(span) && mayLack(p, i, empty) {
						p.Report(concord.Finding{
							Place:     p.Place(i, span),
							Message:   concord.Message{ID: "rule.number-placeholder"},
							Authority: numbersAuthority,
						})
					}
				}
			}
		}
	},
}

var emptyBrackets = [...]string{"<>", "< >", "＜＞", "()", "( )", "（）", "[]", "{}"}

// countsWord reports whether brackets that others use as well stand inside a sentence,
// before a word in lower case that means something.
func countsWord(l *locales.Rules, text string, span concord.Span) bool {
	word := nextWord(text, span.End)
	if first, _ := utf8.DecodeRuneInString(text[span.End:]); unicode.Is(unicode.Han, first) {
		return span.Start > 0
	}
	return lastWord(strings.TrimRight(text[:span.Start], " \u00a0")) != "" && unicode.IsLower(firstRune(word)) && !isUsual(l, word)
}

// mayLack reports whether what a segment translates has a number that may be lost, and
// not the same brackets, as far as it is known.
func mayLack(p *lint.Pass, segment int, brackets string) bool {
	for _, b := range p.Beads() {
		if slices.Contains(b.Target, segment) && len(b.Source) > 0 {
			if strings.Contains(joined(p.Release.Source, b.Source), brackets) {
				return false
			}
			return slices.ContainsFunc(b.Source, func(i int) bool { return len(quantitiesOf(p, p.Release.Source).in(i)) > 0 })
		}
	}
	return true
}

// counts reports whether a word to be counted follows a stretch, so that it is
// no operator between two names or figures: "a <> b".
func counts(text string, span concord.Span) bool {
	rest := strings.TrimLeft(text[span.End:], " \u00a0")
	word := strings.TrimLeftFunc(rest, unicode.IsLetter)
	first, _ := utf8.DecodeRuneInString(rest)
	before := strings.TrimRight(text[:span.Start], " \u00a0")
	last, _ := utf8.DecodeLastRuneInString(before)
	glued := before != "" && before == text[:span.Start] && (unicode.IsLetter(last) || unicode.IsDigit(last)) && !unicode.Is(unicode.Han, last)
	return !glued && (len(rest)-len(word) >= 3 || unicode.Is(unicode.Han, first)) && !unicode.IsDigit(last) && utf8.RuneCountInString(lastWord(before)) != 1
}

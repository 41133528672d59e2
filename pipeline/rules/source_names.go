package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// A sourceName is a stretch of a segment that names something.
type sourceName struct {
	span concord.Span
	kind string // one of the following
}

// The kinds of names.
const (
	aBody      = "body" // or a place
	aQuotation = "quotes"
	aPerson    = "person"
	aName      = "name" // in capitals
)

// sourceNames is the names of each segment of a source.
type sourceNames [][]sourceName

// sourceNamesOf returns the names of the source of a document, read once in a round.
func sourceNamesOf(p *lint.Pass) sourceNames {
	return lint.Once(p, p.Release.Source, func(d *concord.Document) sourceNames {
		all := make(sourceNames, len(d.Segments))
		for i := range d.Segments {
			for span := range quotationsIn(d.Segments[i].Text) {
				if text := d.Segments[i].Text[span.Start:span.End]; nameable(text) {
					all[i] = append(all[i], sourceName{span, aQuotation})
				}
			}
		}
		for _, n := range namesOf(d) {
			all[n.segment] = append(all[n.segment], sourceName{n.span, aName})
		}
		if rules := &locales.For(d.Locale).Unspaced; len(rules.Bodies) > 0 {
			unspacedNames(d, rules, all)
		}
		for i := range all {
			if len(all[i]) > crowded {
				all[i] = nil
			}
		}
		return all
	})
}

// crowded is how many names of a segment are compared, of which each is held
// against all others: one with more is a list.
const crowded = 64

// nameable reports whether a quotation may be a name: not one character, not a sentence,
// nor all in lower case where there are capitals.
func nameable(text string) bool {
	const least, most, words = 2, 12, 5 // characters; words
	if strings.ContainsAny(text, ",.;:!?，。；：！？、\n") || !strings.ContainsFunc(text, unicode.IsLetter) {
		return false
	}
	n := utf8.RuneCountInString(text)
	if together(firstRune(text)) {
		return n >= least && n <= most
	}
	return n > least && len(strings.Fields(text)) <= words && strings.ContainsFunc(text, unicode.IsUpper)
}

func firstRune(text string) rune {
	c, _ := utf8.DecodeRuneInString(text)
	return c
}

// closesQuote says what closes a quotation that a mark opens.
var closesQuote = map[rune]string{'“': "”", '„': "“”", '「': "」", '『': "』", '《': "》", '〈': "〉", '«': "»", '»': "«", '"': `"`, '”': "”"}

// quoteBytes are the first bytes of the marks that open a quotation.
var quoteBytes = [256]bool{'"': true, 0xC2: true, 0xE2: true, 0xE3: true}

// quotationsIn yields the short quotations of a text, without their marks, and not
// those that stand in others.
func quotationsIn(text string) func(func(concord.Span) bool) {
	const reach = 120 // bytes
	return func(yield func(concord.Span) bool) {
		for at := 0; at < len(text); {
			if !quoteBytes[text[at]] {
				at++
				continue
			}
			mark, n := utf8.DecodeRuneInString(text[at:])
			at += n
			close := closesQuote[mark]
			if close == "" {
				continue
			}
			end := strings.Index(text[at:min(len(text), at+reach)], close)
			if end < 0 {
				continue
			}
			span := trimmed(text, concord.Span{Start: at, End: at + end})
			at += end + len(close)
			if span.Len() > 0 && !yield(span) {
				return
			}
		}
	}
}

package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// What is noted of names in translations from Chinese.
const (
	aReading = "reading" // spells Han characters of the source as Mandarin reads them; the letters follow
	aKorean  = "korean"  // … as Korean reads them
	aStray   = "stray"   // in capitals, spells nothing of the source and does not stand there
	aPair    = "pair"    // a segment in Han characters and the one that it translates
)

// noteReadings notes which names of a translation from Chinese spell characters of
// the source, and which capitalised names spell none.
func noteReadings(p *lint.Pass) {
	theirs, ours := scriptOf(p.Release.Source.Locale), scriptOf(p.Doc.Locale)
	if len(theirs) != 1 || theirs[0] != unicode.Han || len(ours) == 0 {
		return
	}
	switch ours[0] {
	case unicode.Latin:
		for source, target := range pairedTexts(p) {
			noteLatin(p, source, target)
		}
	case unicode.Han:
		notePairs(p)
	case unicode.Hangul:
		for source, target := range pairedTexts(p) {
			noteHangul(p, source, target)
		}
	}
}

func notePairs(p *lint.Pass) {
	for source, target := range pairedTexts(p) {
		p.NoteOf(source, aPair, aPair, target)
	}
}

// noteLatin notes the capitalised names of one segment.
func noteLatin(p *lint.Pass, source, target concord.Place) {
	theirs, text := source.Seg().Text, target.Seg().Text
	names := capitalsIn(text, p.Locale)
	if len(names) > crowded {
		return
	}
	heading := inTitles(target.Seg().Kind)
	for _, name := range names {
		read := false
		span := behindTerms(p, target.Segment, name.span)
		for _, r := range readingsIn(text, span, theirs) {
			if r.span.Start > span.Start && surnameBefore(source.Seg().Text[:r.han.Start], source.Doc) {
				continue // the word before renders the surname, and does not spell it
			}
			read = true
			if !inGlossary(p, source.Segment, r.han) && !inTerm(p, target.Segment, r.span) {
				p.NoteOf(source.At(r.han), aReading+source.At(r.han).Text(), aReading+r.letters, target.At(r.span))
			}
		}
		if span = lastWords(text, span, p.Locale); !read && !heading && span.Len() > 0 && !target.Seg().Protected(span) && !inTerm(p, target.Segment, span) && astray(text, span, theirs) {
			p.NoteOf(source, aStray, aStray, target.At(span))
		}
	}
}

// surnameBefore reports whether a Chinese text ends in a surname.
func surnameBefore(text string, d *concord.Document) bool {
	return slices.Contains(locales.For(d.Locale).Unspaced.Surnames, tail(text, 1))
}

// behindTerms returns what is left of a name behind the terms of the glossary that it
// begins with, as titles do where nouns have capitals.
func behindTerms(p *lint.Pass, segment int, name concord.Span) concord.Span {
	text := p.Doc.Segments[segment].Text
	for _, m := range p.Matches(segment) {
		if m.Span.Start <= name.Start && m.Span.End > name.Start && m.Span.End < name.End && text[m.Span.End] == ' ' {
			name.Start = m.Span.End + 1
		}
	}
	return name
}

// lastWords returns the last two words of a name where nouns have capitals.
func lastWords(text string, name concord.Span, rules *locales.Rules) concord.Span {
	if rules.Names.Capitals || !rules.Names.Steady {
		return name
	}
	words := strings.Fields(text[name.Start:name.End])
	if n := len(words); n > 2 {
		name.Start += strings.LastIndex(text[name.Start:name.End], words[n-2])
	}
	return name
}

// inTitles reports whether a segment is a title, where capitals tell little.
func inTitles(kind concord.Kind) bool {
	switch kind {
	case concord.Title, concord.Heading, concord.TeaserTitle, concord.Section:
		return true
	}
	return false
}

// inTerm reports whether a term of the glossary stands in a stretch of a translation.
func inTerm(p *lint.Pass, segment int, span concord.Span) bool {
	return slices.ContainsFunc(p.Matches(segment), func(m glossary.Match) bool { return m.Span.Overlaps(span) })
}

// astray reports whether a name has no counterpart in a Chinese text: it does not
// stand there as it is, nor is it one word that opens a sentence, or one that a
// character is read as.
func astray(text string, span concord.Span, source string) bool {
	name := text[span.Start:span.End]
	parts := partsOf(text, span)
	for _, part := range parts {
		if strings.ContainsFunc(part.letters, unicode.IsDigit) || strings.Contains(source, text[part.span.Start:part.span.End]) {
			return false
		}
	}
	return strings.ContainsAny(name, " \n") || !opensSentence(text, span.Start) && longest(source, locales.Romanised, lettersOf(parts), true, 1).han.Len() == 0
}

// opensSentence reports whether nothing but marks stands before a place, or the
// end of a sentence.
func opensSentence(text string, at int) bool {
	before := strings.TrimRightFunc(text[:at], func(c rune) bool {
		return unicode.IsSpace(c) || unicode.In(c, unicode.Pi, unicode.Pf, unicode.Ps) || strings.ContainsRune(`"'`, c)
	})
	last, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || !unicode.IsLetter(last) && !unicode.IsDigit(last) && last != ',' && last != ')'
}

// noteHangul notes the words of one Korean segment that spell two characters or more.
func noteHangul(p *lint.Pass, source, target concord.Place) {
	const least = 2 // characters
	theirs, text := source.Seg().Text, target.Seg().Text
	for at, end := range words(text) {
		word := text[at:end]
		if !unicode.Is(unicode.Hangul, firstRune(word)) || inTerm(p, target.Segment, concord.Span{Start: at, End: end}) {
			continue
		}
		for i, kind := range [...]string{aReading, aKorean} {
			way := locales.HangulMandarin + locales.Reading(i)
			if r := longest(theirs, way, word, false, least); r.han.Len() > 0 && !inGlossary(p, source.Segment, r.han) {
				p.NoteOf(source.At(r.han), kind+source.At(r.han).Text(), kind+r.letters, target.At(concord.Span{Start: at, End: at + len(r.letters)}))
			}
		}
	}
}

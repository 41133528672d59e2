package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// Untranslated asks for the translation of what reads as the source does.
var Untranslated = &lint.Rule{
	Name:     "untranslated",
	Group:    lint.Bilingual,
	Severity: concord.Error,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A text is still in the language of the source",
		Text: `A segment or a sentence of it is word for word that of the source, or most of the letters of a segment are of the source's script, which the language is not written in.
Names, addresses and terms of the glossary may be the same: beside them there must be four words in lower case, two in a title or if they are such as "the" and "of", or ten characters of Chinese. What stands in brackets is the original of something, and stays.`,
		Source: "港口新建的礼堂将于周一开放。",
		Bad:    "港口新建的礼堂将于周一开放。",
		Good:   "The new hall at the harbour opens on Monday.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 6, Right: 6},
			{Texts: lint.News},
			{Texts: lint.Abstracts, Read: 3, Right: 3},
			{Texts: lint.Manuals, Read: 40, Right: 40},
		},
	},
	Run: func(p *lint.Pass) {
		if len(p.Beads()) == 0 || base(p.Doc.Locale) == base(p.Release.Source.Locale) {
			return
		}
		for _, b := range p.Beads() {
			if len(b.Source) == 0 || settled(p, b) {
				continue
			}
			for _, i := range b.Target {
				if left(p, i) || len(b.Target) == 1 && sameWords(joined(p.Release.Source, b.Source), p.Doc.Segments[i].Text) && mustDiffer(p, whole(p, i)) {
					p.Report(concord.Finding{Place: whole(p, i), Message: concord.Message{ID: "rule.untranslated"}})
					continue
				}
				for place := range leftSentences(p, b, i) {
					p.Report(concord.Finding{Place: place, Message: concord.Message{ID: "rule.untranslated.sentence"}})
				}
			}
		}
	},
}

func base(tag language.Tag) language.Base { b, _ := tag.Base(); return b }

// left reports whether a segment was left in the script of the source.
func left(p *lint.Pass, segment int) bool {
	theirs, ours := scriptOf(p.Release.Source.Locale), scriptOf(p.Doc.Locale)
	s := &p.Doc.Segments[segment]
	if theirs == nil || ours == nil || theirs.meets(ours) || s.Kind == concord.Quote || theirs[0] != unicode.Latin && s.Lacks&concord.Script != 0 {
		return false
	}
	if glossed(s.Text, ours) {
		return false
	}
	of, own, all := shares(s.Text, s.Marks, theirs, ours)
	const dense = 3 // letters of an alphabet that a Han character stands for
	if own*4 > all || of*2 < all || ours[0] != unicode.Latin && own*dense*2 > of {
		return false
	}
	if theirs[0] == unicode.Latin {
		return mustDiffer(p, whole(p, segment))
	}
	return of >= 4
}

// glossed reports whether a text has letters of a script in brackets alone: it is an
// original, and its translation stands there.
func glossed(text string, own script) bool {
	depth, inside := 0, false
	for _, r := range text {
		switch {
		case r == '(' || r == '（':
			depth++
		case r == ')' || r == '）':
			depth--
		case r < 'A' || !own.has(r):
		case depth <= 0:
			return false
		default:
			inside = true
		}
	}
	return inside
}

// sameWords reports whether two texts are the same but for white space.
func sameWords(a, b string) bool {
	return a == b || len(a) < 2*len(b) && slices.Equal(strings.Fields(a), strings.Fields(b))
}

// mustDiffer reports whether a stretch that is the same in the source cannot be a
// translation: it has four words in lower case, or two that every text in the
// language of the source has, or is a title with two; or ten characters of Chinese.
// Where it has more of what every text in its own language has, its source is in
// that language as well.
func mustDiffer(p *lint.Pass, place concord.Place) bool {
	if theirs := scriptOf(p.Release.Source.Locale); theirs != nil && theirs[0] == unicode.Han {
		const enough = 10
		han, _, all := shares(place.Text(), nil, script{unicode.Han}, nil)
		return han >= enough && han == all
	}
	const enough, few, long = 4, 2, 6
	switch w := wordsIn(p, place); {
	case w.ours > w.theirs || w.all < enough:
		return false
	case titleLike(place):
		return w.lower >= few || w.all >= long && w.lower > 0
	default:
		return w.lower*few >= w.all && (w.lower >= enough || w.theirs >= few) // else it is the title of something
	}
}

// titleLike reports whether a place is a whole title or heading.
func titleLike(place concord.Place) bool {
	s := place.Seg()
	title := s.Kind == concord.Title || s.Kind == concord.TeaserTitle || s.Level > 0
	return title && place.Span.Len() == len(strings.TrimSpace(s.Text))
}

// A wordTally counts the words of a stretch, each once.
type wordTally struct {
	all          int
	lower        int // in lower case
	theirs, ours int // such as texts in the language of the source, and in this, always have
}

// wordsIn counts the words of a stretch but for those in addresses, code and terms.
func wordsIn(p *lint.Pass, place concord.Place) (n wordTally) {
	s, theirs := place.Seg(), locales.For(p.Release.Source.Locale)
	terms, seen := p.Matches(place.Segment), make(map[string]bool)
	for at := place.Span.Start; at < place.Span.End; {
		w := wordAt(s.Text, at)
		if w == "" {
			_, size := utf8.DecodeRuneInString(s.Text[at:])
			at += size
			continue
		}
		span := concord.Span{Start: at, End: at + len(w)}
		at = span.End
		if seen[w] || s.Protected(span) || !standsAlone(s.Text, span) || slices.ContainsFunc(terms, func(m glossary.Match) bool { return m.Span.Overlaps(span) }) {
			continue
		}
		seen[w] = true
		n.all++
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsLower(first) && !single(w) {
			n.lower++
		}
		if isUsual(theirs, w) {
			n.theirs++
		}
		if isUsual(p.Locale, w) {
			n.ours++
		}
	}
	return n
}

// isUsual reports whether a word is one that says little and is in every text.
func isUsual(l *locales.Rules, word string) bool {
	if list := l.Typography.FunctionWords; len(list) > 0 {
		return slices.Contains(list, strings.ToLower(word))
	}
	return slices.ContainsFunc(l.Sentence.Openers, func(o string) bool { return strings.EqualFold(o, word) })
}

// standsAlone reports whether a word is no part of an address or a command: no
// sign that joins touches it.
func standsAlone(text string, span concord.Span) bool {
	before, after := flanks(text, span)
	next, _ := utf8.DecodeRuneInString(text[min(len(text), span.End+1):])
	inside := strings.ContainsRune(".:/-_=+@", after) && (unicode.IsLetter(next) || unicode.IsDigit(next) || next == after)
	return !strings.ContainsRune(".:/-_=+@", before) && !unicode.IsDigit(before) && !unicode.IsDigit(after) && !inside
}

package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
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
		Text: `A segment is word for word that of the source, or most of its letters are of the source's script, which the language is not written in.
Names, addresses and terms of the glossary may be the same: there must be four words in lower case, or four characters, beside them.`,
		Source: "港口新建的礼堂将于周一开放。",
		Bad:    "港口新建的礼堂将于周一开放。",
		Good:   "The new hall at the harbour opens on Monday.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 4, Right: 3, Others: "a title in a third language"},
			{Texts: lint.News},
			{Texts: lint.Abstracts, Read: 1, Right: 1},
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
				if left(p, i) || len(b.Target) == 1 && sameWords(joined(p.Release.Source, b.Source), p.Doc.Segments[i].Text) && wordy(p, i) {
					p.Report(concord.Finding{
						Place:   whole(p, i),
						Message: concord.Message{ID: "rule.untranslated"},
					})
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
	of, own, all := shares(s.Text, s.Marks, theirs, ours)
	const dense = 3 // letters of an alphabet that a Han character stands for
	if own*4 > all || of*2 < all || ours[0] != unicode.Latin && own*dense*2 > of {
		return false
	}
	if theirs[0] == unicode.Latin {
		return wordy(p, segment)
	}
	return of >= 4
}

// sameWords reports whether two texts are the same but for white space.
func sameWords(a, b string) bool {
	return a == b || len(a) < 2*len(b) && slices.Equal(strings.Fields(a), strings.Fields(b))
}

// wordy reports whether a segment has four words in lower case that stand by
// themselves and are no part of an address, of code or of a term.
func wordy(p *lint.Pass, segment int) bool {
	const enough, long = 4, 3 // words, letters
	s := &p.Doc.Segments[segment]
	terms := p.Matches(segment)
	n := 0
	for at := 0; at < len(s.Text); {
		w := wordAt(s.Text, at)
		if w == "" {
			_, size := utf8.DecodeRuneInString(s.Text[at:])
			at += size
			continue
		}
		span := concord.Span{Start: at, End: at + len(w)}
		first, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(first) && utf8.RuneCountInString(w) >= long && !s.Protected(span) && standsAlone(s.Text, span) {
			known := false
			for _, m := range terms {
				known = known || m.Span.Overlaps(span)
			}
			if !known {
				n++
			}
		}
		at = span.End
	}
	return n >= enough
}

// standsAlone reports whether a word is no part of an address or a command: no
// sign that joins touches it.
func standsAlone(text string, span concord.Span) bool {
	before, after := flanks(text, span)
	next, _ := utf8.DecodeRuneInString(text[min(len(text), span.End+1):])
	inside := strings.ContainsRune(".:/-_=+@", after) && (unicode.IsLetter(next) || unicode.IsDigit(next) || next == after)
	return !strings.ContainsRune(".:/-_=+@", before) && !unicode.IsDigit(before) && !unicode.IsDigit(after) && !inside
}

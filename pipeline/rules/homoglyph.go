package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// Homoglyph asks about words in which letters of two scripts that look alike are
// mixed.
var Homoglyph = &lint.Rule{
	Name:     "homoglyph",
	Group:    lint.Security,
	Severity: concord.Error,
	Doc: lint.Doc{
		Title: "A word has letters of another script that look the same",
		Text: `A Cyrillic а in a Latin name, or a Latin c in a Russian word: nobody sees it, no search or glossary finds the word, and an address leads elsewhere. The word in letters of one script is proposed.
A word is told only if all its letters of the other script have a twin in the script of the rest; Greek letters that are symbols (μ, α) have none. So is a word with letters of full width among others, and one in the bold or italic letters of mathematics.`,
		Bad:  "The H\u0430rbour News opens a hall.",
		Good: "The Harbour News opens a hall.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News},
			{Texts: lint.Abstracts, Read: 2, Right: 2},
			{Texts: lint.Manuals, Read: 5, Right: 4, Others: "a letter that the extraction had joined to a word"},
		},
	},
	Run: func(p *lint.Pass) {
		for i := range p.Doc.Segments {
			s := &p.Doc.Segments[i]
			if s.Kind == concord.Blank || p.Settled(i) {
				continue
			}
			if s.Lacks&(concord.Bracket|concord.Script) != concord.Bracket|concord.Script {
				dressed(p, i)
			}
			if s.Lacks&concord.Greek == 0 {
				for _, span := range mixed(s.Text) {
					if !slices.ContainsFunc(s.Tags, func(t concord.Tag) bool { return t.At > span.Start && t.At < span.End }) { // else it is two words
						twin(p, i, span)
					}
				}
			}
		}
	},
}

// The twins: what looks the same in Latin script, and in Cyrillic or Greek.
var (
	cyrillicTwins = [2][]rune{[]rune("aceopxyijsABCEHIJKMOPSTXY"), []rune("асеорхуіјѕАВСЕНІЈКМОРЅТХУ")}
	greekTwins    = [2][]rune{[]rune("ABEZHIKMNOPTYXo"), []rune("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο")}
)

// mixed returns the words that have Latin letters and others.
func mixed(text string) (words []concord.Span) {
	start, latin, other := -1, false, false
	for at, r := range text + " " {
		switch {
		case r < utf8.RuneSelf && (r|0x20 >= 'a' && r|0x20 <= 'z'), r >= 0xC0 && r < 0x250 && unicode.IsLetter(r):
			latin = true
		case r >= 0x370 && r < 0x530 && unicode.IsLetter(r):
			other = true
		default:
			if latin && other {
				words = append(words, concord.Span{Start: start, End: at})
			}
			start, latin, other = -1, false, false
			continue
		}
		if start < 0 {
			start = at
		}
	}
	return words
}

// twin reports a word if the letters of the script that it has less of all have
// twins in the other.
func twin(p *lint.Pass, segment int, span concord.Span) {
	place := p.Place(segment, span)
	word := place.Text()
	latin, others := 0, 0
	for _, r := range word {
		if r < 0x250 {
			latin++
		} else {
			others++
		}
	}
	fixed, ok := unified(word, latin >= others)
	if !ok || latin+others < 3 || place.Seg().Protected(span) && latin < others {
		return
	}
	edits := []concord.Edit{{Place: place, New: fixed}}
	p.Report(concord.Finding{
		Place:   place,
		Message: concord.Message{ID: "rule.homoglyph", Args: map[string]any{"Found": word, "Wanted": fixed}},
		Fixes:   []concord.Fix{{Label: replaceLabel(place, edits), Edits: edits}},
	})
}

// unified returns a word in Latin letters, or in those of the other script; it reports
// false if a letter has no twin.
func unified(word string, latin bool) (string, bool) {
	twins := cyrillicTwins
	if strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Greek, r) }) {
		twins = greekTwins
	}
	to, from := twins[0], twins[1]
	if !latin {
		to, from = from, to
	}
	ok := true
	fixed := strings.Map(func(r rune) rune {
		if (r < 0x250) == latin {
			return r
		}
		n := slices.Index(from, r)
		if n < 0 {
			ok = false
			return r
		}
		return to[n]
	}, word)
	return fixed, ok
}

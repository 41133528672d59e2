package rules

import (
	"strings"
	"unicode"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// SourceScript asks about letters of another script that an engine left.
var SourceScript = &lint.Rule{
	Name:     "source-script",
	Group:    lint.Hygiene,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "Letters of another script stand in the text",
		Text: `Chinese, Japanese, Korean or Cyrillic letters in a text in Latin script, or East Asian ones in Cyrillic: a word that was not translated.
Also characters of the other Chinese script: simplified ones in traditional Chinese and in Japanese, traditional ones in simplified Chinese, the first of a paragraph. Those that both have, and names and variants, are none.
In brackets or quotation marks they are an original name and stay, as in a line with several scripts, which lists languages. A whole segment is told by untranslated where the source is known.`,
		Bad:  "The hall opens at the 港口 on Monday.",
		Good: "The hall opens at the harbour (港口) on Monday.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 4, Right: 4},
			{Texts: lint.News},
			{Texts: lint.Abstracts},
		},
	},
	Run: func(p *lint.Pass) {
		if foreign := p.Locale.Letters.Foreign(); foreign != nil {
			otherForms(p, foreign)
		}
		own := scriptOf(p.Doc.Locale)
		if len(own) != 1 || own[0] != unicode.Latin && own[0] != unicode.Cyrillic {
			return
		}
		foreign := []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul}
		if own[0] == unicode.Latin {
			foreign = append(foreign, unicode.Cyrillic)
		}
		for i := range p.Doc.Segments {
			s := &p.Doc.Segments[i]
			if s.Lacks&concord.Script != 0 || s.Kind == concord.Quote || p.Settled(i) || len(p.Beads()) > 0 && left(p, i) {
				continue
			}
			strays(p, i, foreign)
		}
	},
}

// strays reports the stretches of a segment that are in foreign scripts.
func strays(p *lint.Pass, segment int, foreign script) {
	text := p.Doc.Segments[segment].Text
	var found []concord.Span
	depth, seen := 0, make(map[*unicode.RangeTable]bool)
	for at, r := range text {
		switch {
		case r < 0x370 && r < 0x80 && r != '(' && r != ')' && r != '[' && r != ']' && r != '"':
		case strings.ContainsRune("([（［【〔「『《〈“„«‘", r):
			depth++
		case strings.ContainsRune(")]）］】〕」』》〉”»", r):
			depth = max(0, depth-1)
		case r == '"':
			if leads(text, at) {
				depth++
			} else {
				depth = max(0, depth-1)
			}
		case unicode.In(r, foreign...):
			seen[kindOf(r)] = true
			if n := len(found); n > 0 && (found[n-1].End == at || near(text[found[n-1].End:at])) {
				found[n-1].End = at + len(string(r))
			} else if depth == 0 {
				found = append(found, concord.Span{Start: at, End: at + len(string(r))})
			}
		}
	}
	if len(seen) > 1 {
		return
	}
	for _, span := range found {
		if r := []rune(text[span.Start:span.End]); !p.Doc.Segments[segment].Protected(span) && !touched(text, span) && (len(r) > 1 || unicode.Is(unicode.Han, r[0])) {
			p.Report(concord.Finding{
				Place:   p.Place(segment, span),
				Message: concord.Message{ID: "rule.source-script", Args: map[string]any{"Found": text[span.Start:span.End]}},
			})
		}
	}
}

// near reports whether what stands between two foreign stretches makes them one.
func near(between string) bool {
	return len(between) <= 8 && !strings.ContainsAny(between, ".;!?") && !strings.ContainsFunc(between, unicode.IsLetter)
}

// touched reports whether a letter of the own script touches a stretch: such a
// word is told by homoglyph, or is a name that mixes them.
func touched(text string, span concord.Span) bool {
	before, after := flanks(text, span)
	return before < 0x370 && unicode.IsLetter(before) || after < 0x370 && unicode.IsLetter(after)
}

// kindOf tells East Asian scripts from Cyrillic.
func kindOf(r rune) *unicode.RangeTable {
	if unicode.Is(unicode.Cyrillic, r) {
		return unicode.Cyrillic
	}
	if unicode.Is(unicode.Hangul, r) {
		return unicode.Hangul
	}
	return unicode.Han
}

package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
		Text: `Chinese, Japanese, Korean or Cyrillic letters in a text in Latin script, East Asian ones in Cyrillic, kana or Hangul in Chinese, Han or kana in Korean: a word that was not translated.
Also characters of the other Chinese script: simplified ones in traditional Chinese and in Japanese, traditional ones in simplified Chinese, the first of a paragraph. Those that both have, and names and variants, are none.
In brackets or quotation marks, unless four words stand there before them, they are an original name and stay, as does one Han character in Korean, and as in a line with several scripts, which lists languages. A whole segment is told by untranslated where the source is known.`,
		Bad:  "The hall opens at the 港口 on Monday.",
		Good: "The hall opens at the harbour (港口) on Monday.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 4, Right: 4},
			{Texts: lint.News},
			{Texts: lint.Abstracts},
			{Texts: lint.Manuals, Read: 3, Right: 3},
		},
	},
	Run: func(p *lint.Pass) {
		if foreign := p.Locale.Letters.Foreign(); foreign != nil {
			otherForms(p, foreign)
		}
		foreign := foreignTo(scriptOf(p.Doc.Locale))
		if foreign == nil {
			return
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

// foreignTo returns the scripts of which no word belongs into a text in another; nil
// where that is not known.
func foreignTo(own script) script {
	if len(own) != 1 {
		return nil
	}
	kana := script{unicode.Hiragana, unicode.Katakana}
	switch own[0] {
	case unicode.Latin:
		return append(kana, unicode.Han, unicode.Hangul, unicode.Cyrillic)
	case unicode.Cyrillic:
		return append(kana, unicode.Han, unicode.Hangul)
	case unicode.Hangul:
		return append(kana, unicode.Han)
	case unicode.Han:
		return append(kana, unicode.Hangul)
	}
	return nil
}

// strays reports the stretches of a segment that are in foreign scripts.
func strays(p *lint.Pass, segment int, foreign script) {
	text, han := p.Doc.Segments[segment].Text, !slices.Contains(foreign, unicode.Han) // a text in Han characters
	var found []concord.Span
	var open []int // where what is enclosed begins
	var seen []*unicode.RangeTable
	for at, r := range text {
		end := at + utf8.RuneLen(r)
		switch {
		case han && inHan(r):
		case encloses(r), r == '"' && leads(text, at):
			open = append(open, end)
		case discloses(r), r == '"':
			open = open[:max(0, len(open)-1)]
		case r < 0x370:
		case unicode.In(r, foreign...), r == 'ー':
			if kind := kindOf(r); !slices.Contains(seen, kind) {
				seen = append(seen, kind)
			}
			if n := len(found); n > 0 && (found[n-1].End == at || near(text[found[n-1].End:at])) {
				found[n-1].End = end
			} else if len(open) == 0 || sentence(text[open[len(open)-1]:at]) {
				found = append(found, concord.Span{Start: at, End: end})
			}
		}
	}
	if len(seen) > 1 {
		return
	}
	korean := !slices.Contains(foreign, unicode.Hangul) // in which one Han character may be that of a country
	for _, span := range found {
		r := []rune(text[span.Start:span.End])
		one := len(r) == 1 && (korean || !unicode.Is(unicode.Han, r[0]))
		if one || p.Doc.Segments[segment].Protected(span) || (len(r) == 1 || unicode.Is(unicode.Cyrillic, r[0])) && touched(text, span) {
			continue
		}
		p.Report(concord.Finding{
			Place:   p.Place(segment, span),
			Message: concord.Message{ID: "rule.source-script", Args: map[string]any{"Found": text[span.Start:span.End]}},
		})
	}
}

// sentence reports whether what is enclosed begins with so many words that it is what
// somebody says, and no original name.
func sentence(text string) bool {
	const least = 4 // words
	return len(strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })) >= least
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

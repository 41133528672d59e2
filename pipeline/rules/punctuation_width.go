package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// PunctuationWidth gives punctuation the width that the script of a text asks for.
var PunctuationWidth = &lint.Rule{
	Name:     "punctuation-width",
	Group:    lint.Typography,
	Severity: concord.Note,
	Doc: lint.Doc{
		Title: "A mark has the width of another script",
		Text: `Engines leave the marks of Chinese in other languages, and those of other languages in Chinese.
A comma, colon, semicolon, stop, exclamation or question mark of full width between words of letters becomes the usual one, with a blank behind it; beside figures, brackets and quotation marks it is proposed, as in French, where a blank stands before some. Beside a Han character it belongs to an original name, and stays.
In Chinese and Japanese a mark of half width right between two characters is proposed to be wide, and so is a stop that ends a paragraph, and in Chinese any of them there.`,
		Bad:  "The hall opens on Monday， and everybody will come；see the plan.",
		Good: "The hall opens on Monday, and everybody will come; see the plan.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News, Read: 6, Right: 6},
			{Texts: lint.Abstracts, Read: 12, Right: 12},
			{Texts: lint.Manuals, Read: 12, Right: 10, Others: "a pattern of time, the syntax of a field"},
		},
	},
	Run: func(p *lint.Pass) {
		own := scriptOf(p.Doc.Locale)
		if own == nil {
			return
		}
		wide := own[0] == unicode.Han
		for i := range p.Doc.Segments {
			s := &p.Doc.Segments[i]
			switch {
			case s.Kind == concord.Blank || p.Settled(i):
			case !wide && s.Lacks&(concord.Bracket|concord.Script) != concord.Bracket|concord.Script:
				narrow(p, i)
			case wide && s.Lacks&concord.Script == 0:
				widen(p, i)
			}
		}
	},
}

// The marks of full width, and what they are in texts of letters.
const wideMarks, narrowMarks = "，：；？！。、（）．％", ",:;?!.,().%"

// narrow reports marks of full width in a text of letters.
func narrow(p *lint.Pass, segment int) {
	text := p.Doc.Segments[segment].Text
	for at, r := range text {
		if r < 0x3000 {
			continue
		}
		n := strings.IndexRune(wideMarks, r)
		if n < 0 {
			continue
		}
		mark := string(narrowMarks[len([]rune(wideMarks[:n]))])
		span := concord.Span{Start: at, End: at + utf8.RuneLen(r)}
		before, after := flanks(text, span)
		if near := strings.TrimRight(text[:at], " "); asian(lastRune(near)) || asian(firstRune(strings.TrimLeft(text[span.End:], " "))) {
			continue
		}
		lettered := unicode.IsLetter(before) && (unicode.IsLetter(after) || unicode.IsSpace(after) || span.End == len(text))
		new, auto := mark, lettered && strings.Contains(",:;?!.", mark) && !strings.Contains(p.Locale.Typography.Spaced, mark)
		switch joins := unicode.IsLetter(after) || unicode.IsDigit(after) && !unicode.IsDigit(before); {
		case mark == "(" && (unicode.IsLetter(before) || unicode.IsDigit(before)):
			new = " ("
		case mark != "(" && mark != "%" && joins:
			new += " "
		}
		reportAs(p, segment, span, concord.Warning, "rule.punctuation-width", auto, concord.Edit{Place: p.Place(segment, span), New: new})
	}
}

// asian reports whether a character is of a script whose marks are wide, or is
// another such mark.
func asian(r rune) bool { return together(r) || r >= 0x3001 && r <= 0x3020 }

// widen reports marks of half width between two characters of a text whose marks
// are wide.
func widen(p *lint.Pass, segment int) {
	text, kana := p.Doc.Segments[segment].Text, scriptOf(p.Doc.Locale).has('あ')
	for at := 0; at < len(text); at++ {
		if text[at] > '?' { // nearly all
			continue
		}
		n := strings.IndexByte(",:;?!.", text[at])
		if n < 0 {
			continue
		}
		span := concord.Span{Start: at, End: at + 1}
		before, after := flanks(text, span)
		switch ends := span.End == len(text); {
		case !together(before) || !together(after) && !ends:
			continue
		case ends && text[at] != '.' && kana, !ends && text[at] == '.' && !unicode.Is(unicode.Hiragana, before):
			continue // a stop between two characters may part a name
		}
		new := string([]rune("，：；？！。")[n])
		if new == "，" && kana {
			new = "、"
		}
		report(p, segment, span, "rule.punctuation-width", unsure, concord.Edit{Place: p.Place(segment, span), New: new})
	}
}

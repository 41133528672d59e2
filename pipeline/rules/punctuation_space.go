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

// PunctuationSpace asks for the blanks beside punctuation.
var PunctuationSpace = &lint.Rule{
	Name:     "punctuation-space",
	Group:    lint.Typography,
	Severity: concord.Note,
	Doc: lint.Doc{
		Title: "A blank is missing behind a mark, or stands before it",
		Text: `In languages that part words with blanks none stands before a comma or stop, nor inside brackets, and one behind a comma, semicolon, stop, exclamation or question mark.
It is proposed to mend that. Which marks have a blank before them is data of the language, as in French; names such as Node.js, code and addresses are none of it.`,
		Bad:  "The hall opens on Monday , and everybody comes.The mayor ( Ann Lee) speaks.",
		Good: "The hall opens on Monday, and everybody comes. The mayor (Ann Lee) speaks.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 7, Right: 7},
			{Texts: lint.News, Read: 4, Right: 4},
			{Texts: lint.Abstracts, Read: 27, Right: 27},
			{Texts: lint.Manuals, Read: 32, Right: 32},
		},
	},
	Run: func(p *lint.Pass) {
		if own := scriptOf(p.Doc.Locale); own == nil || !own.spaced() {
			return
		}
		for i := range p.Doc.Segments {
			s := &p.Doc.Segments[i]
			if !slices.Contains(running, s.Kind) || p.Settled(i) {
				continue
			}
			for at := nextMark(s.Text, min(1, len(s.Text))); at < len(s.Text); at = nextMark(s.Text, at+1) {
				switch s.Text[at] {
				case ',', '.':
					besideMark(p, i, at)
				case ';', '!', '?':
					behindMark(p, i, at)
				case '(', ')':
					insideBracket(p, i, at)
				}
			}
		}
	},
}

// spaced reports whether a script parts words with blanks and has the marks , and ;.
func (s script) spaced() bool {
	return s[0] == unicode.Latin || s[0] == unicode.Cyrillic || s[0] == unicode.Greek || s[0] == unicode.Hangul
}

// besideMark looks at both sides of a comma or stop.
func besideMark(p *lint.Pass, segment, at int) {
	text := p.Doc.Segments[segment].Text
	if text[at-1] == ' ' && at > 1 && (at+1 == len(text) || text[at+1] == ' ' || text[at+1] == '\n') {
		before, _ := utf8.DecodeLastRuneInString(text[:at-1])
		if unicode.IsLetter(before) || strings.ContainsRune(")”’»“\"", before) {
			span := concord.Span{Start: at - 1, End: at + 1}
			report(p, segment, span, "rule.punctuation-space.before", unsure, concord.Edit{Place: p.Place(segment, concord.Span{Start: at - 1, End: at})})
		}
		return
	}
	behindMark(p, segment, at)
}

// behindMark looks for a blank behind a mark between two words.
func behindMark(p *lint.Pass, segment, at int) {
	least := 3 // letters
	text := p.Doc.Segments[segment].Text
	next, _ := utf8.DecodeRuneInString(text[at+1:])
	if !unicode.IsLetter(next) {
		return
	}
	if unicode.Is(unicode.Hangul, next) {
		least = 2
	}
	word, after := lastWord(text[:at]), wordAt(text, at+1)
	if utf8.RuneCountInString(word) < least || utf8.RuneCountInString(after) < least || !letters(word) {
		return
	}
	span := concord.Span{Start: at - len(word), End: at + 1 + len(after)}
	before, behind := flanks(text, span)
	if !edge(before) || !edge(behind) && behind != '.' && behind != ',' || text[at] == '.' && !newSentence(p.Locale, word, after) {
		return
	}
	report(p, segment, span, "rule.punctuation-space.behind", unsure, concord.Edit{Place: p.Place(segment, concord.Span{Start: at + 1, End: at + 1}), New: " "})
}

// newSentence reports whether a word in lower case ends a sentence and one that often
// begins sentences has a capital: else they may be a name, such as that of a file.
func newSentence(l *locales.Rules, word, after string) bool {
	first, n := utf8.DecodeRuneInString(after)
	if unicode.Is(unicode.Hangul, first) {
		return strings.HasSuffix(word, "다") || strings.HasSuffix(word, "요")
	}
	if strings.ContainsFunc(word, unicode.IsUpper) || !unicode.IsUpper(first) || strings.ContainsFunc(after[n:], unicode.IsUpper) {
		return false
	}
	return len(l.Sentence.Openers) == 0 || slices.Contains(l.Sentence.Openers, after)
}

// edge reports whether a character beside a word is no part of code or an address.
func edge(r rune) bool {
	return r == utf8.RuneError || unicode.IsSpace(r) || strings.ContainsRune("\"“”„«»’)(", r)
}

// insideBracket looks for blanks inside a pair of brackets.
func insideBracket(p *lint.Pass, segment, at int) {
	text := p.Doc.Segments[segment].Text
	gap := concord.Span{Start: at + 1, End: at + 2}
	if text[at] == ')' {
		gap = concord.Span{Start: at - 1, End: at}
	}
	if gap.End >= len(text) || text[gap.Start] != ' ' {
		return
	}
	before, after := flanks(text, gap)
	inner := before
	if text[at] == '(' {
		inner = after
	}
	if !unicode.IsLetter(inner) && !unicode.IsDigit(inner) || !partnerNear(text, at) {
		return
	}
	span := concord.Span{Start: min(at, gap.Start), End: max(at+1, gap.End)}
	report(p, segment, span, "rule.punctuation-space.inside", unsure, concord.Edit{Place: p.Place(segment, gap)})
}

// partnerNear reports whether a bracket has its partner near.
func partnerNear(text string, at int) bool {
	const reach = 200 // bytes
	if text[at] == '(' {
		rest := text[at+1 : min(len(text), at+reach)]
		return strings.IndexByte(rest, ')') >= 0
	}
	rest := text[max(0, at-reach):at]
	return strings.LastIndexByte(rest, '(') > strings.LastIndexByte(rest, ')')
}

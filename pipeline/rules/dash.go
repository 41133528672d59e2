package rules

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// Dash makes a dash of a hyphen that stands between words as one.
var Dash = &lint.Rule{
	Name:     "dash",
	Group:    lint.Typography,
	Severity: concord.Warning,
	Doc: lint.Doc{
		Title: "A hyphen stands where a dash belongs",
		Text: `A hyphen with a space on each side, between words, is a dash. It becomes the dash of the language.
Where the hyphen may be that of a word the engine took apart ("long - term", "state - of - the - art"), of two places, or of a year, or where it may begin an item of a list behind the end of a sentence, the dash is proposed.
A hyphen at the start of a line is a list mark, one beside a number may be a sign, one beside a single letter is part of a word or formula: they stay.`,
		Bad:  "They write their own legends - and the world reads them.",
		Good: "They write their own legends – and the world reads them.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 5, Right: 5},
			{Texts: lint.News, Read: 20, Right: 20},
			{Texts: lint.Abstracts, Read: 27, Right: 26, Others: "a hyphen between blanks in a compound"},
		},
	},
	Run: func(p *lint.Pass) {
		dash := p.Locale.Typography.Dash
		if dash == "" {
			return
		}
		joined := sync.OnceValue(func() map[string]bool { return compounds(p.Doc) })
		for i := range p.Doc.Segments {
			if lacks(&p.Doc.Segments[i], "-") {
				continue
			}
			text := p.Doc.Segments[i].Text
			var found []judged
			for mark := range each(text, "-") {
				at := mark - 1
				if at < 0 || text[at] != ' ' {
					continue
				}
				h := hyphen{joined: joined, before: text[max(0, at-beside):at], after: text[at+2 : min(len(text), at+2+beside)]}
				span := concord.Span{Start: at, End: at + 3}
				switch {
				case strings.HasPrefix(h.after, " "):
					h.after = h.after[1:]
				case endsLine(h.after):
					span.End, h.wraps = at+2, true
					h.after = strings.TrimLeftFunc(h.after, unicode.IsSpace)
				default:
					continue
				}
				if auto, ok := h.judge(&p.Locale.Typography); ok {
					found = append(found, judged{span, auto})
				}
			}
			for n, d := range found {
				auto := d.auto && (n == 0 || found[n-1].auto || !paired(text, found[n-1], d)) && (n+1 == len(found) || found[n+1].auto || !paired(text, d, found[n+1]))
				report(p, i, d.span, "rule.dash", auto, concord.Edit{Place: p.Place(i, concord.Span{Start: d.span.Start + 1, End: d.span.Start + 2}), New: dash})
			}
		}
	},
}

// judged is a hyphen that may be a dash, and whether it certainly is.
type judged struct {
	span concord.Span
	auto bool
}

// paired reports whether two hyphens stand in one sentence, as dashes round an
// aside do: they are both edited or both asked.
func paired(text string, a, b judged) bool {
	return !strings.ContainsAny(text[a.span.End:b.span.Start], ".!?;\n")
}

// beside bounds how much of the text next to a hyphen is looked at, in bytes, so
// that the cost of one does not grow with the text.
const beside = 512

// A hyphen stands between two stretches of text, with a space on each side.
type hyphen struct {
	before, after string
	wraps         bool                   // the line ends behind it
	joined        func() map[string]bool // the words with a hyphen in the document
}

// judge reports whether the hyphen may part words, and whether it certainly does.
func (h *hyphen) judge(t *locales.Typography) (auto, ok bool) {
	line := h.before[strings.LastIndexAny(h.before, "\r\n")+1:]
	left, n := utf8.DecodeLastRuneInString(line)
	right, m := utf8.DecodeRuneInString(h.after)
	if n == 0 || m == 0 || unicode.IsSpace(left) || unicode.IsSpace(right) || h.wraps && !unicode.IsLower(right) {
		return false, false
	}
	word, next := lastWord(line), wordAt(h.after, 0)
	function := slices.Contains(t.FunctionWords, next)
	switch {
	case formula(line) || formula(firstLine(h.after)):
		return false, false
	case unicode.IsDigit(right):
		return unsure, unicode.IsLower(left) && year(h.after)
	case !unicode.IsLetter(right) && !strings.ContainsRune(`"'“‘«„(`, right):
		return false, false
	case unicode.IsDigit(left):
		return function && !chained(line, h.after), function || year(word)
	case !unicode.IsLetter(left) && !strings.ContainsRune(`"'”’»).!?,;:`, left):
		return false, false
	case single(word) && unicode.IsLetter(left) || single(next) && !function:
		return function && next != "", function
	case chained(line, h.after), strings.ContainsRune(".!?:;", left):
		return unsure, true
	}
	last := slices.Contains(t.CompoundLast, next)
	if function && last && !slices.Contains(t.CompoundFirst, strings.ToLower(word)) { // "legends - in 2017" against "built - in cameras"
		then := nextWord(h.after, len(next))
		first, _ := utf8.DecodeRuneInString(then)
		return unicode.IsUpper(first) || unicode.IsDigit(first) || slices.Contains(t.FunctionWords, then), true
	}
	before := strings.ToLower(word)
	parted := slices.Contains(t.CompoundFirst, before) || slices.Contains(t.FunctionWords, before)
	return !parted && (function || !last && !h.names(word, next) && !h.joined()[word+"-"+next]), true
}

// names reports whether the hyphen may join two names inside a sentence, as in
// "the Jinan - Qingdao line".
func (h *hyphen) names(word, next string) bool {
	return titled(word) && titled(next) && !titled(nextWord(h.after, len(next)))
}

// compounds returns the words of a document that have a hyphen.
func compounds(doc *concord.Document) map[string]bool {
	all := make(map[string]bool)
	for i := range doc.Segments {
		if lacks(&doc.Segments[i], "-") {
			continue
		}
		text := doc.Segments[i].Text
		for at := range each(text, "-") {
			word := lastWord(text[max(0, at-beside):at])
			if w := wordAt(text, at+1); word != "" && w != "" {
				all[word+"-"+w] = true
			}
		}
	}
	return all
}

// chained reports whether another hyphen like this one is a word away.
func chained(before, after string) bool {
	one := func(text string) bool { return !strings.ContainsAny(text, " ,.;:!?") }
	i, j := strings.LastIndex(before, " - "), strings.Index(after, " - ")
	return i >= 0 && one(before[i+3:]) || j >= 0 && one(after[:j])
}

// lastWord returns the letters, digits and hyphens that end a text.
func lastWord(text string) string {
	return text[len(strings.TrimRightFunc(text, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\'' || r == '’' || r == '-'
	})):]
}

// formula reports whether a line calculates.
func formula(line string) bool { return strings.Contains(line, " = ") || strings.Contains(line, " + ") }

func firstLine(text string) string {
	if i := strings.IndexAny(text, "\r\n"); i >= 0 {
		return text[:i]
	}
	return text
}

// year reports whether text begins with a number that may be a year.
func year(text string) bool {
	rest := strings.TrimLeft(text, "0123456789")
	return len(text)-len(rest) == 4 && text >= "15" && text < "21"
}

// single reports whether a word is one letter.
func single(word string) bool { return utf8.RuneCountInString(word) == 1 }

package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// SemicolonCase lowers the capital that an engine puts after a semicolon.
var SemicolonCase = &lint.Rule{
	Name:     "semicolon-case",
	Group:    lint.Typography,
	Severity: concord.Warning,
	Doc: lint.Doc{
		Title: "A capital follows a semicolon",
		Text: `Engines translate clause by clause and begin each with a capital. After a semicolon it is lowered where the word is certainly no name:
a function word, an adverb, or a word that the document has in lower case elsewhere. A glossary name, a word in capitals, and a word that the text capitalises inside another sentence stay.`,
		Bad:  "In 2013 it began; In 2015 it grew; Shandong followed.",
		Good: "In 2013 it began; in 2015 it grew; Shandong followed.",
	},
	Run: func(p *lint.Pass) {
		if p.Locale.Typography.Adverbs == "" { // nothing is known of capitals in the language
			return
		}
		c := clauses{Pass: p}
		for i := range p.Doc.Segments {
			for at := range each(p.Doc.Segments[i].Text, ";") {
				c.look(i, at+1)
			}
		}
	},
}

// clauses reads the clauses of one document.
type clauses struct {
	*lint.Pass
	lower, upper map[string]bool // words in lower case; words capitalised inside a sentence
}

func (c *clauses) look(segment, at int) {
	text := c.Doc.Segments[segment].Text
	start := len(text) - len(strings.TrimLeft(text[at:], " \u00a0\r\n"))
	first, n := utf8.DecodeRuneInString(text[start:])
	if start == at || !unicode.IsUpper(first) || strings.Count(text[at:start], "\n") > 1 {
		return
	}
	w := wordAt(text, start)
	if w == text[start:start+n] && w != "A" || w == strings.ToUpper(w) && w != "A" || c.named(segment, start) {
		return
	}
	span := concord.Span{Start: start, End: start + len(w)}
	next := nextWord(text, span.End)
	switch t := c.Locale.Typography; {
	case slices.Contains(t.FunctionWords, strings.ToLower(w)):
		if titled(next) && !c.known(strings.ToLower(w)+" "+next) && strings.ToLower(w) == "the" {
			return // The Hague, The Guardian
		}
		if next != "" {
			span.End = span.End + strings.Index(text[span.End:], next) + len(next)
		}
	case slices.Contains(t.NoAdverbs, w), slices.Contains(c.Locale.Structure.Months, w), titled(next), c.isName(w):
		return
	case t.Adverbs != "" && strings.HasSuffix(w, t.Adverbs) && len(w) > 5, c.isWord(strings.ToLower(w)):
	default:
		return
	}
	report(c.Pass, segment, span, "rule.semicolon-case", sure,
		concord.Edit{Place: c.Place(segment, concord.Span{Start: start, End: start + n}), New: string(unicode.ToLower(first))})
}

// named reports whether a term of the glossary begins at an offset.
func (c *clauses) named(segment, at int) bool {
	for _, m := range c.Matches(segment) {
		if m.Span.Start == at {
			return true
		}
	}
	return false
}

// known reports whether a phrase stands in the document.
func (c *clauses) known(phrase string) bool {
	return slices.ContainsFunc(c.Doc.Segments, func(s concord.Segment) bool { return strings.Contains(s.Text, phrase) })
}

func (c *clauses) isWord(w string) bool { c.read(); return c.lower[w] }
func (c *clauses) isName(w string) bool { c.read(); return c.upper[w] }

// read collects the words of the document when they are first asked for.
func (c *clauses) read() {
	if c.lower != nil {
		return
	}
	c.lower, c.upper = make(map[string]bool), make(map[string]bool)
	for i := range c.Doc.Segments {
		text := c.Doc.Segments[i].Text
		for at := 0; at < len(text); {
			w := wordAt(text, at)
			if w == "" {
				_, n := utf8.DecodeRuneInString(text[at:])
				at += n
				continue
			}
			switch first, _ := utf8.DecodeRuneInString(w); {
			case unicode.IsLower(first):
				c.lower[w] = true
			case unicode.IsUpper(first) && inside(text[:at]):
				c.upper[w] = true
			}
			at += len(w)
		}
	}
}

// inside reports whether a word after text stands inside a sentence: directly
// behind a word in lower case or a comma.
func inside(text string) bool {
	trimmed := strings.TrimRight(text, " \u00a0\r\n")
	last, _ := utf8.DecodeLastRuneInString(trimmed)
	if len(trimmed) == len(text) || last != ',' && !unicode.IsLetter(last) {
		return false
	}
	start := strings.LastIndexFunc(trimmed, func(r rune) bool { return !unicode.IsLetter(r) && r != ',' }) + 1
	first, _ := utf8.DecodeRuneInString(strings.ToValidUTF8(trimmed[start:], ""))
	return unicode.IsLower(first)
}

func titled(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first)
}

// wordAt returns the letters at an offset, with apostrophes and hyphens inside.
func wordAt(text string, at int) string {
	rest := text[at:]
	end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' })
	if end < 0 {
		end = len(rest)
	}
	return strings.TrimRight(rest[:end], "'’-")
}

// nextWord returns the word or number behind an offset and white space.
func nextWord(text string, at int) string {
	rest := strings.TrimLeft(text[at:], " \u00a0\r\n")
	if len(rest) == len(text[at:]) {
		return ""
	}
	end := strings.IndexFunc(rest, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' && r != '-'
	})
	if end < 0 {
		end = len(rest)
	}
	return rest[:end]
}

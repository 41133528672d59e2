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
a function word, an adverb, or a word that the document has in lower case elsewhere. A glossary name, a word in capitals, and a word that the text capitalises inside another sentence stay.
He, An and So are surnames as well, and a title may begin with A or Our: before another capital they are asked. In other languages than English only the words that often begin sentences are known, and they are asked.`,
		Bad:  "In 2013 it began; In 2015 it grew; Shandong followed.",
		Good: "In 2013 it began; in 2015 it grew; Shandong followed.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News},
			{Texts: lint.Abstracts, Read: 14, Right: 14},
			{Texts: lint.Manuals, Read: 9, Right: 9},
			{Texts: lint.FromChinese, Read: 4, Right: 4},
		},
	},
	Run: func(p *lint.Pass) {
		if p.Locale.Typography.Adverbs == "" && len(p.Locale.Sentence.Openers) == 0 { // nothing is known of capitals in the language
			return
		}
		c := clauses{Pass: p}
		for i := range p.Doc.Segments {
			if lacks(&p.Doc.Segments[i], ";") {
				continue
			}
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
	if single(w) && w != "A" || strings.IndexFunc(w[n:], unicode.IsUpper) >= 0 || c.named(segment, start) || entity().MatchString(text[max(0, at-12):at]) {
		return
	}
	span := concord.Span{Start: start, End: start + len(w)}
	next, auto := nextWord(text, span.End), sure
	switch t := c.Locale.Typography; {
	case t.Adverbs == "":
		if !slices.Contains(c.Locale.Sentence.Openers, w) || slices.Contains(t.NoAdverbs, w) || titled(next) || c.label(w, next, text[span.End:]) {
			return
		}
		auto = unsure
	case slices.Contains(t.FunctionWords, strings.ToLower(w)):
		if c.label(w, next, text[span.End:]) {
			return
		}
		lower := strings.ToLower(w)
		known := c.known(lower+" "+next) || lower == "the" && c.takesArticle(segment, span.End+strings.Index(text[span.End:], next))
		if titled(next) && !known && lower == "the" {
			return // The Hague, The Guardian
		}
		auto = !titled(next) || !slices.Contains(t.Surnames, lower) || known
		if next != "" {
			span.End = span.End + strings.Index(text[span.End:], next) + len(next)
		}
	case slices.Contains(t.NoAdverbs, w), slices.Contains(c.Locale.Structure.Months, w), titled(next), c.isName(w):
		return
	case t.Adverbs != "" && strings.HasSuffix(w, t.Adverbs) && len(w) > 5, c.isWord(strings.ToLower(w)):
	default:
		return
	}
	report(c.Pass, segment, span, "rule.semicolon-case", auto,
		concord.Edit{Place: c.Place(segment, concord.Span{Start: start, End: start + n}), New: string(unicode.ToLower(first))})
}

// entity is what ends in a semicolon that ends no clause.
var entity = expression(`&#?\w{2,8};$`)

// label reports whether a function word is used otherwise: "In: …", "No. 1",
// "A and B", "A, B".
func (c *clauses) label(w, next, after string) bool {
	if strings.HasPrefix(after, ":") || strings.HasPrefix(after, ".") {
		return true
	}
	first, _ := utf8.DecodeRuneInString(next)
	t := &c.Locale.Typography
	if single(w) {
		return next == "" || single(next) || slices.Contains(t.FunctionWords, next)
	}
	return unicode.IsDigit(first) && slices.Contains(t.Surnames, strings.ToLower(w))
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

// takesArticle reports whether a right name of the glossary begins at an offset
// that has its article before it in running text: "the" is no part of the name.
func (c *clauses) takesArticle(segment, at int) bool {
	for _, m := range c.Matches(segment) {
		if m.Span.Start == at {
			return m.Term.Status.Guard() && m.Term.Known().Article == c.Locale.Article.Definite
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

// inside reports whether a word after text stands inside a sentence: behind a
// word in lower case, a comma, or a title such as "Dr.".
func inside(text string) bool {
	text = strings.TrimRight(text, "\"'“‘(")
	trimmed := strings.TrimRight(text, " \u00a0\r\n")
	if trimmed == "" || len(trimmed) == len(text) {
		return false
	}
	word := lastWord(strings.TrimRight(trimmed, ",."))
	first, _ := utf8.DecodeRuneInString(word)
	switch trimmed[len(trimmed)-1] {
	case '.':
		return unicode.IsUpper(first) && utf8.RuneCountInString(word) <= 4
	case ',':
		return unicode.IsLower(first)
	}
	return unicode.IsLower(first) && strings.HasSuffix(trimmed, word)
}

func titled(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first)
}

// wordAt returns the letters at an offset, with apostrophes and hyphens inside.
func wordAt(text string, at int) string {
	end := at
	for end < len(text) && 'a' <= text[end]|0x20 && text[end]|0x20 <= 'z' {
		end++
	}
	rest := strings.IndexFunc(text[end:], func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' })
	switch {
	case rest == 0:
		return text[at:end]
	case rest < 0:
		rest = len(text) - end
	}
	return strings.TrimRight(text[at:end+rest], "'’-")
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

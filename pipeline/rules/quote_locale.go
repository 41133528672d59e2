package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// QuoteLocale asks for the quotation marks of the language of a text.
var QuoteLocale = &lint.Rule{
	Name:     "quote-locale",
	Group:    lint.Typography,
	Severity: concord.Note,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A quotation has the marks of another language",
		Text: `Engines keep the marks of the source: “these” in German, 《these》 in English. The finding is the first such quotation, one a document, in a paragraph that is not in the language of the source.
Which marks a language has is its data, and without any the rule is silent. Straight marks are none of a language: quote-style tells where they are mixed with others. A quotation inside another may have other marks, and so may a title in its original script.`,
		Bad:  "The mayor has read 《The Old Harbour》 to the children.",
		Good: "The mayor has read “The Old Harbour” to the children.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 10, Right: 10},
			{Texts: lint.News, Read: 1, Right: 1},
			{Texts: lint.Abstracts, Read: 6, Right: 6},
			{Texts: lint.Manuals, Read: 30, Right: 30},
		},
	},
	Run: func(p *lint.Pass) {
		own := p.Locale.Typography.Quotes
		if len(own) == 0 {
			return
		}
		for i := range p.Doc.Segments {
			s := &p.Doc.Segments[i]
			if s.Kind == concord.Blank || s.Kind == concord.Quote || s.Lacks&(concord.Typographic|concord.Special|concord.Script) == concord.Typographic|concord.Special|concord.Script {
				continue
			}
			span := strangeQuotation(s.Text, own, scriptOf(p.Doc.Locale))
			if span.Len() == 0 || s.Protected(span) || asCopied(p, i) {
				continue
			}
			p.Report(concord.Finding{
				Place:     p.Place(i, span),
				Message:   concord.Message{ID: "rule.quote-locale", Args: map[string]any{"Found": s.Text[span.Start:span.End], "Wanted": own[0]}},
				Authority: typographyOf(p),
			})
			return
		}
	},
}

// alien are the pairs of quotation marks that tell a language: those that only open.
var alien = [...]string{"“”", "„“”", "«»", "《》", "「」", "『』"}

// firstMark returns the first of a pair of marks.
func firstMark(pair string) string {
	_, n := utf8.DecodeRuneInString(pair)
	return pair[:n]
}

// asCopied reports whether a segment is word for word what it translates, or reads
// as a text in the language of the source does.
func asCopied(p *lint.Pass, segment int) bool {
	if p.Release.Source == nil || p.IsSource() {
		return false
	}
	const few = 3
	if w := wordsIn(p, whole(p, segment)); w.theirs >= few && w.theirs > w.ours {
		return true
	}
	return slices.ContainsFunc(p.Beads(), func(b lint.Bead) bool {
		return slices.Contains(b.Target, segment) && sameWords(joined(p.Release.Source, b.Source), joined(p.Doc, b.Target))
	})
}

// strangeQuotation returns the first quotation of a text, outside of any other, whose
// marks are none of a language.
func strangeQuotation(text string, own []string, script script) concord.Span {
	if !slices.ContainsFunc(alien[:], func(pair string) bool { return strings.Contains(text, firstMark(pair)) }) {
		return concord.Span{}
	}
	for at, r := range text {
		if r < '«' || inHan(r) || !strings.ContainsRune("“„«《「『", r) {
			continue
		}
		n := slices.IndexFunc(alien[:], func(pair string) bool { return firstMark(pair) == string(r) })
		if n < 0 || slices.ContainsFunc(own, func(q string) bool {
			return strings.ContainsRune(q, r) && (strings.HasPrefix(q, string(r)) || r != '“')
		}) {
			continue
		}
		if r == '《' && script != nil && (script[0] == unicode.Han || script[0] == unicode.Hangul) {
			continue // the marks of a title
		}
		start := at + utf8.RuneLen(r)
		_, first := utf8.DecodeRuneInString(alien[n])
		end := strings.IndexAny(text[start:], alien[n][first:])
		if end <= 0 || r == '“' && !leads(text, at) || r == '«' && hasGuillemets(own) {
			continue
		}
		_, size := utf8.DecodeRuneInString(text[start+end:])
		span := concord.Span{Start: at, End: start + end + size}
		inside := text[start : start+end]
		if strings.ContainsRune(inside, r) || enclosedIn(text[:at], own) || !ownScript(inside, script) {
			continue
		}
		return span
	}
	return concord.Span{}
}

// hasGuillemets reports whether a language, or its neighbour across the border, quotes
// with guillemets: it does not use English marks alone.
func hasGuillemets(own []string) bool { return !strings.HasPrefix(own[0], "“") }

// enclosedIn reports whether a quotation is open where a text ends.
func enclosedIn(before string, own []string) bool {
	for _, q := range append([]string{"\"\""}, own...) {
		r := []rune(q)
		if r[0] == r[1] && strings.Count(before, string(r[0]))%2 == 1 || r[0] != r[1] && strings.Count(before, string(r[0])) > strings.Count(before, string(r[1])) {
			return true
		}
	}
	return false
}

// ownScript reports whether a quotation has letters, and all are of the script of the
// text.
func ownScript(text string, own script) bool {
	letters := false
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		if letters = true; own != nil && !own.has(r) {
			return false
		}
	}
	return letters
}

package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// alludes reports whether a text has a word of a name of several, in lower case, behind
// a definite article, and nothing behind it that says which: "the museum".
func alludes(text string, name *glossary.Term, rules *locales.Rules) bool {
	const long = 4 // letters
	parts := strings.Fields(strings.ToLower(name.Text))
	if len(parts) < 2 || !strings.ContainsFunc(name.Text, unicode.IsUpper) {
		return false
	}
	article, last := false, 0
	for at, end := range words(text) {
		word := text[at:end]
		if article && text[last:at] == " " && utf8.RuneCountInString(word) >= long && slices.Contains(parts, word) && !goesOnNaming(text[end:], rules) {
			return true
		}
		lower := strings.ToLower(word)
		article, last = lower == rules.Article.Definite || slices.Contains(rules.Own, lower), end
	}
	return false
}

// goesOnNaming reports whether a text goes on with a capital or a word inside names.
func goesOnNaming(after string, rules *locales.Rules) bool {
	rest, blank := strings.CutPrefix(after, " ")
	if !blank {
		return false
	}
	next := rest[:len(rest)-len(strings.TrimLeftFunc(rest, unicode.IsLetter))]
	return unicode.IsUpper(firstRune(next)) || slices.Contains(rules.Names.Connectors, strings.ToLower(next))
}

// A saidList is the distinct terms of a source in a script where nothing parts words.
type saidList []string

// straddled reports whether a term of the source, where nothing parts words, shares its
// end with a longer one that stands elsewhere in the source: 听海 in 聆听海草床, where
// 海草床 is a term, is none.
func straddled(p *lint.Pass, segment int, span concord.Span) bool {
	text := p.Release.Source.Segments[segment].Text
	if !together(firstRune(text[span.Start:])) {
		return false
	}
	said := lint.Once(p, p.Release.Source, func(d *concord.Document) (all saidList) {
		for i := range d.Segments {
			for _, m := range p.SourceMatches(i) {
				if t := d.Segments[i].Text[m.Span.Start:m.Span.End]; !slices.Contains(all, t) {
					all = append(all, t)
				}
			}
		}
		return all
	})
	return slices.ContainsFunc(said, func(longer string) bool {
		if len(longer) <= span.Len() {
			return false
		}
		at := strings.Index(text[span.Start:], longer)
		return at > 0 && at < span.Len() && at+len(longer) > span.Len()
	})
}

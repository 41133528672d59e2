package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// gate returns why a term should not be corrected where it stands, for what is
// around it and in the source; "" if nothing speaks against it.
func gate(p held, segment int, m glossary.Match, c *glossary.Concept) string {
	if crossed(p, segment, m) {
		return "doubt.run"
	}
	return unspoken(p, segment, c)
}

// crossed reports whether another term begins inside a match and goes on behind
// it, where nothing parts words: one of the two is not meant.
func crossed(p held, segment int, m glossary.Match) bool {
	text := p.Doc.Segments[segment].Text
	last, _ := utf8.DecodeLastRuneInString(text[:m.Span.End])
	next, _ := utf8.DecodeRuneInString(text[m.Span.End:])
	if !unicode.Is(unicode.Han, last) || !unicode.Is(unicode.Han, next) {
		return false
	}
	const reach = 64 // bytes behind the match
	end := min(len(text), m.Span.End+reach)
	for at := range text[m.Span.Start:m.Span.End] {
		if at == 0 {
			continue
		}
		at += m.Span.Start
		if found := p.Terms.Find(strings.ToValidUTF8(text[at:end], ""), nil, nil); len(found) > 0 && found[0].Span.Start == 0 && at+found[0].Span.End > m.Span.End {
			return true
		}
	}
	return false
}

// unspoken returns why the source speaks against a term: it is known to lack the
// concept in the place that was translated there, though it has a name for it,
// or has it less often than the translation, so that one is a look-alike.
func unspoken(p held, segment int, c *glossary.Concept) string {
	if p.beads == nil || p.beads[segment] == nil {
		return ""
	}
	bead := p.beads[segment]
	src := p.Release.Source
	terms := termsIn(c, locales.Chain(src.Locale))
	if !slices.ContainsFunc(terms, func(t *glossary.Term) bool { return t.Locale != language.Und }) {
		return ""
	}
	text := joined(src, bead.Source)
	n := hear(text).count(terms, locales.For(p.Release.Source.Locale))
	switch {
	case n == 0 && !slices.ContainsFunc(terms, func(t *glossary.Term) bool { return stems(plain(text), t) }):
		return "doubt.source"
	case n > 0 && n < repeated(p, bead, c):
		return "doubt.source.fewer"
	}
	return ""
}

// repeated counts by how many names the translation in a bead calls a concept:
// right ones as often as they stand, each wrong one once, because an engine that
// says again what the source says once says it alike. A short form that explains
// another in brackets counts with it. People are called by many names.
func repeated(p held, bead *lint.Bead, c *glossary.Concept) (n int) {
	if c.Kind == "person" {
		return 0
	}
	wrong := make(map[string]bool)
	for _, i := range bead.Target {
		text, end := p.Doc.Segments[i].Text, -1
		for _, m := range p.Matches(i) {
			if m.Concept.ID != c.ID || p.Locale.Mentioned(text, m.Span) {
				continue
			}
			explains := end >= 0 && (strings.TrimSpace(text[end:m.Span.Start]) == "(" || strings.TrimSpace(text[end:m.Span.Start]) == "（")
			switch {
			case explains:
			case m.Term.Status.Guard():
				n++
			default:
				wrong[m.Term.Text] = true
			}
			end = m.Span.End
		}
	}
	return n + len(wrong)
}

// stems reports whether a folded text has the beginnings of all words of a term,
// in any order, where words are set apart.
func stems(text string, t *glossary.Term) bool {
	const stem = 4 // letters
	n := 0
	for _, w := range strings.FieldsFunc(plain(t.Text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if r := []rune(w); len(r) >= stem && !together(r[0]) {
			if !strings.Contains(text, string(r[:stem])) {
				return false
			}
			n++
		}
	}
	return n > 0
}

// plain folds what does not matter for whether a text has a word.
func plain(text string) string {
	s := glossary.NewShadow(text)
	return strings.ToLower(s.Text)
}

// beads returns, for each segment of a document, the bead it is surely part of,
// or nil; nil altogether without a source.
func beads(p *lint.Pass) []*lint.Bead {
	if len(p.Beads()) == 0 {
		return nil
	}
	all := make([]*lint.Bead, len(p.Doc.Segments))
	for _, b := range p.Beads() {
		if b.Sure && len(b.Source) > 0 {
			for _, i := range b.Target {
				all[i] = &b
			}
		}
	}
	return all
}

// otherScript reports a right name in the other script of Chinese, which no one
// can turn into this one letter by letter.
func otherScript(p held, segment int, m glossary.Match) {
	place := p.Place(segment, m.Span)
	pref := m.Concept.Preferred(locales.Chain(p.Doc.Locale))
	edits := []concord.Edit{{Place: place, New: pref.Text}}
	p.Report(concord.Finding{
		Place:     place,
		Message:   concord.Message{ID: "rule.term.script", Args: map[string]any{"Found": place.Text(), "Wanted": pref.Text}},
		Authority: authority(m.Concept),
		Fixes:     []concord.Fix{{Label: replaceLabel(place, edits), Auto: false, Edits: edits}},
	})
}

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
)

// gate returns why a term should not be corrected where it stands, for what is
// around it and in the source; "" if nothing speaks against it.
func gate(p held, segment int, m glossary.Match, c *glossary.Concept) string {
	switch {
	case crossed(p, segment, m):
		return "doubt.run"
	case absent(p, segment, c):
		return "doubt.source"
	}
	return ""
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

// absent reports whether the source is known to lack a concept in the segment
// that was translated there, though it has a name for it.
func absent(p held, segment int, c *glossary.Concept) bool {
	if p.sources == nil || len(p.sources[segment]) == 0 {
		return false
	}
	src := p.Release.Source
	chain := locales.Chain(src.Locale)
	named := false
	for _, i := range p.sources[segment] {
		text := plain(src.Segments[i].Text)
		for _, t := range c.Terms {
			switch {
			case t.Locale == language.Und, slices.Contains(chain, t.Locale):
				if said(text, t) {
					return false
				}
				named = named || t.Locale != language.Und
			}
		}
	}
	return named
}

// said reports whether a text has a term in any of its forms. Where words are
// set apart the stems of all its words are enough.
func said(text string, t *glossary.Term) bool {
	forms := append([]string{t.Text}, t.Paradigm.Texts()...)
	for _, f := range t.Forms {
		forms = append(forms, f.Text)
	}
	for _, f := range forms {
		if strings.Contains(text, plain(f)) {
			return true
		}
	}
	const stem = 4 // letters
	words := strings.FieldsFunc(plain(t.Text), func(r rune) bool { return !unicode.IsLetter(r) })
	stems := 0
	for _, w := range words {
		if r := []rune(w); len(r) >= stem && !unicode.Is(unicode.Han, r[0]) {
			if !strings.Contains(text, string(r[:stem])) {
				return false
			}
			stems++
		}
	}
	return stems > 0
}

// plain folds what does not matter for whether a text has a word.
func plain(text string) string {
	s := glossary.NewShadow(text)
	return strings.ToLower(s.Text)
}

// sources returns, for each segment of a document, those that it surely
// translates; nil for one whose pairing is a guess, and where there are no pairs.
func sources(pairs []concord.Pair, n int) [][]int {
	if len(pairs) == 0 {
		return nil
	}
	all := make([][]int, n)
	guessed := make([]bool, n)
	for _, pair := range pairs {
		switch {
		case pair.Target < 0 || pair.Target >= n:
		case pair.Source < 0 || !pair.Sure:
			guessed[pair.Target] = true
		default:
			all[pair.Target] = append(all[pair.Target], pair.Source)
		}
	}
	for i, not := range guessed {
		if not {
			all[i] = nil
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

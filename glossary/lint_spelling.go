package glossary

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/width"

	"github.com/concord-l10n/concord"
)

// spellings looks, in every language, for terms that are not written as they
// look: with letters of another script, characters nobody sees, odd widths and
// spaces; and for a form that is listed twice, in other capitals.
func (g *Glossary) spellings() []found {
	l := linter{g: g}
	seen := make(map[spelling]bool) // terms to be replaced in any capitals
	for c := range g.sketches() {
		clear(seen)
		for i := range c.terms {
			t := &c.terms[i]
			l.at = [2]int{c.number, i}
			if id, args := odd(t.text, g.concepts.tags[t.tag]); id != "" {
				l.sketched(id, args)
			}
			if t.match() != Fold || len(c.terms) == 1 {
				continue
			}
			key := t.spelling()
			key.text = strings.ToLower(key.text)
			if seen[key] && !t.status().Guard() {
				l.sketched("glossary.lint.again", nil)
			}
			seen[key] = !t.status().Guard()
		}
	}
	return l.problems
}

// sketched warns of the term that the linter looks at.
func (l *linter) sketched(id string, args map[string]any) {
	t := l.g.concepts.decode(l.at[0]).Terms[l.at[1]]
	all := map[string]any{"Term": t.Text}
	for name, value := range args {
		all[name] = value
	}
	l.report(t, concord.Warning, id, all)
}

// odd returns what is wrong with how a term of a language is written, or "".
func odd(text string, tag language.Tag) (id string, args map[string]any) {
	if text != strings.TrimSpace(text) || strings.Contains(text, "  ") {
		return "glossary.lint.spaces", nil
	}
	tables := writing(tag)
	if !isASCII(text) {
		for _, r := range text {
			switch {
			case unseen(r):
				return "glossary.lint.invisible", map[string]any{"Code": fmt.Sprintf("U+%04X", r)}
			case fullWidth(r):
				return "glossary.lint.width", map[string]any{"Found": string(r), "Wanted": string(width.LookupRune(r).Narrow())}
			}
		}
		if r, ok := alien(text); ok {
			return "glossary.lint.homoglyph", map[string]any{"Found": string(r), "Code": fmt.Sprintf("U+%04X", r)}
		}
	}
	if tables != nil && strings.ContainsFunc(text, unicode.IsLetter) &&
		!strings.ContainsFunc(text, func(r rune) bool { return unicode.In(r, tables...) }) {
		return "glossary.lint.script", map[string]any{"Locale": tag.String()}
	}
	return "", nil
}

// unseen reports whether a character has no shape, and is none of those that
// some scripts need within words.
func unseen(r rune) bool {
	return r != '\u200c' && r != '\u200d' && r != '\u00ad' && unicode.In(r, unicode.Cf, unicode.Cc)
}

// fullWidth reports whether r is a letter or digit of full width.
func fullWidth(r rune) bool {
	return width.LookupRune(r).Kind() == width.EastAsianFullwidth && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// writing returns the scripts of which a term of a language has a letter at
// least. Names in Latin letters stand in every language. It is nil where that
// is not known.
func writing(tag language.Tag) []*unicode.RangeTable {
	if tag == language.Und {
		return nil
	}
	script, _ := tag.Script()
	switch s := script.String(); s {
	case "Hans", "Hant":
		return []*unicode.RangeTable{unicode.Han, unicode.Latin}
	case "Jpan":
		return []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Latin}
	case "Kore":
		return []*unicode.RangeTable{unicode.Hangul, unicode.Han, unicode.Latin}
	case "Latn":
		return []*unicode.RangeTable{unicode.Latin}
	case "Cyrl":
		return []*unicode.RangeTable{unicode.Cyrillic, unicode.Latin}
	case "Arab":
		return []*unicode.RangeTable{unicode.Arabic, unicode.Latin}
	case "Grek":
		return []*unicode.RangeTable{unicode.Greek, unicode.Latin}
	}
	return nil
}

// alien returns a letter of Latin, Cyrillic or Greek that stands in a word of
// which the first letter is of another of these scripts: they look alike, and
// the word is found nowhere.
func alien(text string) (rune, bool) {
	var in *unicode.RangeTable
	for _, r := range text {
		s := script(r)
		switch {
		case !unicode.IsLetter(r):
			in = nil
		case s != unicode.Latin && s != unicode.Cyrillic && s != unicode.Greek:
		case in == nil:
			in = s
		case in != s:
			return r, true
		}
	}
	return 0, false
}

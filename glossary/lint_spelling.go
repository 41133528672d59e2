package glossary

import (
	"maps"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"github.com/concord-l10n/concord"
)

// spellings looks, in every language, for texts that are not written as they
// look: with letters of another script, characters nobody sees, odd widths and
// spaces; and for a form that is listed twice, in other capitals.
func (g *Glossary) spellings() []found {
	l := linter{g: g}
	all := orthographyOf(language.Und)
	var of []*orthography // by the number of a language
	if g.concepts != nil {
		for _, tag := range g.concepts.tags {
			of = append(of, orthographyOf(tag))
		}
	}
	seen := make(map[spelling]bool) // terms to be replaced in any capitals
	for c := range g.sketches() {
		clear(seen)
		l.at = [2]int{c.number, -1}
		if id, args := all.odd(c.id, true); id != "" {
			l.sketched(id, args, c.id)
		}
		for i := range c.terms {
			t := &c.terms[i]
			l.at = [2]int{c.number, i}
			l.odd(of[t.tag], t.text, t.status().Guard())
			if t.has(restBit) {
				l.oddRest(t, of[t.tag], all)
			}
			if t.match() != Fold || len(c.terms) == 1 {
				continue
			}
			key := t.spelling()
			key.text = strings.ToLower(key.text)
			if seen[key] && !t.status().Guard() {
				l.sketched("again", nil, t.text)
			}
			seen[key] = !t.status().Guard()
		}
	}
	return l.problems
}

// oddRest looks at what else is said of a term: what to write instead, its
// forms, and what must stand in the document.
func (l *linter) oddRest(t *sketched, own, all *orthography) {
	rest := t.rest()
	l.odd(own, rest.Replace, true)
	for _, f := range rest.Forms {
		if f.Text != t.text {
			l.odd(own, f.Text, t.status().Guard())
		}
		l.odd(own, f.Replace, true)
	}
	for _, e := range append(rest.When.Evidence, rest.When.Without...) {
		l.odd(all, e, true)
	}
}

func (l *linter) odd(o *orthography, text string, right bool) {
	if id, args := o.odd(text, right); id != "" {
		l.sketched(id, args, text)
	}
}

// sketched warns of a text of the term, or of the concept, that the linter looks
// at.
func (l *linter) sketched(id string, args map[string]any, text string) {
	c := l.g.concepts.decode(l.at[0])
	at := c.At
	if l.at[1] >= 0 {
		at = c.Terms[l.at[1]].At
	}
	all := map[string]any{"Term": strings.Clone(text)}
	maps.Copy(all, args)
	l.problems = append(l.problems, found{Problem{at, concord.Warning, concord.Message{ID: "glossary.lint." + id, Args: all}}, l.at})
}

// odd returns what is wrong with how a text of a language is written, or "". What
// is to be replaced may be spelled as it should not be.
func (o *orthography) odd(text string, right bool) (id string, args map[string]any) {
	if text != strings.TrimSpace(text) || spacesIn(text) {
		return "spaces", nil
	}
	if open, closing := unpaired(text); open != 0 {
		return "bracket", map[string]any{"Found": string(open), "Wanted": string(closing)}
	}
	if strings.ContainsAny(text, "<&") {
		if m := markup().FindString(text); m != "" {
			return "markup", map[string]any{"Found": m}
		}
	}
	if mark := accent(text); mark != "" {
		return "accent", map[string]any{"Found": mark}
	}
	switch sign, several := stray(text); {
	case several:
		return "several", map[string]any{"Found": sign}
	case sign != "" && right:
		return "edge", map[string]any{"Found": sign}
	}
	if printable(text) {
		if r, ok := o.zero(text); ok {
			return "homoglyph", code(r)
		}
		return "", nil
	}
	if id, args := oddSign(text); id != "" {
		return id, args
	}
	id, r := o.oddLetter(text)
	if strange, all := o.foreign(text); id == "" && all {
		return "script", map[string]any{"Locale": o.tag.String()}
	} else if id == "" && strange != 0 {
		id, r = "foreign", strange
	}
	if id == "" && right {
		if h, ok := o.otherHan(text); ok {
			id, r = "han", h
		} else if utf8.RuneCountInString(norm.NFC.String(text)) < utf8.RuneCountInString(text) {
			return "composed", nil
		}
	}
	if id == "" || id != "homoglyph" && id != "foreign" && !right {
		return "", nil
	}
	args = code(r)
	args["Locale"], args["Wanted"] = o.tag.String(), plainLetters(r)
	return id, args
}

// spacesIn reports whether two spaces of any kind follow each other.
func spacesIn(text string) bool {
	last := 'x'
	for _, r := range text {
		if unicode.IsSpace(r) && unicode.IsSpace(last) {
			return true
		}
		last = r
	}
	return false
}

// markup finds what is no text in a page: tags and named characters.
var markup = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`</?[A-Za-z][^<>]*>|&(?:#[0-9]+|#x[0-9A-Fa-f]+|[A-Za-z]+[0-9]*);`)
})

// printable reports whether a text has nothing but visible characters of ASCII
// and plain spaces.
func printable(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] >= 0x7F {
			return false
		}
	}
	return true
}

// oddSign returns what is wrong with the spaces of a text, with what nobody
// sees in it, and with the width of its letters.
func oddSign(text string) (id string, args map[string]any) {
	var last rune
	for i, r := range text {
		next, _ := utf8.DecodeRuneInString(text[min(i+utf8.RuneLen(r), len(text)):])
		switch {
		case oddSpace(last, r, next):
			return "space", code(r)
		case unseen(last, r, next):
			return "invisible", code(r)
		case narrow(r) != "":
			return "width", map[string]any{"Found": string(r), "Wanted": narrow(r)}
		case wide(r, next) != "":
			return "half", map[string]any{"Found": string(r), "Wanted": wide(r, next)}
		}
		last = r
	}
	return "", nil
}

package glossary

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// A Matcher finds the terms that apply to documents in a language. It is safe
// for concurrent use.
type Matcher struct {
	heads map[string][]*pattern // by the folded first token, longest first
}

// A pattern is one spelling of a term, as a shadow.
type pattern struct {
	text     string // as written
	upper    string // in capitals; "" where those do not match
	folded   string // simple folding of text, to compare with Fold
	term     *Term
	form     *Form
	guard    bool
	plural   bool
	hyphened bool
	prefix   bool
	also     []*Term
}

// NewMatcher returns the matcher for documents in a language: it looks for the
// terms of the language and of those it falls back to; in a document in a
// script other than Latin for English terms too; in one in another language of
// Latin script for the cross-lingual English terms; and in one whose language
// is not written in Han for Chinese terms.
func NewMatcher(g *Glossary, tag language.Tag) *Matcher {
	b := builder{m: &Matcher{heads: make(map[string][]*pattern)}, chain: locales.Chain(tag), seen: make(map[patternKey]*pattern)}
	b.scope(tag)
	for _, name := range g.Protected {
		c := &Concept{ID: "protected", Case: Proper}
		b.add(&Term{Concept: c, Text: name, Status: DoNotTranslate, Match: Exact}, name, nil)
	}
	for _, c := range g.Concepts {
		for _, t := range c.Terms {
			if b.applies(c, t) {
				b.add(t, t.Text, nil)
				for i := range t.Forms {
					b.add(t, t.Forms[i].Text, &t.Forms[i])
				}
			}
		}
	}
	for _, list := range b.m.heads {
		slices.SortStableFunc(list, func(x, y *pattern) int {
			return cmp.Or(cmp.Compare(utf8.RuneCountInString(y.text), utf8.RuneCountInString(x.text)), rank(x)-rank(y))
		})
	}
	return b.m
}

func rank(p *pattern) int {
	if p.guard {
		return 0
	}
	return 1
}

type patternKey struct {
	text   string
	status Status
	plain  bool
	match  MatchCase
}

type builder struct {
	m        *Matcher
	chain    []language.Tag
	english  bool // English terms apply, though the document is in another language
	crossing bool // cross-lingual English terms apply
	chinese  bool // Chinese terms apply, though the document is in another language
	seen     map[patternKey]*pattern
}

func (b *builder) scope(tag language.Tag) {
	script, _ := tag.Script()
	base, _ := tag.Base()
	if base.String() != "en" && tag != language.Und {
		b.english = script.String() != "Latn"
		b.crossing = !b.english
	}
	b.chinese = base.String() != "zh" && base.String() != "ja" && tag != language.Und
}

func (b *builder) applies(c *Concept, t *Term) bool {
	if t.Locale == language.Und || slices.Contains(b.chain, t.Locale) {
		return true
	}
	switch base, _ := t.Locale.Base(); base.String() {
	case "en":
		return b.english || b.crossing && (t.CrossLingual || t.Status.Guard() && crosses(c))
	case "zh":
		return b.chinese
	}
	return false
}

// crosses reports whether a concept has an English term that other languages
// in Latin script are searched for; its right names must be guarded there.
func crosses(c *Concept) bool {
	return slices.ContainsFunc(c.Terms, func(t *Term) bool { return t.CrossLingual })
}

// add registers one spelling of a term and what follows from it.
func (b *builder) add(t *Term, text string, form *Form) {
	s := NewShadow(text)
	if s.Text == "" {
		return
	}
	p := pattern{text: s.Text, term: t, form: form, guard: t.Status.Guard()}
	b.put(p)
	if t.Prefix {
		q := p
		q.prefix = true
		b.put(q)
	}
	if t.Hyphen && strings.Contains(s.Text, " ") {
		q := p
		q.text, q.hyphened = strings.ReplaceAll(s.Text, " ", "-"), true
		b.put(q)
	}
	if base, _ := t.Locale.Base(); base.String() == "en" && (t.Plural || t.Concept.Plural && t.Status.Guard()) {
		for _, suffix := range plurals(s.Text) {
			q := p
			q.text, q.plural = suffix, true
			b.put(q)
		}
	}
}

// plurals returns the regular plural of an English term.
func plurals(s string) []string {
	lower := strings.ToLower(s)
	switch {
	case strings.HasSuffix(lower, "s") || strings.HasSuffix(lower, "x") || strings.HasSuffix(lower, "ch") || strings.HasSuffix(lower, "sh"):
		return []string{s + "es"}
	case strings.HasSuffix(lower, "y") && len(s) > 1 && !strings.ContainsRune("aeiou", rune(lower[len(lower)-2])):
		return []string{s[:len(s)-1] + "ies"}
	}
	return []string{s + "s"}
}

func (b *builder) put(p pattern) {
	match := p.term.Match
	if p.guard {
		match = Fold
		if p.term.Concept.Case == Proper {
			match = Exact
		}
	}
	if match == Exact {
		p.upper = strings.ToUpper(p.text)
	}
	if match == Fold {
		p.folded = foldCase(p.text)
	}
	key := patternKey{p.text, p.term.Status, !p.plural && !p.hyphened && !p.prefix, match}
	if first := b.seen[key]; first != nil && first.term.Concept != p.term.Concept && key.plain {
		first.also = append(first.also, p.term)
		return
	}
	b.seen[key] = &p
	for _, head := range slices.Compact([]string{foldCase(headOf(p.text))}) {
		b.m.heads[head] = append(b.m.heads[head], &p)
	}
}

// headOf returns the first token of a shadow: a word, or one character.
func headOf(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if !joins(r) {
		return s[:n]
	}
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !joins(r) {
			break
		}
		n += size
	}
	return s[:n]
}

// foldCase applies Unicode simple folding: U+0130 and U+0131 fold to nothing
// but themselves.
func foldCase(s string) string {
	ascii := true
	for i := 0; i < len(s) && ascii; i++ {
		ascii = s[i] < utf8.RuneSelf
	}
	if ascii {
		return strings.ToLower(s)
	}
	return strings.Map(foldRune, s)
}

func foldRune(r rune) rune {
	if r < utf8.RuneSelf {
		return unicode.ToLower(r)
	}
	least := r
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		least = min(least, f)
	}
	if least < utf8.RuneSelf {
		return unicode.ToLower(least)
	}
	return least
}

// Find returns the terms in text: leftmost first, of those the longest, of
// those one that is right before one that is not. Matches do not overlap. None
// touches a stretch of skip.
func (m *Matcher) Find(text string, in *Scope, skip []concord.Mark) []Match {
	if len(m.heads) == 0 {
		return nil
	}
	s := NewShadow(text)
	found := m.scan(&s, text, in, skip)
	if len(s.eol) > 0 { // once more with those hyphens read as division
		joined := s.joined()
		for _, x := range m.scan(&joined, text, in, skip) {
			if strings.ContainsAny(text[x.Span.Start:x.Span.End], "\n\r") && !slices.ContainsFunc(found, func(y Match) bool { return y.Span.Overlaps(x.Span) }) {
				found = append(found, x)
			}
		}
		slices.SortFunc(found, func(x, y Match) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	}
	return found
}

func (m *Matcher) scan(s *Shadow, text string, in *Scope, skip []concord.Mark) []Match {
	var found []Match
	for at := 0; at < len(s.Text); {
		head := headOf(s.Text[at:])
		if x, end, ok := m.at(s, text, at, head, in, skip); ok {
			found = append(found, x)
			at = end
			continue
		}
		at += len(head)
	}
	return found
}

// at returns the best match that begins at an offset of the shadow.
func (m *Matcher) at(s *Shadow, text string, at int, head string, in *Scope, skip []concord.Mark) (Match, int, bool) {
	try := func(list []*pattern) (Match, int, bool) {
		for _, p := range list {
			end, ok := p.end(s.Text, at)
			if !ok || !s.edge(at) || !s.edge(end) || !p.bounded(s.Text, at, end) {
				continue
			}
			span := s.Span(at, end)
			if touches(span, skip) || !in.allows(p, s.Text, at, end) {
				continue
			}
			return p.match(s, text, span, end), end, true
		}
		return Match{}, 0, false
	}
	if x, end, ok := try(m.heads[foldCase(head)]); ok {
		return x, end, ok
	}
	// A compound, or Hangul with a particle, is a longer word than the term.
	r, _ := utf8.DecodeRuneInString(head)
	if !joins(r) {
		return Match{}, 0, false
	}
	for n := len(head) - 1; n > 0; n-- {
		if utf8.RuneStart(head[n]) {
			if x, end, ok := try(m.heads[foldCase(head[:n])]); ok {
				return x, end, ok
			}
		}
	}
	return Match{}, 0, false
}

func touches(span concord.Span, skip []concord.Mark) bool {
	return slices.ContainsFunc(skip, func(m concord.Mark) bool { return m.Span.Overlaps(span) })
}

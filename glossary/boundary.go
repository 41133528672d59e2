package glossary

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/concord-l10n/concord"
)

// joins reports whether r is part of a word in a script that sets words apart.
func joins(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_'
	}
	return (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)) && !unspaced(r)
}

// touching reports whether two neighbours belong to one word: both are letters
// of one script, or digits or underscores beside a letter of any.
func touching(a, b rune) bool {
	if !joins(a) || !joins(b) {
		return false
	}
	sa, sb := script(a), script(b)
	return sa == sb || sa == nil || sb == nil
}

// script returns the script of a letter; nil for what goes with every script.
func script(r rune) *unicode.RangeTable {
	switch {
	case r < utf8.RuneSelf && (r < '0' || r > '9') && r != '_' || unicode.Is(unicode.Latin, r):
		return unicode.Latin
	case unicode.Is(unicode.Cyrillic, r):
		return unicode.Cyrillic
	case unicode.Is(unicode.Greek, r):
		return unicode.Greek
	case unicode.Is(unicode.Hangul, r):
		return unicode.Hangul
	case unicode.Is(unicode.Arabic, r):
		return unicode.Arabic
	}
	return nil
}

// end returns where the pattern ends if it stands at an offset of a shadow, in
// one of the capitalisations that count.
func (p *pattern) end(s string, at int) (int, bool) {
	if p.folded == "" {
		rest := s[at:]
		if strings.HasPrefix(rest, p.text) {
			return at + len(p.text), true
		}
		if p.upper != "" && strings.HasPrefix(rest, p.upper) {
			return at + len(p.upper), true
		}
		return 0, false
	}
	for _, want := range p.folded {
		if at == len(s) {
			return 0, false
		}
		got, n := utf8.DecodeRuneInString(s[at:])
		if got != want && foldRune(got) != want {
			return 0, false
		}
		at += n
	}
	return at, true
}

// bounded reports whether a stretch of a shadow stands by itself as the
// pattern must.
func (p *pattern) bounded(s string, at, end int) bool {
	first, _ := utf8.DecodeRuneInString(s[at:])
	last, _ := utf8.DecodeLastRuneInString(s[:end])
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	after, size := utf8.DecodeRuneInString(s[end:])
	if at > 0 && (touching(before, first) || before == '-' && p.term.Concept.Case == Common && joins(first)) {
		return false
	}
	if p.hyphened {
		next, _ := utf8.DecodeRuneInString(s[min(end+size, len(s)):])
		if after != ' ' || !unicode.IsLower(next) || before == '-' {
			return false
		}
	}
	switch {
	case end == len(s), !touching(last, after), script(last) == unicode.Hangul:
		return !p.prefix
	}
	return p.prefix && unicode.IsLetter(after)
}

// match describes an occurrence of the pattern.
func (p *pattern) match(s *Shadow, text string, span concord.Span, end int) Match {
	m := Match{
		Span: span, Concept: p.term.Concept, Term: p.term, Form: p.form, Also: p.also,
		Plural: p.plural, Hyphened: p.hyphened, Prefix: p.prefix,
		Denormal: !norm.NFC.IsNormalString(text[span.Start:span.End]),
	}
	last, _ := utf8.DecodeLastRuneInString(s.Text[:end])
	tail := end
	for tail < len(s.Text) && script(last) == unicode.Hangul {
		r, n := utf8.DecodeRuneInString(s.Text[tail:])
		if script(r) != unicode.Hangul {
			break
		}
		tail += n
	}
	m.Tail = concord.Span{Start: span.End, End: span.End}
	if tail > end {
		m.Tail = s.Span(end, tail)
	}
	return m
}

// joined returns the shadow with the hyphens that stood at line ends left out.
func (s *Shadow) joined() Shadow {
	out := Shadow{size: s.size}
	var b strings.Builder
	last := 0
	for _, at := range append(s.eol, int32(len(s.Text))) {
		b.WriteString(s.Text[last:at])
		out.from, out.to = append(out.from, s.from[last:at]...), append(out.to, s.to[last:at]...)
		last = int(at) + 1
	}
	out.Text = b.String()
	return out
}

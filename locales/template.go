package locales

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A chain is a suffix, taken apart.
type chain struct {
	links     []*Template
	possessed bool // the first link is in the form behind a possessive
}

// chains takes a suffix apart in every way there is. Vowels are not looked at:
// they go by a word that may be read in a way of its own.
func (s *Suffix) chains(suffix string) []chain {
	var all []chain
	var follow func(rest string, c chain)
	follow = func(rest string, c chain) {
		if rest == "" {
			all = append(all, c)
			return
		}
		for _, plain := range c.links[len(c.links)-1].Then {
			if t := s.template(plain); t != nil {
				for _, n := range s.lengths(plain, rest) {
					follow(rest[n:], chain{append(slices.Clone(c.links), t), c.possessed})
				}
			}
		}
	}
	for i := range s.Templates {
		t := &s.Templates[i]
		for _, n := range s.lengths(t.Plain, suffix) {
			follow(suffix[n:], chain{[]*Template{t}, false})
		}
		if t.Possessed != t.Plain {
			for _, n := range s.lengths(t.Possessed, suffix) {
				follow(suffix[n:], chain{[]*Template{t}, true})
			}
		}
	}
	return all
}

func (s *Suffix) template(plain string) *Template {
	for i := range s.Templates {
		if s.Templates[i].Plain == plain {
			return &s.Templates[i]
		}
	}
	return nil
}

// lengths returns how much of the start of a text a template may be.
func (s *Suffix) lengths(template, text string) []int {
	if template == "" {
		return nil
	}
	with, without, optional := strings.Cut(template, ")")
	if optional {
		return append(s.lengths(with[1:]+without, text), s.lengths(without, text)...)
	}
	at := 0
	for _, want := range template {
		c, n := utf8.DecodeRuneInString(text[at:])
		if n == 0 || !s.fills(want, c) {
			return nil
		}
		at += n
	}
	return []int{at}
}

func (s *Suffix) fills(want, c rune) bool {
	switch want {
	case 'A':
		return strings.ContainsRune("ae", c)
	case 'I':
		return s.high(c)
	case 'D':
		return strings.ContainsRune("dt", c)
	case 'C':
		return strings.ContainsRune("cç", c)
	}
	return c == want
}

func (s *Suffix) high(c rune) bool { return strings.ContainsRune("ıiuü", c) }

// spell writes out a suffix behind a tail. It is empty if there is none behind
// a possessive.
func (s *Suffix) spell(links []*Template, possessed bool, t tail) string {
	var b strings.Builder
	for i, link := range links {
		template := link.Plain
		if i == 0 && possessed {
			template = link.Possessed
			if template == "" {
				return ""
			}
		}
		if with, without, ok := strings.Cut(template, ")"); ok {
			template = without
			if t.open {
				template = with[1:] + without
			}
		}
		for _, c := range template {
			c = s.sound(c, t)
			b.WriteRune(c)
			t.open, t.hard = strings.ContainsRune(s.Vowels, c), strings.ContainsRune(s.Hard, c)
			if t.open {
				t.vowel = c
			}
		}
	}
	return b.String()
}

// sound returns the letter that one of a template is behind a tail.
func (s *Suffix) sound(c rune, t tail) rune {
	front, round := strings.ContainsRune(s.Front, t.vowel), strings.ContainsRune(s.Round, t.vowel)
	hard := t.hard && !t.open
	switch {
	case c == 'A' && front:
		return 'e'
	case c == 'A':
		return 'a'
	case c == 'I' && front && round:
		return 'ü'
	case c == 'I' && front:
		return 'i'
	case c == 'I' && round:
		return 'u'
	case c == 'I':
		return 'ı'
	case c == 'D' && hard:
		return 't'
	case c == 'D':
		return 'd'
	case c == 'C' && hard:
		return 'ç'
	case c == 'C':
		return 'c'
	}
	return c
}

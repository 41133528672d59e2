package report

import (
	"slices"
	"strings"
	"unicode"

	"github.com/clipperhouse/uax29/v2/words"
	"github.com/sergi/go-diff/diffmatchpatch"

	"github.com/concord-l10n/concord"
)

// A Side is one of two texts to compare.
type Side struct {
	Text  string
	Terms []Term // ordered; of those that overlap the first counts
}

// A Term is a stretch of text that is one thing: a name, or what a fix put in
// the place of one.
type Term struct {
	Span concord.Span
	Why  string // what demands it, such as "glossary#slogan.china-temperature"
}

// A Piece is a stretch of the old text and what stands for it in the new one.
// Where the two are the same nothing changed.
type Piece struct {
	Old, New string
	Why      string // of the one term in it, if it is a change of that
	paired   bool   // both sides are that term, and nothing else
}

// Changed reports whether p is a difference.
func (p Piece) Changed() bool { return p.Old != p.New }

// Compare returns the pieces of two texts. The pieces' Old make up the old
// text and their New the new one. A piece is made of whole words, in Chinese
// and Japanese of characters, and of whole terms; the change of a term is a
// piece of its own.
func Compare(old, new Side) []Piece {
	var pieces []Piece
	for _, g := range match(old.tokens(), new.tokens()) {
		pieces = append(pieces, g.pieces()...)
	}
	return gather(pieces)
}

// A token is what a comparison does not look into.
type token struct{ text, why string }

func (s Side) tokens() []token {
	var all []token
	at := 0
	plain := func(end int) {
		for w := words.FromString(s.Text[at:end]); w.Next(); {
			all = append(all, token{text: w.Value()})
		}
	}
	for _, t := range s.Terms {
		if t.Span.Start < at || t.Span.Len() <= 0 || t.Span.End > len(s.Text) {
			continue
		}
		plain(t.Span.Start)
		all = append(all, token{s.Text[t.Span.Start:t.Span.End], t.Why})
		at = t.Span.End
	}
	plain(len(s.Text))
	return all
}

// A group is a run of tokens that are the same on both sides, or one that has
// nothing in common.
type group struct{ old, new []token }

// match pairs the tokens of two texts. Every different token is one character
// to the diff, so that it compares words as it would letters.
func match(old, new []token) []group {
	letters := make(map[string]rune)
	a, ok1 := spell(old, letters)
	b, ok2 := spell(new, letters)
	if !ok1 || !ok2 || tooDifferent(a, b) {
		return []group{{old, new}}
	}
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // the same result on a slow machine
	var groups []group
	i, j := 0, 0
	for _, d := range dmp.DiffMainRunes(a, b, false) {
		n := len([]rune(d.Text))
		g := group{}
		if d.Type != diffmatchpatch.DiffInsert {
			g.old = old[i : i+n]
			i += n
		}
		if d.Type != diffmatchpatch.DiffDelete {
			g.new = new[j : j+n]
			j += n
		}
		if last := len(groups) - 1; d.Type == diffmatchpatch.DiffInsert && last >= 0 && len(groups[last].new) == 0 {
			groups[last].new = g.new // what was deleted before it
			continue
		}
		groups = append(groups, g)
	}
	return groups
}

// spell writes tokens as characters. It reports false if there are more
// different ones than characters.
func spell(tokens []token, letters map[string]rune) ([]rune, bool) {
	spelt := make([]rune, len(tokens))
	for i, t := range tokens {
		r, ok := letters[t.text]
		if !ok {
			if r = rune(len(letters) + 1); r >= 0xd800 {
				r += 0x800 // surrogates are no characters
			}
			if r > unicode.MaxRune {
				return nil, false
			}
			letters[t.text] = r
		}
		spelt[i] = r
	}
	return spelt, true
}

// tooDifferent reports whether two texts have so little in common that the
// diff, which takes as many steps as tokens times differences, would not end.
func tooDifferent(a, b []rune) bool {
	const steps = 1 << 30
	count := make(map[rune]int)
	for _, r := range a {
		count[r]++
	}
	alone := len(a)
	for _, r := range b {
		if count[r]--; count[r] >= 0 {
			alone--
		} else {
			alone++
		}
	}
	return alone*(len(a)+len(b)) > steps
}

// pieces cuts a group at the terms that are the same thing on both sides.
func (g group) pieces() []Piece {
	for i, o := range g.old {
		if o.why == "" {
			continue
		}
		j := slices.IndexFunc(g.new, func(n token) bool { return n.why == o.why })
		if j >= 0 {
			left, right := group{g.old[:i], g.new[:j]}, group{g.old[i+1:], g.new[j+1:]}
			return append(append(left.pieces(), Piece{o.text, g.new[j].text, o.why, true}), right.pieces()...)
		}
	}
	if len(g.old)+len(g.new) == 0 {
		return nil
	}
	return []Piece{{Old: join(g.old), New: join(g.new), Why: reason(append(slices.Clone(g.old), g.new...))}}
}

func join(tokens []token) string {
	var b strings.Builder
	for _, t := range tokens {
		b.WriteString(t.text)
	}
	return b.String()
}

// reason returns what demands the only term among tokens, or "".
func reason(tokens []token) string {
	why := ""
	for _, t := range tokens {
		if t.why != "" && why != "" && t.why != why {
			return ""
		}
		why = max(why, t.why)
	}
	return why
}

// gather joins neighbouring pieces that did not change, and changes with
// nothing but spaces and punctuation between them. The change of a term that
// both texts have stays by itself, and so do those of two terms.
func gather(pieces []Piece) []Piece {
	var all []Piece
	for i, p := range pieces {
		if !p.Changed() {
			p.Why, p.paired = "", false
		}
		last := len(all) - 1
		switch {
		case last < 0:
		case !p.Changed() && !all[last].Changed(), all[last].joins(p):
			all[last].take(p)
			continue
		case !p.Changed() && p.slight() && i+1 < len(pieces) && all[last].joins(pieces[i+1]):
			all[last].take(p)
			continue
		}
		all = append(all, p)
	}
	return all
}

// joins reports whether two changes may be one piece.
func (p Piece) joins(q Piece) bool {
	return p.Changed() && q.Changed() && !p.paired && !q.paired && (p.Why == "" || q.Why == "" || p.Why == q.Why)
}

// slight reports whether an unchanged piece may stand within a change.
func (p Piece) slight() bool {
	return !strings.ContainsFunc(p.Old, wordly) && !strings.Contains(p.Old, "\n")
}

func (p *Piece) take(q Piece) {
	p.Old, p.New, p.Why = p.Old+q.Old, p.New+q.New, max(p.Why, q.Why)
}

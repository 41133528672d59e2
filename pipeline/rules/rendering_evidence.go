package rules

import (
	"slices"
	"strings"

	"github.com/concord-l10n/concord/locales"
)

// rivals reports whether two names render one: persons that sound alike or stand
// behind the same words, bodies that have the same words in another order, or the
// only ones of a kind in segments whose sources have but one.
func (r *renderer) rivals(a, b candidate, rules *locales.Rules) bool {
	if a.folded == b.folded {
		return false
	}
	kind := r.notes[a.note].Value
	if kind == aName && len(rules.Names.Connectors) == 0 {
		source := foldRendered(r.notes[a.note].Of.Text(), rules)
		return (a.folded == source || b.folded == source) && soundSame(a.form.words, b.form.words)
	}
	if len(a.form.words) > 1 && a.form.permuted() == b.form.permuted() {
		return compact(a.folded) != compact(b.folded) && (kind != aName || r.akin(a, rules))
	}
	if wordsOf(a.form.words, b.form.words) || wordsOf(b.form.words, a.form.words) {
		return false
	}
	switch kind {
	case aPerson:
		return soundSame(a.form.words, b.form.words) || r.sameOffice(a, b, rules)
	case aName:
		return soundSame(a.form.words, b.form.words) && r.soundsLikeSource(a) && r.soundsLikeSource(b) ||
			akinNames(a.form, b.form) && r.onlyForeign(a) && r.onlyForeign(b)
	default:
		return r.onlyBody(a, rules) && r.onlyBody(b, rules) && sharedHead(a.form, b.form, rules)
	}
}

// wordsOf reports whether all words of one name are words of another.
func wordsOf(a, b []string) bool {
	return !slices.ContainsFunc(a, func(w string) bool { return !slices.Contains(b, w) })
}

// soundSame reports whether two names have as many words, each the same or one that
// sounds alike, and one that is the same or nearly so.
func soundSame(a, b []string) bool {
	const near = 0.7
	if len(a) != len(b) || len(a) < 2 {
		return false
	}
	close := 0.0
	for i := range a {
		switch {
		case a[i] == b[i]:
			close = 1
		case skeleton(a[i]) != skeleton(b[i]) || figures(a[i]) || figures(b[i]):
			return false
		default:
			close = max(close, resemblance(a[i], b[i]))
		}
	}
	return close >= near
}

// sameOffice reports whether two names of one word stand behind the same words in
// both languages: "science fiction writer".
func (r *renderer) sameOffice(a, b candidate, rules *locales.Rules) bool {
	m, n := r.notes[a.note], r.notes[b.note]
	if before := tail(m.Of.Seg().Text[:m.Of.Span.Start], 2); len(before) < 6 || !together(firstRune(before)) || !strings.HasSuffix(n.Of.Seg().Text[:n.Of.Span.Start], before) {
		return false
	}
	near := func(text string, at int) []string { return strings.Fields(strings.ToLower(text[max(0, at-64):at])) }
	x, y := near(m.Place.Seg().Text, a.span.Start), near(n.Place.Seg().Text, b.span.Start)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	last := x[len(x)-1]
	return last == y[len(y)-1] && !small(last, rules) && !strings.ContainsAny(last, ",.;:")
}

// onlyBody reports whether a name is the only one of a body in a segment, and its
// source has but one as well.
func (r *renderer) onlyBody(c candidate, rules *locales.Rules) bool {
	n := r.notes[c.note]
	if len(bodiesIn(n.Of.Seg().Text, &locales.For(n.Of.Doc.Locale).Unspaced)) != 1 {
		return false
	}
	for _, other := range r.capitals(n.Place) {
		if other.span != c.span && len(headsOf(newForm(n.Place.Seg().Text[other.span.Start:other.span.End], rules), rules)) > 0 {
			return false
		}
	}
	return len(headsOf(c.form, rules)) > 0
}

// soundsLikeSource reports whether a name sounds like the one of the source.
func (r *renderer) soundsLikeSource(c candidate) bool {
	n := r.notes[c.note]
	words := newForm(n.Of.Text(), locales.For(n.Of.Doc.Locale)).words
	return slices.Equal(words, c.form.words) || soundSame(words, c.form.words)
}

// akin reports whether a name shares a word with the one of the source.
func (r *renderer) akin(c candidate, rules *locales.Rules) bool {
	return akinNames(newForm(r.notes[c.note].Of.Text(), rules), c.form)
}

// akinNames reports whether two names share a word of four letters or more.
func akinNames(a, b *nameForm) bool {
	return slices.ContainsFunc(a.words, func(w string) bool { return len(w) > 3 && slices.Contains(b.words, w) })
}

// onlyForeign reports whether a name is the only one of two or more words in its
// segment that the source does not have as it is, and what it renders the only one
// of the source that the segment does not have.
func (r *renderer) onlyForeign(c candidate) bool {
	n := r.notes[c.note]
	source, target := n.Of.Seg().Text, n.Place.Seg().Text
	if len(c.form.words) < 2 || strings.Contains(source, target[c.span.Start:c.span.End]) || strings.Contains(target, n.Of.Text()) {
		return false
	}
	for _, other := range r.capitals(n.Of) {
		text := source[other.span.Start:other.span.End]
		if other.span.Start != n.Of.Span.Start && !strings.Contains(target, text) {
			return false
		}
	}
	for _, other := range r.capitals(n.Place) {
		if other.span != c.span && !strings.Contains(source, target[other.span.Start:other.span.End]) {
			return false
		}
	}
	return true
}

// headsOf returns the words of a name that say what it is.
func headsOf(f *nameForm, rules *locales.Rules) []string {
	var heads []string
	for _, w := range f.words {
		is := func(h string) bool { return singular(unaccented(h)) == w }
		if slices.ContainsFunc(rules.Names.Heads, is) || slices.ContainsFunc(rules.Names.Regions, is) {
			heads = append(heads, w)
		}
	}
	return heads
}

func sharedHead(a, b *nameForm, rules *locales.Rules) bool {
	other := headsOf(b, rules)
	return slices.ContainsFunc(headsOf(a, rules), func(h string) bool { return slices.Contains(other, h) })
}

package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A variant is two names that look like one. The usual one is that of the
// glossary, or else the more frequent, or else the earlier.
type variant struct{ rare, usual *nameForm }

// variants returns the pairs of names of one language that look like one name,
// best relation first for each rarer name, in the order of the first places. Names
// that share a word are compared, but not by words of many names, so that the
// cost is linear.
func variants(forms []*nameForm) []variant {
	const crowd = 200 // names
	for _, key := range []func(*nameForm) string{(*nameForm).permuted, (*nameForm).joined} {
		same := make(map[string]*nameForm)
		for _, f := range forms {
			k := key(f)
			if g := same[k]; g != nil {
				relate(f, g, func(a, b *nameForm) bool { return len(a.words) > 2 || !a.bound && !b.bound })
			}
			if g := same[k]; g == nil || f.count > g.count {
				same[k] = f
			}
		}
	}
	having := make(map[string][]*nameForm)
	for _, f := range forms {
		for i, w := range f.words {
			if slices.Contains(f.words[:i], w) {
				continue
			}
			if in := having[w]; len(in) < crowd {
				for _, g := range in {
					relate(f, g, alikeNames)
				}
			}
			having[w] = append(having[w], f)
		}
	}
	return likenesses(forms)
}

// relate notes of the rarer of two names that it looks like the other, if it does.
func relate(a, b *nameForm, alike func(a, b *nameForm) bool) {
	if a == b || a.concept != "" && b.concept != "" || slices.Equal(a.words, b.words) {
		return
	}
	if a.concept != "" || b.concept == "" && (a.count > b.count || a.count == b.count && a.first < b.first) {
		a, b = b, a
	}
	if a.like == nil && b.like != a && alike(a, b) {
		a.like = b
	}
}

// likenesses returns the names that look like another, with that.
func likenesses(forms []*nameForm) []variant {
	var all []variant
	for _, f := range forms {
		if f.like != nil {
			all = append(all, variant{f, f.like})
		}
	}
	return all
}

// alikeNames reports whether two names that share a word look like one.
func alikeNames(a, b *nameForm) bool {
	alike := false
	switch len(a.words) - len(b.words) {
	case 0:
		alike = endsOtherwise(a, b) || sounds(a, b)
	case 1:
		alike = fused(a.words, b.words)
	case -1:
		alike = fused(b.words, a.words)
	}
	return alike && !a.together(b)
}

// endsOtherwise reports whether two names of three or more words differ in the ending of one.
func endsOtherwise(a, b *nameForm) bool {
	const stem, ending = 5, 4 // bytes
	differs := 0
	for i, w := range a.words {
		v := b.words[i]
		if a.kin[i] == b.kin[i] {
			continue
		}
		n := 0
		for n < min(len(w), len(v)) && w[n] == v[n] {
			n++
		}
		if differs++; n < stem || max(len(w), len(v))-n > ending || figures(w) || figures(v) || a.agent[i] != b.agent[i] || pinyin(w) && pinyin(v) {
			return false
		}
	}
	return differs == 1 && len(a.words) > 2
}

// sounds reports whether two names of persons have a word in common that is no
// title such as "Mr", and the others sound alike: more so if no document has
// both. Of four letters only one may be another.
func sounds(a, b *nameForm) bool {
	const title, short = 2, 4  // letters
	const near, far = 0.7, 0.8 // similarity in one document, and in two
	if a.headed || b.headed || a.bound || b.bound || len(a.words) > 4 {
		return false
	}
	same, least := 0, 1.0
	for i, w := range a.words {
		v := b.words[i]
		switch {
		case w == v && len(w) > title:
			same++
		case w == v:
		case len(w) < short || len(v) < short || pinyin(w) && pinyin(v) || figures(w) || figures(v):
			return false
		case len(w) == short && len(v) == short && others(w, v) > 1:
			return false
		case skeleton(w) != skeleton(v):
			return false
		default:
			least = min(least, resemblance(w, v))
		}
	}
	return same > 0 && same < len(a.words) && (least >= far || least >= near && a.meets(b))
}

// others counts the bytes in which two words of one length differ.
func others(a, b string) int {
	n := 0
	for i := range len(a) {
		if a[i] != b[i] {
			n++
		}
	}
	return n
}

// fused reports whether two words of one name are one word of the other, as in
// "cryogenic medicine" and "cryomedicine", and the rest is the same.
func fused(long, short []string) bool {
	const least = 3 // letters of either part
	i := 0
	for i < len(short) && long[i] == short[i] {
		i++
	}
	if i == len(short) || !slices.Equal(long[i+2:], short[i+1:]) {
		return false
	}
	first, second, one := long[i], long[i+1], short[i]
	head, ok := strings.CutSuffix(one, second)
	return ok && len(short) > 1 && utf8.RuneCountInString(head) >= least && utf8.RuneCountInString(second) >= least && strings.HasPrefix(first, head)
}

func figures(word string) bool { return strings.ContainsFunc(word, unicode.IsDigit) }

package align

import (
	"cmp"
	"slices"
	"strconv"
	"unicode"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// A shape is a document as it is compared: what is known of its segments, but
// for the blank ones, without knowing its language.
type shape struct {
	segments []int     // their numbers in the document
	lengths  []float64 // in letters of an alphabet
	families []int     // of their kinds
	figures  [][]token // the numbers in each
	tokens   []posting // ordered by token, then by segment; none twice
}

// A posting is a token and the segment it stands in, a number of shape.segments.
type posting struct {
	token token
	at    int32
}

func profile(d *concord.Document, names Names) shape {
	var s shape
	named := func(int) []string { return nil }
	if names != nil {
		named = names(d)
	}
	r := newReader(locales.For(d.Locale))
	for i := range d.Segments {
		x := &d.Segments[i]
		if x.Kind == concord.Blank {
			continue
		}
		r.tokens = r.tokens[:0]
		r.read(x.Text)
		r.add(part, x.Kind.String()+strconv.Itoa(x.Level))
		r.add(part, "family "+strconv.Itoa(family(x.Kind)))
		r.add(part, "part "+strconv.Itoa(x.Part))
		for _, n := range named(i) {
			r.add(name, n)
		}
		s.add(i, x.Text, family(x.Kind), r.tokens)
	}
	s.order()
	return s
}

// add adds a segment.
func (s *shape) add(segment int, text string, family int, tokens []token) {
	at := int32(len(s.segments))
	var figures []token
	for _, t := range tokens {
		s.tokens = append(s.tokens, posting{t, at})
		if t.class() == figure {
			figures = append(figures, t)
		}
	}
	s.figures = append(s.figures, figures)
	s.segments = append(s.segments, segment)
	s.lengths = append(s.lengths, length(text))
	s.families = append(s.families, family)
}

// order puts the tokens in order.
func (s *shape) order() {
	slices.SortFunc(s.tokens, func(a, b posting) int {
		if a.token != b.token {
			return cmp.Compare(a.token, b.token)
		}
		return int(a.at - b.at)
	})
	s.tokens = slices.Compact(s.tokens)
}

// family groups kinds that a translation may swap for one another.
func family(k concord.Kind) int {
	switch k {
	case concord.Body, concord.Dateline, concord.Lead, concord.Teaser:
		return 1
	case concord.Heading, concord.Caption, concord.Section, concord.TeaserTitle:
		return 2
	}
	return 3 + int(k)
}

// mixed counts, of n segments from i on, those of another family than the one
// before.
func (s *shape) mixed(i, n int) int {
	count := 0
	for k := i + 1; k < i+n; k++ {
		if s.families[k] != s.families[k-1] {
			count++
		}
	}
	return count
}

// length counts letters. A Han character says about as much as three letters of
// an alphabet, a kana or a Hangul syllable as two.
func length(text string) float64 {
	n := 0.0
	for _, r := range text {
		switch {
		case r < 0x2e80:
			if !unicode.IsSpace(r) {
				n++
			}
		case unicode.Is(unicode.Han, r):
			n += 3
		case unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			n += 2
		default:
			n++
		}
	}
	return n
}

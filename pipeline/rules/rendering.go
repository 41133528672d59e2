package rules

import (
	"slices"
	"strings"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/align"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// A renderer tells how the names of the source are rendered, from the notes of
// the places where they and their translations stand.
type renderer struct {
	notes  []lint.Note
	groups [][]int                                // of each name, its notes
	usual  map[string]string                      // of each name in quotation marks, its folded rendering
	shapes map[*concord.Document]map[string][]int // of each name in capitals, in which segments it stands
	forms  map[place][]renderedName               // those of a segment
	texts  map[place]string                       // their folded words
	tokens map[*concord.Document]map[string][]int // of each word that may be a name, in which segments it stands
}

// A renderedName is a name in a translation.
type renderedName struct {
	span   concord.Span
	folded string
}

// A rendition is a name of the source that reads otherwise than elsewhere.
type rendition struct{ here, there, of, also concord.Place }

func newRenderer(notes []lint.Note) *renderer {
	r := &renderer{notes: notes, groups: append(sameKeys(notes), loneWords(notes)...), usual: make(map[string]string),
		shapes: make(map[*concord.Document]map[string][]int), forms: make(map[place][]renderedName), texts: make(map[place]string), tokens: make(map[*concord.Document]map[string][]int)}
	for _, same := range r.groups {
		if site, ok := r.commonQuote(same); ok {
			r.usual[r.keyOf(same[0])] = site.folded
		}
	}
	return r
}

// keyOf is the name that a note is about, with the language it is rendered in.
func (r *renderer) keyOf(note int) string {
	n := r.notes[note]
	return n.Place.Doc.Locale.String() + " " + n.Key
}

// rendered returns the places in which a name reads otherwise than usual.
func (r *renderer) rendered(same []int) []rendition {
	if r.notes[same[0]].Value == aQuotation {
		return r.quotes(same)
	}
	if r.notes[same[0]].Value == aWord {
		return r.nameWords(same)
	}
	return r.names(same)
}

// quotes compares what stands in quotation marks.
func (r *renderer) quotes(same []int) []rendition {
	usual, ok := r.commonQuote(same)
	if !ok {
		return nil
	}
	var all []rendition
	heard := make(map[string]bool)
	wanted := make(map[place]int) // how often the name stands in a segment
	for _, i := range same {
		wanted[place{r.notes[i].Place.Doc.File, r.notes[i].Place.Segment}]++
	}
	for _, i := range same {
		q, ok := r.quoteOf(i)
		n := r.notes[i]
		rules := locales.For(n.Place.Doc.Locale)
		if !ok || heard[q.folded] || alikeRendered(q.folded, usual.folded, rules) || r.says(n.Place, usual.folded, rules) >= wanted[place{n.Place.Doc.File, n.Place.Segment}] {
			continue
		}
		heard[q.folded] = true
		all = append(all, rendition{n.Place.At(q.span), r.notes[usual.note].Place.At(usual.span), n.Of, r.notes[usual.note].Of})
	}
	return all
}

// A quote is the rendering of a name in quotation marks.
type quote struct {
	renderedName
	note int
}

// commonQuote returns the first of the most frequent rendering of a name. Where
// there is but one quotation, there is no doubt which one it is.
func (r *renderer) commonQuote(same []int) (quote, bool) {
	const sure = 3
	counts := make(map[string]int)
	var best quote
	for _, i := range same {
		if q, ok := r.quoteOf(i); ok {
			counts[q.folded]++
			if r.alone(i) {
				counts[q.folded] += sure
			}
		}
	}
	for _, i := range same {
		if q, ok := r.quoteOf(i); ok && counts[q.folded] > counts[best.folded] {
			best = quote{q, i}
		}
	}
	return best, len(counts) > 0
}

// alone reports whether a name is the only quotation of its segment.
func (r *renderer) alone(i int) bool {
	return quotedIn(r.notes[i].Of.Seg().Text) == 1
}

// quoteOf returns what renders a name in quotation marks: the quotation of the
// same number, if both segments have as many; of several that may stand in another
// order, one that does not usually render one of the other names; of a name that is
// repeated, one that is alone in its sentence.
func (r *renderer) quoteOf(i int) (renderedName, bool) {
	n := r.notes[i]
	if n.Value != aQuotation {
		return renderedName{}, false
	}
	var source, target []concord.Span
	at := -1
	for span := range quotationsIn(n.Of.Seg().Text) {
		if span == n.Of.Span {
			at = len(source)
		}
		source = append(source, span)
	}
	for span := range quotationsIn(n.Place.Seg().Text) {
		target = append(target, span)
	}
	if at < 0 || len(source) != len(target) {
		return renderedName{}, false
	}
	rules := locales.For(n.Place.Doc.Locale)
	text := n.Place.Seg().Text[target[at].Start:target[at].End]
	folded := foldRendered(text, rules)
	if strings.Count(n.Of.Seg().Text, n.Of.Text()) > 1 && !aloneInSentence(n.Of, n.Place.At(target[at])) {
		return renderedName{}, false
	}
	for k := range source {
		name := n.Of.At(source[k]).Text()
		usual := r.usual[n.Place.Doc.Locale.String()+" "+aQuotation+" "+name]
		if name != n.Of.Text() && usual != "" && usual == folded {
			return renderedName{}, false
		}
	}
	return renderedName{target[at], folded}, folded != "" && len(strings.Fields(folded)) <= 10
}

// aloneInSentence reports whether two quotations stand in sentences that translate each
// other and have no other quotation.
func aloneInSentence(of, at concord.Place) bool {
	a, b := of.Seg().Text, at.Seg().Text
	for _, p := range align.SentencePairs(a, b, of.Doc.Locale, at.Doc.Locale) {
		if p.Source.Contains(of.Span) {
			return p.Target.Contains(at.Span) && quotedIn(a[p.Source.Start:p.Source.End]) == 1 && quotedIn(b[p.Target.Start:p.Target.End]) == 1
		}
	}
	return false
}

func quotedIn(text string) (n int) {
	for range quotationsIn(text) {
		n++
	}
	return n
}

// foldRendered returns the words of a rendering in lower case, without accents,
// articles and plurals.
func foldRendered(text string, rules *locales.Rules) string {
	var words []string
	for w := range strings.FieldsFuncSeq(text, func(c rune) bool { return !wordRune(c) && !together(c) || c == '-' }) {
		w = strings.Trim(w, "'’")
		if lower := strings.ToLower(w); w != "" && !slices.Contains(rules.Names.Determiners, lower) && lower != rules.Article.Definite && lower != rules.Article.Consonant && lower != rules.Article.Vowel && !slices.Contains(rules.Own, lower) {
			words = append(words, singular(unaccented(w)))
		}
	}
	return strings.Join(words, " ")
}

// alikeRendered reports whether two renderings differ in nothing that matters: one is
// part of the other, or their words differ in endings where words have them.
func alikeRendered(a, b string, rules *locales.Rules) bool {
	if a == b || strings.Contains(" "+a+" ", " "+b+" ") || strings.Contains(" "+b+" ", " "+a+" ") {
		return true
	}
	if compact(a) == compact(b) || strings.Contains(compact(a), compact(b)) || strings.Contains(compact(b), compact(a)) {
		return true
	}
	x, y := strings.Fields(a), strings.Fields(b)
	if thinned(x, y) || thinned(y, x) {
		return true
	}
	bends := len(rules.Names.Connectors) == 0 && !together(firstRune(a))
	return bends && slices.EqualFunc(x, y, sameStem)
}

// thinned reports whether one text is another without some of its words.
func thinned(few, many []string) bool {
	for _, w := range many {
		if len(few) > 0 && few[0] == w {
			few = few[1:]
		}
	}
	return len(few) == 0
}

func compact(s string) string { return strings.ReplaceAll(s, " ", "") }

// sameStem reports whether two words may be forms of one.
func sameStem(a, b string) bool {
	const ending = 4 // bytes
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n >= max(3, max(len(a), len(b))-ending)
}

// says counts how often a segment has a rendering, by its folded words.
func (r *renderer) says(at concord.Place, folded string, rules *locales.Rules) int {
	of := place{at.Doc.File, at.Segment}
	all, known := r.texts[of]
	if !known {
		all = " " + foldRendered(at.Seg().Text, rules) + " "
		r.texts[of] = all
	}
	if together(firstRune(folded)) {
		return strings.Count(compact(all), compact(folded))
	}
	return strings.Count(all, " "+folded+" ")
}

package rules

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// aWord is the last word of a name in capitals, wherever the source has it.
const aWord = "word"

// noteWords notes the last words of the names of a source, in the names and alone, with
// what translates the segments that they stand in.
func noteWords(p *lint.Pass) {
	known := lastWordsOf(p)
	if len(known) == 0 {
		return
	}
	for source, target := range pairedTexts(p) {
		text := source.Seg().Text
		heard := make(map[string]bool)
		for at, end := range words(text) {
			word := text[at:end]
			if span := (concord.Span{Start: at, End: end}); known[word] != "" && !heard[word] && !inGlossary(p, source.Segment, span) {
				heard[word] = true
				p.NoteOf(source.At(span), aWord+" "+known[word], aWord, target)
			}
		}
	}
}

// surnames is the names of a document of two words or three, as of persons, by
// their last word, if that is long enough to be known when a letter of it is wrong.
type surnames map[string]string

func lastWordsOf(p *lint.Pass) surnames {
	return lint.Once(p, p.Release.Source, func(d *concord.Document) surnames {
		const long, most = 5, 3 // letters; words
		rules := locales.For(d.Locale)
		all := make(surnames)
		placed := placedWords(d, rules)
		for _, n := range namesOf(d) {
			text := d.Segments[n.segment].Text[n.span.Start:n.span.End]
			form := newForm(text, rules)
			last := text[strings.LastIndexAny(text, " \n")+1:]
			if !form.headed && !form.bound && len(form.words) <= most && utf8.RuneCountInString(last) >= long && all[last] == "" && !placed[last] {
				all[last] = text
			}
		}
		return all
	})
}

// placedWords returns the words of a document that stand behind an article, or a word
// that stands before places, and so are not of persons.
func placedWords(d *concord.Document, rules *locales.Rules) map[string]bool {
	all := make(map[string]bool)
	for i := range d.Segments {
		text := d.Segments[i].Text
		before, last := "", 0
		for at, end := range words(text) {
			if text[last:at] == " " && (before == rules.Article.Definite || slices.Contains(rules.Names.Within, before)) {
				all[text[at:end]] = true
			}
			before, last = strings.ToLower(text[at:end]), end
		}
	}
	return all
}

// nameWords compares how the last word of a name is written in each document: it
// stands there less often than in the source, and a word that stands nowhere else
// differs from it in a letter or two.
func (r *renderer) nameWords(same []int) []rendition {
	var all []rendition
	for start := 0; start < len(same); {
		end := start + 1
		for end < len(same) && r.notes[same[end]].Place.Doc == r.notes[same[start]].Place.Doc {
			end++
		}
		all = append(all, r.wordsIn(same[start:end])...)
		start = end
	}
	return all
}

// loneWords returns the notes of words and names that were noted once, of a segment
// whose source has them twice.
func loneWords(notes []lint.Note) [][]int {
	counts := make(map[string]int)
	key := func(n lint.Note) string { return n.Place.Doc.Locale.String() + " " + n.Key }
	for _, n := range notes {
		if n.Value == aWord || n.Value == aName {
			counts[key(n)]++
		}
	}
	var all [][]int
	for i, n := range notes {
		if counts[key(n)] == 1 && strings.Count(n.Of.Seg().Text, n.Of.Text()) > 1 {
			all = append(all, []int{i})
		}
	}
	return all
}

// wordsIn compares the notes of one document.
func (r *renderer) wordsIn(same []int) []rendition {
	for _, usual := range r.usualWords(same) {
		if all := r.otherWords(usual, same); len(all) > 0 {
			return all
		}
	}
	return nil
}

// otherWords returns the places where a word is written otherwise than usual.
func (r *renderer) otherWords(usual writtenWord, same []int) []rendition {
	form := usual.at.Text()
	var all []rendition
	heard := make(map[string]bool)
	for _, i := range same {
		n := r.notes[i]
		source := n.Of.Seg().Text
		missing := strings.Count(source, n.Of.Text())
		var near []concord.Place
		for at, end := range tokens(n.Place) {
			token := n.Place.Seg().Text[at:end]
			switch {
			case inflects(token, form, n.Place.Doc):
				missing--
			case misspelt(token, form) && !better(token, form, n.Of.Text()) && !strings.Contains(source, token) && !heard[token] && r.only(n.Place.Doc, token, same) && !common(token, n.Place.Doc):
				near = append(near, n.Place.At(concord.Span{Start: at, End: end}))
			}
		}
		if missing > 0 && len(near) == 1 {
			heard[near[0].Text()] = true
			all = append(all, rendition{near[0], usual.at, n.Of, usual.of})
		}
	}
	return all
}

// better reports whether a form of a word is nearer to that of the source than another
// one is, or spelled as its language does: "Kalifornia".
func better(token, form, source string) bool {
	if form == source {
		pair := strings.ToLower(source[:1] + token[:1])
		return pair == "ck" || pair == "vw"
	}
	return unlike(token, source) < unlike(form, source)
}

// common reports whether a document has a word in lower case as well.
func common(word string, d *concord.Document) bool {
	lower := strings.ToLower(word)
	if lower == word {
		return false
	}
	return slices.ContainsFunc(d.Segments, func(s concord.Segment) bool { return strings.Contains(s.Text, lower) })
}

// A writtenWord is where a word of a name stands in a translation, and in the source.
type writtenWord struct{ at, of concord.Place }

// usualWords returns the first place of each form that may be the usual one of a word: as
// the source has it, where the name is written as in the source, if the script is the same,
// or else what sounds like it, and stands in half of the segments and nowhere else.
func (r *renderer) usualWords(same []int) []writtenWord {
	counts := make(map[string]int)
	first := make(map[string]writtenWord)
	var order []string
	for _, i := range same {
		n := r.notes[i]
		text := n.Place.Seg().Text
		latin := scriptOf(n.Place.Doc.Locale).has('A')
		if latin && !strings.Contains(text, strings.TrimPrefix(n.Key, aWord+" ")) {
			continue
		}
		for at, end := range tokens(n.Place) {
			token := text[at:end]
			if latin && token != n.Of.Text() || !latin && !(unlike(token, n.Of.Text()) <= 1 && r.only(n.Place.Doc, token, same)) {
				continue
			}
			if counts[token]++; counts[token] == 1 {
				first[token] = writtenWord{n.Place.At(concord.Span{Start: at, End: end}), n.Of}
				order = append(order, token)
			}
		}
	}
	var all []writtenWord
	for _, token := range order {
		if counts[token]*2 >= len(same) {
			all = append(all, first[token])
		}
	}
	slices.SortStableFunc(all, func(a, b writtenWord) int { return counts[b.at.Text()] - counts[a.at.Text()] })
	return all
}

// only reports whether a word stands nowhere in a document but in segments that are noted.
func (r *renderer) only(d *concord.Document, token string, same []int) bool {
	segments, known := r.tokens[d]
	if !known {
		segments = make(map[string][]int)
		for i := range d.Segments {
			at := concord.Place{Doc: d, Segment: i}
			for start, end := range tokens(at) {
				token := at.Seg().Text[start:end]
				segments[token] = append(segments[token], i)
			}
		}
		r.tokens[d] = segments
	}
	for _, segment := range segments[token] {
		found := false
		for _, i := range same {
			found = found || r.notes[i].Place.Doc == d && r.notes[i].Place.Segment == segment
		}
		if !found {
			return false
		}
	}
	return true
}

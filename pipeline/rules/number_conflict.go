package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// NumberConflict finds two counts of the same things in one document.
var NumberConflict = &lint.Rule{
	Name:     "number-conflict",
	Group:    lint.Numbers,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "The text counts the same things twice, with two results",
		Text: `Two sentences count what is called the same in three or more words and share a name of two, or in two words and share a name of four: "28 partner research institutes" here and "13 partner research institutes" there. Names of one concept of the glossary are one name. Both places are reported, each with the other. English only.
Sentences that name different years are not compared: numbers grow.`,
		Bad:  "The Port of Ys Alliance unites 28 partner research institutes.\n\nAt the start of the Port of Ys Alliance there were 13 partner research institutes.",
		Good: "The Port of Ys Alliance unites 28 partner research institutes.\n\nAt the start of the Port of Ys Alliance there were 28 partner research institutes.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News},
			{Texts: lint.Abstracts},
			{Texts: lint.FromChinese, Read: 2, Right: 2},
		},
	},
	Run: func(p *lint.Pass) {
		if !english(p.Doc.Locale) { // by its words and capitals
			return
		}
		all := quantitiesOf(p, p.Doc)
		seen := make(map[string]headcount)
		for _, i := range counting(p) {
			text := p.Doc.Segments[i].Text
			for _, q := range all.in(i) {
				if q.Kind != locales.Count || q.Unit != "" || q.Loose || q.About || q.Odd {
					continue
				}
				what, words, end := thing(&p.Locale.Typography, text, q.Span.End)
				if what == "" {
					continue
				}
				here := headcount{q.Amount, p.Place(i, concord.Span{Start: q.Span.Start, End: end})}
				there, ok := seen[what]
				switch {
				case !ok:
					seen[what] = here
				case there.amount != here.amount && related(p, all, there.place, here.place, words):
					reportConflict(p, there, here)
					reportConflict(p, here, there)
				}
			}
		}
	},
}

// counting returns the segments that count in figures what is counted twice in
// the document, without reading the numbers: that takes much longer.
func counting(p *lint.Pass) []int {
	times := make(map[string]int)
	where := make(map[int][]string)
	for i := range p.Doc.Segments {
		if p.Doc.Segments[i].Lacks&concord.Figure != 0 {
			continue
		}
		text := p.Doc.Segments[i].Text
		for end := range figureEnds(text) {
			if what, _, _ := thing(&p.Locale.Typography, text, end); what != "" {
				times[what]++
				where[i] = append(where[i], what)
			}
		}
	}
	var all []int
	for i := range p.Doc.Segments {
		if slices.ContainsFunc(where[i], func(what string) bool { return times[what] > 1 }) {
			all = append(all, i)
		}
	}
	return all
}

// A headcount is a number of things, and where it is given.
type headcount struct {
	amount locales.Amount
	place  concord.Place
}

func reportConflict(p *lint.Pass, here, there headcount) {
	p.Report(concord.Finding{
		Place:     here.place,
		Message:   concord.Message{ID: "rule.number-conflict", Args: map[string]any{"Here": here.amount, "There": there.amount, "Line": there.place.Position().Line}},
		Authority: numbersAuthority,
		Related:   []concord.Related{{Place: there.place, Message: concord.Message{ID: "related.text"}}},
	})
}

// thing returns what a number counts if that takes two words or more, up to the
// first plural among them: "partner research institutes"; how many words, and
// where they end.
func thing(t *locales.Typography, text string, at int) (what string, words, end int) {
	const least, most = 2, 6
	start := at + 1
	if at >= len(text) || text[at] != ' ' {
		return "", 0, at
	}
	end = start
	for n := 1; n <= most; n++ {
		word := wordAt(text, end)
		if word == "" || !unicode.IsLower(rune(word[0])) {
			return "", 0, at
		}
		end += len(word)
		if strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") {
			what = text[start:end]
			if n < least || slices.ContainsFunc(strings.Split(what, " "), func(w string) bool { return slices.Contains(t.FunctionWords, w) }) {
				return "", 0, at
			}
			return what, n, end
		}
		if end >= len(text) || text[end] != ' ' {
			return "", 0, at
		}
		end++
	}
	return "", 0, at
}

// related reports whether the sentences at two places share a name, of two
// words if that of the things has three, of four if it has two, and do not
// speak of different years.
func related(p *lint.Pass, all *quantities, a, b concord.Place, words int) bool {
	const long, short = 3, 1 // pairs of words in the name
	one, other := sentenceAt(a), sentenceAt(b)
	names := make(map[string]bool)
	for _, n := range capitalPairs(a.Seg().Text[one.Start:one.End]) {
		names[n] = true
	}
	shared := 0
	if concepts := conceptsIn(p, a.Segment, one); len(concepts) > 0 {
		for id := range conceptsIn(p, b.Segment, other) {
			if concepts[id] { // by whatever name
				shared += long
			}
		}
	}
	for _, n := range capitalPairs(b.Seg().Text[other.Start:other.End]) {
		if names[n] {
			shared++
		}
	}
	return (shared >= long || shared >= short && words >= 3) && !otherYears(years(all, a.Segment, one), years(all, b.Segment, other))
}

// conceptsIn returns the concepts that a stretch of a segment names.
func conceptsIn(p *lint.Pass, segment int, within concord.Span) map[string]bool {
	found := make(map[string]bool)
	for _, m := range p.Matches(segment) {
		if within.Contains(m.Span) {
			found[m.Concept.ID] = true
		}
	}
	return found
}

// sentenceAt returns the sentence around a place, by its full stops, and no more
// of it than stands close by.
func sentenceAt(p concord.Place) concord.Span {
	text := p.Seg().Text
	s := concord.Span{Start: max(0, p.Span.Start-beside), End: min(len(text), p.Span.End+beside)}
	s.Start += strings.LastIndex(text[s.Start:p.Span.Start], ". ") + 1
	if stop := strings.Index(text[p.Span.End:s.End], ". "); stop >= 0 {
		s.End = p.Span.End + stop
	}
	return s
}

// capitalPairs returns the words with a capital that stand beside each other,
// two by two.
func capitalPairs(text string) []string {
	var pairs []string
	last := ""
	for _, w := range strings.Fields(text) {
		w = strings.TrimFunc(w, func(c rune) bool { return !unicode.IsLetter(c) })
		first, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(first) {
			w = ""
		}
		if w != "" && last != "" {
			pairs = append(pairs, last+" "+w)
		}
		last = w
	}
	return pairs
}

func years(all *quantities, segment int, within concord.Span) map[locales.Amount]bool {
	found := make(map[locales.Amount]bool)
	list := all.in(segment)
	first, _ := slices.BinarySearchFunc(list, within.Start, func(q locales.Quantity, at int) int { return q.Span.Start - at })
	for _, q := range list[first:] {
		if q.Span.End > within.End {
			break
		}
		if n, whole := q.Amount.Int(); whole && (q.Kind == locales.Year || q.Kind == locales.Count && n >= 1900 && n < 2100 && q.Unit == "") {
			found[q.Amount] = true
		}
	}
	return found
}

// otherYears reports whether both sets have years and none is in both.
func otherYears(a, b map[locales.Amount]bool) bool {
	for y := range a {
		if b[y] {
			return false
		}
	}
	return len(a) > 0 && len(b) > 0
}

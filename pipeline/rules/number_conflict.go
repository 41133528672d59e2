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
	Doc: lint.Doc{
		Title: "The text counts the same things twice, with two results",
		Text: `Two sentences count what is called the same in three or more words, and share a name in two words: "28 partner research institutes" here and "13 partner research institutes" there. Both places are reported, each with the other. English only.
Sentences that name different years are not compared: numbers grow.`,
		Bad:  "The Port of Ys Alliance unites 28 partner research institutes.\n\nAt the start of the Port of Ys Alliance there were 13 partner research institutes.",
		Good: "The Port of Ys Alliance unites 28 partner research institutes.\n\nAt the start of the Port of Ys Alliance there were 28 partner research institutes.",
	},
	Run: func(p *lint.Pass) {
		if !english(p.Doc.Locale) { // by its words and capitals
			return
		}
		all := quantitiesOf(p, p.Doc)
		seen := make(map[string]headcount)
		for i := range p.Doc.Segments {
			text := p.Doc.Segments[i].Text
			if !strings.ContainsAny(text, "0123456789") {
				continue
			}
			for _, q := range all.in(i) {
				if q.Kind != locales.Count || q.Unit != "" || q.Loose || q.About || q.Odd {
					continue
				}
				what, end := thing(&p.Locale.Typography, text, q.Span.End)
				if what == "" {
					continue
				}
				here := headcount{q.Amount, p.Place(i, concord.Span{Start: q.Span.Start, End: end})}
				there, ok := seen[what]
				switch {
				case !ok:
					seen[what] = here
				case there.amount != here.amount && related(all, there.place, here.place):
					reportConflict(p, there, here)
					reportConflict(p, here, there)
				}
			}
		}
	},
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

// thing returns what a number counts if that takes three words or more, up to
// the first plural among them: "partner research institutes"; and its end.
func thing(t *locales.Typography, text string, at int) (what string, end int) {
	const least, most = 3, 6
	start := at + 1
	if at >= len(text) || text[at] != ' ' {
		return "", at
	}
	end = start
	for n := 1; n <= most; n++ {
		word := wordAt(text, end)
		if word == "" || slices.Contains(t.FunctionWords, word) || !unicode.IsLower(rune(word[0])) {
			return "", at
		}
		end += len(word)
		if strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") {
			if n < least {
				return "", at
			}
			return text[start:end], end
		}
		if end >= len(text) || text[end] != ' ' {
			return "", at
		}
		end++
	}
	return "", at
}

// related reports whether the sentences at two places share a name in two
// words, and do not speak of different years.
func related(all *quantities, a, b concord.Place) bool {
	one, other := sentenceAt(a), sentenceAt(b)
	names := make(map[string]bool)
	for _, n := range capitalPairs(a.Seg().Text[one.Start:one.End]) {
		names[n] = true
	}
	shared := false
	for _, n := range capitalPairs(b.Seg().Text[other.Start:other.End]) {
		shared = shared || names[n]
	}
	return shared && !otherYears(years(all, a.Segment, one), years(all, b.Segment, other))
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

package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// RepeatedClause asks about clauses in which an engine rendered two different
// things alike.
var RepeatedClause = &lint.Rule{
	Name:     "repeated-clause",
	Group:    lint.Hygiene,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A clause repeats itself where it should tell two things apart",
		Text: `What engines make of a contrast they cannot render: a way "from a large port to a large port", or a quoted word opposed to itself. And what they say again and again: words that stand twice in a row, with no mark between, and clauses or sentences that do, if they are long or stand there four times.
What was meant needs the source, so nothing is edited. Where the source says something twice as well it is a figure of speech. "From day to day", "more and more" and lines of a list are fine, and so is a way that goes on: "from a bank to a bank of issue".`,
		Bad:  "The town has grown from a large port to a large port.",
		Good: "The town has grown from a large port to a strong port.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News, Read: 5, Right: 5},
			{Texts: lint.Abstracts},
			{Texts: lint.Manuals, Read: 13, Right: 11, Others: "names of keys that the extraction had run together"},
			{Texts: lint.FromChinese, Read: 2, Right: 2},
		},
	},
	Run: func(p *lint.Pass) {
		e := echoesOf(p, p.Doc)
		for _, c := range e.clauses {
			if (weighty(c.said()) || c.times >= over && several(strings.TrimSpace(c.said()))) && !alsoInSource(p, c.Segment) {
				repeats(p, c.Place, "rule.repeated-clause")
			}
		}
		for _, c := range e.phrases {
			if !alsoInSource(p, c.Segment) {
				repeats(p, c.Place, "rule.repeated-clause")
			}
		}
		r := &p.Locale.Repetition
		if len(r.Ranges)+len(r.After) == 0 {
			return
		}
		for i := range p.Doc.Segments {
			for _, words := range r.After {
				waysBehind(p, i, words)
			}
			for n, words := range r.Ranges {
				if first := slices.IndexFunc(r.Ranges, func(w [2]string) bool { return w[0] == words[0] }); first == n {
					ways(p, i, words[0])
				}
			}
			opposed(p, i)
		}
	},
}

// weighty reports whether a clause is so long that nobody says it twice for
// emphasis: five words or so, or ten characters of a script without letters.
func weighty(clause string) bool {
	const long = 25
	weight := 0
	for _, r := range clause {
		switch {
		case !unicode.IsLetter(r):
		case r >= 0x1100 && (together(r) || unicode.Is(unicode.Hangul, r)):
			weight += 5
		default:
			weight += 2
		}
	}
	return weight >= 2*long
}

// alsoInSource reports whether what a segment translates says something twice: then
// that is no engine's doing.
func alsoInSource(p *lint.Pass, segment int) bool {
	for _, b := range p.Beads() {
		if !slices.Contains(b.Target, segment) {
			continue
		}
		source := echoesOf(p, p.Release.Source)
		in := func(e echo) bool { return slices.Contains(b.Source, e.Segment) }
		return slices.ContainsFunc(source.clauses, in) || slices.ContainsFunc(source.phrases, in)
	}
	return false
}

func repeats(p *lint.Pass, place concord.Place, id string) {
	if !place.Seg().Protected(place.Span) {
		p.Report(concord.Finding{
			Place:   place,
			Message: concord.Message{ID: id, Args: map[string]any{"Found": place.Text()}},
		})
	}
}

// opposed reports quoted words that a clause opposes to themselves.
func opposed(p *lint.Pass, segment int) {
	s := &p.Doc.Segments[segment]
	if count(s, `"`) < 4 && count(s, "“") < 2 {
		return
	}
	const reach = 80 // bytes between the two
	last := concord.Span{End: -1}
	for span := range quoted(s.Text) {
		if last.End > 0 && span.Start-last.End < reach && strings.EqualFold(s.Text[span.Start:span.End], s.Text[last.Start:last.End]) {
			if between := s.Text[last.End:span.Start]; !strings.ContainsAny(between, clauseEnds+",，") && opposes(p, between) {
				repeats(p, p.Place(segment, concord.Span{Start: last.Start, End: span.End}), "rule.repeated-clause.opposed")
			}
		}
		last = span
	}
}

// opposes reports whether a stretch of text has a word that opposes.
func opposes(p *lint.Pass, text string) bool {
	for _, w := range p.Locale.Repetition.Opposed {
		for at := range each(text, w) {
			before, _ := utf8.DecodeLastRuneInString(text[:at])
			after, _ := utf8.DecodeRuneInString(text[at+len(w):])
			if first, _ := utf8.DecodeRuneInString(w); together(first) || !unicode.IsLetter(before) && !unicode.IsLetter(after) {
				return true
			}
		}
	}
	return false
}

// quoted yields the short quotations of a text, with their marks.
func quoted(text string) func(func(concord.Span) bool) {
	return func(yield func(concord.Span) bool) {
		for at := 0; at < len(text); {
			i := strings.IndexAny(text[at:], "\"“")
			if i < 0 {
				return
			}
			start, mark := at+i, `"`
			if text[start] != '"' {
				mark = "”"
			}
			inside := start + len(mark)
			n := strings.Index(text[inside:], mark)
			if n < 0 {
				return
			}
			at = inside + n + len(mark)
			if n > 0 && !yield(concord.Span{Start: start, End: at}) {
				return
			}
		}
	}
}

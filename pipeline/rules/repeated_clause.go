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

// ways reports the ways of a segment that begin with a word and lead back.
func ways(p *lint.Pass, segment int, from string) {
	text := p.Doc.Segments[segment].Text
	_, first := utf8.DecodeRuneInString(from)
	rest := from[first:] // "From" as well
	if rest == "" {
		first, rest = 0, from
	}
	for at := range each(text, rest) {
		at -= first
		if at < 0 || !strings.EqualFold(text[at:at+len(from)], from) {
			continue
		}
		for _, words := range p.Locale.Repetition.Ranges {
			if words[0] != from {
				continue
			}
			if end := sameTwice(text, at, words); end > 0 && !goesOn(text[end:], &p.Locale.Repetition) {
				repeats(p, p.Place(segment, concord.Span{Start: at, End: end}), "rule.repeated-clause.range")
			}
		}
	}
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

// waysBehind is ways of a language in which the words of a way stand behind what it
// leads from and to.
func waysBehind(p *lint.Pass, segment int, words [2]string) {
	const least, reach = 4, 24 // characters
	text := p.Doc.Segments[segment].Text
	for at := range each(text, words[0]) {
		rest := strings.TrimLeft(text[at+len(words[0]):], " ")
		start := at
		for n := 1; n <= reach && start > 0; n++ {
			r, size := utf8.DecodeLastRuneInString(text[:start])
			if start -= size; !unicode.IsLetter(r) && r != ' ' {
				break
			}
			what := text[start:at]
			behind, same := strings.CutPrefix(rest, what)
			if before := lastRune(text[:start]); n >= least && same && !oneWord(what) && strings.HasPrefix(behind, words[1]) && !unicode.Is(unicode.Hangul, before) && r != ' ' {
				end := len(text) - len(behind) + len(words[1])
				repeats(p, p.Place(segment, concord.Span{Start: start, End: end}), "rule.repeated-clause.range")
				return
			}
		}
	}
}

// oneWord reports whether a text is all Katakana: "from computer to computer".
func oneWord(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return !unicode.Is(unicode.Katakana, r) && r != 'ー' && r != '・' })
}

// clauseEnds are the marks that end a clause or more.
const clauseEnds = ".;:!?。；：！？\n\r"

// sameTwice returns where a range ends that begins at an offset and leads from
// something to the same; 0 if it does not.
func sameTwice(text string, at int, words [2]string) int {
	const reach = 160 // bytes between the two words
	if before, _ := utf8.DecodeLastRuneInString(text[:at]); unicode.IsLetter(before) && !together(before) {
		return 0
	}
	rest := text[at+len(words[0]):]
	near := rest[:min(len(rest), reach)]
	if end := strings.IndexAny(near, clauseEnds); end >= 0 {
		near = near[:end]
	}
	for from := range each(near, words[1]) {
		what, then := strings.TrimSpace(near[:from]), rest[from+len(words[1]):]
		gap := len(then) - len(strings.TrimLeft(then, " "))
		if !apart(what, near[:from], gap) {
			continue
		}
		if then = then[gap:]; !several(what) || len(then) < len(what) || !strings.EqualFold(then[:len(what)], what) {
			continue
		}
		if next, _ := utf8.DecodeRuneInString(then[len(what):]); together(next) || !unicode.IsLetter(next) && !unicode.IsDigit(next) {
			return at + len(words[0]) + from + len(words[1]) + gap + len(what)
		}
	}
	return 0
}

// goesOn reports whether what a way leads to has words behind it that may tell it
// from where the way begins: "from a bank to a bank of issue".
func goesOn(rest string, r *locales.Repetition) bool {
	rest = strings.TrimLeft(rest, " \n")
	next, _ := utf8.DecodeRuneInString(rest)
	if !unicode.IsLetter(next) && !unicode.IsDigit(next) {
		return false
	}
	if w := wordAt(rest, 0); r.Last && unicode.IsLower(next) {
		if end, _ := utf8.DecodeRuneInString(rest[len(w):]); !unicode.IsSpace(end) {
			return false
		}
	}
	return !slices.ContainsFunc(r.Behind, func(w string) bool {
		after, ok := strings.CutPrefix(rest, w)
		end, _ := utf8.DecodeRuneInString(after)
		return ok && (together(next) || !unicode.IsLetter(end))
	})
}

// apart reports whether a word stands by itself between what is before it and
// behind it, where words are set apart.
func apart(what, before string, gap int) bool {
	first, _ := utf8.DecodeRuneInString(what)
	return together(first) || gap > 0 && strings.HasPrefix(before, " ") && strings.HasSuffix(before, " ")
}

// several reports whether a phrase is more than one word, or four characters
// where words are not set apart: one alone is an idiom.
func several(phrase string) bool {
	first, _ := utf8.DecodeRuneInString(phrase)
	if together(first) {
		return utf8.RuneCountInString(phrase) >= 4
	}
	return strings.ContainsRune(phrase, ' ')
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

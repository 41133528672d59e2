package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// Unbalanced asks for the partner of a bracket or quotation mark.
var Unbalanced = &lint.Rule{
	Name:     "unbalanced",
	Group:    lint.Typography,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A bracket or quotation mark has no partner in its paragraph",
		Text: `Engines lose marks where they move words. The finding is the mark that is alone; where its partner belongs is a question, so nothing is edited.
A quotation may be left open if the next paragraph opens it anew. A closing quotation mark at the end of a paragraph is told by unopened-quote. The labels of a list, "a)", inches and intervals of numbers are fine.
Which quotation marks are a pair is data of the language.`,
		Bad:  `The mayor said: "We are glad. The hall opens on Monday (or on Tuesday.`,
		Good: `The mayor said: "We are glad." The hall opens on Monday (or on Tuesday).`,
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 7, Right: 5, Others: "what the extraction had left of a tag"},
			{Texts: lint.Abstracts, Read: 35, Right: 35},
			{Texts: lint.Manuals, Read: 31, Right: 29, Others: "a ditto mark, a quotation behind a word without a blank"},
			{Texts: lint.FromChinese, Read: 1, Right: 1},
		},
	},
	Run: func(p *lint.Pass) {
		b := balance{Pass: p, pairs: pairsOf(p.Locale.Typography.Quotes), leftward: leftward(p.Doc.Locale)}
		for i := range p.Doc.Segments {
			s := &p.Doc.Segments[i]
			if s.Kind == concord.Blank {
				continue
			}
			if s.Lacks&marked != marked || b.guillemets(s) {
				b.weigh(i)
			} else {
				b.open = nil
			}
		}
	},
}

// marked are the signs of which a segment without brackets and quotation marks
// has none.
const marked = concord.Quotation | concord.Typographic | concord.Bracket | concord.Script

// balance weighs the marks of one document.
type balance struct {
	*lint.Pass
	pairs    map[rune]pair
	leftward bool   // written from right to left, where “ and ” open as either
	open     []mark // quotations that the paragraph before has left open
	marks    []mark // of the paragraph at hand that wait for their partners

	nested [2]bool // it has as many curly marks, and guillemets, that open as that close
}

// A pair is two marks that belong together.
type pair struct {
	class   int  // what closes what
	quote   bool // it may go on in the next paragraph
	closing bool
}

// A mark is one of them in a text.
type mark struct {
	pair
	concord.Span
}

// brackets are those of all languages; full and half width close one another.
var brackets = [...]string{"(（", "[［【〔", "《", "〈", "｛"}
var closers = [...]string{")）", "]］】〕", "》", "〉", "｝"}

// straight and curly are the classes of marks that do not say whether they open:
// a German “ closes, an English one opens, and texts have both.
const straight, curly = -1, -2

func pairsOf(quotes []string) map[rune]pair {
	all := make(map[rune]pair)
	for class := range brackets {
		for _, r := range brackets[class] {
			all[r] = pair{class: class}
		}
		for _, r := range closers[class] {
			all[r] = pair{class: class, closing: true}
		}
	}
	for i, q := range quotes {
		r := []rune(q)
		class := len(brackets) + i
		if strings.ContainsAny(q, "“”„") {
			for _, r := range "„“”" {
				all[r] = pair{class: curly, quote: true, closing: r == '”' || r == '“' && r != []rune(q)[0]}
			}
			continue
		}
		all[r[0]] = pair{class: class, quote: true}
		all[r[1]] = pair{class: class, quote: true, closing: true}
	}
	if len(quotes) > 0 {
		all['"'] = pair{class: straight, quote: true}
	}
	return all
}

// partnered are the bytes that a mark may begin with.
var partnered = func() (of [256]bool) {
	for _, b := range `()[]"` {
		of[b] = true
	}
	for b := 0xC2; b < 0x100; b++ {
		of[b] = b < 0xE4 || b > 0xEE // those begin U+4000 to U+EFFF
	}
	return of
}()

// guillemets reports whether a segment may hold « or », if those are quotation
// marks of the language.
func (b *balance) guillemets(s *concord.Segment) bool {
	_, ok := b.pairs['«']
	return ok && s.Lacks&concord.Special == 0
}

// weigh reads one paragraph.
func (b *balance) weigh(segment int) {
	s := &b.Doc.Segments[segment]
	carried, odd := b.open, strings.Count(s.Text, `"`)%2 == 1
	b.marks, b.open = b.marks[:0], nil
	low, high := strings.Count(s.Text, "„"), strings.Count(s.Text, "“")
	b.nested = [2]bool{high+low == strings.Count(s.Text, "”") || low == high && low > 1, strings.Count(s.Text, "«") == strings.Count(s.Text, "»")}
	for at, n := 0, 0; at < len(s.Text); at += n {
		if n = 1; !partnered[s.Text[at]] {
			continue
		}
		var r rune
		if r, n = utf8.DecodeRuneInString(s.Text[at:]); r >= 0x3040 && r < 0xF000 {
			continue // letters
		}
		kind, ok := b.pairs[r]
		m := mark{kind, concord.Span{Start: at, End: at + n}}
		if !ok || s.Protected(m.Span) || !m.quote && enclosedByTag(s, m.Span) { // the name of a key, or of the mark itself
			continue
		}
		switch {
		case m.class == straight:
			if !odd || inch(s.Text, at) {
				continue
			}
			m.closing = !leads(s.Text, at)
		case m.class == curly && b.leftward:
			m.closing = !leads(s.Text, at) && !unicode.IsLetter(firstRune(strings.TrimLeft(s.Text[m.End:], steering)))
		case r == '“' && m.closing:
			m.closing = !leads(s.Text, at)
		}
		if m.closing {
			b.close(segment, m, carried)
		} else {
			b.push(segment, m)
		}
	}
	for _, m := range b.marks {
		if m.quote && b.anew(segment) {
			b.open = append(b.open, m)
		} else {
			b.alone(segment, m)
		}
	}
}

// enclosedByTag reports whether a stretch is all that an inline element has.
func enclosedByTag(s *concord.Segment, span concord.Span) bool {
	at := func(at int, side concord.Side) bool {
		return slices.ContainsFunc(s.Tags, func(t concord.Tag) bool { return t.At == at && t.Side == side })
	}
	return len(s.Tags) > 0 && at(span.Start, concord.Opens) && at(span.End, concord.Closes)
}

// leads reports whether a mark at an offset opens a quotation: what stands before
// it is white space, an opening mark, a hyphen, or nothing.
func leads(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	return opens(text, at) || strings.ContainsRune("-–—/（「『“„«‘：，。", before)
}

// push opens a mark. Where the same kind of quotation is open already, that one
// was not closed, unless all are.
func (b *balance) push(segment int, m mark) {
	if n := len(b.marks); m.quote && n > 0 && b.marks[n-1].class == m.class && !b.isNested(m) {
		b.alone(segment, b.marks[n-1])
		b.marks = b.marks[:n-1]
	}
	b.marks = append(b.marks, m)
}

// isNested reports whether all quotations of a kind are closed, so that one stands in
// another.
func (b *balance) isNested(m mark) bool {
	if m.class == curly {
		return b.nested[0]
	}
	return b.nested[1]
}

// close looks for the partner of a closing mark. Those opened after it have none.
func (b *balance) close(segment int, m mark, carried []mark) {
	for n := len(b.marks) - 1; n >= 0; n-- {
		if b.marks[n].class == m.class || interval(b.Doc.Segments[segment].Text, b.marks[n], m) {
			for _, lost := range b.marks[n+1:] {
				b.alone(segment, lost)
			}
			b.marks = b.marks[:n]
			return
		}
	}
	for _, c := range carried {
		if c.class == m.class {
			return
		}
	}
	if text := b.Doc.Segments[segment].Text; !b.excused(text, m) {
		b.alone(segment, m)
	}
}

// anew reports whether the next paragraph opens a quotation anew.
func (b *balance) anew(segment int) bool {
	n := next(b.Doc, segment)
	if n < 0 {
		return false
	}
	for _, r := range strings.TrimSpace(b.Doc.Segments[n].Text) {
		return b.pairs[r].quote && !b.pairs[r].closing
	}
	return false
}

// interval reports whether two brackets of different kinds are a pair: [0, 1).
func interval(text string, open, close mark) bool {
	inside := text[open.End:close.Start]
	return !open.quote && !close.quote && len(inside) < 40 && strings.Trim(inside, "0123456789.,;:+-−∞% abcnxy") == ""
}

// excused reports whether a closing mark may stand alone: it labels an item of a
// list, is a face, or another rule tells of it.
func (b *balance) excused(text string, m mark) bool {
	before := text[:m.Start]
	line := strings.TrimSpace(before[strings.LastIndexByte(before, '\n')+1:])
	switch {
	case m.quote:
		left := strings.TrimSpace(text[m.End:])
		toldElsewhere := left == "" && (m.class != straight || b.Locale.Typography.CloseQuote != "")
		return toldElsewhere || strings.HasPrefix(left, ">") || strings.HasSuffix(strings.TrimSpace(before), `"`)
	case strings.HasSuffix(before, "-") || strings.HasSuffix(before, "+"): // Ctrl-]
		return true
	case strings.HasSuffix(before, ":") || strings.HasSuffix(before, ";") || strings.HasSuffix(before, ":-") || strings.HasSuffix(before, ";-"):
		return true
	}
	label := line[strings.LastIndexAny(line, " \t,;.:，；。")+1:]
	return len(label) <= 4 && label != "" && strings.Trim(label, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJVX") == "" || len([]rune(line)) <= 2
}

func (b *balance) alone(segment int, m mark) {
	place := b.Place(segment, m.Span)
	id := "rule.unbalanced.open"
	if m.closing {
		id = "rule.unbalanced.close"
	}
	b.Report(concord.Finding{
		Place:     place,
		Message:   concord.Message{ID: id, Args: map[string]any{"Mark": place.Text()}},
		Authority: typographyOf(b.Pass),
	})
}

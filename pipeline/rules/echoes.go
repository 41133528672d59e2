package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// echoes is what stands twice in a row in a document, found in one pass that
// several rules share.
type echoes struct {
	words   []concord.Place // a word and the same once more
	spaces  []concord.Place // blanks inside a line, two or more
	clauses []concord.Place // a clause that repeats the one before
}

// echoesOf returns what stands twice in a document, but for segments in which
// nothing was found in the round before and that read the same.
func echoesOf(p *lint.Pass) *echoes {
	return lint.Once(p, p.Doc, func(d *concord.Document) *echoes {
		e := new(echoes)
		for i := range d.Segments {
			if d.Segments[i].Kind != concord.Blank && !p.Settled(i) {
				l := listener{echoes: e, place: p.Place(i, concord.Span{}), text: d.Segments[i].Text}
				l.read()
			}
		}
		return e
	})
}

// listener goes through one text.
type listener struct {
	*echoes
	place  concord.Place
	text   string
	word   int          // where the word at hand begins
	clause int          // where the clause at hand begins
	before concord.Span // the clause before
}

// A pause is what a byte may end: a word, or a clause.
const (
	endsWord = 1 + iota
	endsClause
)

var pauses = [256]uint8{
	' ': endsWord, '\n': endsWord,
	'.': endsClause, ',': endsClause, ';': endsClause, ':': endsClause, '!': endsClause, '?': endsClause,
	0xE3: endsClause, 0xEF: endsClause, // begin 。 and ，
}

func (l *listener) read() {
	text := l.text
	for i := 0; i < len(text); i++ {
		switch pauses[text[i]] {
		case endsWord:
			i = l.space(i)
		case endsClause:
			l.stop(i)
		}
	}
}

// space reads the white space behind a word, and returns where its last byte is.
func (l *listener) space(at int) int {
	text, next, lines := l.text, at, 0
	for next < len(text) && (text[next] == ' ' || text[next] == '\n' || text[next] == '\r') {
		if text[next] == '\n' {
			lines++
		}
		next++
	}
	if lines == 0 && next-at > 1 && at > 0 && next < len(text) && text[at-1] != '\n' && text[next] != '\t' && text[at-1] != '\t' {
		l.spaces = append(l.spaces, l.place.At(concord.Span{Start: at, End: next}))
	}
	if n := at - l.word; lines < 2 && n > 1 && next+n <= len(text) && (text[l.word]^text[next])&^0x20 == 0 {
		if first, second := text[l.word:at], text[next:next+n]; strings.EqualFold(first, second) && letters(first) && endsThere(text[next+n:]) {
			l.words = append(l.words, l.place.At(concord.Span{Start: l.word, End: next + n}))
		}
	}
	l.word = next
	return next - 1
}

// stop reads the end of a clause.
func (l *listener) stop(at int) {
	if lead := l.text[at]; lead >= utf8.RuneSelf && !strings.HasPrefix(l.text[at:], "。") && !wideStop(l.text[at:]) {
		return
	}
	const long = 24 // bytes: eight Chinese characters, or four to five words
	span := trimmed(l.text, concord.Span{Start: l.clause, End: at})
	if span.Len() > 0 {
		if span.Len() >= long && span.Len() == l.before.Len() && strings.EqualFold(l.text[span.Start:span.End], l.text[l.before.Start:l.before.End]) {
			l.clauses = append(l.clauses, l.place.At(concord.Span{Start: l.before.Start, End: span.End}))
		}
		l.before = span
	}
	_, n := utf8.DecodeRuneInString(l.text[at:])
	l.clause = at + n
}

func wideStop(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune("，；：！？", r)
}

// trimmed returns a span of a text without the white space at its ends.
func trimmed(text string, span concord.Span) concord.Span {
	start := len(text[:span.End]) - len(strings.TrimLeftFunc(text[span.Start:span.End], unicode.IsSpace))
	return concord.Span{Start: start, End: start + len(strings.TrimSpace(text[span.Start:span.End]))}
}

// letters reports whether a word is all letters.
func letters(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
}

// endsThere reports whether a word ends where this rest of its text begins.
func endsThere(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune("-'’_/", r)
}

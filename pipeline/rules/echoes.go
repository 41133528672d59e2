package rules

import (
	"math/bits"
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
	clauses []concord.Place // a clause that repeats the one before
}

// echoesOf returns what stands twice in a document.
func echoesOf(p *lint.Pass) *echoes {
	return lint.Once(p, p.Doc, func(d *concord.Document) *echoes {
		e := new(echoes)
		for i := range d.Segments {
			if d.Segments[i].Kind != concord.Blank {
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
	clause int          // where the clause at hand begins
	before concord.Span // the clause before
}

// A pause is what a byte may end: a word, or a clause.
const (
	endsWord = 1 + iota
	endsClause
)

var pauses = [256]uint8{
	' ': endsWord, '\n': endsWord, '\r': endsWord, '\t': endsWord,
	'.': endsClause, ',': endsClause, ';': endsClause, ':': endsClause, '!': endsClause, '?': endsClause,
	0xE3: endsClause, 0xEF: endsClause, // begin 。 and ，
}

// read stops at the white space behind words and at the marks behind clauses. All
// bytes of these are below 0x40, as few others are, or above 0xDF: eight of the
// text a step are held against that.
func (l *listener) read() {
	text, word, done, at := l.text, 0, 0, 0
	for ; at+8 <= len(text); at += 8 {
		x := eight(text[at:])
		for may := (^(x | x<<1) | x&(x<<1)&(x<<2)) & (0x80 * lanes); may != 0; may &= may - 1 {
			if i := at + bits.TrailingZeros64(may)/8; i >= done {
				word, done = l.pause(word, i)
			}
		}
	}
	for ; at < len(text); at++ {
		if at >= done {
			word, done = l.pause(word, at)
		}
	}
}

// pause reads the end of a word or clause, if a byte is one, and returns where the
// next word begins and from where on the text is unread. It goes on at once where
// that word begins otherwise than the last.
func (l *listener) pause(word, i int) (next, done int) {
	text := l.text
	switch pauses[text[i]] {
	case endsWord:
		if next := i + 1; next < len(text) && pauses[text[next]] != endsWord && (text[word]^text[next])&^0x20 != 0 {
			return next, next
		}
		i = l.space(word, i) + 1
		return i, i
	case endsClause:
		l.stop(i)
	}
	return word, i + 1
}

// space reads the white space behind a word, and returns where its last byte is.
func (l *listener) space(word, at int) int {
	text, next, lines := l.text, at, 0
	for next < len(text) && pauses[text[next]] == endsWord {
		if text[next] == '\n' {
			lines++
		}
		next++
	}
	if n := at - word; lines < 2 && n > 1 && next+n <= len(text) && (text[word]^text[next])&^0x20 == 0 {
		if first, second := text[word:at], text[next:next+n]; strings.EqualFold(first, second) && letters(first) && endsThere(text[next+n:]) {
			l.words = append(l.words, l.place.At(concord.Span{Start: word, End: next + n}))
		}
	}
	return next - 1
}

// stop reads the end of a clause.
func (l *listener) stop(at int) {
	if lead := l.text[at]; lead >= utf8.RuneSelf && !strings.HasPrefix(l.text[at:], "。") && !wideStop(l.text[at:]) {
		return
	}
	const long = 24                                  // bytes: eight Chinese characters, or four to five words
	if at-l.clause < long && l.before.Len() < long { // most
		l.before = concord.Span{Start: l.clause, End: at}
	} else if span := trimmed(l.text, concord.Span{Start: l.clause, End: at}); span.Len() > 0 {
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

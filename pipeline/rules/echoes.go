package rules

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// echoes is what stands twice in a row in a document, found in one pass that
// several rules share.
type echoes struct {
	words   []concord.Place // a word and the same once more
	clauses []echo          // clauses, one or several, that repeat those before
	phrases []echo          // words that repeat those before, with no mark between
}

// An echo is what stands there so many times, and how long it is once, in bytes.
type echo struct {
	concord.Place
	once  int
	times int
}

// said returns what stands there more than once.
func (e *echo) said() string { return e.Text()[:e.once] }

// over is how many times nobody says something on purpose.
const over = 4

// echoesOf returns what stands twice in a document.
func echoesOf(p *lint.Pass, d *concord.Document) *echoes {
	return lint.Once(p, d, func(d *concord.Document) *echoes {
		e, rules := new(echoes), &locales.For(d.Locale).Repetition
		for i := range d.Segments {
			if s := &d.Segments[i]; s.Kind != concord.Blank {
				l := listener{echoes: e, place: concord.Place{Doc: d, Segment: i}, text: s.Text, rules: rules}
				l.said.text, l.said.least = s.Text, 1
				l.spoken.text, l.spoken.least = s.Text, 2
				l.read()
				if s.Lacks&concord.Script == 0 {
					l.unspaced()
				}
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
	clause int    // where the clause at hand begins
	said   series // clauses
	spoken series // words that no mark parts
	rules  *locales.Repetition
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
	l.say(word, len(text))
	l.spoken.end(l.repeatsPhrase)
	l.stop(len(text))
	l.said.end(l.repeatsClause)
}

// pause reads the end of a word or clause, if a byte is one, and returns where the
// next word begins and from where on the text is unread. It goes on at once where
// that word begins otherwise than the last.
func (l *listener) pause(word, i int) (next, done int) {
	text := l.text
	switch pauses[text[i]] {
	case endsWord:
		l.say(word, i)
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
	if lines > 1 {
		l.spoken.end(l.repeatsPhrase)
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
	if at < len(l.text) && l.text[at] >= utf8.RuneSelf && !wideStop(l.text[at:]) {
		return
	}
	if span := trimmed(l.text, concord.Span{Start: l.clause, End: at}); span.Len() > 0 {
		l.said.add(keyOf(l.text[span.Start:span.End]), span, l.repeatsClause)
	}
	_, n := utf8.DecodeRuneInString(l.text[at:])
	l.clause = at + n
}

func (l *listener) repeatsClause(span concord.Span, once, k, again int) {
	l.clauses = append(l.clauses, echo{l.place.At(span), once, again/k + 1})
}

// say reads a word.
func (l *listener) say(word, end int) {
	last := end
	for last > word && l.text[last-1] < utf8.RuneSelf && !alphanumeric(l.text[last-1]) {
		last--
	}
	if last > word {
		l.spoken.add(keyOf(l.text[word:last]), concord.Span{Start: word, End: last}, l.repeatsPhrase)
	}
	if last < end {
		l.spoken.end(l.repeatsPhrase)
	}
}

// repeatsPhrase tells a repeated phrase from what is repeated on purpose: "again
// and again and again", lines that are alike, the same word over and over.
func (l *listener) repeatsPhrase(span concord.Span, once, k, again int) {
	const emphatic = 9 // words, at most
	if k == 2 && again%2 == 1 && again+k <= emphatic || k < l.rules.Least {
		return
	}
	phrase := l.text[span.Start : span.Start+once]
	words := strings.Fields(phrase)
	same := !slices.ContainsFunc(words, func(w string) bool { return !strings.EqualFold(w, words[0]) })
	grows := k == 2 && again/k+1 < over && l.grows(words)
	figure := slices.ContainsFunc(words, func(w string) bool { return !letters(strings.Trim(w, "'’-")) })
	if same || grows || figure && (again/k+1 < over || !strings.ContainsFunc(phrase, unicode.IsLetter)) || startsLine(l.text, span.Start) && startsLine(l.text, span.Start+once) {
		return
	}
	l.phrases = append(l.phrases, echo{l.place.At(span), once, again/k + 1})
}

// grows reports whether one of two words joins the other to itself: "more and more",
// "one by one". In a language of which such words are not known a short one may.
func (l *listener) grows(words []string) bool {
	if len(l.rules.More) == 0 {
		const short = 3 // letters
		return utf8.RuneCountInString(words[0]) <= short != (utf8.RuneCountInString(words[1]) <= short)
	}
	small := func(w string) bool { return slices.Contains(l.rules.More, strings.ToLower(w)) }
	return small(words[0]) || small(words[1])
}

func startsLine(text string, at int) bool { return at == 0 || text[at-1] == '\n' }

// unspaced reads a text of which no blanks part the words, character by character.
func (l *listener) unspaced() {
	heard := series{text: l.text, least: 2}
	for at, r := range l.text {
		if !together(r) {
			heard.end(l.repeatsCharacters)
			continue
		}
		heard.add(uint64(r), concord.Span{Start: at, End: at + utf8.RuneLen(r)}, l.repeatsCharacters)
	}
	heard.end(l.repeatsCharacters)
}

// repeatsCharacters tells what an engine says over and over from a word that is
// doubled, or a sound that is painted.
func (l *listener) repeatsCharacters(span concord.Span, once, k, again int) {
	times := again/k + 1
	if r := []rune(l.text[span.Start : span.Start+once]); times >= over && (r[0] != r[1] || k > 2) || times == over-1 && k > 2 {
		l.phrases = append(l.phrases, echo{l.place.At(span), once, times})
	}
}

func wideStop(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune("，。；：！？、", r)
}

// trimmed returns a span of a text without what is neither letter nor digit at its
// ends.
func trimmed(text string, span concord.Span) concord.Span {
	says := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }
	start := strings.IndexFunc(text[span.Start:span.End], says)
	if start < 0 {
		return concord.Span{Start: span.End, End: span.End}
	}
	span.Start += start
	span.End = span.Start + len(strings.TrimRightFunc(text[span.Start:span.End], func(r rune) bool { return !says(r) }))
	return span
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

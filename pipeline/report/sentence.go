package report

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"

	"github.com/concord-l10n/concord"
)

// A reader finds the sentences that places of one run are in.
type reader struct {
	draft *concord.Document
	texts map[*concord.Segment]*sentencesOf
	keys  map[string]*concord.Segment // of the draft; nil until it is asked
}

func newReader(draft *concord.Document) *reader {
	return &reader{draft: draft, texts: make(map[*concord.Segment]*sentencesOf)}
}

// sentence returns the sentence in which a place begins, as it was in the
// draft: so a question keeps its identity when a fix edits the same sentence.
func (r *reader) sentence(p concord.Place) string {
	here := r.read(p.Seg())
	n := here.at(p.Span.Start)
	if p.Doc != r.draft && p.Doc.File == r.draft.File {
		if origin := r.origin(p.Seg().Key); origin != nil {
			if there := r.read(origin); there.has(n) {
				return there.name(n)
			}
		}
	}
	return here.name(n)
}

// origin returns the segment of the draft that has a key, or nil.
func (r *reader) origin(key string) *concord.Segment {
	if r.keys == nil {
		r.keys = make(map[string]*concord.Segment)
		for i := range r.draft.Segments {
			if s := &r.draft.Segments[i]; s.Kind != concord.Blank {
				r.keys[s.Key] = s
			}
		}
	}
	return r.keys[key]
}

func (r *reader) read(s *concord.Segment) *sentencesOf {
	text, ok := r.texts[s]
	if !ok {
		text = split(s.Text)
		r.texts[s] = text
	}
	return text
}

// sentencesOf is a text, and where each of its first sentences ends: all those up
// to the last that was asked for.
type sentencesOf struct {
	text  string
	ends  []int
	names []string // of the sentences that were asked for
}

// name returns a sentence with its white space folded, or something shorter
// that stands for it: a text without full stops is one sentence, with as many
// findings as it has words.
func (t *sentencesOf) name(n int) string {
	if n >= len(t.names) {
		t.names = append(t.names, make([]string, n+1-len(t.names))...)
	}
	if t.names[n] == "" {
		name := folded(t.get(n))
		if len(name) > 1024 {
			sum := sha256.Sum256([]byte(name))
			name = hex.EncodeToString(sum[:])
		}
		t.names[n] = name
	}
	return t.names[n]
}

// folded makes the white space of a text plain: one space between words, none
// at the ends.
func folded(text string) string {
	text = strings.TrimSpace(text)
	for i := 0; i < len(text); {
		if c := text[i]; c > ' ' && c < utf8.RuneSelf || c == ' ' && text[i+1] != ' ' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			return strings.Join(strings.Fields(text), " ")
		}
		i += n
	}
	return text
}

// split prepares a text to be cut into sentences. A line break ends none: text is
// wrapped.
func split(text string) *sentencesOf {
	if strings.IndexByte(text, '\n') >= 0 || strings.IndexByte(text, '\r') >= 0 {
		text = unbroken.Replace(text)
	}
	return &sentencesOf{text: text}
}

// more finds where the next sentence ends. It reports false if there is none.
func (t *sentencesOf) more() bool {
	start := 0
	if n := len(t.ends); n > 0 {
		start = t.ends[n-1]
	}
	if start == len(t.text) {
		return false
	}
	t.ends = append(t.ends, sentenceEnd(t.text, start))
	return true
}

var unbroken = strings.NewReplacer("\n", " ", "\r", " ")

// sentenceEnd returns where the sentence ends that begins at start. No sentence
// ends without a character that is able to end one, and what comes before that
// does not matter, but for the letter it stands behind (UAX #29, SB3 to SB11): so
// the rules for sentences are asked from there on only.
func sentenceEnd(text string, start int) int {
	behind := start
	for i := start; i < len(text); {
		c := text[i]
		if c == '.' || c == '!' || c == '?' {
			return askedFrom(text, behind)
		}
		if c < utf8.RuneSelf {
			behind = i
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if terminal(r) {
			return askedFrom(text, behind)
		}
		if '一' <= r && r <= '鿿' || 'À' <= r && r <= 'ʯ' {
			behind = i // a letter, and no mark that belongs to the one before
		}
		i += n
	}
	return len(text)
}

// askedFrom returns where the rules end a sentence of which text[from:] is the
// rest.
func askedFrom(text string, from int) int {
	it := sentences.FromString(text[from:])
	it.Next()
	return from + it.End()
}

// terminal reports whether a character that is not ASCII may end a sentence or a
// paragraph: true for all that do, and for others that are rare.
func terminal(r rune) bool {
	switch {
	case r < 0x500:
		return r == '\u0085'
	case '‐' <= r && r <= '\u2029':
		return r == '\u2024' || r >= '\u2028'
	case '一' <= r && r <= '鿿':
		return false
	case '\u3000' <= r && r <= '〿', '\uFF00' <= r && r <= '\uFFEF':
		return r == '．' || unicode.Is(unicode.Sentence_Terminal, r)
	}
	return unicode.IsPunct(r) || !unicode.IsGraphic(r) // or newer than the tables
}

// at returns the number of the sentence that holds offset, from 0.
func (t *sentencesOf) at(offset int) int {
	for (len(t.ends) == 0 || t.ends[len(t.ends)-1] <= offset) && t.more() {
	}
	n, _ := slices.BinarySearch(t.ends, offset+1)
	return max(0, min(n, len(t.ends)-1))
}

// has reports whether there is a sentence of this number, from 0.
func (t *sentencesOf) has(n int) bool {
	for len(t.ends) <= n && t.more() {
	}
	return n < len(t.ends)
}

func (t *sentencesOf) get(n int) string {
	if n >= len(t.ends) {
		return t.text
	}
	start := 0
	if n > 0 {
		start = t.ends[n-1]
	}
	return t.text[start:t.ends[n]]
}

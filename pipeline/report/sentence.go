package report

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/align"
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
	here := r.read(p.Seg(), p.Doc)
	n := here.at(p.Span.Start)
	if p.Doc != r.draft && p.Doc.File == r.draft.File {
		if origin := r.origin(p.Seg().Key); origin != nil {
			if there := r.read(origin, r.draft); there.has(n) {
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

func (r *reader) read(s *concord.Segment, d *concord.Document) *sentencesOf {
	text, ok := r.texts[s]
	if !ok {
		text = &sentencesOf{text: s.Text, cut: align.Cut(s.Text, d.Locale)}
		r.texts[s] = text
	}
	return text
}

// Sentences returns the sentences of a document, white space folded.
func Sentences(d *concord.Document) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range d.Segments {
			text := d.Segments[i].Text
			for cut := align.Cut(text, d.Locale); ; {
				span, ok := cut.Next()
				if !ok {
					break
				}
				if s := folded(text[span.Start:span.End]); s != "" && !yield(s) {
					return
				}
			}
		}
	}
}

// sentencesOf is a text and its first sentences: all those up to the last that was
// asked for.
type sentencesOf struct {
	text  string
	cut   *align.Cutter
	spans []concord.Span
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

// more finds the next sentence. It reports false if there is none.
func (t *sentencesOf) more() bool {
	s, ok := t.cut.Next()
	if ok {
		t.spans = append(t.spans, s)
	}
	return ok
}

// at returns the number of the sentence that holds offset, from 0.
func (t *sentencesOf) at(offset int) int {
	for (len(t.spans) == 0 || t.spans[len(t.spans)-1].End <= offset) && t.more() {
	}
	n, _ := slices.BinarySearchFunc(t.spans, offset+1, func(s concord.Span, end int) int { return cmp.Compare(s.End, end) })
	return max(0, min(n, len(t.spans)-1))
}

// has reports whether there is a sentence of this number, from 0.
func (t *sentencesOf) has(n int) bool {
	for len(t.spans) <= n && t.more() {
	}
	return n < len(t.spans)
}

func (t *sentencesOf) get(n int) string {
	if n >= len(t.spans) {
		return t.text
	}
	return t.text[t.spans[n].Start:t.spans[n].End]
}

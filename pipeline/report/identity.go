package report

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/clipperhouse/uax29/v2/sentences"

	"github.com/concord-l10n/concord"
)

// identify gives every item its fingerprint and id. A fingerprint is made of
// the rule, the file, what demands the rule, the sentence with its white space
// folded, and a count among items that share all of these. It knows no line
// numbers, so an edit elsewhere in the file does not change it. An id shows as
// much of it as tells the items of the report apart, six digits or more.
func identify(items []Item) {
	seen := make(map[string]int)
	open := make([]*Item, len(items))
	for i := range items {
		it := &items[i]
		key := strings.Join([]string{
			it.Finding.Rule, path.Clean(filepath.ToSlash(it.Start.File)), it.Finding.Authority,
			it.sentence,
		}, "\x00")
		sum := sha256.Sum256([]byte(key + "\x00" + strconv.Itoa(seen[key])))
		seen[key]++
		it.Fingerprint = hex.EncodeToString(sum[:])
		open[i] = it
	}
	for digits := 6; len(open) > 0; digits++ {
		share := make(map[string]int)
		for _, it := range open {
			share[it.Fingerprint[:digits]]++
			it.ID = "F-" + it.Fingerprint[:digits]
		}
		open = slices.DeleteFunc(open, func(it *Item) bool { return share[it.Fingerprint[:digits]] == 1 })
	}
}

// A reader finds the sentences that places of one run are in.
type reader struct {
	draft *concord.Document
	texts map[*concord.Segment]sentencesOf
	keys  map[string]*concord.Segment // of the draft
}

func newReader(draft *concord.Document) *reader {
	r := &reader{draft, make(map[*concord.Segment]sentencesOf), make(map[string]*concord.Segment)}
	for i := range draft.Segments {
		if s := &draft.Segments[i]; s.Kind != concord.Blank {
			r.keys[s.Key] = s
		}
	}
	return r
}

// sentence returns the sentence in which a place begins, as it was in the
// draft: so a question keeps its identity when a fix edits the same sentence.
func (r *reader) sentence(p concord.Place) string {
	here := r.read(p.Seg())
	n := here.at(p.Span.Start)
	if origin := r.keys[p.Seg().Key]; p.Doc != r.draft && p.Doc.File == r.draft.File && origin != nil {
		if there := r.read(origin); n < len(there.ends) {
			return there.name(n)
		}
	}
	return here.name(n)
}

func (r *reader) read(s *concord.Segment) sentencesOf {
	text, ok := r.texts[s]
	if !ok {
		text = split(s.Text)
		r.texts[s] = text
	}
	return text
}

// sentencesOf is a text, and where each of its sentences ends.
type sentencesOf struct {
	text  string
	ends  []int
	names map[int]string // of the sentences that were asked for
}

// name returns a sentence with its white space folded, or something shorter
// that stands for it: a text without full stops is one sentence, with as many
// findings as it has words.
func (t sentencesOf) name(n int) string {
	name, ok := t.names[n]
	if !ok {
		if name = strings.Join(strings.Fields(t.get(n)), " "); len(name) > 1024 {
			sum := sha256.Sum256([]byte(name))
			name = hex.EncodeToString(sum[:])
		}
		t.names[n] = name
	}
	return name
}

// split cuts a text into sentences. A line break ends none: text is wrapped.
func split(text string) sentencesOf {
	t := sentencesOf{names: make(map[int]string), text: unbroken.Replace(text)}
	for it := sentences.FromString(t.text); it.Next(); {
		t.ends = append(t.ends, it.End())
	}
	return t
}

var unbroken = strings.NewReplacer("\n", " ", "\r", " ")

// at returns the number of the sentence that holds offset, from 0.
func (t sentencesOf) at(offset int) int {
	n, _ := slices.BinarySearch(t.ends, offset+1)
	return max(0, min(n, len(t.ends)-1))
}

func (t sentencesOf) get(n int) string {
	if n >= len(t.ends) {
		return t.text
	}
	start := 0
	if n > 0 {
		start = t.ends[n-1]
	}
	return t.text[start:t.ends[n]]
}

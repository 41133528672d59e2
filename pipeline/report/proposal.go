package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"

	"github.com/concord-l10n/concord"
)

// A Proposal is a fix as it is reported.
type Proposal struct {
	Label         concord.Message
	Auto          bool
	Before, After string // the text that changes, and what it becomes; with the words beside it if there is no word in it
	Placed        bool   // the file has one place for each edit; if not, Text and Edits are empty
	Text          string // what stands between Item.Start and Item.End would become this
	Edits         []Edit // all of the fix, ordered, if some of it lies outside of that
	Whole         string // in that case, what would stand from where the first edit starts to where the last one ends
}

// An Edit replaces a stretch of a file by a text in UTF-8.
type Edit struct {
	Start, End Spot
	Text       string
}

// propose says what a fix would do. Where finds the spots of its edits.
func propose(place concord.Place, f *concord.Fix, where *locator) Proposal {
	p := Proposal{Label: f.Label, Auto: f.Auto}
	wide := place.Around(f.Edits)
	if !strings.ContainsFunc(wide.Text(), wordly) {
		wide = wide.At(widen(wide.Seg().Text, wide.Span))
	}
	p.Before, p.After = wide.Text(), wide.Edited(f.Edits)
	p.place(place, f.Edits, where)
	return p
}

// place works out what the bytes of the file would become.
func (p *Proposal) place(place concord.Place, edits []concord.Edit, where *locator) {
	raw := place.Raw()
	spans := make([]concord.Span, len(edits))
	inside := true
	for i, e := range edits {
		span, ok := e.Place.Seg().Locate(e.Place.Span)
		if !ok {
			return
		}
		spans[i] = span
		inside = inside && raw.Contains(span) && (i == 0 || spans[i-1].End <= span.Start)
	}
	p.Placed, p.Text = true, rewritten(place.Doc, raw, spans, edits)
	if inside {
		return
	}
	p.Edits = make([]Edit, len(edits))
	wide := spans[0]
	for i, e := range edits {
		p.Edits[i].Text = escape(e.Place.Doc, e.New)
		where.add(e.Place, &p.Edits[i].Start, &p.Edits[i].End)
		wide = concord.Span{Start: min(wide.Start, spans[i].Start), End: max(wide.End, spans[i].End)}
	}
	p.Whole = rewritten(place.Doc, wide, spans, edits)
}

// rewritten returns what a stretch of a document would read after the edits
// that lie within it; spans says where.
func rewritten(doc *concord.Document, raw concord.Span, spans []concord.Span, edits []concord.Edit) string {
	var b strings.Builder
	at := raw.Start
	for i, span := range spans {
		if raw.Contains(span) && at <= span.Start {
			b.Write(doc.Raw[at:span.Start])
			b.WriteString(escape(doc, edits[i].New))
			at = span.End
		}
	}
	b.Write(doc.Raw[at:raw.End])
	return b.String()
}

func wordly(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// widen takes in the word before span and the one after it, on the same line.
func widen(text string, span concord.Span) concord.Span {
	from, to := window(text, span)
	wide := span
	for w := words.FromString(text[from:to]); w.Next(); {
		start, end := from+w.Start(), from+w.End()
		switch {
		case !strings.ContainsFunc(w.Value(), wordly):
		case end <= span.Start:
			wide.Start = start
		case start >= span.End:
			wide.End = end
			return wide
		default: // the span lies within a word
			wide.Start, wide.End = min(wide.Start, start), max(wide.End, end)
		}
	}
	return wide
}

// window returns the surroundings of span to look for words in: some dozens of
// characters, within the line.
func window(text string, span concord.Span) (from, to int) {
	const reach = 96
	from, to = max(0, span.Start-reach), min(len(text), span.End+reach)
	for from < span.Start && !utf8.RuneStart(text[from]) {
		from++
	}
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	from += strings.LastIndexByte(text[from:span.Start], '\n') + 1
	if n := strings.IndexByte(text[span.End:to], '\n'); n >= 0 {
		to = span.End + n
	}
	return from, to
}

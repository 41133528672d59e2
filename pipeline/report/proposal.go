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
}

// An Edit replaces bytes of a file on disk by a text in UTF-8.
type Edit struct {
	Start, End int
	Text       string
}

// propose says what a fix would do.
func propose(place concord.Place, f *concord.Fix) Proposal {
	p := Proposal{Label: f.Label, Auto: f.Auto}
	wide := place.Around(f.Edits)
	if !strings.ContainsFunc(wide.Text(), wordly) {
		wide = wide.At(widen(wide.Seg().Text, wide.Span))
	}
	p.Before, p.After = wide.Text(), wide.Edited(f.Edits)
	p.place(place, f.Edits)
	return p
}

// place works out what the bytes of the file would become.
func (p *Proposal) place(place concord.Place, edits []concord.Edit) {
	raw := place.Raw()
	var text strings.Builder
	at, outside := raw.Start, false
	for _, e := range edits {
		span, ok := e.Place.Seg().Locate(e.Place.Span)
		if !ok {
			p.Text, p.Edits = "", nil
			return
		}
		doc := e.Place.Doc
		with := escape(doc, e.New)
		p.Edits = append(p.Edits, Edit{diskOffset(doc, span.Start), diskOffset(doc, span.End), with})
		if doc == place.Doc && raw.Contains(span) && at <= span.Start {
			text.Write(doc.Raw[at:span.Start])
			text.WriteString(with)
			at = span.End
		} else {
			outside = true
		}
	}
	text.Write(place.Doc.Raw[at:raw.End])
	p.Placed, p.Text = true, text.String()
	if !outside {
		p.Edits = nil
	}
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

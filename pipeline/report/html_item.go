package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// htmlItem is a finding as the page shows it.
type htmlItem struct {
	ID, Kind, Word, Place, Rule, Concept string
	Lang, Dir                            string
	Sentence                             []htmlPiece
	Message                              []passage
	Status                               string
	Others                               [][]passage // the fixes beside the one that is shown
	Related                              []htmlRelated
}

// A htmlPiece is a stretch of a sentence. Tag is "del", "ins", "mark", or "".
type htmlPiece struct{ Tag, Text string }

type htmlRelated struct {
	Place   string
	Message []passage
	Text    string // if Message does not have it
}

// htmlItems makes items of the page.
type htmlItems struct {
	style Style
	texts *reader
}

func (h *htmlItems) item(it *Item) htmlItem {
	s, f := h.style, it.Finding
	kind := f.Severity.String()
	if it.Fixed() {
		kind = "fixed"
	}
	out := htmlItem{
		ID: it.ID, Kind: kind, Word: s.kind(kind), Place: fmt.Sprintf("%d:%d", it.Start.Line, it.Start.Column),
		Rule: f.Rule, Concept: Visible(it.Concept()),
		Sentence: h.sentence(it), Message: s.passages(f.Message), Status: s.status(it),
	}
	out.Lang, out.Dir = direction(f.Place.Doc.Locale)
	for i := 1; i < len(it.Fixes); i++ {
		before, after := contrast(it.Fixes[i].Before, it.Fixes[i].After)
		out.Others = append(out.Others, s.passages(concord.Message{ID: "report.change", Args: map[string]any{"Before": before, "After": after}}))
	}
	for _, ref := range it.Related {
		rel := htmlRelated{Place: fmt.Sprintf("%d:%d", ref.Start.Line, ref.Start.Column), Message: s.passages(ref.Message), Text: line(ref.Text)}
		if ref.Start.File != it.Start.File {
			rel.Place = Visible(ref.Start.File) + ":" + rel.Place
		}
		if strings.Contains(s.message(ref.Message), rel.Text) {
			rel.Text = ""
		}
		out.Related = append(out.Related, rel)
	}
	return out
}

// status says what is to be done about an item that is not fixed.
func (s Style) status(it *Item) string {
	switch why := it.unfixed(); {
	case it.Fixed():
		return ""
	case why != "":
		return s.say(why, nil)
	case it.Fixable():
		return s.say("report.sure", nil)
	case len(it.Fixes) > 0:
		return s.say("report.proposal", nil)
	}
	return s.say("report.question", nil)
}

// direction returns a language and its direction as HTML has them.
func direction(tag language.Tag) (lang, dir string) {
	if tag == language.Und {
		return "", "auto"
	}
	script, _ := tag.Script()
	if slices.Contains(fromRight, script.String()) {
		return tag.String(), "rtl"
	}
	return tag.String(), "ltr"
}

// fromRight lists the scripts that are written from right to left and are in use
// (Unicode, Bidi_Class R and AL).
var fromRight = []string{"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"}

// aside is how many bytes of a sentence are shown at most beside what changes.
const aside = 400

// sentence returns the sentence that an item is in, with the edits of its first
// fix, or with its place marked.
func (h *htmlItems) sentence(it *Item) []htmlPiece {
	place := it.Finding.Place
	var edits []concord.Edit
	if len(it.Finding.Fixes) > 0 {
		for _, e := range it.Finding.Fixes[0].Edits {
			if e.Place.Doc == place.Doc && e.Place.Segment == place.Segment {
				edits = append(edits, e)
			}
		}
		slices.SortStableFunc(edits, func(a, b concord.Edit) int { return cmp.Compare(a.Place.Span.Start, b.Place.Span.Start) })
	}
	text, wide := place.Seg().Text, place.Around(edits).Span
	whole := h.around(place, wide)
	from, to := near(text, whole, wide)
	var all []htmlPiece
	add := func(tag, text string) {
		if text != "" {
			all = append(all, htmlPiece{tag, text})
		}
	}
	if from > whole.Start {
		add("", "…")
	}
	at := from
	for _, e := range edits {
		was := text[e.Place.Span.Start:e.Place.Span.End]
		old, now := contrast(was, e.New)
		add("", flat(text[at:e.Place.Span.Start]))
		add("del", cmp.Or(old, spaced(was))) // a line break alone would not be seen
		add("ins", cmp.Or(now, spaced(e.New)))
		at = e.Place.Span.End
	}
	if edits == nil {
		add("", flat(text[at:wide.Start]))
		add("mark", flat(text[wide.Start:wide.End]))
		at = wide.End
	}
	add("", flat(text[at:to]))
	if to < whole.End {
		add("", "…")
	}
	return all
}

// around returns the sentences that a stretch of a segment is in, without the
// white space at their ends.
func (h *htmlItems) around(place concord.Place, wide concord.Span) concord.Span {
	seg, t := place.Seg(), h.texts.read(place.Seg(), place.Doc)
	first, last := t.at(wide.Start), t.at(max(wide.Start, wide.End-1))
	if len(t.spans) == 0 {
		return wide
	}
	left := seg.Text[min(wide.Start, t.spans[first].Start):wide.Start]
	right := seg.Text[wide.End:max(wide.End, t.spans[last].End)]
	return concord.Span{
		Start: wide.Start - len(strings.TrimLeftFunc(left, unicode.IsSpace)),
		End:   wide.End + len(strings.TrimRightFunc(right, unicode.IsSpace)),
	}
}

// near cuts what is far from a stretch of text off, between characters.
func near(text string, whole, wide concord.Span) (from, to int) {
	from, to = max(whole.Start, wide.Start-aside), min(whole.End, wide.End+aside)
	for from < wide.Start && !utf8.RuneStart(text[from]) {
		from++
	}
	for to < len(text) && to > wide.End && !utf8.RuneStart(text[to]) {
		to--
	}
	return from, to
}

// flat shows text with its line breaks as spaces.
func flat(text string) string { return Visible(unbroken.Replace(text)) }

var unbroken = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ")

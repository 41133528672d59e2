package rules

import (
	"fmt"
	"strings"

	"golang.org/x/text/unicode/bidi"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// Bidi asks about marks that change the direction of writing.
var Bidi = &lint.Rule{
	Name:     "bidi",
	Group:    lint.Security,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "An invisible mark changes the direction of the text",
		Text: `Marks that override the direction show a text otherwise than it is: they are always an error (CVE-2021-42574). Embeddings and isolates must be closed in their paragraph, and in a paragraph without a letter that is written from right to left no such mark has a purpose, unless the text is in such a language.
Nothing is edited: what was meant to be seen is known to the author.`,
		Bad:  "The file is called \u202etxt.exe today.",
		Good: "The file is called exe.txt today.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News},
			{Texts: lint.Abstracts, Read: 1, Right: 1},
			{Texts: lint.Manuals, Read: 2, Right: 2},
		},
	},
	Run: func(p *lint.Pass) {
		for i := range p.Doc.Segments {
			s := &p.Doc.Segments[i]
			if s.Lacks&concord.Typographic == 0 && !p.Settled(i) && steered(s.Text) {
				steer(p, i)
			}
		}
	},
}

// steering are the marks that change the direction.
const steering = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

// steered reports whether a text has one of them: their bytes begin E2 80 and E2 81.
func steered(text string) bool {
	for at := range each(text, "\xe2") {
		switch next := text[at+1 : at+3]; {
		case next[0] == 0x80 && (next[1] == 0x8e || next[1] == 0x8f || next[1] >= 0xaa && next[1] <= 0xae),
			next[0] == 0x81 && next[1] >= 0xa6 && next[1] <= 0xa9:
			return true
		}
	}
	return false
}

func steer(p *lint.Pass, segment int) {
	text := p.Doc.Segments[segment].Text
	leftward := leftward(p.Doc.Locale) || strings.ContainsFunc(text, func(r rune) bool {
		props, _ := bidi.LookupRune(r)
		return (props.Class() == bidi.R || props.Class() == bidi.AL) && r != 0x200F
	})
	tell := func(id string, severity concord.Severity, span concord.Span) {
		r := []rune(text[span.Start:span.End])
		p.Report(concord.Finding{
			Place: p.Place(segment, span), Severity: severity,
			Message: concord.Message{ID: id, Args: map[string]any{"Code": fmt.Sprintf("U+%04X", r[0])}},
		})
	}
	var embedded, isolated []concord.Span
	for at, r := range text {
		if !strings.ContainsRune(steering, r) {
			continue
		}
		span := concord.Span{Start: at, End: at + len(string(r))}
		switch {
		case r == 0x202D || r == 0x202E:
			tell("rule.bidi.override", concord.Error, span)
		case !leftward:
			tell("rule.bidi.idle", concord.Warning, span)
		case r == 0x202A || r == 0x202B:
			embedded = append(embedded, span)
		case r >= 0x2066 && r <= 0x2068:
			isolated = append(isolated, span)
		case r == 0x202C && len(embedded) > 0:
			embedded = embedded[:len(embedded)-1]
		case r == 0x2069 && len(isolated) > 0:
			isolated = isolated[:len(isolated)-1]
		case r == 0x2069:
			tell("rule.bidi.open", concord.Warning, span)
		}
	}
	for _, span := range append(embedded, isolated...) {
		tell("rule.bidi.open", concord.Warning, span)
	}
}

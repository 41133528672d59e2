package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// dressed reports words in which Latin letters of full width stand beside usual ones,
// and words in letters that are meant for mathematics.
func dressed(p *lint.Pass, segment int) {
	const word = 3 // letters: fewer are a formula
	text := p.Doc.Segments[segment].Text
	if !mayDress(text) {
		return
	}
	start, usual, wide, styled := -1, 0, 0, 0
	for at, r := range text + " " {
		switch {
		case r|0x20 >= 'a' && r|0x20 <= 'z' && r < utf8.RuneSelf:
			usual++
		case r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ':
			wide++
		case r >= 0x1D400 && r <= 0x1D7CB && unicode.IsLetter(r):
			styled++
		default:
			if wide > 0 && usual > 0 || styled >= word {
				undress(p, segment, concord.Span{Start: start, End: at})
			}
			start, usual, wide, styled = -1, 0, 0, 0
			continue
		}
		if start < 0 {
			start = at
		}
	}
}

// mayDress reports whether a text has letters of full width, or such as are meant for
// mathematics, by the bytes they begin with.
func mayDress(text string) bool {
	if strings.Contains(text, "\xF0\x9D") || strings.Contains(text, "\xEF\xBD") {
		return true
	}
	for at := range each(text, "\xEF\xBC") { // as does a wide comma
		if at+2 < len(text) && text[at+2] >= 0xA1 {
			return true
		}
	}
	return false
}

// undress reports a word, and proposes it in usual letters.
func undress(p *lint.Pass, segment int, span concord.Span) {
	place := p.Place(segment, span)
	edits := []concord.Edit{{Place: place, New: norm.NFKC.String(place.Text())}}
	p.Report(concord.Finding{
		Place:   place,
		Message: concord.Message{ID: "rule.homoglyph.dressed", Args: map[string]any{"Found": place.Text(), "Wanted": edits[0].New}},
		Fixes:   []concord.Fix{{Label: replaceLabel(place, edits), Edits: edits}},
	})
}

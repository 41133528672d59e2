package rules

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// Invisible asks about characters that nobody sees.
var Invisible = &lint.Rule{
	Name:     "invisible",
	Group:    lint.Security,
	Severity: concord.Warning,
	Doc: lint.Doc{
		Title: "A character that nobody sees stands in the text",
		Text: `Characters of no width, fillers, tags and control characters, and the sign for a character that was lost, unless the source has one too. They come with text that was copied, keep searches and glossaries from finding words, and can hide what an address says.
Their deletion is proposed. Joiners stay where a script needs them (Arabic, Indic scripts, emoji), spaces of no width in Thai, Khmer, Lao and Burmese, soft hyphens and a byte order mark everywhere.`,
		Bad:  "The new ha\u200bll opens on Monday.",
		Good: "The new hall opens on Monday.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News, Read: 11, Right: 11},
			{Texts: lint.Abstracts, Read: 2, Right: 2},
			{Texts: lint.Manuals, Read: 7, Right: 6, Others: "shown on purpose"},
		},
	},
	Run: func(p *lint.Pass) {
		for i := range p.Doc.Segments {
			s := &p.Doc.Segments[i]
			if s.Lacks&hidden == hidden || s.Kind == concord.Blank || p.Settled(i) {
				continue
			}
			end := -1 // of the one before
			for at := nextOdd(s.Text, 0); at < len(s.Text); at++ {
				if b := s.Text[at]; !suspect[b] {
					if b < utf8.RuneSelf {
						at = nextOdd(s.Text, at+1) - 1
					}
					continue
				}
				r, _ := utf8.DecodeRuneInString(s.Text[at:])
				if !unseen(s.Text, at, r) || needed(s.Text, at, r) {
					continue
				}
				if at != end && !(r == utf8.RuneError && inSourceToo(p, i, "\ufffd")) {
					invisible(p, i, at)
				}
				end = at + utf8.RuneLen(r)
			}
		}
	},
}

// inSourceToo reports whether what a segment translates has a character as well: it
// is shown on purpose.
func inSourceToo(p *lint.Pass, segment int, character string) bool {
	for _, b := range p.Beads() {
		if slices.Contains(b.Target, segment) {
			return strings.Contains(joined(p.Release.Source, b.Source), character)
		}
	}
	return false
}

// invisible reports the characters of one kind that stand at an offset.
func invisible(p *lint.Pass, segment, at int) {
	text := p.Doc.Segments[segment].Text
	r, n := utf8.DecodeRuneInString(text[at:])
	same := text[at : at+n]
	end := at + n
	for strings.HasPrefix(text[end:], same) {
		end += n
	}
	f := concord.Finding{
		Place:   p.Place(segment, concord.Span{Start: at, End: end}),
		Message: concord.Message{ID: "rule.invisible", Args: map[string]any{"Code": fmt.Sprintf("U+%04X", r)}},
	}
	if r == utf8.RuneError {
		f.Message.ID = "rule.invisible.lost"
	} else {
		f.Fixes = []concord.Fix{{Label: concord.Message{ID: "fix.delete", Args: map[string]any{"Old": f.Message.Args["Code"]}}, Edits: []concord.Edit{{Place: f.Place}}}}
	}
	p.Report(f)
}

// hidden are the signs of which a segment without such characters has none.
const hidden = concord.Typographic | concord.Bracket | concord.Special | concord.Script

// suspect are the bytes that an unseen character may begin with.
var suspect = func() (of [256]bool) {
	for _, all := range [][2]rune{{0, 0xFF}, {0x1100, 0x20FF}, {0x3164, 0x3164}, {0xFE00, 0xFFFF}, {0xE0000, 0xE007F}} {
		for r := all[0]; r <= all[1]; r++ {
			if unseen(string(r), 0, r) {
				of[string(r)[0]] = true
			}
		}
	}
	return of
}()

// unseen reports whether a character is invisible, or stands for one that was lost.
func unseen(text string, at int, r rune) bool {
	switch {
	case r == utf8.RuneError:
		return strings.HasPrefix(text[at:], "\ufffd") // and no byte that is no character
	case r == '\t' || r == '\n' || r == '\r' || r == '\f' || r == 0x85:
		return false
	case r < ' ', r >= 0x7F && r <= 0x9F, r >= 0x200B && r <= 0x200D, r >= 0x2060 && r <= 0x2064, r == 0x180E, r == 0xFEFF:
		return true
	case r == 0x115F, r == 0x1160, r == 0x3164, r == 0xFFA0, r >= 0x206A && r <= 0x206F, r >= 0xFFF9 && r <= 0xFFFB, r >= 0xE0000 && r <= 0xE007F:
		return true // fillers, deprecated marks, annotations, tags
	}
	return false
}

// needed reports whether a script needs an invisible character where it stands.
func needed(text string, at int, r rune) bool {
	before, after := flanks(text, concord.Span{Start: at, End: at + len(string(r))})
	switch r {
	case 0xFEFF:
		return at == 0
	case 0x115F, 0x1160:
		return unicode.Is(unicode.Hangul, before) || unicode.Is(unicode.Hangul, after)
	case 0x200B:
		return unicode.In(before, unicode.Thai, unicode.Khmer, unicode.Lao, unicode.Myanmar)
	case 0x200C, 0x200D:
		return unicode.In(before, joining...) || unicode.In(after, joining...) || unicode.Is(unicode.So, after) || unicode.Is(unicode.So, before) || before == 0xFE0F
	}
	return r >= 0xE0020 && r <= 0xE007F && inFlag(text[:at])
}

// inFlag reports whether a text ends as the flag of a region begins: with a black flag
// and tags.
func inFlag(text string) bool {
	const tags = 6
	for range tags {
		r, n := utf8.DecodeLastRuneInString(text)
		if r == '🏴' {
			return true
		}
		if r < 0xE0020 || r > 0xE007F {
			return false
		}
		text = text[:len(text)-n]
	}
	return false
}

// joining are the scripts whose letters join or part by an invisible character.
var joining = []*unicode.RangeTable{
	unicode.Arabic, unicode.Syriac, unicode.Mongolian, unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati,
	unicode.Oriya, unicode.Tamil, unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala, unicode.Khmer, unicode.Myanmar,
}

package locales

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// A gap is white space inside a match: between two words, or a line break that
// parts what belongs together, between two Han or kana letters or behind a
// hyphen.
type gap struct {
	span concord.Span
	part bool
}

// gaps appends the white space inside a stretch of text.
func gaps(all []gap, text string, span concord.Span) []gap {
	for at := span.Start; at < span.End; {
		c, n := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsSpace(c) {
			at += n
			continue
		}
		end := at
		for end < span.End {
			c, n := utf8.DecodeRuneInString(text[end:])
			if !unicode.IsSpace(c) {
				break
			}
			end += n
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[end:])
		broken := strings.ContainsAny(text[at:end], "\r\n")
		all = append(all, gap{concord.Span{Start: at, End: end}, broken && (before == '-' || before == '‐' || unspaced(before) && unspaced(after))})
		at = end
	}
	return all
}

func unspaced(c rune) bool {
	return c >= 0x2E80 && (unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana) || c == 'ー')
}

// place returns the changes that put a term in the place of the match. Where
// both have as many gaps, the gaps are not touched. Otherwise a line break
// inside the match moves behind the replacement, to the space after it, or to
// the one before it if none follows.
func place(text string, span concord.Span, new string) []Change {
	if text[span.Start:span.End] == new && !strings.ContainsAny(new, "\r\n") && strings.TrimSpace(new) == new {
		return nil
	}
	words := 0
	for range strings.FieldsSeq(new) {
		words++
	}
	var few [8]gap
	old := gaps(few[:0], text, span)
	parted, broken := false, ""
	for _, g := range old {
		parted = parted || g.part
		white := text[g.span.Start:g.span.End]
		if i := strings.IndexAny(white, "\r\n"); i >= 0 {
			broken = white[i:]
		}
	}
	if !parted && len(old)+1 == words {
		return wordwise(text, span, old, new)
	}
	new = strings.Join(strings.Fields(new), " ")
	if broken == "" {
		return []Change{{span, new}}
	}
	if len(old) > 0 && parted && unspacedEnd(text, old) {
		return []Change{{span, new + broken}}
	}
	if to, ok := spaceAfter(text, span.End); ok {
		return []Change{{span, new}, {to, broken}}
	}
	if to, ok := spaceBefore(text, span.Start); ok {
		return []Change{{to, broken}, {span, new}}
	}
	return []Change{{span, new}}
}

func unspacedEnd(text string, all []gap) bool {
	for _, g := range all {
		if c, _ := utf8.DecodeLastRuneInString(text[:g.span.Start]); g.part && unspaced(c) {
			return true
		}
	}
	return false
}

// wordwise replaces words one by one by those of a term, which has as many.
func wordwise(text string, span concord.Span, old []gap, new string) []Change {
	changes := make([]Change, 0, len(old)+2) // one more may come beside the term
	at, i := span.Start, -1
	for w := range strings.FieldsSeq(new) {
		i++
		end := span.End
		if i < len(old) {
			end = old[i].span.Start
		}
		if text[at:end] != w {
			changes = append(changes, Change{concord.Span{Start: at, End: end}, w})
		}
		if i < len(old) {
			at = old[i].span.End
		}
	}
	return changes
}

// spaceAfter returns the next space, if no line ends before it.
func spaceAfter(text string, at int) (concord.Span, bool) {
	i := strings.IndexFunc(text[at:], unicode.IsSpace)
	if i < 0 {
		return concord.Span{}, false
	}
	start := at + i
	end := start + len(text[start:]) - len(strings.TrimLeft(text[start:], " "))
	if end == start || end == len(text) || text[end] == '\n' || text[end] == '\r' {
		return concord.Span{}, false
	}
	return concord.Span{Start: start, End: end}, true
}

// spaceBefore returns the last space, if no line begins after it.
func spaceBefore(text string, at int) (concord.Span, bool) {
	i := strings.LastIndexFunc(text[:at], unicode.IsSpace)
	if i < 0 || text[i] != ' ' {
		return concord.Span{}, false
	}
	start := len(strings.TrimRight(text[:i+1], " "))
	if start == 0 || text[start-1] == '\n' || text[start-1] == '\r' {
		return concord.Span{}, false
	}
	return concord.Span{Start: start, End: i + 1}, true
}

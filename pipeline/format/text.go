package format

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// Text is plain text: paragraphs set apart by blank lines, hard-wrapped or not.
var Text = &Codec{
	Name:       "text",
	Extensions: []string{".txt", ".text"},
	Decode:     func(raw []byte) ([]concord.Segment, error) { return decodeText(raw), nil },
	Escape:     func(s string) string { return s },
}

func decodeText(raw []byte) []concord.Segment {
	var segs []concord.Segment
	blank, start, end := 0, -1, 0
	flush := func() {
		if start >= 0 {
			segs = append(segs, textSegment(raw, start, end, blank))
			blank, start = 0, -1
		}
	}
	bom := 0
	if bytes.HasPrefix(raw, []byte("\ufeff")) {
		bom = 3
	}
	for at := bom; at < len(raw); {
		stop, next := line(raw, at)
		switch {
		case blankLine(raw[at:stop]):
			flush()
			if stop > at {
				s := textSegment(raw, at, stop, blank)
				s.Kind = concord.Blank
				segs = append(segs, s)
			}
			blank++
		case start < 0:
			start, end = at, stop
		default:
			end = stop
		}
		at = next
	}
	flush()
	return segs
}

func textSegment(raw []byte, start, end, blank int) concord.Segment {
	return concord.Segment{
		Blank: blank,
		Text:  string(raw[start:end]),
		Runs:  []concord.Run{{Text: concord.Span{End: end - start}, Raw: concord.Span{Start: start, End: end}}},
	}
}

// line returns where the line at an offset ends and where the next one begins.
func line(raw []byte, at int) (stop, next int) {
	i := bytes.IndexAny(raw[at:], "\r\n")
	if i < 0 {
		return len(raw), len(raw)
	}
	stop, next = at+i, at+i+1
	if raw[stop] == '\r' && next < len(raw) && raw[next] == '\n' {
		next++
	}
	return stop, next
}

func blankLine(b []byte) bool {
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if !unicode.IsSpace(r) && r != '\ufeff' && r != '\u200b' {
			return false
		}
		b = b[n:]
	}
	return true
}

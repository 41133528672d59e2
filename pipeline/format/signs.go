package format

import "github.com/concord-l10n/concord"

// stop is what a byte is that a mark may have, beside being a sign.
const stop concord.Signs = 1 << 15

// meaning says of each byte what it means to a marker and to rules.
var meaning = func() (of [256]concord.Signs) {
	for b, is := range telling {
		if is {
			of[b] = stop
		}
	}
	of['-'] |= concord.Hyphen
	of['\''] |= concord.Apostrophe
	of['"'] |= concord.Quotation
	of[';'] |= concord.Semicolon
	of[0xE2] |= concord.Typographic // begins U+2000 to U+2FFF
	for _, b := range "()[]" {
		of[b] |= concord.Bracket
	}
	of[0xEF] |= concord.Bracket // begins U+F000 to U+FFFF
	for b := '0'; b <= '9'; b++ {
		of[b] |= concord.Figure
	}
	for b := range of {
		switch {
		case b < ' ' && b != '\t' && b != '\n' && b != '\r', b == 0x7F, b == 0xC2: // the last begins U+0080 to U+00BF
			of[b] |= concord.Special
		case b > 0xCC && b != 0xE2 && b != 0xEF: // begins U+0340 and on
			of[b] |= concord.Script
		}
		if b >= 0xCD && b <= 0xD4 {
			of[b] |= concord.Greek // begins U+0340 to U+053F
		}
	}
	return of
}()

// tell returns where the next telling byte is, or the length of the text, and
// notes the signs before it. It is where the time goes, so it looks at eight
// bytes a step.
func (m *marker) tell(i int) int {
	seen, s := m.seen, m.text[i:]
	for len(s) >= 8 {
		here := meaning[s[0]] | meaning[s[1]] | meaning[s[2]] | meaning[s[3]] | meaning[s[4]] | meaning[s[5]] | meaning[s[6]] | meaning[s[7]]
		if here&stop != 0 {
			break
		}
		seen |= here
		s = s[8:]
	}
	for s != "" && meaning[s[0]]&stop == 0 {
		seen |= meaning[s[0]]
		s = s[1:]
	}
	m.seen = seen
	return len(m.text) - len(s)
}

// pass notes the signs of a stretch that need not be looked into, and returns
// where it ends.
func (m *marker) pass(from, to int) int {
	for i := from; i < to; i++ {
		m.seen |= meaning[m.text[i]]
	}
	return to
}

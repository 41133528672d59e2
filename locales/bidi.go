package locales

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// direction doubts a term of the other direction than its line beside a mark or
// a digit, which may then be shown on its wrong side. Invisible marks would put
// that right, but nobody sees them afterwards.
func (f *fitting) direction() {
	was, is := strong(f.found), strong(f.word)
	if was == is || is != bidi.L || !strings.ContainsFunc(lineAround(f.Text, f.Span), rightToLeft) {
		return
	}
	before := strings.TrimRightFunc(f.Text[:f.Span.Start], unicode.IsSpace)
	after := strings.TrimLeftFunc(f.Text[f.Span.End:], unicode.IsSpace)
	if neutral(trailing(before)) && before != "" || neutral(leading(after)) && after != "" {
		f.unsure("doubt.direction")
	}
}

// strong returns the class of the first character of a text that has a
// direction.
func strong(text string) bidi.Class {
	for _, c := range text {
		switch class := class(c); class {
		case bidi.L, bidi.R, bidi.AL:
			return class
		}
	}
	return bidi.ON
}

func rightToLeft(c rune) bool { return class(c) == bidi.R || class(c) == bidi.AL }

func neutral(c rune) bool {
	switch class(c) {
	case bidi.ON, bidi.ES, bidi.ET, bidi.CS, bidi.EN, bidi.AN:
		return true
	}
	return false
}

func class(c rune) bidi.Class {
	p, _ := bidi.LookupRune(c)
	return p.Class()
}

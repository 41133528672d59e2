package locales

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// runs doubts a term that is part of a longer word in katakana, which is
// written without anything between its parts, and a short one in Han characters
// that more of them follow where words mostly end in kana: 修理工 in 修理工場.
func (f *fitting) runs() {
	if f.found == f.word {
		return
	}
	left, right := trailing(f.Text[:f.Span.Start]), leading(f.Text[f.Span.End:])
	if katakana(leading(f.found)) && katakana(left) || katakana(trailing(f.found)) && katakana(right) {
		f.unsure("doubt.run")
	}
	if n := utf8.RuneCountInString(f.found); !f.Proper && n <= f.Run && han(f.found) && unicode.Is(unicode.Han, right) {
		f.unsure("doubt.run")
	}
}

// han reports whether a text is in Han characters.
func han(text string) bool {
	return !strings.ContainsFunc(text, func(c rune) bool { return !unicode.Is(unicode.Han, c) })
}

func katakana(c rune) bool {
	return unicode.Is(unicode.Katakana, c) || strings.ContainsRune("ー・ｰ･", c)
}

// spacing keeps the spacing of the text where Latin and Han letters meet: a
// space before a Latin term goes with it, and one comes where the text sets it.
func (f *fitting) spacing() {
	was, is := unspaced(leading(f.found)), unspaced(leading(f.word))
	if was == is && unspaced(trailing(f.found)) == unspaced(trailing(f.word)) || strings.ContainsAny(f.found, "\r\n") {
		return
	}
	before, after := f.Text[:f.Span.Start], f.Text[f.Span.End:]
	inner := strings.TrimSuffix(before, " ")
	switch {
	case was == is || !unspaced(trailing(inner)):
	case is && inner != before:
		f.change(len(inner), len(before), "")
	case !is && inner == before && f.setApart() && letterOrDigit(leading(f.word)):
		f.change(len(before), len(before), " ")
	}
	was, is = unspaced(trailing(f.found)), unspaced(trailing(f.word))
	inner = strings.TrimPrefix(after, " ")
	at := f.Span.End
	switch {
	case was == is || !unspaced(leading(inner)):
	case is && inner != after:
		f.change(at, at+1, "")
	case !is && inner == after && f.setApart() && letterOrDigit(trailing(f.word)):
		f.change(at, at, " ")
	}
}

func letterOrDigit(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

// setApart reports whether the text sets a space between Han and Latin letters
// or digits more often than not.
func (f *fitting) setApart() bool {
	apart, close := 0, 0
	var last, space rune
	for _, c := range f.Text[:f.Span.Start] + "\n" + f.Text[f.Span.End:] {
		if c == ' ' && space == 0 {
			space = c
			continue
		}
		if foreign := letterOrDigit(c) && !unspaced(c); foreign && unspaced(last) || unspaced(c) && letterOrDigit(last) && !unspaced(last) {
			if space != 0 {
				apart++
			} else {
				close++
			}
		}
		last, space = c, 0
	}
	return apart > close
}

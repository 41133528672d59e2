package locales

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// signed reads the minus sign before an offset, where a number or its currency
// begins, and returns where the sign does.
func (r *quantityReader) signed(q *Quantity, at int) (from int) {
	sign, n := utf8.DecodeLastRuneInString(r.text[:at])
	if !strings.ContainsRune("-−–－", sign) || n == 0 {
		return at
	}
	before, size := utf8.DecodeLastRuneInString(r.text[:at-n])
	if unicode.IsSpace(before) {
		before, size = utf8.DecodeLastRuneInString(strings.TrimRightFunc(r.text[:at-n], unicode.IsSpace))
		if !unicode.IsLetter(before) && !strings.ContainsRune(",;:(~～", before) && size > 0 { // "5 -10"
			return at
		}
	} else if size > 0 && !strings.ContainsRune("([（［“「：:，、~～", before) && !unicode.In(before, unicode.Han, unicode.Hiragana, unicode.Katakana) {
		return at
	}
	q.Sign = Minus
	return at - n
}

// below reads what says behind a unit that a number is below zero, and returns
// where it ends.
func (r *quantityReader) belowZero(q *Quantity, end int) int {
	if _, to, ok := r.below.at(r.text, r.gapAfter(end, false)); ok {
		q.Sign = Minus
		return to
	}
	return end
}

// shareSign leaves open which sign the second bound of a range has whose first is
// said in words to be below zero: 零下5至12度.
func (r *quantityReader) shareSign(a, b *Quantity) {
	c, _ := utf8.DecodeRuneInString(r.text[a.Span.Start:])
	if a.Sign == Minus && b.Sign == Plus && unicode.IsLetter(c) {
		b.Sign = EitherSign
	}
	if b.Sign == Minus && a.Sign == Plus {
		a.Sign = EitherSign
	}
}

// Sinks reports whether a text says of something that it is below zero, or less
// than it was, in a language that has the words for it in its tables.
func (q *Numerals) Sinks(text string) bool {
	lower := strings.ToLower(text)
	for _, words := range [][]string{q.Falling, q.Less} {
		for _, w := range words {
			if strings.Contains(lower, w) {
				return true
			}
		}
	}
	return false
}

package locales

import (
	"strings"
)

// Same reports whether two numbers reach the same telephone: with the code of the
// country or area or without it, with the 0 that is dialled before an area or
// without it.
func (p PhoneNumber) Same(o PhoneNumber) bool {
	a, b := p.core(), o.core()
	if len(a) < len(b) {
		a, b = b, a
	}
	const code = 5 // digits of country and area together
	return a == b || len(b) >= plainPhone && len(a)-len(b) <= code && strings.HasSuffix(a, b)
}

// Tail returns the last digits, which numbers that are the same have in common.
func (p PhoneNumber) Tail() string {
	digits := p.core()
	return digits[max(0, len(digits)-plainPhone):]
}

// core returns the digits without what is dialled before an area within a country.
func (p PhoneNumber) core() string {
	if p.Abroad {
		return p.Digits
	}
	const national = 11 // digits of a number of Russia or North America with the prefix
	if len(p.Digits) == national && (p.Digits[0] == '8' || p.Digits[0] == '1' && p.Digits[1] != '3' && p.Digits[1] < '4') {
		return p.Digits[1:]
	}
	return strings.TrimLeft(p.Digits, "0")
}

// Near reports whether one number is the other with a digit or two changed, lost
// or swapped, or an extension lost.
func (p PhoneNumber) Near(o PhoneNumber) bool {
	a, b := p.core(), o.core()
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) >= plainPhone && strings.Contains(b, a) { // an extension was lost
		return true
	}
	const most = 2
	for cut := 0; cut <= len(b)-len(a) && cut <= 5; cut++ {
		if len(a) >= plainPhone-1 && differing(a, b[cut:]) <= most {
			return true
		}
	}
	return false
}

// differing returns how many digits must be changed, put in or left out to make a
// number of another, which has no more than a few (Levenshtein distance).
func differing(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := before
			if a[i] != b[j] {
				change++
			}
			before = row[j+1]
			row[j+1] = min(change, row[j]+1, before+1)
		}
	}
	return row[len(b)]
}

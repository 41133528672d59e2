package locales

import (
	"math/bits"
	"strconv"
	"strings"
)

// An Amount is an exact number that is not negative: Digits × 10^Zeros ÷ Over.
// Equal numbers are equal Amounts, so an Amount may be compared and be a key.
type Amount struct {
	Digits uint64 // does not end in zero, unless it is zero
	Zeros  int    // may be negative: places behind the decimal mark
	Over   uint64 // 1 for all decimals; shares no factor with Digits, and has none of 2 and 5
}

// maxPlaces bounds the places of an Amount before and behind the decimal mark.
const maxPlaces = 30

// NewAmount returns digits × 10^zeros. It reports false if that has more places
// than an Amount can hold.
func NewAmount(digits uint64, zeros int) (Amount, bool) {
	for digits != 0 && digits%10 == 0 {
		digits, zeros = digits/10, zeros+1
	}
	if digits == 0 {
		zeros = 0
	}
	return Amount{digits, zeros, 1}, zeros <= maxPlaces && zeros >= -maxPlaces
}

// ParseAmount reads "12", "0.5" or "1/3".
func ParseAmount(text string) (a Amount, ok bool) {
	over, under, fraction := strings.Cut(text, "/")
	integer, places, _ := strings.Cut(over, ".")
	digits, err := strconv.ParseUint(integer+places, 10, 64)
	if a, ok = NewAmount(digits, -len(places)); err != nil || !ok {
		return Amount{}, false
	}
	if fraction {
		b, ok := ParseAmount(under)
		if !ok || strings.Contains(under, "/") {
			return Amount{}, false
		}
		return a.By(b)
	}
	return a, true
}

// whole returns a small number as an Amount.
func whole(n uint64) Amount {
	a, _ := NewAmount(n, 0)
	return a
}

// Times returns a × b, and false if it is too large.
func (a Amount) Times(b Amount) (Amount, bool) {
	if a.Over == 0 || b.Over == 0 {
		return Amount{}, false
	}
	shared, shared2 := gcd(a.Digits, b.Over), gcd(b.Digits, a.Over)
	if a.Digits == 0 || b.Digits == 0 {
		return Amount{0, 0, 1}, true
	}
	hi, digits := bits.Mul64(a.Digits/shared, b.Digits/shared2)
	hi2, over := bits.Mul64(a.Over/shared2, b.Over/shared)
	out, ok := NewAmount(digits, a.Zeros+b.Zeros)
	out.Over = over
	return out, ok && hi == 0 && hi2 == 0
}

// By returns a ÷ b, and false if b is zero or the result has too many places.
func (a Amount) By(b Amount) (Amount, bool) {
	if b.Digits == 0 || a.Over == 0 {
		return Amount{}, false
	}
	digits, zeros, ok := b.Over, -b.Zeros, true
	over := b.Digits
	for ; over%10 == 0; over /= 10 {
		zeros--
	}
	for over%2 == 0 && ok {
		digits, over, zeros, ok = digits*5, over/2, zeros-1, digits < 1<<60
	}
	for over%5 == 0 && ok {
		digits, over, zeros, ok = digits*2, over/5, zeros-1, digits < 1<<62
	}
	shared := gcd(digits, over)
	inverse, fits := NewAmount(digits/shared, zeros)
	inverse.Over = over / shared
	if !ok || !fits {
		return Amount{}, false
	}
	return a.Times(inverse)
}

// Plus returns a + b, and false if it has too many digits.
func (a Amount) Plus(b Amount) (Amount, bool) {
	if a.Over != b.Over {
		if a.Over == 0 || b.Over == 0 {
			return Amount{}, false
		}
		if a.Over != 1 && b.Over != 1 {
			return Amount{}, false
		}
		over := max(a.Over, b.Over) // bring both to one denominator
		x, ok1 := a.scaled(over / a.Over)
		y, ok2 := b.scaled(over / b.Over)
		if !ok1 || !ok2 {
			return Amount{}, false
		}
		sum, ok := x.Plus(y)
		if !ok {
			return Amount{}, false
		}
		return sum.By(whole(over))
	}
	zeros := min(a.Zeros, b.Zeros)
	x, ok1 := shifted(a.Digits, a.Zeros-zeros)
	y, ok2 := shifted(b.Digits, b.Zeros-zeros)
	sum, carry := bits.Add64(x, y, 0)
	out, ok := NewAmount(sum, zeros)
	if !ok || !ok1 || !ok2 || carry != 0 {
		return Amount{}, false
	}
	if a.Over > 1 {
		return out.By(whole(a.Over))
	}
	return out, true
}

// scaled returns the Amount with numerator and whole part in one, over 1.
func (a Amount) scaled(by uint64) (Amount, bool) {
	hi, digits := bits.Mul64(a.Digits, by)
	out, ok := NewAmount(digits, a.Zeros)
	return out, ok && hi == 0
}

// shifted returns n × 10^by, and false if it has too many digits.
func shifted(n uint64, by int) (uint64, bool) {
	for ; by > 0; by-- {
		hi, lo := bits.Mul64(n, 10)
		if hi != 0 {
			return 0, false
		}
		n = lo
	}
	return n, true
}

// Compare returns -1, 0 or 1 as a is less than, equal to or greater than b.
func (a Amount) Compare(b Amount) int {
	if a == b {
		return 0
	}
	if a.Float() < b.Float() { // equal ones are equal already, and close ones do not occur
		return -1
	}
	return 1
}

// Float returns a rounded to a float64, to tell how far apart two Amounts are.
func (a Amount) Float() float64 {
	f, _ := strconv.ParseFloat(strconv.FormatUint(a.Digits, 10)+"e"+strconv.Itoa(a.Zeros), 64)
	return f / float64(max(a.Over, 1))
}

// Int returns a as an integer, and false if it is none or too large for one.
func (a Amount) Int() (int, bool) {
	if a.Over != 1 || a.Zeros < 0 || a.Zeros > 17 {
		return 0, false
	}
	n, ok := shifted(a.Digits, a.Zeros)
	return int(n), ok && n < 1<<62
}

// String returns a in figures, in groups of three: "3,500", "0.35", "1/3".
func (a Amount) String() string {
	s := strconv.FormatUint(a.Digits, 10)
	fraction := ""
	if a.Zeros >= 0 {
		s += strings.Repeat("0", a.Zeros)
	} else {
		s = strings.Repeat("0", max(0, 1-a.Zeros-len(s))) + s
		s, fraction = s[:len(s)+a.Zeros], "."+s[len(s)+a.Zeros:]
	}
	for at := len(s) - 3; at > 0 && len(s) > 4; at -= 3 {
		s = s[:at] + "," + s[at:]
	}
	s += fraction
	if a.Over > 1 {
		s += "/" + strconv.FormatUint(a.Over, 10)
	}
	return s
}

// MarshalText returns String.
func (a Amount) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// Western returns a as it is said by thousands: "350 million".
func (a Amount) Western() string {
	return a.said(3, "", " thousand", " million", " billion", " trillion")
}

// Eastern returns a as it is said by ten thousands: "3.5亿".
func (a Amount) Eastern() string { return a.said(4, "", "万", "亿", "万亿") }

// said writes a with the largest of the words that leaves no more than few
// places behind the decimal mark. Each word is worth 10^step of the one before.
func (a Amount) said(step int, words ...string) string {
	const few = 4
	for i := len(words) - 1; i > 0; i-- {
		part := Amount{a.Digits, a.Zeros - i*step, a.Over}
		if i == 1 && step == 3 { // "3,500", not "3.5 thousand"
			continue
		}
		if part.Zeros >= -few && part.Float() >= 1 {
			return part.String() + words[i]
		}
	}
	return a.String()
}

func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return max(a, 1)
}

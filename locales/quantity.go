package locales

import (
	"strings"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// A Quantity is a number that a text states, with its exact value.
type Quantity struct {
	Span   concord.Span // the number, with its unit
	Whole  concord.Span // the whole date or range that it is a part of, or Span
	Kind   QuantityKind
	Amount Amount // as it is said: 35 of "35 %". Of a Clock the minutes since noon or midnight
	Or     Amount // another reading: 5 million of the first number of "5 to 6 million"; the zero Amount if there is none
	Unit   string // as it is named in rules/und.toml: "km", "CNY", "%"; "" if there is none
	Loose  bool   // said in a way that a translation may drop: "both", "one", G20
	Few    bool   // one to ten in words or Han numerals, and certainly a number: "five", 五名
	About  bool   // said to be about, more or less than that
	Upper  bool   // the second bound of a range, whose first is the Quantity before it
	Odd    bool   // the figures are not grouped as the language groups them: 3,5
	Half   HalfDay
	Growth Growth
	Sign   Sign
}

// Sign says whether a Quantity is below zero. Its Amount never is.
type Sign uint8

// The signs of a quantity; EitherSign is that of 12 in 零下5至12度.
const (
	Plus Sign = iota
	Minus
	EitherSign
)

// Growth is how a Multiple is to be read, where the text says so.
type Growth uint8

// A multiple may be added to what was, 增长两倍, or be what it has become: "doubled".
const (
	GrowthUnsaid Growth = iota
	Added
	Become
)

// HalfDay is the half of the day that a Clock is in.
type HalfDay uint8

// The halves of a day; EitherHalf where the text does not say which.
const (
	EitherHalf HalfDay = iota
	Morning
	Afternoon
)

// QuantityKind says what a Quantity counts.
type QuantityKind uint8

// The kinds of quantity. The parts of a date are quantities of their own.
const (
	Count QuantityKind = iota
	Percent
	PerMille
	Multiple // 3倍, threefold
	Fraction // two thirds
	Ordinal
	Year
	Month
	Day
	Clock
	Money
	Measured // with a unit of measurement
	Weekday  // Monday is 1
)

// quantityKinds are the kinds as rules/und.toml names those of units.
var quantityKinds = map[string]QuantityKind{"": Measured, "percent": Percent, "per-mille": PerMille, "multiple": Multiple, "money": Money}

// Quantities finds the quantities in a text, in order; none in a language that
// has no table of them. It takes time linear in the length of the text.
func (r *Rules) Quantities(text string) []Quantity {
	if r.Numerals.Decimal == "" {
		return nil
	}
	r.numerals.once.Do(func() { r.numerals.numerals = compileNumerals(r) })
	rd := quantityReader{numerals: r.numerals.numerals, text: text}
	rd.read()
	rd.seen.reconsider(rd.out)
	rd.joinDates()
	rd.joinRanges()
	rd.addWeekdays()
	return rd.out
}

// A quantityReader goes once through a text.
type quantityReader struct {
	*numerals
	text string
	out  []Quantity
	days []Quantity // of the week

	sought, later bool // whether words such as "abends" were sought, and found
	seen          marksSeen
}

// read finds the numbers, the names of months and the words that say a number.
func (r *quantityReader) read() {
	for at := 0; at < len(r.text); {
		c := r.text[at]
		if end, ok := r.weekday(at); ok {
			at = end
			continue
		}
		switch {
		case c >= '0' && c <= '9' || c == 0xEF && wideDigit(r.text, at):
			at = r.figures(at)
		case c >= 0xE3 && c <= 0xE9 && len(r.han) > 0:
			at = r.hanNumber(at)
		case c < utf8.RuneSelf && !letterByte(c):
			at++
		case !letterByte(c) || !r.words.any:
			_, n := utf8.DecodeRuneInString(r.text[at:])
			at += n
		default:
			end := wordEnd(r.text, at)
			if r.words.may(r.text[at:end]) {
				end = r.word(at, end)
			} else if c == 'I' || c == 'V' || c == 'X' || strings.HasPrefix(r.text[at:], "Х") {
				end = r.roman(at, end)
			}
			at = end
		}
	}
}

// add adds a quantity that was read from one place to another.
func (r *quantityReader) add(q Quantity, from, to int) {
	q.Span = concord.Span{Start: from, End: to}
	q.Whole = q.Span
	r.out = append(r.out, q)
}

// letterByte reports whether c begins a letter, or goes on with one: what
// begins U+0080 to U+00BF and U+2000 to U+2FFF is punctuation.
func letterByte(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 && c != 0xC2 && c != 0xE2 && c != 0xEF
}

// wordEnd returns where the word ends that begins at an offset.
func wordEnd(text string, at int) int {
	for at < len(text) && letterByte(text[at]) {
		at++
	}
	return at
}

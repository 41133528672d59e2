package locales

import (
	"strings"
	"testing"

	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// FuzzFigures writes a number as each language does, by the data of CLDR, and
// reads it back.
func FuzzFigures(f *testing.F) {
	f.Add(uint32(0), uint8(0))
	f.Add(uint32(1000), uint8(0))
	f.Add(uint32(1234567), uint8(2))
	f.Add(uint32(4294967295), uint8(3))
	f.Fuzz(func(t *testing.T, digits uint32, places uint8) {
		places %= 6
		want, ok := NewAmount(uint64(digits), -int(places))
		if !ok {
			t.Skip()
		}
		for name, rules := range table() {
			r := rules()
			if r.Numerals.Decimal == "" {
				continue
			}
			value := float64(digits)
			for range places {
				value /= 10
			}
			figures := message.NewPrinter(r.Tag).Sprint(number.Decimal(value, number.MaxFractionDigits(int(places))))
			text := "( " + figures + " )"
			found := r.Quantities(text)
			if len(found) != 1 || found[0].Amount != want && found[0].Or != want || text[found[0].Span.Start:found[0].Span.End] != figures {
				t.Errorf("%s: %s is read as %+v, want %s", name, figures, found, want)
			}
		}
	})
}

// FuzzSaid says a number by thousands in English and by ten thousands in
// Chinese, and reads it back.
func FuzzSaid(f *testing.F) {
	f.Add(uint32(35), uint8(7))
	f.Add(uint32(1234), uint8(0))
	f.Fuzz(func(t *testing.T, digits uint32, zeros uint8) {
		want, ok := NewAmount(uint64(digits), int(zeros%10))
		if !ok || want.Float() >= 1e16 {
			t.Skip()
		}
		for name, text := range map[string]string{"en": want.Western(), "zh-Hans": want.Eastern(), "ja": want.Eastern()} {
			if name == "ja" {
				text = strings.NewReplacer("亿", "億", "万亿", "兆").Replace(text)
			}
			found := table()[name]().Quantities("( " + text + " )")
			if len(found) != 1 || found[0].Amount != want {
				t.Errorf("%s: %s is read as %+v, want %s", name, text, found, want)
			}
		}
	})
}

// FuzzQuantities wants the quantities of any text in order, none across another,
// and each with an amount.
func FuzzQuantities(f *testing.F) {
	for _, text := range []string{"2023年11月14日3.5亿元", "five and a half million", "1-1-1-1", "5 to 6 million $6", "三百五", "1,234.5.6/7:30", "XXI 0800 555 111", "einundzwanzigtausend 3.5 Mio.", "3万5"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for name, rules := range table() {
			last := 0
			for _, q := range rules().Quantities(text) {
				if q.Span.Start < last || q.Span.End <= q.Span.Start || q.Span.End > len(text) || !q.Whole.Contains(q.Span) || q.Amount.Over == 0 {
					t.Fatalf("%s: %q: %+v behind %d", name, text, q, last)
				}
				last = q.Span.End
			}
		}
	})
}

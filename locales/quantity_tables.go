package locales

import (
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// numerals are the Numerals of a language, ready for use.
type numerals struct {
	*Numerals
	words       numberWords
	monthsUpper bool // the names of months have a capital
	han         map[rune]Amount
	mayHan      *[1 << 10]uint64 // the characters that may begin a number in Han numerals
	units       phrases
	marks       phrases // of year, month and day
	links       phrases
	to          phrases
	onto        phrases
	below       phrases
	clockParts  phrases
	halves      phrases
	more        phrases
	suffixes    phrases // of ordinals and decades
	of          phrases
	oneIn       phrases
	oneOf       phrases
	change      phrases
	shareWords  phrases
	yearParts   phrases
	centuries   phrases
	halfYears   phrases
	weekdays    phrases
	dayBegins   [512]bool // how the days of the week begin, by the first two bytes
	scaleStems  phrases
	myriad      Amount  // the first scale that ends a section: 10,000 in Han numerals
	times       phrases // behind hours: "hour", "am", "pm", "clock"
	fractionOf  phrases
	before      phrases // "unit:CNY", "about", "ordinal", "am", "pm", "era:…", by their last character
}

// lazyNumerals are made when a text is first read.
type lazyNumerals struct {
	once sync.Once
	*numerals
}

// compileNumerals makes the tables of a locale ready for use.
func compileNumerals(r *Rules) *numerals {
	q := &r.Numerals
	n := &numerals{Numerals: q, han: make(map[rune]Amount)}
	for value, chars := range q.Han {
		for _, c := range chars {
			n.han[c] = amountOf(value)
		}
	}
	n.mayHan = n.hanBeginnings()
	if len(n.han) > 0 {
		n.myriad = whole(10000)
	}
	stems := make(map[string][]string)
	for value, words := range q.Scales {
		for _, w := range words {
			if strings.HasSuffix(w, "*") {
				stems[value] = append(stems[value], w)
			}
		}
	}
	n.scaleStems.addAll(stems)
	n.words = n.numberWords(r)
	n.monthsUpper = len(r.Structure.Months) > 0 && startsUpper(r.Structure.Months[0])
	shared := &table()["und"]().Numerals
	for _, units := range []map[string][]string{shared.Units, q.Units} {
		n.units.addAll(units)
	}
	n.marks.addAll(map[string][]string{"year": q.YearMark, "month": q.MonthMark, "day": q.DayMark, "tenths": q.Tenths, "paid": q.Paid, "none": q.Unmarked})
	n.links.addAll(map[string][]string{"": q.Links})
	n.to.addAll(map[string][]string{"": q.To})
	n.onto.addAll(map[string][]string{"": q.Onto})
	for part := range q.ClockParts {
		n.clockParts.addAll(map[string][]string{part: {part, strings.ToUpper(part[:1]) + part[1:]}})
	}
	n.below.addAll(map[string][]string{"": q.Below})
	n.halves.addAll(map[string][]string{"": q.AndHalf})
	n.more.addAll(map[string][]string{"": q.More})
	n.suffixes.addAll(map[string][]string{"ordinal": q.Ordinal, "decade": q.Decade, "century": q.Century, "ages": q.Ages})
	n.oneIn.addAll(map[string][]string{"": q.OneIn})
	n.shareWords.addAll(map[string][]string{"": q.Shares})
	n.change.addAll(q.Change)
	n.oneOf.addAll(map[string][]string{"": q.OneOf})
	n.of.addAll(map[string][]string{"": q.Of})
	n.yearParts.addAll(q.YearParts)
	n.halfYears.addAll(q.HalfYears)
	n.centuries.addAll(map[string][]string{"": q.Centuries})
	n.times.addAll(map[string][]string{"hour": q.Hours, "am": q.Am, "pm": q.Pm, "night": q.Night, "clock": q.Clock, "none": q.Unmarked})
	n.compileWeekdays()
	n.fractionOf.addAll(map[string][]string{"": q.FractionOf})
	n.before = n.prefixes(shared.Before)
	return n
}

// hanBeginnings notes the characters that numbers in Han numerals, or words
// beside them, begin with.
func (n *numerals) hanBeginnings() *[1 << 10]uint64 {
	set := new([1 << 10]uint64)
	add := func(c rune) { set[c>>6&0x3FF] |= 1 << (c & 63) }
	for c := range n.han {
		add(c)
	}
	for _, c := range n.Some {
		add(c)
	}
	if c, _ := utf8.DecodeRuneInString(n.FirstYear); n.FirstYear != "" {
		add(c)
	}
	for _, table := range []map[string][]string{n.Loose, n.HalfYears} {
		for _, words := range table {
			for _, w := range words {
				c, _ := utf8.DecodeRuneInString(w)
				add(c)
			}
		}
	}
	return set
}

// prefixes collects what may stand before a number.
func (n *numerals) prefixes(signs map[string][]string) phrases {
	all := map[string][]string{"about": n.About, "minus": n.Minus, "ordinal": n.OrdinalPre, "am": n.AmBefore, "pm": n.PmBefore, "night": n.NightBefore, "clock": n.ClockBefore, "century": n.CenturyPre, "every": n.Every, "counted": n.Counted}
	for _, units := range []map[string][]string{signs, n.Before} {
		for unit, texts := range units {
			all["unit:"+unit] = append(all["unit:"+unit], texts...)
		}
	}
	for era := range n.Eras {
		all["era:"+era] = []string{era}
	}
	p := make(phrases)
	for says, texts := range all {
		for _, text := range texts {
			if c, n := utf8.DecodeRuneInString(text); (says == "about" || says == "every" || says == "counted" || says == "minus") && unicode.IsLower(c) { // or at the start of a sentence
				texts = append(texts[:len(texts):len(texts)], string(unicode.ToUpper(c))+text[n:])
			}
		}
		for _, text := range texts {
			last, _ := utf8.DecodeLastRuneInString(text)
			p[last] = append(p[last], phrase{text: text, says: says})
		}
	}
	p.sort()
	return p
}

// amountOf reads a value of the tables, which are checked by a test.
func amountOf(value string) Amount {
	a, ok := ParseAmount(value)
	if !ok {
		panic(fmt.Sprintf("rules: %q is no value", value))
	}
	return a
}

package locales

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Numerals is how a language writes numbers, dates and units. Tables of words
// go from a value, such as "12" or "1/2", or from the name of a unit, to the
// words that say it, in all their forms; a final * stands for any letters.
type Numerals struct {
	Decimal     string              // the decimal mark
	Group       string              // marks between groups of three figures; a space stands for itself
	And         []string            // between the parts of a number: "a hundred and five"
	AndTens     []string            `toml:"and-tens"` // between tens and ones: "treinta y cinco"
	One         []string            // an article that says 1 before "million"
	AndHalf     []string            `toml:"and-half"` // behind a number: "and a half"
	Words       map[string][]string // cardinal numbers below a thousand
	Ordinals    map[string][]string
	Loose       map[string][]string // words that say a number by the way: "both", "half"
	Parts       map[string][]string // denominators: "thirds"
	Scales      map[string][]string // what multiplies the number before it, from a hundred
	Short       map[string][]string // scales directly behind figures with a currency before them
	Compounds   bool                // number words are joined without a mark: "einundzwanzig"
	Han         map[string]string   // figures and scales that are single characters
	Some        string              // characters before or behind a scale that leave a number open: 几十, 十几
	Counters    string              // characters that show that what stands before them is a number: 名
	More        []string            // behind a number: 多, "odd"
	Ordinal     []string            // directly behind figures: "th"
	OrdinalPre  []string            `toml:"ordinal-before"` // directly before a number: 第
	Decade      []string            // directly behind figures: "1990s"
	Ages        []string            // directly behind figures, of people: 20代
	SpacedParts bool                `toml:"spaced-parts"` // 37만 5,000 is one number
	ClockBefore []string            `toml:"clock-before"` // before hours and minutes: "alle"
	Century     []string            // directly behind figures: 世纪
	OneIn       []string            `toml:"one-in"` // between the numbers of a share: "one in five"
	Of          []string            // between a number and its unit: "d'"
	About       []string            // before a number that is not exact
	To          []string            // between the bounds of a range
	Units       map[string][]string // behind a number
	Before      map[string][]string // units before a number: "US$"
	Months      map[string][]string // names beside Structure.Months, by number
	Unclear     []string            // names of months that are other words as well
	MonthFirst  bool                `toml:"month-first"` // days may follow the month: "May 5"
	Links       []string            // between the parts of a date: "of"
	YearMark    []string            `toml:"year-mark"` // behind the figures of a year: 年
	MonthMark   []string            `toml:"month-mark"`
	DayMark     []string            `toml:"day-mark"`
	Eras        map[string]int      // before a year that is counted from another: 令和 from 2018
	FractionOf  []string            `toml:"fraction-of"` // between denominator and numerator: 分之
	Tenths      []string            // behind a number of tenths: 成
	Hours       []string            // between hours and minutes: 点, "h"
	Am          []string            // behind an hour
	Pm          []string            //
	AmBefore    []string            `toml:"am-before"` // before an hour: 上午
	PmBefore    []string            `toml:"pm-before"`
	Clock       []string            // behind hours and minutes: "Uhr"
	ClockMark   string              `toml:"clock-mark"` // between hours and minutes, beside the colon
	Range       []string            // words between the bounds of a range that must run upwards: "to"
	From        []string            // before a range that may run downwards
	Falling     []string            // parts of words, in lower case, that say that something falls
	OnDay       []string            `toml:"on-day"`   // before a day without its month: "on the"
	DayNext     []string            `toml:"day-next"` // words that may follow such a day
	Future      []string            // parts of a sentence that speaks of what is to come
	Facilities  map[string][]string // buildings, by how many of them there cannot be
	Measures    map[string]Measure  // of units, in rules/und.toml alone
}

// A Measure is how a unit is converted.
type Measure struct {
	Of    string   // the unit it is so many times of; itself if empty
	Times string   // a value such as "1000" or "1/100"
	From  string   // where its zero lies, as degrees of Fahrenheit count from 32
	Kind  string   // one of quantityKinds
	Any   []string // units it may stand for
}

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
	halves      phrases
	more        phrases
	suffixes    phrases // of ordinals and decades
	of          phrases
	oneIn       phrases
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
	n.marks.addAll(map[string][]string{"year": q.YearMark, "month": q.MonthMark, "day": q.DayMark, "tenths": q.Tenths})
	n.links.addAll(map[string][]string{"": q.Links})
	n.to.addAll(map[string][]string{"": q.To})
	n.halves.addAll(map[string][]string{"": q.AndHalf})
	n.more.addAll(map[string][]string{"": q.More})
	n.suffixes.addAll(map[string][]string{"ordinal": q.Ordinal, "decade": q.Decade, "century": q.Century, "ages": q.Ages})
	n.oneIn.addAll(map[string][]string{"": q.OneIn})
	n.of.addAll(map[string][]string{"": q.Of})
	n.times.addAll(map[string][]string{"hour": q.Hours, "am": q.Am, "pm": q.Pm, "clock": q.Clock})
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
	for _, words := range n.Loose {
		for _, w := range words {
			c, _ := utf8.DecodeRuneInString(w)
			add(c)
		}
	}
	return set
}

// prefixes collects what may stand before a number.
func (n *numerals) prefixes(signs map[string][]string) phrases {
	all := map[string][]string{"about": n.About, "ordinal": n.OrdinalPre, "am": n.AmBefore, "pm": n.PmBefore, "clock": n.ClockBefore}
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
			if c, n := utf8.DecodeRuneInString(text); says == "about" && unicode.IsLower(c) { // or at the start of a sentence
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

// A phrase is something that may stand before or behind a number, and what it says.
type phrase struct {
	text, says string
	open       bool // any letters may follow
}

// phrases are found by the character they begin with, the longest first.
type phrases map[rune][]phrase

func (p *phrases) addAll(table map[string][]string) {
	if *p == nil {
		*p = make(phrases)
	}
	for says, texts := range table {
		for _, text := range texts {
			text, open := strings.CutSuffix(text, "*")
			first, _ := utf8.DecodeRuneInString(text)
			(*p)[first] = append((*p)[first], phrase{text, says, open})
		}
	}
	p.sort()
}

func (p phrases) sort() {
	for _, list := range p {
		slices.SortFunc(list, func(a, b phrase) int {
			return cmp.Or(cmp.Compare(len(b.text), len(a.text)), strings.Compare(a.text, b.text), strings.Compare(a.says, b.says))
		})
	}
}

// at returns what the longest phrase at an offset says, and where it ends.
func (p phrases) at(text string, at int) (says string, end int, ok bool) {
	if at >= len(text) {
		return "", at, false
	}
	first, _ := utf8.DecodeRuneInString(text[at:])
	for _, ph := range p[first] {
		if strings.HasPrefix(text[at:], ph.text) {
			end := at + len(ph.text)
			if ph.open {
				end = wordEnd(text, end)
			}
			if bounded(text, end) {
				return ph.says, end, true
			}
		}
	}
	return "", at, false
}

// ending returns what the longest phrase says that ends at an offset, and where
// it begins.
func (p phrases) ending(text string, at int) (says string, start int, ok bool) {
	last, n := utf8.DecodeLastRuneInString(text[:at])
	if n == 0 {
		return "", at, false
	}
	for _, ph := range p[last] {
		if start := at - len(ph.text); start >= 0 && text[start:at] == ph.text && bounded(text, start) {
			return ph.says, start, true
		}
	}
	return "", at, false
}

// bounded reports whether no letter stands on both sides of an offset; in
// scripts that do not part words any may.
func bounded(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return !partsLetters(before) || !partsLetters(after)
}

package locales

// Numerals is how a language writes numbers, dates and units. Tables of words
// go from a value, such as "12" or "1/2", or from the name of a unit, to the
// words that say it, in all their forms; a final * stands for any letters.
type Numerals struct {
	Decimal     string              // the decimal mark
	Raised      string              // a mark that some write for it: "65·7"
	Group       string              // marks between groups of three figures; a space stands for itself
	And         []string            // between the parts of a number: "a hundred and five"
	AndTens     []string            `toml:"and-tens"` // between tens and ones: "treinta y cinco"
	Other       []string            // "other" and the like, between a number and its scale or parts
	One         []string            // an article that says 1 before "million"
	AndHalf     []string            `toml:"and-half"` // behind a number: "and a half"
	Words       map[string][]string // cardinal numbers below a thousand
	Ordinals    map[string][]string
	Loose       map[string][]string // words that say a number by the way: "both", "half"
	Multiples   []string            // those of Loose that say how many times as much: "doubled"
	Parts       map[string][]string // denominators: "thirds"
	Stems       map[string][]string `toml:"ordinal-stems"`   // ordinals before their endings: "двадцат"
	Adjective   []string            `toml:"ordinal-endings"` // the endings of those
	Teens       bool                // ten takes the ones behind it: "on beş"
	Endings     []string            // of cases and the like, behind a number word: "beşte"
	Unended     []string            // number words with which such an ending makes another word
	Over        []string            // those endings that make a denominator: "üçte iki"
	Shares      []string            // behind an ordinal that says a share: "una quinta parte"
	Every       []string            // before an ordinal that says a share: "jeder fünfte"
	YearParts   map[string][]string `toml:"year-parts"` // "quarter" and "half-year", behind an ordinal
	HalfYears   map[string][]string `toml:"half-years"` // words for the first and the second half of a year: 上半年
	Counted     []string            // before a number of quarters of a year, not of a whole: "first three quarters"
	Scales      map[string][]string // what multiplies the number before it, from a hundred
	Short       map[string][]string // scales directly behind figures with a currency before them
	Compounds   bool                // number words are joined without a mark: "einundzwanzig"
	Han         map[string]string   // figures and scales that are single characters
	Point       string              // the decimal mark between Han numerals
	Coins       string              // those scales of Han that are one before money alone: 兆元, but 兆瓦
	PlanNext    []string            `toml:"plan-next"` // behind the short name of a five-year plan, 十四五
	Grown       []string            // before a multiple that is added to what was
	Turned      []string            // before a multiple of which nobody knows whether it is: 翻了三倍
	Become      []string            // those of Multiples, or what they begin with, that say how many times as much there is now: "doubled"
	Twice       []string            // behind how often something doubled: 番
	Some        string              // characters before or behind a scale that leave a number open: 几十, 十几
	Counters    string              // characters that show that what stands before them is a number: 名
	More        []string            // behind a number: 多, "odd"
	Ordinal     []string            // directly behind figures: "th"
	OrdinalPre  []string            `toml:"ordinal-before"` // directly before a number: 第
	Decade      []string            // directly behind figures: "1990s"
	Aged        []string            // how those of Loose end that say an age: "sessantenn*"
	Ages        []string            // directly behind figures, of people: 20代
	SpacedParts bool                `toml:"spaced-parts"` // 37만 5,000 is one number
	ClockBefore []string            `toml:"clock-before"` // before hours and minutes: "alle"
	Century     []string            // directly behind figures: 世纪
	Centuries   []string            // behind a Roman numeral
	CenturyPre  []string            `toml:"century-before"` // before one
	OneIn       []string            `toml:"one-in"`         // between the numbers of a share: "one in five"
	OneOf       []string            `toml:"one-of"`         // between those of one that names the whole first: 3人に1人
	Of          []string            // between a number and its unit: "d'"
	About       []string            // before a number that is not exact
	Minus       []string            // before a number that is below zero: "minus"
	Below       []string            // behind one: "below zero"
	Less        []string            // parts of words, in lower case, that say so beside those of Falling: "loss"
	To          []string            // between the bounds of a range
	Joins       []string            // between two things that are counted: "40 buses and 12 trams"
	Onto        []string            // between what a number was and what it has become: 增加到
	Units       map[string][]string // behind a number
	Before      map[string][]string // units before a number: "US$"
	Change      map[string][]string // what is smaller than the unit of money before it, by its share: 角
	Months      map[string][]string // names beside Structure.Months, by number
	Weekdays    map[string][]string // names of the days of the week, 1 is Monday
	Unclear     []string            // names of months that are other words as well
	MonthFirst  bool                `toml:"month-first"` // days may follow the month: "May 5"
	Links       []string            // between the parts of a date: "of"
	YearMark    []string            `toml:"year-mark"` // behind the figures of a year: 年
	MonthMark   []string            `toml:"month-mark"`
	DayMark     []string            `toml:"day-mark"`
	Eras        map[string]int      // before a year that is counted from another: 令和 from 2018
	FirstYear   string              `toml:"first-year"`  // the first of such years: 元年
	FractionOf  []string            `toml:"fraction-of"` // between denominator and numerator: 分之
	Tenths      []string            // behind a number of tenths: 成
	TenthPart   string              `toml:"tenth-part"` // behind the hundredths that follow them: 分 of 3割5分
	Paid        []string            // behind the tenths of a price that are left: 折
	Unmarked    []string            // words that begin with one of these marks and are none: 折叠
	Hours       []string            // between hours and minutes: 点, "h"
	Late        []string            // parts of words that say that an hour is after noon, where hours are counted to 24
	Behind      bool                // hundredths stand behind the unit: "1 m 82"
	Noon        []string            // words for noon and midnight
	ClockParts  map[string]int      `toml:"clock-parts"` // before an hour, by the minutes that they add: "half past"
	HourMark    []string            `toml:"hour-mark"`   // those of Hours that nothing but a clock has: 时
	Quarter     string              // behind so many quarters of an hour, behind an hour: 三点一刻
	MinuteMark  []string            `toml:"minute-mark"` // behind minutes, where it may be points as well
	Am          []string            // behind an hour
	Pm          []string            //
	AmBefore    []string            `toml:"am-before"` // before an hour: 上午
	PmBefore    []string            `toml:"pm-before"`
	Night       []string            // behind an hour, which before six is in the morning
	NightBefore []string            `toml:"night-before"`
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

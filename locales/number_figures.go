package locales

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A figure is a number in figures: "3,500.25".
type figure struct {
	amount Amount
	or     Amount // as another country of the language would read it
	start  int
	end    int
	first  int  // figures before the first mark
	zero   bool // begins with a zero and goes on, as codes do
	odd    bool // the mark that parts groups stands before one or two figures
	mark   rune // where it parts the only group, or the places of an odd one
	part   bool // has a decimal mark
}

// narrowSpaces and apostrophes part groups of three in any language.
const narrowSpaces = "\u00a0\u202f\u2009\u2007'’"

// readFigure reads the number in figures at an offset, which has one.
func (n *numerals) readFigure(text string, at int) (f figure, ok bool) {
	f.start = at
	digits, count, end := uint64(0), 0, at
	run := func() (k int) {
		for {
			d, w := figureAt(text, end)
			if w == 0 {
				return k
			}
			if count++; count <= 19 {
				digits = digits*10 + uint64(d)
			}
			k, end = k+1, end+w
		}
	}
	f.first = run()
	d, w := figureAt(text, at)
	f.zero = d == 0 && f.first > 1
	mark, places := rune(0), 0
	for f.first <= 3 && d > 0 {
		c, size := foldedMark(text, end)
		twice := string(c) == n.Decimal && n.Loosely() && (mark != 0 || dotted(text, end+size, c)) // 1,234,567 in Mexico
		if size == 0 || mark != 0 && c != mark || !n.groups(c, w > 1) && !twice || countFigures(text, end+size) != 3 {
			break
		}
		mark, end = c, end+size
		run()
	}
	f.end = end
	c, size := foldedMark(text, end)
	if year := c == ',' && f.first == 4 && digits >= 1900 && digits < 2100; year && n.Decimal == "." { // "in 2019,4 patients"
		size = 0
	}
	if k := countFigures(text, end+size); size > 0 && k > 0 && c != mark {
		switch {
		case n.parts(c) && !dotted(text, end+size, c) && !(c == '・' && n.series(text, end+size)):
			end += size
			places = run()
			f.part = true
		case mark == 0 && (c == '.' || c == ',') && (k != 3 || f.first > 3 || d == 0) && k < 6 && !dotted(text, end+size, c),
			mark != 0 && string(mark) == n.Decimal && (c == '.' || c == ','):
			end += size
			places = run()
			f.odd, f.part, f.mark = true, true, c
		}
		f.end = end
	}
	if mark != 0 && places == 0 && count == f.first+3 {
		f.mark = mark
	}
	if count > 18 {
		return f, false
	}
	f.amount, ok = NewAmount(digits, -places)
	if year, _ := NewAmount(digits, -places); places > 0 && c == ',' && f.first == 4 && year.Float() >= 1900 && year.Float() < 2100 { // "de 2008 à 2019,27 pays"
		f.or = whole(uint64(year.Float()))
	}
	if string(c) == n.Decimal && places == 3 && mark == 0 && f.first <= 3 && n.Loosely() {
		f.or, _ = NewAmount(digits, 0)
	}
	return f, ok
}

// Loosely reports whether countries of the language differ in their marks.
func (q *Numerals) Loosely() bool { return q.Decimal == "," && strings.Contains(q.Group, ",") }

// groups reports whether a character may part groups of figures.
func (n *numerals) groups(c rune, wide bool) bool {
	return strings.ContainsRune(narrowSpaces, c) || strings.ContainsRune(n.Group, c) && (string(c) != n.Decimal) || c == '，' && wide
}

// parts reports whether a character parts whole figures from decimal places.
func (n *numerals) parts(c rune) bool { return string(c) == n.Decimal || string(c) == n.Raised }

// series reports whether the figures at an offset end a series of numbers and are
// no decimal places: ２ of １・２月. Places have a unit or scale behind them.
func (n *numerals) series(text string, at int) bool {
	at += countFigures(text, at) * figureWidth(text, at)
	c, _ := utf8.DecodeRuneInString(text[at:])
	_, _, unit := n.units.at(text, at)
	return !unit && n.han[c].Zeros < 2
}

// dotted reports whether figures at an offset are followed by the same mark and
// more figures, as in dates, versions and lists.
func dotted(text string, at int, mark rune) bool {
	at += countFigures(text, at) * figureWidth(text, at)
	c, size := foldedMark(text, at)
	return size > 0 && c == mark && countFigures(text, at+size) > 0
}

// figureAt returns the value of the figure at an offset, and its bytes: none if
// there is none. Figures of full width count too.
func figureAt(text string, at int) (d byte, bytes int) {
	switch {
	case at >= len(text):
		return 0, 0
	case text[at] >= '0' && text[at] <= '9':
		return text[at] - '0', 1
	case wideDigit(text, at):
		return text[at+2] - 0x90, 3
	}
	return 0, 0
}

func figureWidth(text string, at int) int {
	_, w := figureAt(text, at)
	return w
}

// wideDigit reports whether a figure of full width, U+FF10 to U+FF19, stands at an offset.
func wideDigit(text string, at int) bool {
	return at+2 < len(text) && text[at] == 0xEF && text[at+1] == 0xBC && text[at+2] >= 0x90 && text[at+2] <= 0x99
}

func countFigures(text string, at int) (n int) {
	for {
		w := figureWidth(text, at)
		if w == 0 {
			return n
		}
		n, at = n+1, at+w
	}
}

// foldedMark returns the character at an offset, and its bytes; a full stop of
// full width as a full stop.
func foldedMark(text string, at int) (rune, int) {
	if at >= len(text) {
		return 0, 0
	}
	c, size := utf8.DecodeRuneInString(text[at:])
	if c == '．' {
		c = '.'
	}
	return c, size
}

// partsLetters reports whether c is a letter of a script that sets words apart.
func partsLetters(c rune) bool {
	if c < utf8.RuneSelf {
		return c|0x20 >= 'a' && c|0x20 <= 'z'
	}
	return unicode.In(c, unicode.Latin, unicode.Cyrillic, unicode.Greek)
}

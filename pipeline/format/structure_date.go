package format

import (
	"slices"
	"strings"
	"unicode/utf8"
)

var isoDate = expression(`^\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$`)

// releaseTime reports whether text is a labelled date, which may be missing,
// or a date alone.
func (c *classifier) releaseTime(text string) bool {
	if c.columns > 60 {
		return false
	}
	if at := strings.IndexAny(text, ":："); at >= 0 && c.label(text[:at], c.structure.ReleaseTime) {
		return true
	}
	if isoDate().MatchString(text) {
		return true
	}
	at, end := c.date(text)
	if at < 0 || !c.ends(text[end:]) {
		return false
	}
	before := strings.Trim(text[:at], figures)
	return before == "" || slices.Contains(c.dates.YearMark, before) || c.label(before, c.structure.ReleaseTime) // "Publié le 6 mai 2024"
}

// figures are what the year of a date is written with.
const figures = "0123456789.,/ \u00a0"

// ends reports whether nothing but a year is behind a day and a month, with the
// words that a language has there: "de 2024", "2024 года".
func (c *classifier) ends(text string) bool {
	for range 3 {
		text = strings.TrimLeft(text, figures)
		for _, link := range c.dates.Links {
			rest, ok := strings.CutPrefix(text, link)
			if ok && (rest == "" || strings.HasSuffix(link, ".") || strings.ContainsRune(figures, rune(rest[0]))) {
				text = rest
			}
		}
	}
	return text == ""
}

// dateline reports whether text opens with a place and a day, and then a sign
// that the report itself begins: "(Xinhua)", "/PRNewswire/ --", "电".
func (c *classifier) dateline(text string) bool {
	if slices.ContainsFunc(c.structure.Datelines, func(d string) bool { return strings.HasPrefix(text, d) }) {
		return true
	}
	head := text[:floor(text, 160)]
	at, end := c.date(head)
	if at <= 0 {
		return false
	}
	before := strings.TrimRight(head[:at], " \u00a0")
	last, _ := utf8.DecodeLastRuneInString(before)
	if before == "" || last < 0x1100 && !strings.ContainsRune(",)", last) || last == '年' || strings.ContainsAny(before, ".!?。！？") {
		return false
	}
	after := c.behindWeekday(strings.TrimLeft(head[end:], " \u00a0,.，0123456789年"))
	for _, sign := range []string{"(", "（", "/", "--", "–", "—", "- ", "电", "電", "讯", "訊"} {
		if strings.HasPrefix(after, sign) {
			return true
		}
	}
	return false
}

// behindWeekday returns what stands behind the day of the week that a text begins
// with in brackets, 11月6日（星期五）; else the text.
func (c *classifier) behindWeekday(text string) string {
	rest, ok := strings.CutPrefix(text, "（")
	if !ok {
		rest, ok = strings.CutPrefix(text, "(")
	}
	at := strings.IndexAny(rest, ")）")
	if !ok || at < 0 {
		return text
	}
	inside := rest[:at]
	_, size := utf8.DecodeRuneInString(rest[at:])
	for _, names := range c.dates.Weekdays {
		if slices.Contains(names, inside) || slices.Contains(names, "（"+inside+"）") || slices.Contains(names, "("+inside+")") {
			return strings.TrimLeft(rest[at+size:], " \u00a0")
		}
	}
	return text
}

var numbered = expression(`\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]`)

// date returns where text first gives a month and a day; -1 if it does not.
func (c *classifier) date(text string) (start, end int) {
	if m := numbered().FindStringIndex(text); m != nil {
		return m[0], m[1]
	}
	for _, month := range c.structure.Months {
		at := strings.Index(text, month)
		if at < 0 {
			continue
		}
		end := at + len(month)
		if before := c.unlinked(text[:at]); len(before) > 0 && digit(before[len(before)-1]) {
			start := len(strings.TrimRight(before, "0123456789"))
			return start, end
		}
		if after := strings.TrimLeft(text[end:], " \u00a0."); len(after) > 0 && digit(after[0]) {
			day := strings.TrimLeft(after, "0123456789")
			return at, len(text) - len(day)
		}
	}
	return -1, -1
}

// unlinked returns what is before the name of a month, without the word that
// links it to its day: "6 de".
func (c *classifier) unlinked(text string) string {
	const gap = " \u00a0."
	text = strings.TrimRight(text, gap)
	for _, link := range c.dates.Links {
		if rest, ok := strings.CutSuffix(text, link); ok && strings.TrimRight(rest, gap) != rest {
			return strings.TrimRight(rest, gap)
		}
	}
	return text
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

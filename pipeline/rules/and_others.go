package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// AndOthers finds "and other six" behind a list of six names.
var AndOthers = &lint.Rule{
	Name:     "and-others",
	Group:    lint.Numbers,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "As many others as names are listed",
		Text: `Chinese closes a list with its number, 等六位: six in all. Engines make "and other six" of it, as if there were twelve. Found where the number is that of the names before it; English only.
In the order of English, "and six others", it is found from four on: two names and two others are nothing rare.`,
		Bad:  "They invited Ann Lee, Bo Sand, Cy Dee, and other three writers to Ys.",
		Good: "They invited the three writers Ann Lee, Bo Sand and Cy Dee to Ys.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News},
			{Texts: lint.Abstracts},
			{Texts: lint.FromChinese, Read: 1, Right: 1},
		},
	},
	Run: func(p *lint.Pass) {
		if !english(p.Doc.Locale) { // by its words and capitals
			return
		}
		for i := range p.Doc.Segments {
			text := p.Doc.Segments[i].Text
			if index(text, 0, "other") < 0 {
				continue
			}
			for _, m := range andOther().FindAllStringSubmatchIndex(text, -1) {
				number := text[max(m[2], m[4]):max(m[3], m[5])]
				n := spelledCount(p.Locale, number)
				if n >= 2 && n <= mostListed && (m[2] >= 0 || n >= 4) && listedNames(p.Locale, text[max(0, m[0]-listReach):m[0]], n+1) == n {
					place := p.Place(i, concord.Span{Start: m[0], End: phraseEnd(&p.Locale.Typography, text, m[1])})
					p.Report(concord.Finding{
						Place:     place,
						Message:   concord.Message{ID: "rule.and-others", Args: map[string]any{"Found": place.Text(), "Count": n}},
						Authority: numbersAuthority,
					})
				}
			}
		}
	},
}

// phraseEnd returns where the words end that a number counts: before a mark or a
// function word.
func phraseEnd(t *locales.Typography, text string, at int) int {
	const most = 4
	for range most {
		if at >= len(text) || text[at] != ' ' {
			break
		}
		word := wordAt(text, at+1)
		if word == "" || slices.Contains(t.FunctionWords, word) {
			break
		}
		at += 1 + len(word)
	}
	return at
}

// mostListed names, in listReach bytes, are looked at before "and others".
const mostListed, listReach = 40, 4096

// andOther is "and other six writers", or "and six other writers", "and six others".
var andOther = expression(`\band other (\w+)|\band (\w+) others?\b`)

// spelledCount returns a small number in figures or words, or 0.
func spelledCount(l *locales.Rules, text string) int {
	for _, q := range l.Quantities(text) {
		if n, whole := q.Amount.Int(); whole && q.Span.Len() == len(text) {
			return n
		}
	}
	return 0
}

// listedNames counts the items that end with a name in a list at the end of a
// text, up to most. Items are parted by a comma or "and".
func listedNames(l *locales.Rules, text string, most int) (n int) {
	text = strings.TrimRight(text, ", ")
	for n < most {
		item := text
		cut := max(strings.LastIndexByte(text, ','), strings.LastIndex(text, " and "))
		if cut >= 0 {
			item = text[cut+1:]
		}
		item = strings.Join(strings.Fields(strings.TrimPrefix(strings.TrimSpace(item), "and ")), " ")
		end := strings.LastIndex(item, ". ") // the sentence begins behind it
		first := cut < 0 || end >= 0
		if end >= 0 {
			item = item[end+2:]
		}
		switch {
		case office(item) && !first: // "chairman of the Port of Ys", who was named before
		case listed(&l.Typography, item), first && office(item): // "the cities of Jinan"
			n++
		default:
			return n
		}
		if first {
			return n
		}
		text = strings.TrimRight(text[:cut], ", ")
	}
	return n
}

// office reports whether an item is what somebody is: a name behind "of".
func office(item string) bool {
	words := strings.Fields(item)
	n := len(words)
	for n > 0 && capital(words[n-1]) {
		n--
	}
	if n > 0 && words[n-1] == "the" {
		n--
	}
	return n > 0 && n < len(words) && words[n-1] == "of"
}

// listed reports whether an item ends with a name, a word with a capital, and is
// more than when or where something happened: "in Ys".
func listed(t *locales.Typography, item string) bool {
	words := strings.Fields(item)
	if len(words) == 0 || !capital(words[len(words)-1]) {
		return false
	}
	return !slices.Contains(t.FunctionWords, strings.ToLower(words[0])) || slices.ContainsFunc(words[1:], func(w string) bool {
		return !capital(w) && !slices.Contains(t.FunctionWords, w)
	})
}

func capital(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	last, _ := utf8.DecodeLastRuneInString(word)
	return unicode.IsUpper(first) && (unicode.IsLetter(last) || last == '.')
}

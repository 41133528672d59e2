package rules

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// CodeDiffers asks for the codes of the source that a translation lacks.
var CodeDiffers = &lint.Rule{
	Name:     "code-differs",
	Group:    lint.Bilingual,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A code of the source is missing",
		Text: `COVID-19, A320, GB/T 1234-2020: what is made of capitals and digits names one thing and is the same in every language, but for hyphens, spaces and full width.
Standards are compared with the year of their issue (ISO 9001:2015), shares by number and exchange (600519.SH, NASDAQ: BIDU), books and journals by ISBN and ISSN. A320 is not in A3200.
What has less than four characters (Q3, WW1), is two letters and two figures (FY24) or two figures between letters (I18n), or begins with a figure (3D) is written in words elsewhere and left alone, and so is what a language has letters of its own for (DM2, МКБ-11).`,
		Source: "新礼堂按照GB/T 1234标准建造，可容纳5架A320飞机和200名客人。",
		Bad:    "The new hall was built to the standard GB/T 1324 and can hold 5 A320 and 200 guests.",
		Good:   "The new hall was built to the standard GB/T 1234 and can hold 5 A320 and 200 guests.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 3, Right: 3},
			{Texts: lint.News},
			{Texts: lint.Abstracts, Read: 27, Right: 27},
			{Texts: lint.Manuals, Read: 16, Right: 12, Others: "said otherwise: a mirror for RAID-1, FireWire for IEEE 1394"},
		},
	},
	Run: func(p *lint.Pass) {
		if p.Beads() == nil {
			return
		}
		theirs := locales.For(p.Release.Source.Locale)
		for b := range flanked(p) {
			var target *codeText
			for _, i := range b.Source {
				for _, span := range codesOf(&p.Release.Source.Segments[i], theirs) {
					if target == nil {
						target = newCodeText(joined(p.Doc, b.Target))
					}
					code := p.SourcePlace(i, span).Text()
					if target.quotes(code) || target.has(alnum(code)) || localised(target.text, alnum(code)) {
						continue
					}
					p.Report(concord.Finding{
						Place:   whole(p, b.Target[0]),
						Message: concord.Message{ID: "rule.code-differs", Args: map[string]any{"Code": code}},
						Related: []concord.Related{inSource(p, i, span)},
					})
				}
			}
		}
	},
}

// codesOf returns the codes of a segment of the source.
func codesOf(s *concord.Segment, locale *locales.Rules) []concord.Span {
	return slices.Concat(codes(s), stocks(s.Text), labelled(s, locale))
}

// codes returns the codes of a segment that begin with a capital, outside of marks.
func codes(s *concord.Segment) (all []concord.Span) {
	start := -1
	for at := 0; at <= len(s.Text); at++ {
		in := at < len(s.Text) && (alphanumeric(s.Text[at]) || start >= 0 && goesOnCode(s.Text, start, at))
		switch {
		case in && start < 0:
			start = at
		case !in && start >= 0 && at+1 < len(s.Text) && s.Text[at] == ' ' && standard(s.Text[start:at]) && digit(s.Text[at+1]):
		case !in && start >= 0:
			for _, span := range codesIn(s.Text, concord.Span{Start: start, End: start + len(core(s.Text[start:at]))}) {
				if before, after := flanks(s.Text, span); !s.Protected(span) && !joins(before) && !joins(after) {
					all = append(all, span)
				}
			}
			start = -1
		}
	}
	return slices.Clip(all)
}

// goesOnCode reports whether a sign at an offset is part of the word that begins at
// another: a hyphen, a stroke, a decimal point behind two capitals.
func goesOnCode(text string, start, at int) bool {
	if at+1 >= len(text) {
		return false
	}
	switch text[at] {
	case '-', '/':
		return alphanumeric(text[at+1])
	case '.':
		return digit(text[at-1]) && digit(text[at+1]) && at-start >= 2 && upperByte(text[start]) && upperByte(text[start+1])
	}
	return false
}

func upperByte(b byte) bool { return b >= 'A' && b <= 'Z' }

// codesIn returns the codes that a word is: A320/A321 is two, ISO 9001 goes on
// with the year of its issue.
func codesIn(text string, word concord.Span) []concord.Span {
	whole := text[word.Start:word.End]
	if name, _, ok := strings.Cut(whole, " "); ok && standard(name) {
		if m := issue().FindString(text[word.End:]); m != "" {
			word.End += len(m)
			return []concord.Span{word}
		}
	}
	var parts []concord.Span
	at := word.Start
	for part := range strings.SplitSeq(whole, "/") {
		if !isCode(part) {
			parts = nil
			break
		}
		parts = append(parts, concord.Span{Start: at, End: at + len(part)})
		at += len(part) + 1
	}
	if len(parts) > 1 {
		return parts
	}
	if isCode(whole) {
		return []concord.Span{word}
	}
	return nil
}

// core returns a word without the parts behind its code: COVID-19-based.
func core(word string) string {
	for {
		n := strings.LastIndexAny(word, "-/")
		if n < 0 || strings.ContainsFunc(word[n:], unicode.IsDigit) || !strings.ContainsFunc(word[n:], unicode.IsLower) {
			return word
		}
		word = word[:n]
	}
}

// localised reports whether a text has a code written as in its own language:
// the same figures beside other letters in another script or order, DM2 for T2DM.
func localised(target, code string) bool {
	figures := strings.TrimFunc(code, unicode.IsLetter)
	const few = 2 // figures that come alone before or behind other letters
	if figures == "" || digit(code[0]) {
		return false // the letters are not what differs
	}
	for at := range each(target, figures) {
		before, after := flanks(target, concord.Span{Start: at, End: at + len(figures)})
		if unicode.In(before, unicode.Latin) && len(figures) > few {
			continue
		}
		if r := before; unicode.IsLetter(r) && (r > unicode.MaxASCII || strings.ContainsRune(code, r)) || unicode.IsLetter(after) && strings.ContainsRune(code, after) && !strings.HasSuffix(code, figures) {
			return r > unicode.MaxASCII || !strings.HasSuffix(code, figures)
		}
	}
	return false
}

// standards name the bodies whose standards have a number behind a space.
var standards = []string{"ISO", "IEC", "ISO/IEC", "DIN", "EN", "GB", "GB/T", "IEEE", "ANSI", "ASTM", "JIS"}

func standard(word string) bool { return slices.Contains(standards, word) }

// joins reports whether a character beside makes a code part of a longer word.
func joins(r rune) bool {
	return unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.Greek) || unicode.IsDigit(r)
}

func alphanumeric(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z'
}

// isCode reports whether a word is a code: it begins with a capital and has
// digits, and is not letters before a year.
func isCode(word string) bool {
	digits := strings.IndexFunc(word, unicode.IsDigit)
	const least = 4 // characters: WW1 and L2 are written in words elsewhere
	if digits < 1 || len(word) < least || word[0] < 'A' || word[0] > 'Z' {
		return false
	}
	if strings.ContainsFunc(word[:digits], unicode.IsLower) {
		return false
	}
	if name := word[:digits-1]; word[digits-1] == ' ' && standard(name) {
		return true
	}
	number := word[digits:]
	if len(word) == least && digits == 2 { // SS19, FY24: a season or a year
		return false
	}
	if len(word) == least && digits == 1 && unicode.IsLetter(rune(word[3])) && unicode.IsDigit(rune(word[2])) { // I18n
		return false
	}
	year := len(number) == 4 && (strings.HasPrefix(number, "19") || strings.HasPrefix(number, "20"))
	return !year
}

// alnum returns the letters and digits of a text, in capitals.
func alnum(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToUpper(r)
		}
		return -1
	}, norm.NFKC.String(text))
}

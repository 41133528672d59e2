package rules

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/concord-l10n/concord"
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
What has less than four characters (Q3, WW1), is two letters and two figures (FY24), or begins with a figure (3D) is written in words elsewhere and left alone, and so is what a language has letters of its own for (DM2, МКБ-11).`,
		Source: "新礼堂按照GB/T 1234标准建造，可容纳5架A320飞机和200名客人。",
		Bad:    "The new hall was built to the standard GB/T 1324 and can hold 5 A320 and 200 guests.",
		Good:   "The new hall was built to the standard GB/T 1234 and can hold 5 A320 and 200 guests.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 3, Right: 3},
			{Texts: lint.News},
			{Texts: lint.Abstracts, Read: 27, Right: 27},
		},
	},
	Run: func(p *lint.Pass) {
		for b := range flanked(p) {
			target := ""
			for _, i := range b.Source {
				for _, span := range codes(&p.Release.Source.Segments[i]) {
					if target == "" {
						target = alnum(joined(p.Doc, b.Target))
					}
					code := p.SourcePlace(i, span).Text()
					if strings.Contains(target, alnum(code)) || localised(target, alnum(code)) {
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

// codes returns the codes of a segment outside of marks.
func codes(s *concord.Segment) (all []concord.Span) {
	start := -1
	for at := 0; at <= len(s.Text); at++ {
		in := at < len(s.Text) && (alphanumeric(s.Text[at]) || start >= 0 && at+1 < len(s.Text) && strings.IndexByte("-/", s.Text[at]) >= 0 && alphanumeric(s.Text[at+1]))
		switch {
		case in && start < 0:
			start = at
		case !in && start >= 0 && at+1 < len(s.Text) && s.Text[at] == ' ' && standard(s.Text[start:at]) && s.Text[at+1] >= '0' && s.Text[at+1] <= '9':
		case !in && start >= 0:
			span := concord.Span{Start: start, End: start + len(core(s.Text[start:at]))}
			if before, after := flanks(s.Text, span); isCode(s.Text[span.Start:span.End]) && !s.Protected(span) && !joins(before) && !joins(after) {
				all = append(all, span)
			}
			start = -1
		}
	}
	return slices.Clip(all)
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
	for at := range each(target, figures) {
		before, after := flanks(target, concord.Span{Start: at, End: at + len(figures)})
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

package format

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// classify gives the segments of a release their kinds and keys. What markup
// says stands; what it leaves open is told by labels, which are data of the
// language, and in plain text by shape: length, final stop, blank lines before.
func classify(d *concord.Document, r *locales.Rules) {
	c := classifier{doc: d, structure: &r.Structure, dates: &r.Numerals, shapes: d.Format == Text.Name}
	for i := range d.Segments {
		if s := &d.Segments[i]; s.Kind != concord.Blank {
			s.Kind = c.kind(s)
			s.Part = c.part
			c.any = true
		}
	}
	name(d.Segments)
}

type classifier struct {
	doc       *concord.Document
	structure *locales.Structure
	dates     *locales.Numerals // what stands between and behind the parts of a date
	shapes    bool              // nothing but its shape tells a heading from a paragraph
	any       bool              // a segment came before
	body      bool              // the lead came before
	section   bool              // the section of teasers has begun …
	level     int               // … with a heading of this level
	part      int
	columns   int // of the text at hand, up to a little more than anything short
}

// longest bounds a heading or caption, in columns: wide characters count two.
const longest = 180

func (c *classifier) kind(s *concord.Segment) concord.Kind {
	text := strings.TrimFunc(s.Text, func(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' })
	c.columns = width(text, 2*longest)
	switch {
	case s.Kind == concord.Quote:
		return concord.Quote
	case slices.Contains(c.structure.EndMarks, text):
		c.section, c.part = false, 0
		return concord.EndMark
	case c.columns <= longest && c.label(text, c.structure.Sections):
		c.section, c.level = true, s.Level
		return concord.Section
	case !c.body && c.releaseTime(text):
		return concord.ReleaseTime
	case c.section:
		return c.teaser(s, text)
	case s.Kind != concord.Body:
		return s.Kind
	case c.credited(text, s.Lacks):
		return concord.Caption
	case c.shapes && c.columns <= longest && !c.stopped(text):
		return c.short(s, text)
	case !c.body:
		c.body = true
		if c.dateline(text) {
			return concord.Dateline
		}
		return concord.Lead
	}
	return concord.Body
}

// short tells apart what plain text has of short lines without a stop.
func (c *classifier) short(s *concord.Segment, text string) concord.Kind {
	switch {
	case !c.any:
		return concord.Title
	case bullet().MatchString(text):
		return concord.Item
	case s.Blank >= 2:
		return concord.Caption
	}
	return concord.Heading
}

// teaser reads the section of teasers: a title, then its text. Each is a part
// of its own.
func (c *classifier) teaser(s *concord.Segment, text string) concord.Kind {
	title := s.Kind == concord.Heading || c.shapes && c.columns <= longest && !c.stopped(text)
	switch {
	case s.Kind == concord.Heading && s.Level <= c.level:
		c.section, c.part = false, 0
		return concord.Heading
	case title:
		c.part++
		return concord.TeaserTitle
	case c.part == 0:
		c.part++
	}
	return concord.Teaser
}

// label reports whether text is one of the labels, with or without a colon.
func (c *classifier) label(text string, labels []string) bool {
	text = strings.TrimRight(text, ":： \u00a0")
	return slices.ContainsFunc(labels, func(l string) bool { return strings.EqualFold(l, text) })
}

var bullet = expression(`^(?:[-*•·▪◦‣]|\(?\d{1,2}[.)、])\s`)

// credited reports whether text begins or ends with who took a picture, or says
// it in brackets.
func (c *classifier) credited(text string, lacks concord.Signs) bool {
	if c.columns > 2*longest {
		return false
	}
	brackets := lacks&concord.Bracket == 0 && (strings.Contains(text, "（") || strings.IndexByte(text, '(') >= 0 || strings.IndexByte(text, '[') >= 0)
	end := strings.TrimRight(text, ")）.")
	return slices.ContainsFunc(c.structure.PhotoCredit, func(credit string) bool {
		if strings.HasPrefix(text, credit) || strings.HasSuffix(end, credit) {
			return true
		}
		if !brackets {
			return false
		}
		at := strings.Index(text, credit)
		return at > 0 && strings.ContainsAny(text[max(0, at-4):at], "(（[")
	})
}

// stopped reports whether text ends as a sentence does, or as a release does:
// "It was a good year (ENDS)".
func (c *classifier) stopped(text string) bool {
	if slices.ContainsFunc(c.structure.EndMarks, func(mark string) bool { return inBrackets(mark) && strings.HasSuffix(text, mark) }) {
		return true
	}
	return stopped(text)
}

// stopped reports whether text ends as a sentence does.
func stopped(text string) bool {
	text = strings.TrimRight(text, "\"'”’»›」』)）]】 \u00a0")
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?…:;。！？：；", last)
}

// inBrackets reports whether an end mark cannot be the end of a heading; 以上,
// "or more", can.
func inBrackets(mark string) bool {
	first, _ := utf8.DecodeRuneInString(mark)
	return strings.ContainsRune("([（【#-", first)
}

// floor returns at, or the start of the character that it splits.
func floor(s string, at int) int {
	at = min(at, len(s))
	for at > 0 && at < len(s) && !utf8.RuneStart(s[at]) {
		at--
	}
	return at
}

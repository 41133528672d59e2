package rules

import (
	"maps"
	"slices"
	"strings"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// TagDiffers compares the inline markup of the source with that of its translation.
var TagDiffers = &lint.Rule{
	Name:     "tag-differs",
	Group:    lint.Bilingual,
	Severity: concord.Note,
	Asks:     true,
	Off:      true,
	Doc: lint.Doc{
		Title: "Inline markup of the source is missing, or does not work",
		Text: `Bold and italics, links, code, images and line breaks are compared by kind in paragraphs that surely answer to one another, and so are tags that stand in the text, such as <b> and <0>.
Markup that shows because a blank or a mark beside it keeps it from being read is a warning, as are a tag that is not closed and figures that were raised and now stand on the line: 10⁶ became 106. Markup that is missing is a note.
Bold, italics and quotation marks count as one, and italics are not asked for in Chinese, Japanese, Korean and Arabic. More of it than in the source is no flaw. Where links lead is what url-differs is about.`,
		Source: "门票<b>只在网上</b>出售。",
		Bad:    "Tickets are sold <b>online only.",
		Good:   "Tickets are sold <b>online only</b>.",
		Readings: []lint.Reading{
			{Texts: lint.Pages, Read: 44, Right: 35, Others: "markup in paragraphs whose source was rewritten since"},
		},
	},
	Run: func(p *lint.Pass) {
		for b := range flanked(p) {
			if len(b.Source) > 0 && len(b.Target) > 0 {
				c := tagCheck{p: p, bead: b, there: tagsIn(p.Release.Source, b.Source), here: tagsIn(p.Doc, b.Target)}
				c.shown()
				c.unclosed()
				c.inText()
				c.kinds()
			}
		}
	},
}

// A tagCheck compares the two sides of a bead.
type tagCheck struct {
	p           *lint.Pass
	bead        lint.Bead
	there, here tagSet
	told        bool // markup that shows, or is not closed: what is missing is that
}

func (c *tagCheck) report(place concord.Place, severity concord.Severity, id string, args map[string]any, related ...tagged) {
	f := concord.Finding{Place: place, Severity: severity, Message: concord.Message{ID: id, Args: args}}
	for _, t := range related[:min(len(related), 3)] {
		f.Related = append(f.Related, inSource(c.p, t.place.Segment, t.place.Span))
	}
	c.p.Report(f)
}

// kinds compares what the two sides mark. Where two paragraphs were made one, or
// one beside is not paired, what is missing may stand there.
func (c *tagCheck) kinds() {
	if c.told || len(c.there.all) == 0 || len(c.bead.Source) != 1 || len(c.bead.Target) != 1 {
		return
	}
	c.code()
	c.raised()
	c.fewer(c.there.of("image"), len(c.here.of("image")))
	const most = 0.75 // of the length that the source lets expect: in less, what was marked may be what is missing
	if there, here := lengths(c.p, c.bead); here >= most*there {
		c.emphasis()
		c.links()
		c.fewer(c.there.breaks(), len(c.here.breaks()))
	}
}

// fewer reports markup that is there less often than in the source. What is there
// more often was added on purpose: a foreign word in italics.
func (c *tagCheck) fewer(there []tagged, here int) {
	if here >= len(there) {
		return
	}
	args := map[string]any{"Tag": there[0].short(), "There": len(there), "Here": here}
	c.report(whole(c.p, c.bead.Target[0]), concord.Note, "rule.tag-differs", args, there...)
}

// emphasis compares bold, italics and quotation marks as one: which of them is the
// style of a language. Some have no italics.
func (c *tagCheck) emphasis() {
	there := c.there.of("strong", "em")
	if locales.For(c.p.Doc.Locale).Typography.Upright {
		there = c.there.of("strong")
	}
	if len(there) == 0 {
		return
	}
	here := len(c.here.of("strong", "em", "code", "q", "mark", "u"))
	if here < len(there) {
		source, target := sides(c.p, c.bead)
		here += max(0, quotations(target)-quotations(source)+len(c.here.of("q"))-len(c.there.of("q")))
	}
	c.fewer(there, here)
}

// quotations counts the quotation marks that open or close, in pairs.
func quotations(text string) int {
	n := 0
	for _, r := range text {
		if quotation(r) {
			n++
		}
	}
	return n / 2
}

func quotation(r rune) bool {
	return strings.ContainsRune("\"“”„«»‹›「」『』《》〈〉", r)
}

// closing is the markup that must be closed: of other elements nobody knows.
var closing = []string{"strong", "em", "code", "link", "sup", "sub", "strike", "q", "u"}

// unclosed reports tags that are not closed, or close nothing, unless it is so in
// the source as well; of each kind the first.
func (c *tagCheck) unclosed() {
	for _, kind := range closing {
		is := func(t tagged) bool { return t.what == kind }
		n := slices.IndexFunc(c.here.open, is)
		if n < 0 || slices.ContainsFunc(c.there.open, is) {
			continue
		}
		t, id := c.here.open[n], "rule.tag-differs.open"
		if strings.HasPrefix(t.sign, "</") {
			id = "rule.tag-differs.closed"
		}
		c.told = true
		c.report(t.beside(), concord.Warning, id, map[string]any{"Tag": t.short()})
	}
}

// shown reports the signs of Markdown that its reader would see.
func (c *tagCheck) shown() {
	if c.p.Doc.Format != "markdown" {
		return
	}
	source := ""
	for _, sign := range []struct {
		text  string
		kinds []string
	}{{"**", []string{"strong", "em"}}, {"__", []string{"strong", "em"}}, {"] (", []string{"link"}}, {"](", []string{"link"}}} {
		for _, i := range c.bead.Target {
			at := strings.Index(c.p.Doc.Segments[i].Text, sign.text)
			if at < 0 {
				continue
			}
			if source == "" {
				source = joined(c.p.Release.Source, c.bead.Source)
			}
			place := c.p.Place(i, concord.Span{Start: at, End: at + len(sign.text)})
			if strings.Contains(source, sign.text) || len(c.there.of(sign.kinds...)) <= len(c.here.of(sign.kinds...)) {
				continue
			}
			c.told = true
			c.report(place, concord.Warning, "rule.tag-differs.shown", map[string]any{"Tag": sign.text})
		}
	}
}

// inText compares the markup that stands in the text itself, for a program to read.
func (c *tagCheck) inText() {
	there, here := shownTags(c.p.Release.Source, c.bead.Source), shownTags(c.p.Doc, c.bead.Target)
	for _, tag := range slices.Sorted(maps.Keys(there)) {
		name := strings.Trim(tag, "</>")
		pair := len(there["<"+name+">"]) > 0 && len(there["</"+name+">"]) > 0
		n, m := len(there[tag]), len(here[tag])
		if opens := "<" + name + ">"; tag != opens && len(here[opens]) == m && len(there[opens]) == n {
			continue // told of the one that opens
		}
		if n != m && (pair || voidTag(name)) {
			c.report(whole(c.p, c.bead.Target[0]), concord.Warning, "rule.tag-differs", map[string]any{"Tag": tag, "There": n, "Here": m},
				tagged{place: there[tag][0]})
		}
	}
	const bold = "**"
	if c.p.Doc.Format != c.p.Release.Source.Format {
		return
	}
	if n := countIn(c.p.Release.Source, c.bead.Source, bold); n > 0 && n%2 == 0 {
		if m := countIn(c.p.Doc, c.bead.Target, bold); m != n && (m < n || m%2 != 0) {
			c.report(whole(c.p, c.bead.Target[0]), concord.Warning, "rule.tag-differs", map[string]any{"Tag": bold, "There": n, "Here": m})
		}
	}
}

// voidTag reports whether a tag needs no other to close it: a line break, or a
// number that stands for a tag.
func voidTag(name string) bool {
	return name == "br" || name == "hr" || name == "img" || strings.Trim(name, "0123456789") == ""
}

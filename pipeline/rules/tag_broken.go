package rules

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// TagBroken finds inline markup that works in the source and not in its translation.
var TagBroken = &lint.Rule{
	Name:     "tag-broken",
	Group:    lint.Bilingual,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "Inline markup of the source does not work",
		Text: `Signs of Markdown that show because a blank or a mark beside them keeps them from being read, a tag that is not closed or closes nothing, a tag in the text itself, such as <b> or <0>, that is there another number of times, and figures that were raised and now stand on the line: 10⁶ became 106.
Looked for in paragraphs that surely answer to one another, and only where the source has it right.`,
		Source: "门票<b>只在网上</b>出售。",
		Bad:    "Tickets are sold <b>online only.",
		Good:   "Tickets are sold <b>online only</b>.",
		Readings: []lint.Reading{
			{Texts: lint.Pages, Read: 5, Right: 5},
		},
	},
	Run: func(p *lint.Pass) {
		for c := range tagChecks(p) {
			c.broken()
			c.tell()
		}
	},
}

// broken looks for markup that does not work.
func (c *tagCheck) broken() {
	c.shown()
	c.unclosed()
	c.inText()
	c.raised()
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
		t, id := c.here.open[n], "rule.tag-broken.open"
		if strings.HasPrefix(t.sign, "</") {
			id = "rule.tag-broken.closed"
		}
		c.fault(t.beside(), concord.Warning, id, map[string]any{"Tag": t.short()})
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
			c.fault(place, concord.Warning, "rule.tag-broken.shown", map[string]any{"Tag": sign.text})
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
			c.fault(whole(c.p, c.bead.Target[0]), concord.Warning, "rule.tag-broken", map[string]any{"Tag": tag, "There": n, "Here": m},
				tagged{place: there[tag][0]})
		}
	}
	const bold = "**"
	if c.p.Doc.Format != c.p.Release.Source.Format {
		return
	}
	if n := countIn(c.p.Release.Source, c.bead.Source, bold); n > 0 && n%2 == 0 {
		if m := countIn(c.p.Doc, c.bead.Target, bold); m != n && (m < n || m%2 != 0) {
			c.fault(whole(c.p, c.bead.Target[0]), concord.Warning, "rule.tag-broken", map[string]any{"Tag": bold, "There": n, "Here": m})
		}
	}
}

// voidTag reports whether a tag needs no other to close it: a line break, or a
// number that stands for a tag.
func voidTag(name string) bool {
	return name == "br" || name == "hr" || name == "img" || strings.Trim(name, "0123456789") == ""
}

// raised reports figures that the source has raised or lowered and that stand here
// on the line, right behind the same sign: 10<sup>6</sup> became 106.
func (c *tagCheck) raised() {
	if len(c.bead.Source) != 1 || len(c.bead.Target) != 1 {
		return
	}
	source, target := c.p.Release.Source.Segments[c.bead.Source[0]].Text, c.p.Doc.Segments[c.bead.Target[0]].Text
	for _, t := range first(c.there.of("sup")) {
		small := t.place.Text()
		before := source[:t.place.Span.Start]
		base := before[len(strings.TrimRightFunc(before, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })):]
		if strings.Trim(small, "0123456789-−+") != "" || small == "" || base == "" {
			continue
		}
		same := func(h tagged) bool { return h.place.Text() == small }
		at := strings.Index(target, base+small)
		if at < 0 || slices.ContainsFunc(c.here.of("sup"), same) {
			continue
		}
		place := c.p.Place(c.bead.Target[0], concord.Span{Start: at, End: at + len(base+small)})
		if before, after := flanks(target, place.Span); unicode.IsDigit(before) || unicode.IsDigit(after) || unicode.IsLetter(before) && before < utf8.RuneSelf {
			continue
		}
		severity := concord.Note
		if unicode.IsDigit(rune(base[len(base)-1])) {
			severity = concord.Warning
		}
		c.fault(place, severity, "rule.tag-broken.raised", map[string]any{"Here": base + small, "There": base + "^" + small}, t)
	}
}

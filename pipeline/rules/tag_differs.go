package rules

import (
	"iter"
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
		Title: "Inline markup of the source is missing",
		Text: `Bold and italics, links, code, images and line breaks are compared by kind in paragraphs that surely answer to one another.
Bold, italics and quotation marks count as one, and italics are not asked for in Chinese, Japanese, Korean and Arabic. More of it than in the source is no flaw. Where links lead is what url-differs is about; markup that does not work is told by tag-broken.`,
		Format: "html",
		Source: "<p>门票<b>只在网上</b>出售。</p>",
		Bad:    "<p>Tickets are sold online only.</p>",
		Good:   "<p>Tickets are sold <b>online only</b>.</p>",
		Readings: []lint.Reading{
			{Texts: lint.Pages, Read: 44, Right: 35, Others: "markup in paragraphs whose source was rewritten since"},
		},
	},
	Run: func(p *lint.Pass) {
		for c := range tagChecks(p) {
			c.broken()
			if len(c.faults) == 0 { // else what is missing is what does not work
				c.kinds()
				c.tell()
			}
		}
	},
}

// A tagCheck compares the two sides of a bead.
type tagCheck struct {
	p           *lint.Pass
	bead        lint.Bead
	there, here tagSet
	faults      []concord.Finding
}

// tagChecks yields a check for each pair that has two sides and sure neighbours.
func tagChecks(p *lint.Pass) iter.Seq[*tagCheck] {
	return func(yield func(*tagCheck) bool) {
		for b := range flanked(p) {
			if len(b.Source) > 0 && len(b.Target) > 0 &&
				!yield(&tagCheck{p: p, bead: b, there: tagsIn(p.Release.Source, b.Source), here: tagsIn(p.Doc, b.Target)}) {
				return
			}
		}
	}
}

// tell reports what was found.
func (c *tagCheck) tell() {
	for _, f := range c.faults {
		c.p.Report(f)
	}
}

func (c *tagCheck) fault(place concord.Place, severity concord.Severity, id string, args map[string]any, related ...tagged) {
	f := concord.Finding{Place: place, Severity: severity, Message: concord.Message{ID: id, Args: args}}
	for _, t := range related[:min(len(related), 3)] {
		f.Related = append(f.Related, inSource(c.p, t.place.Segment, t.place.Span))
	}
	c.faults = append(c.faults, f)
}

// kinds compares what the two sides mark. Where two paragraphs were made one, or
// one beside is not paired, what is missing may stand there.
func (c *tagCheck) kinds() {
	if len(c.there.all) == 0 || len(c.bead.Source) != 1 || len(c.bead.Target) != 1 {
		return
	}
	c.code()
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
	c.fault(whole(c.p, c.bead.Target[0]), concord.Note, "rule.tag-differs", args, there...)
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

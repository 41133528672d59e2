package rules

import (
	"slices"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// PhoneDiffers compares telephone and fax numbers with those of the source.
var PhoneDiffers = &lint.Rule{
	Name:     "phone-differs",
	Group:    lint.Bilingual,
	Severity: concord.Note,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A telephone number is not that of the source",
		Text: `Who dials it reaches somebody else. Numbers are compared by their digits: blanks, hyphens, dots, brackets, full width, the (0) of an area and a code of country or area that only one of them has do not matter.
One with a digit or two changed, lost or swapped is a warning; one that is missing or only in the translation is a note, as the office in another country may have been put in.
A number is told by its + or by a word before it, which is data of the language: Tel, 电话, Télécopie, факс. No rule on numbers looks at it.`,
		Source: "咨询电话：+86 10 8835 4402。",
		Bad:    "For questions call +86 10 8835 4420.",
		Good:   "For questions call +86 (0)10-8835-4402.",
		Readings: []lint.Reading{
			{Texts: lint.Pages, Read: 0, Right: 0},
			{Texts: lint.News, Read: 0, Right: 0},
		},
	},
	Run: func(p *lint.Pass) {
		if p.Beads() == nil {
			return
		}
		theirs, ours := phonesOf(p, p.Release.Source), phonesOf(p, p.Doc)
		if !theirs.any && !ours.any {
			return
		}
		for b := range flanked(p) {
			there, here := theirs.in(b.Source).apartFrom(ours), ours.in(b.Target).apartFrom(theirs)
			there, here = there[:min(len(there), 2*reach)], here[:min(len(here), 2*reach)]
			for _, was := range there {
				if !was.Sure {
					continue
				}
				near := slices.IndexFunc(here, func(h phone) bool { return h.Near(was.PhoneNumber) })
				if near >= 0 {
					reportPhone(p, here[near].place, was, "rule.phone-differs", concord.Warning)
					here = slices.Delete(here, near, near+1)
				} else if len(b.Target) > 0 {
					reportPhone(p, whole(p, b.Target[0]), was, "rule.phone-differs.missing", concord.Note)
				}
			}
			for _, h := range here {
				if h.Sure {
					p.Report(concord.Finding{Place: h.place, Message: concord.Message{ID: "rule.phone-differs.added", Args: map[string]any{"Here": h.place.Text()}}})
				}
			}
		}
	},
}

func reportPhone(p *lint.Pass, place concord.Place, was phone, id string, severity concord.Severity) {
	p.Report(concord.Finding{
		Place:    place,
		Severity: severity,
		Message:  concord.Message{ID: id, Args: map[string]any{"Here": place.Text(), "There": was.place.Text()}},
		Related:  []concord.Related{inSource(p, was.place.Segment, was.place.Span)},
	})
}

// A phone is a telephone number, or digits that may be one, in its place.
type phone struct {
	locales.PhoneNumber
	place concord.Place
}

type phoneList []phone

// phones are those of a document, by segment.
type phones struct {
	segments []phoneList
	tails    map[string]phoneList // by their last digits; of numbers alike a few
	any      bool                 // one is sure
}

// phonesOf returns those of a document, shared by all rules.
func phonesOf(p *lint.Pass, doc *concord.Document) *phones {
	return lint.Once(p, doc, func(doc *concord.Document) *phones {
		found := &phones{segments: make([]phoneList, len(doc.Segments)), tails: make(map[string]phoneList)}
		locale := locales.For(doc.Locale)
		for i := range doc.Segments {
			s := &doc.Segments[i]
			for _, n := range locale.Phones(s.Text) {
				if s.Protected(n.Span) {
					continue
				}
				here := phone{n, concord.Place{Doc: doc, Segment: i, Span: n.Span}}
				found.segments[i] = append(found.segments[i], here)
				found.any = found.any || n.Sure
				if alike := found.tails[n.Tail()]; len(alike) < reach {
					found.tails[n.Tail()] = append(alike, here)
				}
			}
		}
		return found
	})
}

func (p *phones) in(segments []int) (all phoneList) {
	for _, i := range segments {
		all = append(all, p.segments[i]...)
	}
	return all
}

// apartFrom returns those that another document has nowhere.
func (l phoneList) apartFrom(others *phones) (some phoneList) {
	for _, n := range l {
		if !slices.ContainsFunc(others.tails[n.Tail()], func(o phone) bool { return n.Same(o.PhoneNumber) }) {
			some = append(some, n)
		}
	}
	return some
}

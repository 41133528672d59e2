package rules

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// A nameSpan is a capitalised name of two or more words, and the segment it stands in.
type nameSpan struct {
	segment int
	span    concord.Span
}

// A nameList is every name of a document, in order; names do not overlap, so that
// a short one inside a longer one is not counted.
type nameList []nameSpan

// namesOf returns the names of a document. In a language of which it is not
// known what binds the words of a name it finds none.
func namesOf(doc *concord.Document) nameList {
	rules := locales.For(doc.Locale)
	if len(rules.Names.Connectors) == 0 {
		return nil
	}
	var all nameList
	segment, loud := -1, false
	for n := range capitalRuns(doc, rules) {
		if n.segment != segment {
			segment, loud = n.segment, allCapitals(&doc.Segments[n.segment])
		}
		if !loud { // else every word has a capital: none is a sign of a name
			all = append(all, n)
		}
	}
	return all
}

// mayName reports whether names are looked for in a segment.
func mayName(s *concord.Segment) bool {
	return s.Kind != concord.Blank && s.Kind != concord.Quote && s.Kind != concord.EndMark
}

// capitalRuns yields the runs of words with a capital that may be names.
func capitalRuns(doc *concord.Document, rules *locales.Rules) iter.Seq[nameSpan] {
	return func(yield func(nameSpan) bool) {
		r := newNameReader(rules)
		for i := range doc.Segments {
			s := &doc.Segments[i]
			if !mayName(s) {
				continue
			}
			r.text, r.at = s.Text, 0
			for r.next() {
				if !s.Protected(r.found) && !yield(nameSpan{i, r.found}) {
					return
				}
			}
		}
	}
}

// allCapitals reports whether a heading, or the like, has all its long words in capitals.
func allCapitals(s *concord.Segment) bool {
	const long = 5 // letters
	switch s.Kind {
	case concord.Title, concord.Heading, concord.TeaserTitle, concord.Section, concord.Caption, concord.Item:
	default:
		return false
	}
	words := 0
	for w := range strings.FieldsSeq(s.Text) {
		u, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(u) && len(w) >= long {
			return false
		}
		words++
	}
	return words > 4
}

// allNames returns the names of the document of a pass, read once in a round.
func allNames(p *lint.Pass) nameList { return lint.Once(p, p.Doc, namesOf) }

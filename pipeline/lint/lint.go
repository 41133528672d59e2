// Package lint defines what a rule is and runs rules over a release.
package lint

import (
	"cmp"
	"slices"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/locales"
)

// A Rule looks for one kind of flaw in a document. A rule whose findings carry
// automatic fixes is what others call a normaliser.
type Rule struct {
	Name     string // lower case with hyphens; appears in flags, settings and reports
	Group    Group
	Severity concord.Severity
	Off      bool // runs only if it is asked for by name, because it is wrong too often; Doc.Readings say how often
	Asks     bool // offers no fix: it is heard once, of the text that nothing is left to correct in
	Flat     bool // a project gave it its severity: no finding has one of its own
	Doc      Doc
	Run      func(*Pass)                                      // has all it needs in memory, and so cannot fail
	Across   func(notes []Note, report func(concord.Finding)) // compares what Run has noted in all documents of a run; may be nil
}

// severity is that of a finding of r.
func (r *Rule) severity(f concord.Finding) concord.Severity {
	if r.Flat {
		return r.Severity
	}
	return max(f.Severity, r.Severity)
}

// Group names a set of rules that flags can select together.
type Group string

// The groups, as they stand in --only and --skip.
const (
	Terms       Group = "terms"
	Typography  Group = "typography"
	Numbers     Group = "numbers"
	Structure   Group = "structure"
	Consistency Group = "consistency"
	Bilingual   Group = "bilingual"
	Hygiene     Group = "hygiene"
	Security    Group = "security"
)

// Doc explains a rule; the manual is printed from it. Bad is a text in which
// the rule finds something, Good the same text as it should be: what the rule
// makes of Bad, if it edits. Both are run as a test.
type Doc struct {
	Title    string // one line, no full stop
	Text     string // why, when it edits and when it asks
	Locale   string // a language tag; "" is English
	Format   string // what the examples are written in, the name of a codec; "" is plain text
	Source   string // what the examples translate, if it matters, in Simplified Chinese
	Glossary string // in the YAML of glossary files, if the example needs one
	Bad      string
	Good     string
	Readings []Reading // how often it was right; none if nobody has looked
}

// A Pass is one rule applied to one document.
type Pass struct {
	Rule    *Rule
	Release *concord.Release
	Doc     *concord.Document
	Pairs   []concord.Pair // of the source's segments with Doc's; nil without a source
	Locale  *locales.Rules
	Terms   *glossary.Matcher

	found   *[]concord.Finding
	notes   *[]Note
	made    map[product]any // see Once
	source  *reading        // of the source, for its translations
	beads   []Bead
	matches [][]glossary.Match // of each segment, shared by the rules of a document
	before  *reading           // the document in the round before
	same    []int              // see reading.same
	steady  bool               // Pairs are as they were then
}

// Matches returns the terms found in a segment of p.Doc, in order.
func (p *Pass) Matches(segment int) []glossary.Match { return p.matches[segment] }

// IsSource reports whether p.Doc is the source of its release. A source is
// read and reported on, but never edited.
func (p *Pass) IsSource() bool { return p.Doc == p.Release.Source }

// Place returns a stretch of a segment of p.Doc.
func (p *Pass) Place(segment int, span concord.Span) concord.Place {
	return concord.Place{Doc: p.Doc, Segment: segment, Span: span}
}

// Report adds a finding. The rule's name is filled in, and its severity unless
// the finding has a higher one of its own. In a source no fix is automatic.
func (p *Pass) Report(f concord.Finding) {
	f.Rule = p.Rule.Name
	f.Severity = p.Rule.severity(f)
	if p.IsSource() {
		for i := range f.Fixes {
			f.Fixes[i].Auto = false
		}
	}
	if n := len(*p.found); n == cap(*p.found) {
		*p.found = slices.Grow(*p.found, max(n, 8)) // findings are large to move about
	}
	*p.found = append(*p.found, f)
}

// A Linter holds what does not change from release to release. It is safe for
// concurrent use.
type Linter struct {
	Rules []*Rule                              // in the order of priority
	Terms func(language.Tag) *glossary.Matcher // the matcher for documents in a language
	Pairs func(source, target *concord.Document) []concord.Pair
}

// Run applies the rules that offer fixes to every document of a release. After
// edits, before is the round that led to them, of the same documents in the same
// order; or nil.
func (l *Linter) Run(rel *concord.Release, before *Round) *Round {
	round := new(Round)
	made := make(map[product]any)
	for n, doc := range rel.Documents() {
		pass := Pass{Release: rel, Doc: doc, found: &round.Found, notes: &round.Notes, made: made}
		if n > 0 && rel.Source != nil {
			pass.source = round.read[0]
		}
		round.read = append(round.read, l.document(pass, before.document(n)))
	}
	l.sort(round.Found)
	return round
}

// Ask applies the other rules to the texts of a round, and adds to it what they
// find and note. They have not heard the round before, so nothing is settled.
func (l *Linter) Ask(round *Round) {
	made := make(map[product]any)
	for _, r := range round.read {
		pass := r.pass
		if pass.same != nil {
			pass.same, pass.made = nil, made // what was made may leave out what was settled
		}
		pass.found, pass.notes = &round.Found, &round.Notes
		l.apply(&pass, true)
	}
	l.sort(round.Found)
}

func (l *Linter) sort(found []concord.Finding) {
	rank := make(map[string]int, len(l.Rules))
	for i, r := range l.Rules {
		rank[r.Name] = i
	}
	slices.SortStableFunc(found, func(a, b concord.Finding) int {
		return cmp.Or(
			cmp.Compare(a.Place.Doc.File, b.Place.Doc.File),
			cmp.Compare(a.Place.Segment, b.Place.Segment),
			cmp.Compare(a.Place.Span.Start, b.Place.Span.Start),
			cmp.Compare(rank[a.Rule], rank[b.Rule]))
	})
}

// document reads one document, and adds what the rules find in it to that of
// the round.
func (l *Linter) document(shared Pass, before *reading) *reading {
	rel, doc := shared.Release, shared.Doc
	r := &reading{doc: doc}
	same := before.same(doc)
	shared.Locale, shared.Terms = locales.For(doc.Locale), l.Terms(doc.Locale)
	r.find(shared.Terms, before, same)
	shared.matches, shared.before, shared.same = r.matches, before, same
	if rel.Source != nil && doc != rel.Source && l.Pairs != nil {
		shared.Pairs = l.Pairs(rel.Source, doc)
		shared.beads = beads(shared.Pairs)
	}
	r.pairs = shared.Pairs
	shared.steady = slices.Equal(r.pairs, before.pairs)
	earlier := len(*shared.found)
	l.apply(&shared, false)
	r.listen((*shared.found)[earlier:])
	shared.before = &reading{doc: before.doc} // what the round before found need not be kept
	r.pass = shared
	return r
}

// apply applies the rules that ask, or the others, to a document.
func (l *Linter) apply(shared *Pass, ask bool) {
	for _, rule := range l.Rules {
		if rule.Asks == ask {
			pass := *shared
			pass.Rule = rule
			rule.Run(&pass)
		}
	}
}

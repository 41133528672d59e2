// Package glossary models a concept-oriented, multilingual termbase, reads and
// checks it, and finds its terms in text.
package glossary

import (
	"regexp"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// A Glossary is a set of concepts: see All. It is not changed after loading.
type Glossary struct {
	Name      string
	Version   string
	Base      language.Tag
	Locales   []language.Tag // the languages it means to cover, for reports on what is missing
	Protected []string       // names that stand as they are in every language and consume the text
	About     map[string]any // whatever else the file says of itself; kept, not interpreted
	Files     []File         // what it was read from, in order
	concepts  *store
	compiled  *compilation // nil: not from a cache, nor for one
}

// A File is one file of a glossary.
type File struct {
	Name string
	Data []byte // what is in it; a loaded glossary no longer has it
	Sum  string // its SHA-256, in hexadecimal
}

// A Concept is one idea, and the terms for it in each language.
type Concept struct {
	ID         string
	Kind       string // person, organization, place, slogan, work, programme, event, title, term …
	Case       Case   // how its terms are capitalised
	Definition string
	Note       string
	Traps      []string // what a careless tool would get wrong; for people
	Grammar    Grammar  // holds for every language that does not say otherwise
	Plural     bool     // its terms may take the plural ending of their language
	Certainty  map[language.Tag]string
	Notes      map[language.Tag]string
	Terms      []*Term // grouped by locale, in the order of the file
	Specs      []Spec
	At         concord.Position
}

// Case says how the terms of a concept are capitalised in running text.
type Case uint8

// The case behaviours.
const (
	Common Case = iota // follows the text: lower, First, Title Case or ALL CAPS
	Proper             // as written in the glossary, or ALL CAPS in a text in capitals
)

// A Term is a word or phrase for a concept in one language.
type Term struct {
	Concept      *Concept
	Locale       language.Tag // Und: every language
	Text         string
	Status       Status
	Match        MatchCase
	Replace      string // what to write instead; empty: the preferred term of the locale
	Auto         bool   // may be corrected unasked; false: reported only
	Plural       bool   // also matches with the plural ending of the language, which is carried over
	Hyphen       bool   // a spaced term is also found hyphenated before another word, as an attribute
	Prefix       bool   // also matches as the first part of a closed compound
	CrossLingual bool   // also looked for in documents of other languages in the same script
	SentenceCap  bool   // Replace begins in lower case and is capitalised at the start of a sentence
	Grammar      Grammar
	When         Condition
	Forms        []Form           // inflected forms, as listed: each with what it becomes or with its slot
	Paradigm     locales.Paradigm // all that is known of its forms; nil: nothing
	Certainty    string
	Condition    string   // for people: when the term is right
	Note         string   // for people
	Source       string   // where the term comes from
	Seen         []string // where the term was seen
	At           concord.Position
}

// A Form is an inflected form of a term, and either what it becomes, or the
// slot that it fills: then it becomes the form that the right term has there.
type Form struct {
	Text, Replace string
	Slot          locales.Slot
}

// Status says whether a term may be used.
type Status uint8

// The statuses.
const (
	Preferred      Status = iota // the term to use; one for each locale of a concept
	Admitted                     // right as well; left as it is
	Deprecated                   // replaced by the preferred term
	Forbidden                    // reported as an error; replaced only if Auto
	DoNotTranslate               // stands as it is in every language
)

var statuses = []string{"preferred", "admitted", "deprecated", "forbidden", "do-not-translate"}

// String returns the name of s as it stands in glossary files.
func (s Status) String() string {
	return statuses[s]
}

// Guard reports whether a term of this status consumes the text unchanged.
func (s Status) Guard() bool { return s == Preferred || s == Admitted || s == DoNotTranslate }

// MatchCase says which capitalisations of a term are the term.
type MatchCase uint8

// The ways to match case.
const (
	Exact  MatchCase = iota // as written, or the whole in capitals
	Strict                  // as written only
	Fold                    // any, by Unicode simple folding; no Turkic rules
	noun                    // Fold, where nouns are told from verbs by their capital
)

// String returns the name of m as it stands in glossary files.
func (m MatchCase) String() string { return matchCases[m] }

var matchCases = []string{"exact", "strict", "fold"}

// Grammar is what the words around a term need to know of it.
type Grammar = locales.Grammar

// A Condition narrows where a term applies. The zero Condition is always met.
// Patterns are RE2, matched on the shadow of the text (see Shadow): in any
// capitals where the term is, or where it stands in capitals.
type Condition struct {
	LeftNot      *regexp.Regexp // must not match directly before; compiled as (?:…)$
	RightNot     *regexp.Regexp // must not match directly after; compiled as ^(?:…)
	NotAfterName bool           // the word before must not be capitalised …
	NameTitles   []string       // … unless it begins with one of these
	Evidence     []string       // one of these must stand somewhere in the document, as whole words; a final * allows a longer word
	UnlessQuoted bool           // Evidence is not asked for where the match stands in quotation marks
	Without      []string       // none of these may stand anywhere in the document
	Quoted       bool           // must stand directly in quotation marks

	leftAny, rightAny *regexp.Regexp // LeftNot and RightNot in any capitals; see loosen
}

// A Spec is a sentence and what the glossary must make of it. Every spec is run
// when the glossary is linted; one that fails is an error.
type Spec struct {
	Locale   language.Tag
	From, To string
	At       concord.Position
}

// Slots returns what a form of t may be the form for: one that a match has, or
// nil for t as written. It is empty if that is not known.
func (t *Term) Slots(form *Form) []locales.Slot {
	if form == nil {
		return t.Paradigm.Slots(t.Text)
	}
	return t.Paradigm.Slots(form.Text)
}

// Variant returns which of several forms of a slot a match is.
func (t *Term) Variant(form *Form) int {
	if form == nil {
		return 0
	}
	return t.Paradigm.Variant(form.Text)
}

// Preferred returns the term to use for c in a language, falling back along
// chain, or nil. Chain is the language, then its parents: see locales.Chain.
func (c *Concept) Preferred(chain []language.Tag) *Term {
	for _, tag := range chain {
		for _, t := range c.Terms {
			if t.Status == Preferred && t.Locale == tag {
				return t
			}
		}
	}
	return nil
}

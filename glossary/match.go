package glossary

import "github.com/concord-l10n/concord"

// A Match is an occurrence of a term in a text.
type Match struct {
	Span        concord.Span // bytes of the text, never splitting a character cluster
	Concept     *Concept
	Term        *Term
	Form        *Form        // the listed form that was found; nil: the term as written
	Plural      bool         // the plural ending was found behind it, and is part of Span
	Hyphened    bool         // found in its hyphenated spelling
	Prefix      bool         // found as the first part of a compound
	Tail        concord.Span // what is glued to its end: Hangul such as a particle, a suffix, a pronoun; empty if nothing
	OtherScript bool         // Chinese, right but in the script that the document is not in
	Denormal    bool         // the text was not in NFC
	Also        []*Term      // the terms of other concepts that may stand here as well, all of them guards or none
}

package locales

import "github.com/concord-l10n/concord"

// Grammar is what the words around a term need to know of it. An empty field
// is not known.
type Grammar struct {
	Article string // "the": takes the definite article in running text; "none"; "own": begins with one
	Sound   string // where spelling misleads: its first sound, or the end that suffixes go by; one of Rules.Spoken
	Poss    string // "yes", "no": whether it ends in a possessive, in Turkish
	Gender  string // "m", "f", "n"; in Polish "m1", "m2", "m3" too
	Number  string // "sg", "pl"
	Animate string // "yes", "no": whether the accusative is the genitive, in Slavic languages
	Decl    string // how it is declined: a class for each word, see docs/glossary.md
}

// Or returns g with its empty fields taken from h.
func (g Grammar) Or(h Grammar) Grammar {
	or := func(a, b string) string {
		if a != "" {
			return a
		}
		return b
	}
	g.Article, g.Sound, g.Gender = or(g.Article, h.Article), or(g.Sound, h.Sound), or(g.Gender, h.Gender)
	g.Number, g.Animate, g.Poss = or(g.Number, h.Number), or(g.Animate, h.Animate), or(g.Poss, h.Poss)
	g.Decl = or(g.Decl, h.Decl)
	return g
}

// A Swap is a term in a text and the term that is to stand in its place. The
// two may be equal: then only the words around it are in question.
type Swap struct {
	Text        string
	Span        concord.Span // of the term in Text, with the plural ending if Plural
	Tail        concord.Span // Hangul glued to the end of the term, such as a particle
	Was         string       // the term that stands there, as the glossary writes it
	New         string       // as the glossary writes it, in the singular if Plural
	Old, Now    Grammar      // of the term that stands there, and of New
	Slots       []Slot       // what the form that stands there is the form for; empty: not known
	Variant     int          // which of the forms of its slot it is; see Paradigm.Variant
	Forms       Paradigm     // of New
	Place       bool         // both are names of a place
	Proper      bool         // New keeps its own capitals
	Title       bool         // it is what a person is called by, so that a name may follow
	Person      bool         // New is the name of a person
	Plural      bool         // the plural ending is carried over
	Noun        bool         // what stands there is a noun: it may take the plural ending
	SentenceCap bool         // New is capitalised where a sentence starts, though proper
	Denormal    bool         // the text is decomposed (NFD), and so must New be
	Beside      bool         // New is what stands there: nothing but what is beside it may have to change
	Apostrophe  string       // the one the document uses, where Text has none; empty: not known
}

// A Change replaces a stretch of Swap.Text. Changes are ordered and do not
// overlap; an empty span inserts.
type Change struct {
	Span concord.Span
	New  string
}

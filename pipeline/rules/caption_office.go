package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// An officeWord is a word of an office, where it stands, and whether it is one of
// status such as "former".
type officeWord struct {
	text   string // in lower case
	span   concord.Span
	status bool
}

// officeWords returns the words of an office that are not small ones.
func officeWords(text string, rules *locales.Rules) []officeWord {
	var words []officeWord
	for at := 0; at < len(text); {
		if c, n := utf8.DecodeRuneInString(text[at:]); !unicode.IsLetter(c) {
			at += n
			continue
		}
		n := strings.IndexFunc(text[at:], func(c rune) bool { return !unicode.IsLetter(c) && c != '\'' && c != '’' })
		if n < 0 {
			n = len(text) - at
		}
		w := strings.ToLower(text[at : at+n])
		if utf8.RuneCountInString(w) > 1 && !slices.Contains(rules.Article.SmallWords, w) && !slices.Contains(rules.Typography.FunctionWords, w) || slices.Contains(rules.Names.Status, w) {
			words = append(words, officeWord{w, concord.Span{Start: at, End: at + n}, slices.Contains(rules.Names.Status, w)})
		}
		at += n
	}
	return words
}

// An officeReading is what two descriptions of one person share.
type officeReading struct {
	mine, theirs []officeWord // the second up to a comma, or the last word that is shared
	shared       int          // words of mine that are in theirs
}

// readOffices holds a caption's office against the clause behind the name in the text.
func readOffices(office, clause string, rules *locales.Rules) officeReading {
	r := officeReading{mine: officeWords(office, rules)}
	theirs := officeWords(clause, rules)
	theirs = theirs[:min(len(theirs), len(r.mine)+4)]
	last := 0
	for i, w := range theirs {
		if slices.ContainsFunc(r.mine, w.like) || i < len(r.mine) && !strings.Contains(clause[:w.span.End], ",") {
			last = i + 1
		}
	}
	r.theirs = theirs[:last]
	for _, w := range r.mine {
		if slices.ContainsFunc(r.theirs, w.like) {
			r.shared++
		}
	}
	return r
}

// like reports whether two words are one, but for how they are inflected.
func (w officeWord) like(v officeWord) bool {
	return w.text == v.text || !w.status && !v.status && bends(w.text, v.text)
}

// bends reports whether two words differ in an ending of at most two letters.
func bends(a, b string) bool {
	const stem, ending = 5, 2 // letters
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= stem && len(a)-n <= ending && len(b)-n <= ending
}

// same reports whether the two describe one office: half of its words are there.
func (r officeReading) same() bool { return r.shared > 0 && 2*r.shared >= len(r.mine) }

// status reports whether one of them says "former", or its like, and the other
// does not.
func (r officeReading) status() bool { return !slices.Equal(statuses(r.mine), statuses(r.theirs)) }

func statuses(words []officeWord) (all []string) {
	for _, w := range words {
		if w.status {
			all = append(all, w.text)
		}
	}
	slices.Sort(all)
	return all
}

// differ reports whether each says something that the other does not.
func (r officeReading) differ() bool {
	return r.shared < len(r.mine) && slices.ContainsFunc(r.theirs, func(w officeWord) bool { return !slices.ContainsFunc(r.mine, w.like) })
}

// spans returns what to show of the two: from the first word, or what stands
// before it, to the last.
func (r officeReading) spans() (here, there concord.Span) {
	return concord.Span{End: r.mine[len(r.mine)-1].span.End}, concord.Span{End: r.theirs[len(r.theirs)-1].span.End}
}

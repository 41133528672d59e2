package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// blank returns where the next word begins if nothing but one blank or line
// break, with its indentation, and the stop of a title part the two; or -1.
func (r *nameReader) blank(end int) int {
	rest := r.text[end:]
	if strings.HasPrefix(rest, ".") {
		if start := strings.LastIndexByte(r.text[:end], ' ') + 1; !slices.Contains(r.rules.Names.Titles, r.text[start:end]) && end-start > 1 {
			return -1
		}
		rest = rest[1:]
	}
	word := strings.TrimLeft(rest, " \n")
	if len(word) == len(rest) || word == "" || strings.Count(rest[:len(rest)-len(word)], "\n") > 1 {
		return -1
	}
	return len(r.text) - len(word)
}

// isName reports whether a capitalised word is part of a name: not a function
// word at the beginning of a sentence, not a day of the week.
func (r *nameReader) isName(w concord.Span) bool {
	word := r.text[w.Start:w.End]
	is, asked := r.known[word]
	if !asked {
		u, _ := utf8.DecodeRuneInString(word)
		lower := strings.ToLower(word)
		is = unicode.IsUpper(u) && !slices.Contains(r.rules.Typography.FunctionWords, lower) && !slices.Contains(r.rules.Article.SmallWords, lower) &&
			!slices.Contains(r.rules.Names.Determiners, lower) && !slices.Contains(r.rules.Structure.Days, word)
		r.known[word] = is
	}
	return is
}

// isTitle reports whether a word stands before the name of a person as a title.
func (r *nameReader) isTitle(w concord.Span) bool {
	word := r.text[w.Start:w.End]
	return slices.Contains(r.rules.Names.Titles, word) || slices.Contains(r.rules.Names.Offices, strings.ToLower(word))
}

func (r *nameReader) isMonth(w concord.Span) bool {
	return slices.Contains(r.rules.Structure.Months, r.text[w.Start:w.End])
}

// dated reports whether a preposition stands before a month: in others a month
// may be a given name.
func (r *nameReader) dated(at int) bool {
	before := strings.TrimRight(r.text[:at], " \n")
	word := strings.ToLower(before[strings.LastIndexAny(before, " \n")+1:])
	return slices.Contains(r.rules.Article.SmallWords, word) && !slices.Contains(r.rules.Names.Joins, word)
}

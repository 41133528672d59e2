package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// A difference is what a title and the text under it say differently.
type difference struct{ here, there concord.Span }

// A tally is a figure and the word, or in Chinese and the like the two
// characters, behind it.
type tally struct {
	figure, of string
	span       concord.Span // of both, but of two characters the first
}

// tallies returns what a text counts, in order.
func tallies(text string) []tally {
	var all []tally
	for at := 0; at < len(text); {
		if text[at]-'0' > 9 || at > 0 && (wordByte(text[at-1]) || strings.IndexByte(".,:$", text[at-1]) >= 0) && !wide(text[:at]) {
			at++
			continue
		}
		end := at
		for end < len(text) && (text[end]-'0' < 10 || end+1 < len(text) && strings.IndexByte(".,", text[end]) >= 0 && text[end+1]-'0' < 10) {
			end++
		}
		if of, behind := numbered(text, end); of != "" {
			all = append(all, tally{text[at:end], of, concord.Span{Start: at, End: behind}})
		}
		at = end
	}
	return all
}

// wide reports whether a text ends in a character of a script without spaces.
func wide(text string) bool {
	c, _ := utf8.DecodeLastRuneInString(text)
	return c >= 0x2E80
}

// numbered returns what stands behind a figure, and where that ends.
func numbered(text string, at int) (string, int) {
	rest := strings.TrimLeft(text[at:], " \u00a0")
	start := len(text) - len(rest)
	if c, n := utf8.DecodeRuneInString(rest); unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana) {
		if d, m := utf8.DecodeRuneInString(rest[n:]); unicode.IsLetter(d) {
			return rest[:n+m], start + n
		}
		return "", 0
	}
	if start == at {
		return "", 0
	}
	end := strings.IndexFunc(rest, func(c rune) bool { return !unicode.IsLetter(c) && c != '-' })
	if end < 0 {
		end = len(rest)
	}
	if utf8.RuneCountInString(rest[:end]) < 4 { // "20 May", "5 to 6", "3 km"
		return "", 0
	}
	return singular(strings.ToLower(rest[:end])), start + end
}

// countsDiffer returns what the title counts, where the text counts the same word
// and never has the figure of the title.
func countsDiffer(title, text string) []difference {
	mine := tallies(title)
	if len(mine) == 0 {
		return nil
	}
	theirs := tallies(text)
	var all []difference
	for _, c := range mine {
		if strings.Contains(text, c.figure) {
			continue
		}
		if i := slices.IndexFunc(theirs, func(d tally) bool { return d.of == c.of && !strings.Contains(title, d.figure) }); i >= 0 {
			all = append(all, difference{c.span, theirs[i].span})
		}
	}
	return all
}

// namesDiffer returns what a title says of names otherwise than the text: its
// words in a longer name in another order, or another word before the word that
// binds it to something, as in "kick-off meeting of".
func namesDiffer(names nameList, title, text int, doc *concord.Document) []difference {
	rules := locales.For(doc.Locale)
	a, b := doc.Segments[title].Text, doc.Segments[text].Text
	from := slices.IndexFunc(names, func(n nameSpan) bool { return n.segment == title })
	var all []difference
	for i := max(from, 0); from >= 0 && i < len(names) && names[i].segment <= text; i++ {
		if names[i].segment != title {
			break
		}
		mine := newForm(a[names[i].span.Start:names[i].span.End], rules).words
		for _, n := range names[i+1:] {
			if n.segment < text {
				continue
			} else if n.segment > text {
				break
			}
			theirs := newForm(b[n.span.Start:n.span.End], rules).words
			if shuffled(mine, theirs) {
				all = append(all, difference{names[i].span, n.span})
				break
			}
			if slices.Equal(mine, theirs) {
				if x, y, ok := bound(a, b, names[i].span.Start, n.span.Start, rules); ok {
					all = append(all, difference{x, y})
				}
				break
			}
		}
	}
	return all
}

// shuffled reports whether a name of three words or more has all its words in a
// longer one, but not in their order.
func shuffled(short, long []string) bool {
	if len(short) < 3 || len(short) >= len(long) {
		return false
	}
	for _, w := range short {
		if !slices.Contains(long, w) {
			return false
		}
	}
	next := 0 // words of short that are in long in order
	for _, w := range long {
		if next < len(short) && w == short[next] {
			next++
		}
	}
	return next < len(short)
}

// bound compares what stands before the same name in two texts: "inaugural meeting
// of the" and "kick-off meeting of the". The last word must be the same, and the
// one before it another, and a word of its own.
func bound(a, b string, atA, atB int, rules *locales.Rules) (here, there concord.Span, ok bool) {
	x, y := wordsBefore(a, atA, rules), wordsBefore(b, atB, rules)
	if len(x) < 2 || len(y) < 2 {
		return here, there, false
	}
	word := func(s string, w concord.Span) string { return strings.ToLower(s[w.Start:w.End]) }
	head, mine, theirs := word(a, x[1]), word(a, x[0]), word(b, y[0])
	if head != word(b, y[1]) || mine == theirs || small(mine, rules) || small(theirs, rules) || figures(mine) || figures(theirs) {
		return here, there, false
	}
	return concord.Span{Start: x[0].Start, End: x[1].End}, concord.Span{Start: y[0].Start, End: y[1].End}, true
}

// small reports whether a word says nothing of what the next one names.
func small(word string, rules *locales.Rules) bool {
	return slices.Contains(rules.Article.SmallWords, word) || slices.Contains(rules.Typography.FunctionWords, word) || slices.Contains(rules.Names.Connectors, word)
}

// wordsBefore returns the two words before a name, without the connectors between
// them and it; nil if there is no connector.
func wordsBefore(text string, at int, rules *locales.Rules) []concord.Span {
	var words []concord.Span
	linked := false
	for at > 0 && len(words) < 2 {
		if c := text[at-1]; c == ' ' || c == '"' || len(words) == 0 && !linked && strings.HasSuffix(text[:at], "“") {
			_, n := utf8.DecodeLastRuneInString(text[:at])
			at -= n
			continue
		}
		start := at
		for start > 0 && text[start-1] != ' ' && text[start-1] != '\n' {
			start--
		}
		if w := text[start:at]; len(words) == 0 && slices.Contains(rules.Names.Connectors, w) {
			linked = true
		} else if start == at || strings.ContainsAny(w, ".,;:()\"”") {
			break
		} else {
			words = append(words, concord.Span{Start: start, End: at})
		}
		at = start
	}
	slices.Reverse(words)
	if !linked {
		return nil
	}
	return words
}

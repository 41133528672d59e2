package locales

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Names says how the names of a language are told in running text.
type Names struct {
	Capitals    bool     // inside a sentence only names have capitals
	Titles      []string // stand before the name of a person, without their stop
	Determiners []string // words a term may begin with that say whose or which something is, in lower case
}

// Number says which determiners go with which number.
type Number struct {
	Determiners map[string]string // lower case, to sg or pl
}

// guards doubts a term where sentences like this one have been damaged.
func (f *fitting) guards() {
	if f.found == f.word {
		return
	}
	f.unsureIf(f.covered(), "doubt.covered")
	f.unsureIf(f.touched(), "doubt.touched")
	f.unsureIf(f.stems(), "doubt.repeated")
	f.unsureIf(f.articles(), "doubt.article")
	f.unsureIf(f.disowned(), "doubt.determiner")
	f.unsureIf(f.numbers(), "doubt.before")
	f.unsureIf(f.longerName(), "doubt.name")
}

func (f *fitting) unsureIf(doubtful bool, id string) {
	if doubtful {
		f.unsure(id)
	}
}

// covered reports whether the new term stands there already in some other
// capitals, and the old one is a part of it.
func (f *fitting) covered() bool {
	new := strings.ToLower(f.New)
	reach := len(new) - f.Span.Len()
	if reach <= 0 {
		return false
	}
	around, _ := window(f.Text, f.Span, reach) // what is as long as the new term there has the old one within
	text := strings.ToLower(around)
	return len(text) == len(around) && strings.Contains(text, new)
}

// touched reports whether a sign, a digit or an apostrophe touches the term,
// which may then be a part of what these belong to.
func (f *fitting) touched() bool {
	before, after := f.Text[:f.Span.Start], f.Text[f.Span.End:]
	left, right := trailing(before), leading(after)
	_, n := utf8.DecodeRuneInString(after)
	_, m := utf8.DecodeLastRuneInString(before)
	then, earlier := leading(after[n:]), trailing(before[:len(before)-m])
	spaced := !unspaced(leading(f.found))
	switch {
	case before != "" && strings.ContainsRune("%&+", left), after != "" && strings.ContainsRune("%&+", right):
		return true
	case spaced && (unicode.IsDigit(left) || unicode.IsDigit(right)):
		return true
	case (right == '\'' || right == '’') && unicode.IsLetter(then):
		return f.Possessive.Singular == "" && len(f.Suffix.Templates) == 0 && strings.ContainsRune("sS", then)
	case (left == '\'' || left == '’') && unicode.IsLetter(earlier):
		return len(f.Series) == 0 && len(f.Sandhi) == 0 && f.Article.Definite != ""
	}
	return false
}

// stems reports whether a word beside the term is, or has the stem of, one that
// the new term has and the old one lacks: "campaign" before "program".
func (f *fitting) stems() bool {
	var lacks []string
	old := words(f.found)
	for _, w := range words(f.word) {
		if !slices.ContainsFunc(old, func(o string) bool { return akin(o, w) }) {
			lacks = append(lacks, w)
		}
	}
	word, gap := f.before(false)
	prev, next := f.Text[word.Start:word.End], f.next()
	if gap != "" && word.Len() == 0 {
		prev = f.sign()
	}
	return f.shortened(next) || slices.ContainsFunc(lacks, func(w string) bool { return akin(w, prev) || akin(w, next) })
}

// shortened reports whether the word behind the term is the long form of the
// new term's last: "Lab", "Laboratory".
func (f *fitting) shortened(next string) bool {
	const least = 3 // letters
	last := strings.ToLower(finalWord(f.word))
	return utf8.RuneCountInString(last) >= least && strings.HasPrefix(strings.ToLower(next), last) && last != strings.ToLower(finalWord(f.found)) &&
		!unspaced(leading(last)) && !unicode.Is(unicode.Hangul, leading(last))
}

// sign returns what stands before the term if that is no word: "100%".
func (f *fitting) sign() string {
	before := strings.TrimRightFunc(f.Text[:f.Span.Start], unicode.IsSpace)
	return before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
}

// words returns the words of a text that mean something by themselves: those of
// four letters or more, and those with a digit.
func words(text string) []string {
	return slices.DeleteFunc(strings.Fields(text), func(w string) bool {
		return utf8.RuneCountInString(w) < 4 && !strings.ContainsFunc(w, unicode.IsDigit)
	})
}

// akin reports whether two words are the same, or begin with the same four
// letters.
func akin(a, b string) bool {
	const stem = 4
	if a == "" || b == "" || a[0]|b[0] < utf8.RuneSelf && a[0]|0x20 != b[0]|0x20 {
		return false // they begin with other letters
	}
	a, b = strings.ToLower(a), strings.ToLower(b)
	if a == b {
		return true
	}
	x, y := []rune(a), []rune(b)
	return len(x) >= stem && len(y) >= stem && slices.Equal(x[:stem], y[:stem]) && unicode.IsLetter(x[0]) && !unspaced(x[0]) && !unicode.Is(unicode.Hangul, x[0])
}

// articles reports whether the new term is said to take another article than
// the old one.
func (f *fitting) articles() bool {
	return f.Old.Article != "" && f.Now.Article != "" && f.Old.Article != f.Now.Article
}

// disowned reports whether the old term begins with what says whose or which
// it is, and the new one does not: "Hong Kong's economy", "domestic economy".
func (f *fitting) disowned() bool {
	the := f.Article.Definite
	return f.saysWhose(f.found) && !f.saysWhose(f.word) && (the == "" || headWord(f.word) != the)
}

func (f *fitting) saysWhose(term string) bool {
	if slices.Contains(f.Names.Determiners, headWord(term)) {
		return true
	}
	whose := f.Possessive.Singular
	return whose != "" && strings.Contains(strings.ReplaceAll(term, "’", "'"), whose+" ")
}

// numbers reports whether the word before the term does not go with the number
// that the term has: the text is wrong already, or the term is another word.
func (f *fitting) numbers() bool {
	word, gap := f.before(true)
	number := f.Number.Determiners[strings.ToLower(f.Text[word.Start:word.End])]
	has := f.Old.Number
	if f.Plural {
		has = "pl"
	}
	return gap != "" && number != "" && has != "" && number != has
}

// longerName reports whether a capitalised word stands directly beside a term
// in capitals, which may then be a part of a longer name.
func (f *fitting) longerName() bool {
	if !f.Names.Capitals || !startsUpper(f.found) || allCaps(f.found) || f.heading() {
		return false
	}
	if next := f.next(); startsUpper(next) && !f.common(next) && !f.lineAfter() {
		return true
	}
	word, gap := f.before(false)
	prev := f.Text[word.Start:word.End]
	return gap != "" && startsUpper(prev) && !strings.ContainsAny(gap, "\r\n") && !f.common(prev) && !f.sentenceStart(f.Text, word.Start)
}

// heading reports whether all words of the line, or of its part between
// semicolons, are capitalised but for small ones, as in a heading.
func (f *fitting) heading() bool {
	before, after := f.Text[max(0, f.Span.Start-near):f.Span.Start], f.Text[f.Span.End:min(len(f.Text), f.Span.End+near)]
	before = strings.ToValidUTF8(before[strings.LastIndexAny(before, ";\r\n")+1:], "")
	if end := strings.IndexAny(after, ";\r\n"); end >= 0 {
		after = after[:end]
	}
	line := strings.TrimSpace(before + f.found + strings.ToValidUTF8(after, ""))
	for _, w := range strings.FieldsFunc(line, func(c rune) bool { return !unicode.IsLetter(c) && c != '\'' && c != '’' }) {
		if !startsUpper(w) && !slices.Contains(f.Article.SmallWords, w) && w != "s" {
			return false
		}
	}
	return !strings.HasSuffix(line, ".")
}

// lineAfter reports whether a line ends behind the term.
func (f *fitting) lineAfter() bool {
	after := f.Text[f.Span.End:]
	white := after[:len(after)-len(strings.TrimLeftFunc(after, unicode.IsSpace))]
	return strings.ContainsAny(white, "\r\n")
}

// common reports whether a capitalised word beside a name is none of its words:
// a title, a function word, a month.
func (f *fitting) common(word string) bool {
	lower := strings.ToLower(word)
	return slices.Contains(f.Names.Titles, word) || slices.Contains(f.Structure.Months, word) || slices.Contains(f.Article.Titles, lower) ||
		slices.Contains(f.Typography.FunctionWords, lower) || slices.Contains(f.Article.SmallWords, lower)
}

// honorific drops the title that the new term begins with, where the text has it
// before the old one; where the new term stands there already, that of the text.
func (f *fitting) honorific() {
	title, rest, ok := strings.Cut(f.word, " ")
	bare := strings.TrimSuffix(title, ".")
	if !ok || !slices.Contains(f.Names.Titles, bare) || f.found != f.word && strings.HasPrefix(f.found, bare) {
		return
	}
	before := strings.TrimRight(f.Text[:f.Span.Start], " \u00a0")
	start := len(strings.TrimRightFunc(before, func(c rune) bool { return unicode.IsLetter(c) || c == '.' || c == '-' }))
	switch {
	case len(before) == f.Span.Start || strings.TrimSuffix(before[start:], ".") != bare:
	case f.found == f.word:
		f.change(start, f.Span.Start, "")
	default:
		f.word = rest
	}
}

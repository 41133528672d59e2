package locales

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Sandhi names words that change their form with how the next word begins: if
// the new term begins otherwise than the old one, such a word must be looked at.
type Sandhi struct {
	Words  []string
	Begins Pattern
}

// Pattern is a regular expression of the start of a word, in lower case.
type Pattern struct{ *regexp.Regexp }

// UnmarshalText compiles a pattern.
func (p *Pattern) UnmarshalText(text []byte) (err error) {
	p.Regexp, err = regexp.Compile("^(?:" + string(text) + ")")
	return err
}

// sandhi doubts a term that begins or ends in another sound than the old one
// where a word before it goes by that.
func (f *fitting) sandhi() {
	if len(f.Sandhi) == 0 && f.Suffix.Vowels == "" {
		return
	}
	word, _ := f.before(false)
	prev := strings.ToLower(f.Text[word.Start:word.End])
	if c, _ := utf8.DecodeLastRuneInString(f.Text[:f.Span.Start]); (c == '\'' || c == '’') && f.Span.Start > 0 {
		head := strings.TrimRight(f.Text[:f.Span.Start], "'’")
		start := strings.LastIndexFunc(head, func(c rune) bool { return !unicode.IsLetter(c) }) + 1
		prev = strings.ToLower(strings.ToValidUTF8(head[start:], "")) + "'"
	}
	for _, s := range f.Sandhi {
		for _, w := range s.Words {
			if w == prev && s.Begins.MatchString(plainly(f.found)) != s.Begins.MatchString(plainly(f.word)) {
				f.unsure("doubt.elision")
			}
		}
	}
}

func plainly(term string) string { return strings.ToLower(norm.NFC.String(term)) }

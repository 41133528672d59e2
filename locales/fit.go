package locales

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/concord-l10n/concord"
)

// reach is how far from a term Fit looks, in bytes: more than a paragraph.
const reach = 4096

// Fit returns the changes that put a term into a sentence in the place of
// another: the term itself in the capitals, number and gaps of the old one, and
// what must change around it. If the sentence may not be right afterwards, doubt
// is the id of the message that says why, and the changes are a proposal.
func (r *Rules) Fit(s *Swap) (changes []Change, doubt string) {
	f := fitting{Rules: r, Swap: *s, found: s.Text[s.Span.Start:s.Span.End]}
	text, at := window(s.Text, s.Span, reach)
	f.Text, f.Span = text, shift(s.Span, -at)
	if s.Tail.Len() > 0 {
		f.Tail = shift(s.Tail, -at)
	}
	changes = f.fit()
	for i := range changes {
		changes[i].Span = shift(changes[i].Span, at)
	}
	return changes, f.doubt
}

func (f *fitting) fit() []Change {
	f.word = f.inflect()
	if f.Plural {
		var regular bool
		if f.word, regular = plural(f.New); !regular {
			f.unsure("doubt.plural")
		}
	}
	f.plain = f.word
	f.word = f.recase(&f.Swap, f.found, f.word)
	if f.SentenceCap && f.sentenceStart(f.Text, f.Span.Start) {
		f.word = first(f.Rules, f.word)
	}
	f.honorific()
	f.apostrophes()
	f.possessive()
	f.genders()
	f.indefinite()
	f.definite()
	f.compound()
	f.agree()
	f.sandhi()
	f.alternate()
	f.suffix()
	f.clitics()
	f.particle()
	f.spacing()
	f.runs()
	if f.Beside && len(f.around) == 0 {
		return nil
	}
	f.direction()
	f.edges()
	f.guards()
	changes := append(place(f.Text, f.Span, f.word), f.around...)
	if f.Denormal {
		for i := range changes {
			changes[i].New = norm.NFD.String(changes[i].New)
		}
	}
	slices.SortStableFunc(changes, func(a, b Change) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	})
	return changes
}

// A fitting is one call of Fit at work.
type fitting struct {
	*Rules
	Swap
	found  string
	plain  string // the new term in its form, in the capitals of the glossary
	word   string // … and in those of the text, ready but for what the steps find
	around []Change
	doubt  string
	bare   bool     // no determiner was found before it
	owned  bool     // the possessive ending behind the term is seen to
	prior  [2]prior // without an opening quotation mark between, and with
}

// A prior is the word before the term, and the white space between them.
type prior struct {
	word  concord.Span
	gap   string
	known bool
}

func (f *fitting) unsure(id string) {
	if f.doubt == "" {
		f.doubt = id
	}
}

// change replaces a stretch beside the term.
func (f *fitting) change(start, end int, new string) {
	if f.Text[start:end] != new {
		f.around = append(f.around, Change{concord.Span{Start: start, End: end}, new})
	}
}

// before returns the word directly before the term and the white space between
// them. With quote, an opening quotation mark may stand between as well.
func (f *fitting) before(quote bool) (word concord.Span, gap string) {
	p, at := &f.prior[0], f.Span.Start
	if quote && at > 0 && f.Text[at-1] != ' ' {
		p = &f.prior[1]
	} else {
		quote = false
	}
	if !p.known {
		p.word, p.gap = f.wordBefore(at, quote)
		p.known = true
	}
	return p.word, p.gap
}

func (f *fitting) wordBefore(at int, quote bool) (word concord.Span, gap string) {
	if quote {
		at = len(strings.TrimRight(f.Text[:at], "\"'“‘«„‹「『《(（["))
	}
	end := len(strings.TrimRightFunc(f.Text[:at], unicode.IsSpace))
	if gap = f.Text[end:at]; end == at || strings.ContainsRune(gap, '\t') || strings.Count(gap, "\n") > 1 {
		return concord.Span{}, ""
	}
	start := strings.LastIndexFunc(f.Text[:end], func(c rune) bool { return (!unicode.IsLetter(c) || unspaced(c)) && c != '\'' && c != '’' && c != '-' })
	if start >= 0 {
		_, n := utf8.DecodeRuneInString(f.Text[start:])
		start += n
	}
	return concord.Span{Start: max(start, 0), End: end}, gap
}

// sentenceStart reports whether a sentence begins at an offset.
func (r *Rules) sentenceStart(text string, at int) bool {
	before := strings.TrimRightFunc(text[:at], unicode.IsSpace)
	before = strings.TrimRight(before, "\"'“‘«„‹「『《(（[")
	spaced := len(before) < at
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	if before == "" {
		return true
	}
	before = strings.TrimRight(before, "\"'”’»)")
	last, _ := utf8.DecodeLastRuneInString(before)
	return spaced && strings.ContainsRune(".!?…", last) && !(last == '.' && r.RunsOn(text, len(before))) || strings.ContainsRune("。！？", last)
}

// genders doubts a term of another gender or number than the old one: words that
// agree with it may stand anywhere in the sentence.
func (f *fitting) genders() {
	if numberOr(f.Old.Number) != numberOr(f.Now.Number) {
		f.unsure("doubt.number")
	}
	if f.gendered() && f.New != f.Was && (f.Old.Gender == "") != (f.Now.Gender == "") && !f.Person && !f.Place && !SameHead(f.Was, f.New) {
		f.unsure("doubt.gender.unknown")
	}
	if f.Old.Gender != "" && f.Now.Gender != "" && f.Old.Gender != f.Now.Gender {
		f.unsure("doubt.gender")
		if !f.compounded() {
			f.redetermine()
		}
		return
	}
	if end := f.declined(f.word); len(f.Slots) == 0 && end != "" && startsLower(f.New) && end != f.declined(f.found) {
		f.unsure("doubt.gender")
	}
	if f.Now.Gender == "" || f.Now.Number == "pl" {
		return
	}
	f.articled()
	word, _ := f.before(true)
	det := strings.ToLower(f.Text[word.Start:word.End])
	if g, ok := f.Gender.Determiners[det]; ok && !strings.Contains(g, f.Now.Gender) {
		f.unsure("doubt.gender")
	}
}

// gendered reports whether words that stand with a term agree with its gender.
func (r *Rules) gendered() bool {
	return (len(r.Series) > 0 || len(r.Declension.Cases) > 0) && r.Article.Vowel == ""
}

// SameHead reports whether two terms have one gender because they begin with one
// word: the noun itself, or an adjective or article that agrees with it.
func SameHead(a, b string) bool {
	parts := func(c rune) bool { return unicode.IsSpace(c) || c == '-' || c == '\'' || c == '’' }
	first := func(term string) string {
		term = strings.TrimLeftFunc(term, parts)
		if end := strings.IndexFunc(term, parts); end >= 0 {
			term = term[:end]
		}
		return term
	}
	head := first(a)
	return head != "" && strings.EqualFold(head, first(b))
}

// declined returns the ending of the adjective that a term begins with, in a
// language in which it depends on the words before: "ein blauer Stern", "der
// blaue Stern".
func (f *fitting) declined(term string) string {
	if len(f.Gender.Adjectives) == 0 {
		return ""
	}
	first, _, more := strings.Cut(strings.ToLower(term), " ")
	if !more || strings.EqualFold(f.Was, f.New) {
		return ""
	}
	longest := ""
	for _, end := range f.Gender.Adjectives {
		if len(end) > len(longest) && strings.HasSuffix(first, end) {
			longest = end
		}
	}
	return longest
}

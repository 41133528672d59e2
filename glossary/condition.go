package glossary

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/concord-l10n/concord/locales"
)

// A Scope answers which strings stand anywhere in a document. It is of one
// document and one matcher, and not safe for concurrent use.
type Scope struct {
	texts   []string
	shadows []string
	small   []string // the shadows in lower case, once they are asked for
	known   map[string]bool
}

// Scope returns the scope of a document with these texts.
func (m *Matcher) Scope(texts []string) *Scope {
	return &Scope{texts: texts, known: make(map[string]bool)}
}

// has reports whether a string stands in the document as whole words, as written
// or in capitals; one that begins in lower case is no name, and stands in any
// capitals. A final asterisk allows a longer word.
func (in *Scope) has(want string) bool {
	if in == nil {
		return false
	}
	ok, asked := in.known[want]
	if asked {
		return ok
	}
	if in.shadows == nil {
		for _, text := range in.texts {
			s := NewShadow(text)
			in.shadows = append(in.shadows, s.Text)
		}
	}
	word, longer := strings.CutSuffix(want, "*")
	sought := NewShadow(word).Text
	texts, spellings := in.shadows, []string{sought, strings.ToUpper(sought)}
	if first, _ := utf8.DecodeRuneInString(sought); unicode.IsLower(first) {
		texts, spellings = in.lower(), []string{strings.ToLower(sought)}
	} else if spellings[1] == sought {
		spellings = spellings[:1]
	}
	for _, s := range texts {
		ok = ok || sought != "" && slices.ContainsFunc(spellings, func(w string) bool { return stands(s, w, longer) })
	}
	in.known[want] = ok
	return ok
}

func (in *Scope) lower() []string {
	for i := len(in.small); i < len(in.shadows); i++ {
		in.small = append(in.small, strings.ToLower(in.shadows[i]))
	}
	return in.small
}

// stands reports whether want occurs in s with nothing of its own word beside it.
func stands(s, want string, longer bool) bool {
	first, _ := utf8.DecodeRuneInString(want)
	last, _ := utf8.DecodeLastRuneInString(want)
	for from := 0; ; {
		i := strings.Index(s[from:], want)
		if i < 0 {
			return false
		}
		at := from + i
		end := at + len(want)
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(s[end:])
		right := longer || end == len(s) || !touching(last, after) || isHangul(last)
		if right && (at == 0 || !touching(before, first)) {
			return true
		}
		from = at + 1
	}
}

// beside bounds how much of the text next to a match a pattern may look at, in
// bytes, so that the cost of a condition does not grow with the text.
const beside = 256

// gates reports whether w is not always met.
func (w *Condition) gates() bool {
	return w.LeftNot != nil || w.RightNot != nil || w.NotAfterName || w.Quoted || len(w.Without) > 0 || len(w.Evidence) > 0
}

// allows reports whether the conditions of a term are met where it stands in a
// shadow.
func (in *Scope) allows(t *Term, s string, at, end int) bool {
	w := &t.When
	left, right := s[runeFloor(s, at-beside):at], s[end:runeFloor(s, end+beside)]
	leftNot, rightNot := w.LeftNot, w.RightNot
	if t.Match == Fold || raisedWhole(s[at:end], t.Text) {
		leftNot, rightNot = cmp.Or(w.leftAny, leftNot), cmp.Or(w.rightAny, rightNot)
	}
	if leftNot != nil && leftNot.MatchString(left) || rightNot != nil && rightNot.MatchString(right) {
		return false
	}
	if w.NotAfterName && afterName(left, w.NameTitles, locales.For(t.Locale).Typography.FunctionWords) {
		return false
	}
	quoted := false
	if w.Quoted || w.UnlessQuoted {
		quoted = inQuotes(left, right)
	}
	if w.Quoted && !quoted {
		return false
	}
	for _, veto := range w.Without {
		if in.has(veto) {
			return false
		}
	}
	if len(w.Evidence) == 0 || w.UnlessQuoted && quoted {
		return true
	}
	for _, e := range w.Evidence {
		if in.has(e) {
			return true
		}
	}
	return false
}

// loosen prepares the patterns to be matched in any capitals. One that asks for
// capitals itself means them.
func (w *Condition) loosen() { w.leftAny, w.rightAny = anyCapitals(w.LeftNot), anyCapitals(w.RightNot) }

func anyCapitals(re *regexp.Regexp) *regexp.Regexp {
	if re == nil || strings.Contains(re.String(), "A-Z") || strings.Contains(re.String(), "Lu}") {
		return nil
	}
	loose, err := regexp.Compile("(?i)" + re.String())
	if err != nil { // too large
		return nil
	}
	return loose
}

// raisedWhole reports whether a term that has small letters stands in capitals.
func raisedWhole(found, text string) bool {
	return found == strings.ToUpper(found) && text != strings.ToUpper(text)
}

func runeFloor(s string, at int) int {
	at = max(0, min(at, len(s)))
	for at > 0 && at < len(s) && !utf8.RuneStart(s[at]) {
		at--
	}
	return at
}

// afterName reports whether the word before is capitalised, of the same
// sentence, and none of titles or of the function words of the language. Short
// ones may be surnames: He, She, You, An.
func afterName(left string, titles, function []string) bool {
	trimmed := strings.TrimRight(left, " ")
	if trimmed == left {
		return false
	}
	start := strings.LastIndexFunc(trimmed, func(r rune) bool {
		return !joins(r) && r != '.' && r != '-' && r != '\''
	}) + 1
	word := trimmed[runeCeil(trimmed, start):]
	first, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(first) || strings.HasSuffix(word, ".") && !abbreviated(word) {
		return false
	}
	if slices.Contains(function, strings.ToLower(word)) && (len(word) > 3 || slices.Contains(unnamed, word)) {
		return false
	}
	for _, t := range titles {
		if strings.HasPrefix(word, t) {
			return false
		}
	}
	return true
}

// unnamed are the short function words that open a sentence and are nobody's
// surname.
var unnamed = []string{"And", "But", "For", "The", "Yet"}

// abbreviated reports whether a word with a full stop is a shortened one, behind
// which a name may go on: "J.", "J.-P.", "Chr.", "Prof.". Any other ends its
// sentence.
func abbreviated(word string) bool {
	parts := strings.FieldsFunc(word, func(r rune) bool { return r == '.' || r == '-' })
	if len(parts) == 0 {
		return true
	}
	last := parts[len(parts)-1]
	return utf8.RuneCountInString(last) == 1 || !strings.ContainsFunc(last, vowel) || slices.Contains(abbreviations, last)
}

// abbreviations are those of titles and first names that have a vowel.
var abbreviations = []string{
	"Prof", "Rev", "Gen", "Col", "Capt", "Sen", "Rep", "Gov", "Hon", "Pres", "Adm", "Maj", "Cmdr", "Ing", "Frl", "Ven",
	"Alex", "Aug", "Benj", "Dan", "Edw", "Geo", "Jas", "Jos", "Joh", "Phil", "Robt", "Sam", "Theo", "Vict", "Will",
}

// vowel reports whether r is a letter of Latin script that sounds by itself.
// Of other scripts nothing is known, so all their letters count.
func vowel(r rune) bool {
	base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r)))
	return r >= 0x0370 || strings.ContainsRune("aeiouyøæœı", unicode.ToLower(base))
}

func runeCeil(s string, at int) int {
	for at < len(s) && !utf8.RuneStart(s[at]) {
		at++
	}
	return at
}

const (
	openers = `"'«»‹›「『《〈“‘„‚〝` // »so« is a quotation in German
	closers = `"'»«›‹」』》〉”’“‘〞`
)

// inQuotes reports whether a stretch stands directly in quotation marks. Inside
// guillemets French sets a space.
func inQuotes(left, right string) bool {
	if inner, ok := strings.CutSuffix(left, " "); ok && strings.HasSuffix(inner, "«") && strings.HasPrefix(right, " »") {
		return true
	}
	before, n := utf8.DecodeLastRuneInString(left)
	after, m := utf8.DecodeRuneInString(right)
	return n > 0 && m > 0 && strings.ContainsRune(openers, before) && strings.ContainsRune(closers, after)
}

package locales

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// turkishCases are the suffixes behind Ankara.
var turkishCases = map[string]string{
	"accusative": "yı", "dative": "ya", "locative": "da", "ablative": "dan", "genitive": "nın", "instrumental": "yla",
}

// TestTurkishInflection puts the names of the suite into the place of Ankara,
// case by case.
func TestTurkishInflection(t *testing.T) {
	facts := inflectionFacts(t, "tr")
	var s score
	for _, row := range inflectionRows(t, "tr") {
		asked := row.asked()
		suffix := turkishCases[asked["case"]]
		delete(asked, "case")
		if asked["number"] == "singular" {
			delete(asked, "number")
		}
		want := strings.ReplaceAll(row.Result, "’", "'")
		word := strings.TrimRight(row.Source.Text, "'’")
		at := strings.LastIndex(want, "'")
		switch {
		case len(asked) > 0 && asked["case"] == "" && (asked["copula"] != "" || asked["tense"] != ""):
			s.leave("copula: a verb form, which no term of a glossary has behind it")
		case len(asked) > 0:
			s.leave("possessive persons and plurals: part of the word, which a glossary gives as a term of its own")
		case suffix == "":
			s.leave("no case asked for")
		case at < 0 || !strings.HasPrefix(want, strings.ReplaceAll(word, "’", "'")+"'"):
			s.leave("without an apostrophe: common nouns, whose end may change; concord asks")
		case strings.TrimFunc(word, func(r rune) bool { return !strings.ContainsRune(".,😎", r) }) == word && len(word) > 0:
			s.leave("no word")
		default:
			got, doubt := swapped("tr", "Ankara'"+suffix, "Ankara", word, facts[word], concord.Span{})
			s.settle(t, strings.ReplaceAll(got, "’", "'"), doubt, want)
		}
	}
	s.report(t)
}

// TestTurkishText takes apart the suffixes behind the names of a public text,
// and where a name is held to be read as it is written, spells them anew.
func TestTurkishText(t *testing.T) {
	dir := os.Getenv("CONCORD_DATA")
	if dir == "" {
		t.Skip("CONCORD_DATA is not set")
	}
	data, err := os.ReadFile(filepath.Join(dir, "ntrex", "newstest2019-ref.tur.txt"))
	if err != nil {
		t.Fatal(err)
	}
	f := fitting{Rules: For(language.Turkish), Swap: Swap{Proper: true}}
	all, parsed, known, same := 0, 0, 0, 0
	for _, m := range regexp.MustCompile(`(\p{Lu}\p{L}+)['’](\p{L}+)`).FindAllStringSubmatch(string(data), -1) {
		suffix := strings.ToLower(m[2])
		chains := f.Suffix.chains(suffix)
		all++
		if len(chains) == 0 {
			continue
		}
		parsed++
		tail, sure := f.tail(m[1], "")
		if !sure {
			continue
		}
		known++
		if slices.ContainsFunc(chains, func(c chain) bool { return f.Suffix.spell(c.links, c.possessed, tail) == suffix }) {
			same++
		} else {
			t.Logf("%s'%s: spelled anew otherwise", m[1], m[2])
		}
	}
	t.Logf("%d suffixes, %d taken apart, %d behind names read as written, %d of those spelled alike", all, parsed, known, same)
	if parsed*100 < all*95 || known < 400 || same*1000 < known*995 {
		t.Error("too few")
	}
}

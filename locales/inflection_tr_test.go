package locales

import (
	"strings"
	"testing"

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

package locales

import (
	"strings"
	"testing"
)

func TestInflectionRussian(t *testing.T) {
	loadInflection(t, "ru").run(t, func(s *paradigmSuite, x inflectionTest) (got, want string) {
		for name, prep := range map[string]string{"withAboutPrep": "о", "withInPrep": "в", "withWithPrep": "с", "withToPrep": "к"} {
			if want := x.result(name); want != "" {
				return s.rules.prefixed(prep, x.Source.Text), want
			}
		}
		gender := slotNames[x.source("gender")]
		if x.source("number") == "plural" {
			gender = "pl"
		}
		if form := s.rules.determine(x.Source.Text, gender+"."+slotNames[x.source("case")]); form != "" {
			return form, x.Result.Text
		}
		return s.inflect(x), strings.TrimSpace(x.Result.Text)
	})
}

// prefixed returns a preposition in the form that it has before a word, and the
// word, or nothing if that is not certain.
func (r *Rules) prefixed(prep, word string) string {
	for _, a := range r.Alternations {
		if a.Words[0] == prep {
			if form, sure := a.form(word, word); sure {
				return form + " " + word
			}
			return ""
		}
	}
	return ""
}

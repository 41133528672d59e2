package locales

import (
	"strings"
	"testing"
)

func TestInflectionRussian(t *testing.T) {
	loadDeclension(t, "ru").run(t, func(s *declensionSuite, x declensionTest) (got, want string) {
		if prep := map[string]string{"withAboutPrep": "о", "withInPrep": "в", "withWithPrep": "с", "withToPrep": "к"}[x.kind]; prep != "" {
			return s.rules.prefixed(prep, x.source), x.want
		}
		gender := slotNames[x.asked["gender"]]
		if x.asked["number"] == "plural" {
			gender = "pl"
		}
		if form := s.rules.determine(x.source, gender+"."+slotNames[x.asked["case"]]); form != "" {
			return form, x.want
		}
		return s.inflect(x), strings.TrimSpace(x.want)
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

package locales

import (
	"slices"
	"strings"
	"testing"
)

// TestInflectionEnglish asks for a and an.
func TestInflectionEnglish(t *testing.T) {
	article := func(q question) (string, bool) {
		frame := "a [word]"
		if q.asked["definiteness"] == "definite" {
			frame = "the [word]"
		}
		text, known := q.fit(frame, Swap{New: q.source, Old: q.grammar(), Now: q.grammar(), Proper: true})
		if q.kind == "indefArticle" {
			text = strings.TrimSuffix(text, " "+q.source)
		}
		return text, known
	}
	runInflection(t, inflectionSuite{
		lang: "en",
		kinds: map[string]func(question) (string, bool){
			"indefArticle":      article,
			"form definiteness": article,
		},
		skip: map[string]string{
			"form":                     "verbs and pronouns are no terms",
			"number":                   "whether a word is a plural is for the glossary to say",
			"case":                     "whether a word is a possessive is not asked of a term",
			"definiteness":             "whether an article is part of a term is for the glossary to say",
			"form case":                "the possessive is kept as the text has it",
			"form case+definiteness":   "the possessive is kept as the text has it",
			"form case+number":         "the possessive is kept as the text has it",
			"form number":              "plurals are for the glossary to give",
			"form definiteness+number": "plurals are for the glossary to give",
			"form number+pos":          "verbs are no terms",
		},
		outside: map[string]func(question) bool{
			"the source has an article already, or is nothing else": func(q question) bool {
				first, _, _ := strings.Cut(strings.ToLower(q.source), " ")
				return slices.Contains([]string{"", "a", "an", "the"}, first)
			},
		},
	})
}

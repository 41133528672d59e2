package locales

import "testing"

// TestInflectionItalian asks for articles, and for those joined to a preposition.
func TestInflectionItalian(t *testing.T) {
	definite := frames{"m": "il [cane]", "f": "la [porta]", "mp": "i [cani]", "fp": "le [porte]"}
	indefinite := frames{"m": "un [cane]", "f": "una [porta]", "mp": "dei [cani]", "fp": "delle [porte]"}
	at := frames{"m": "al [cane]", "f": "alla [porta]", "mp": "ai [cani]", "fp": "alle [porte]"}
	runInflection(t, inflectionSuite{
		lang: "it",
		kinds: map[string]func(question) (string, bool){
			"defArticle":               definite.part,
			"indefArticle":             indefinite.part,
			"aPrepArticle":             at.part,
			"form definiteness":        articled(definite, indefinite),
			"form definiteness+number": articled(definite, indefinite),
		},
		skip: map[string]string{
			"form":               "plain words that are asked for as they are",
			"form gender+number": "adjectives are no terms",
			"form number":        "plurals are for the glossary to give",
			"form gender":        "adjectives are no terms",
			"exists":             "whether a feature has a value",
			"number":             "the glossary says it",
			"gender":             "the glossary says it",
			"definiteness":       "whether an article is part of a term is for the glossary to say",
		},
	})
}

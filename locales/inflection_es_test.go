package locales

import "testing"

// TestInflectionSpanish asks for articles and demonstratives.
func TestInflectionSpanish(t *testing.T) {
	definite := frames{"m": "el [perro]", "f": "la [casa]", "mp": "los [perros]", "fp": "las [casas]"}
	indefinite := frames{"m": "un [perro]", "f": "una [casa]", "mp": "unos [perros]", "fp": "unas [casas]"}
	of := frames{"m": "del [perro]", "f": "de la [casa]", "mp": "de los [perros]", "fp": "de las [casas]"}
	this := frames{"m": "este [perro]", "f": "esta [casa]", "mp": "estos [perros]", "fp": "estas [casas]"}
	runInflection(t, inflectionSuite{
		lang: "es",
		kinds: map[string]func(question) (string, bool){
			"defArticle":               definite.word,
			"indefArticle":             indefinite.word,
			"dePrepArticle":            of.word,
			"withDePrepArticle":        of.whole,
			"withDemAdj":               this.whole,
			"form definiteness":        articled(definite, indefinite),
			"form definiteness+number": articled(definite, indefinite),
		},
		skip: map[string]string{
			"form":                            "plain words that are asked for as they are",
			"form number":                     "plurals are for the glossary to give",
			"form gender":                     "adjectives are no terms",
			"form gender+number":              "adjectives are no terms",
			"form definiteness+gender+number": "a noun has its gender",
			"exists":                          "whether a feature has a value",
			"number":                          "the glossary says it",
			"gender":                          "the glossary says it",
			"definiteness":                    "whether an article is part of a term is for the glossary to say",
		},
	})
}

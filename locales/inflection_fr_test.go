package locales

import (
	"slices"
	"testing"
)

// TestInflectionFrench asks for articles, and for prepositions and demonstratives.
func TestInflectionFrench(t *testing.T) {
	definite := frames{"m": "le [chat]", "f": "la [porte]", "mp": "les [chats]", "fp": "les [portes]", "none": "[Lyon]"}
	indefinite := frames{"m": "un [chat]", "f": "une [porte]", "mp": "des [chats]", "fp": "des [portes]"}
	at := frames{"m": "au [chat]", "f": "à la [porte]", "mp": "aux [chats]", "fp": "aux [portes]", "none": "à [Lyon]"}
	of := frames{"m": "du [chat]", "f": "de la [porte]", "mp": "des [chats]", "fp": "des [portes]", "none": "de [Lyon]"}
	bare := frames{"m": "de [chat]", "f": "de [porte]", "": "de [chat]", "none": "de [Lyon]"}
	that := frames{"m": "que [chat]", "f": "que [porte]", "none": "que [Lyon]"}
	this := frames{"m": "ce [chat]", "f": "cette [porte]", "mp": "ces [chats]", "fp": "ces [portes]"}
	runInflection(t, inflectionSuite{
		lang: "fr",
		kinds: map[string]func(question) (string, bool){
			"defArticle":               definite.part,
			"form definiteness":        articled(definite, indefinite),
			"form definiteness+number": articled(definite, indefinite),
			"withAPrepArticle":         at.whole,
			"withDePrepArticle":        of.whole,
			"withDePrep":               bare.whole,
			"que":                      that.part,
			"demonArticle":             this.word,
			"withDemonArticle":         this.whole,
		},
		skip: map[string]string{
			"genitiveArticle":        "no article of the language: \"de\" before some nouns, and \"de la\" before others",
			"withGenitiveArticle":    "no article of the language: \"de\" before some nouns, and \"de la\" before others",
			"form number":            "plurals are for the glossary to give",
			"form gender+number":     "adjectives are no terms",
			"form gender":            "adjectives are no terms",
			"form number+pos":        "verbs and adjectives are no terms",
			"form gender+number+pos": "verbs and adjectives are no terms",
			"exists":                 "whether a feature has a value",
			"number":                 "the glossary says it",
			"gender":                 "the glossary says it",
			"definiteness":           "whether an article is part of a term is for the glossary to say",
		},
		outside: map[string]func(question) bool{
			"the source is nothing but an article": func(q question) bool { return slices.Contains([]string{"le", "les"}, q.source) },
		},
	})
}

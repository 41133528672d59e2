package locales

import "testing"

// TestInflectionPortuguese asks for articles, demonstratives and a possessive, alone and
// joined to a preposition.
func TestInflectionPortuguese(t *testing.T) {
	definite := frames{"m": "o [livro]", "f": "a [mesa]", "mp": "os [livros]", "fp": "as [mesas]"}
	indefinite := frames{"m": "um [livro]", "f": "uma [mesa]", "mp": "uns [livros]", "fp": "umas [mesas]"}
	runInflection(t, inflectionSuite{
		lang: "pt",
		kinds: map[string]func(question) (string, bool){
			"form definiteness":        articled(definite, indefinite),
			"form definiteness+number": articled(definite, indefinite),
			"dePrepArticle":            frames{"m": "do [livro]", "f": "da [mesa]", "mp": "dos [livros]", "fp": "das [mesas]"}.word,
			"emPrepArticle":            frames{"m": "no [livro]", "f": "na [mesa]", "mp": "nos [livros]", "fp": "nas [mesas]"}.word,
			"porPrepArticle":           frames{"m": "pelo [livro]", "f": "pela [mesa]", "mp": "pelos [livros]", "fp": "pelas [mesas]"}.word,
			"defArticle":               frames{"m": "o [livro]", "f": "a [mesa]", "mp": "os [livros]", "fp": "as [mesas]"}.word,
			"emPrepIndefArticle":       frames{"m": "num [livro]", "f": "numa [mesa]", "mp": "nuns [livros]", "fp": "numas [mesas]"}.word,
			"possArticle":              frames{"m": "seu [livro]", "f": "sua [mesa]", "mp": "seus [livros]", "fp": "suas [mesas]"}.word,
			"demAdj":                   frames{"m": "este [livro]", "f": "esta [mesa]", "mp": "estes [livros]", "fp": "estas [mesas]"}.word,
			"inDemAdj":                 frames{"m": "neste [livro]", "f": "nesta [mesa]", "mp": "nestes [livros]", "fp": "nestas [mesas]"}.word,
			"ofDemAdj":                 frames{"m": "deste [livro]", "f": "desta [mesa]", "mp": "destes [livros]", "fp": "destas [mesas]"}.word,
			"thisDemAdj":               frames{"m": "esse [livro]", "f": "essa [mesa]", "mp": "esses [livros]", "fp": "essas [mesas]"}.word,
			"inThisDemAdj":             frames{"m": "nesse [livro]", "f": "nessa [mesa]", "mp": "nesses [livros]", "fp": "nessas [mesas]"}.word,
			"ofThisDemAdj":             frames{"m": "desse [livro]", "f": "dessa [mesa]", "mp": "desses [livros]", "fp": "dessas [mesas]"}.word,
			"thatDemAdj":               frames{"m": "aquele [livro]", "f": "aquela [mesa]", "mp": "aqueles [livros]", "fp": "aquelas [mesas]"}.word,
			"inThatDemAdj":             frames{"m": "naquele [livro]", "f": "naquela [mesa]", "mp": "naqueles [livros]", "fp": "naquelas [mesas]"}.word,
			"ofThatDemAdj":             frames{"m": "daquele [livro]", "f": "daquela [mesa]", "mp": "daqueles [livros]", "fp": "daquelas [mesas]"}.word,
		},
		skip: map[string]string{
			"form":               "plain words that are asked for as they are",
			"form number":        "plurals are for the glossary to give",
			"form gender":        "adjectives are no terms",
			"form gender+number": "adjectives are no terms",
			"exists":             "whether a feature has a value",
			"number":             "the glossary says it",
			"gender":             "the glossary says it",
			"definiteness":       "whether an article is part of a term is for the glossary to say",
		},
	})
}

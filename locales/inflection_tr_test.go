package locales

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// turkishCases are the suffixes behind Ankara.
var turkishCases = map[string]string{
	"accusative": "yı", "dative": "ya", "locative": "da", "ablative": "dan", "genitive": "nın", "instrumental": "yla",
}

// TestInflectionTurkish puts the names of the suite into the place of Ankara, case
// by case.
func TestInflectionTurkish(t *testing.T) {
	facts := inflectionFacts(t, "tr")
	name := func(q question) string { return strings.TrimRight(q.source, "'’") }
	suffixed := func(q question) (string, bool) {
		mark := "’"
		if strings.Contains(q.want, "'") {
			mark = "'"
		}
		q.facts = facts[name(q)]
		return q.fit("[Ankara]"+mark+turkishCases[q.asked["case"]], Swap{New: name(q), Now: q.grammar(), Proper: true, Apostrophe: mark})
	}
	person := "possessive persons are part of a word, which a glossary gives as a term of its own"
	verb := "a copula is a verb form, which no term has behind it"
	runInflection(t, inflectionSuite{
		lang:  "tr",
		kinds: map[string]func(question) (string, bool){"form case": suffixed, "form case+number": suffixed},
		skip: map[string]string{
			"form":                             "plain words that are asked for as they are",
			"form number":                      "plurals of common nouns, whose end may change",
			"interrogativeArticle":             "a word of its own, which stands behind any word",
			"deConjunction":                    "a word of its own, which stands behind any word",
			"form number+person+pronounNumber": person,
			"form number+person+pronoun":       person,
			"form case+person+pronounNumber":   person,
			"form person+pronounNumber":        person,
			"form person":                      person,
			"form copula+tense":                verb,
			"form copula+person+tense":         verb,
			"form case+copula+person+tense":    verb,
			"form case+copula+tense":           verb,
			"form person+tense":                verb,
			"form tense":                       verb,
			"form case+copula+number+person+pronounNumber+tense": verb,
		},
		outside: map[string]func(question) bool{
			"common nouns have no apostrophe, and their end may change: concord asks": func(q question) bool {
				plain := strings.NewReplacer("’", "'")
				return !strings.HasPrefix(plain.Replace(q.want), plain.Replace(name(q))+"'")
			},
			"signs are no words": func(q question) bool { return strings.Trim(name(q), ",.😎") == "" },
		},
	})
}

// TestInflectionTurkishText takes apart the suffixes behind the names of a public text,
// and where a name is held to be read as it is written, spells them anew.
func TestInflectionTurkishText(t *testing.T) {
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

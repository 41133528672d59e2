package locales

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// TestInflectionKorean puts the words of the suite into the place of 서점, with
// each particle.
func TestInflectionKorean(t *testing.T) {
	facts := inflectionFacts(t, "ko")
	particles := map[string]string{"accusative": "을", "comitative": "과", "instrumental": "으로", "nominative": "은", "nominative inclusive": "이", "predicative": "이라"}
	glued := regexp.MustCompile("(?:이라|으로|[로은는을를라])$")
	word := func(q question) string {
		if bare := glued.ReplaceAllString(q.source, ""); bare != q.source && glued.MatchString(q.want) && strings.HasPrefix(q.want, bare) {
			return bare
		}
		return q.source
	}
	particled := func(q question) (string, bool) {
		asked := q.asked["case"] + q.asked["adjectival"]
		if q.asked["clusivity"] == "inclusive" {
			asked += " inclusive"
		}
		const old = "서점"
		q.facts = facts[word(q)]
		return q.fit("["+old+"]"+particles[asked], Swap{
			New: word(q), Now: q.grammar(), Proper: true, Tail: concord.Span{Start: len(old), End: len(old) + len(particles[asked])},
		})
	}
	runInflection(t, inflectionSuite{
		lang:  "ko",
		kinds: map[string]func(question) (string, bool){"form case": particled, "form case+clusivity": particled, "form adjectival": particled},
		skip:  map[string]string{"exists": "whether a word can take particles at all"},
		outside: map[string]func(question) bool{
			"no word stands before the particle": func(q question) bool { return strings.HasPrefix(q.source, "(") },
		},
	})
}

// TestInflectionKoreanText holds what is known of the end of letters and digits to the
// particles that a public text has behind them.
func TestInflectionKoreanText(t *testing.T) {
	dir := os.Getenv("CONCORD_DATA")
	if dir == "" {
		t.Skip("CONCORD_DATA is not set")
	}
	data, err := os.ReadFile(filepath.Join(dir, "ntrex", "newstest2019-ref.kor.txt"))
	if err != nil {
		t.Fatal(err)
	}
	p := &For(language.Korean).Particles
	all, known, same := 0, 0, 0
	for _, m := range regexp.MustCompile(`([\p{L}\d]*[A-Za-z\d%])(\p{Hangul}+)`).FindAllStringSubmatch(string(data), -1) {
		pair, have, liquids := p.first(m[2])
		if have == "" {
			continue
		}
		all++
		final, sure := finalSound(m[1], "")
		if !sure {
			continue
		}
		known++
		want := pair[0]
		if final == 0 || liquids && final == liquid {
			want = pair[1]
		}
		if want == have {
			same++
		} else {
			t.Logf("%s%s: concord would write %s", m[1], m[2], want)
		}
	}
	t.Logf("%d particles behind letters and digits, %d of them known, %d the same", all, known, same)
	if known < 100 || same*100 < known*95 {
		t.Error("too few")
	}
}

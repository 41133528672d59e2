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

// TestKoreanInflection puts the words of the suite into the place of 서점, with
// each particle.
func TestKoreanInflection(t *testing.T) {
	facts := inflectionFacts(t, "ko")
	particles := map[string]string{"accusative": "을", "comitative": "과", "instrumental": "으로", "nominative": "은", "nominative/inclusive": "이", "predicative": "이라"}
	var s score
	for _, row := range inflectionRows(t, "ko") {
		asked := row.asked()
		name := asked["case"] + asked["adjectival"]
		if asked["clusivity"] == "inclusive" {
			name += "/inclusive"
		}
		particle := particles[name]
		word := row.Source.Text
		for _, end := range []string{"이라", "으로", "로", "은", "는", "을", "를", "라"} {
			if rest := strings.TrimSuffix(word, end); rest != word && strings.HasSuffix(row.Result, end[len(end)-3:]) || rest != word && particle != "" && word != "홈런" {
				word = rest
				break
			}
		}
		switch {
		case row.Result == "":
			s.leave("whether a word can take particles at all")
		case particle == "" || word == "" || strings.HasPrefix(word, "("):
			s.leave("no word before the particle")
		default:
			old := "서점"
			tail := concord.Span{Start: len(old), End: len(old) + len(particle)}
			got, doubt := swapped("ko", old+particle, old, word, facts[word], tail)
			s.settle(t, got, doubt, row.Result)
		}
	}
	s.report(t)
}

// TestKoreanText holds what is known of the end of letters and digits to the
// particles that a public text has behind them.
func TestKoreanText(t *testing.T) {
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

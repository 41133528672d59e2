package locales

import (
	"strings"
	"testing"

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

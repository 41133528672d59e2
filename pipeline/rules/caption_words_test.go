package rules

import (
	"slices"
	"strings"
	"testing"

	"github.com/concord-l10n/concord"
)

// The index yields every segment that has the phrase, in the order of a search
// that goes outward from the caption.
func TestNearest(t *testing.T) {
	texts := []string{"Ann Lee, head", "", "JoAnn Lee, head", "ANN LEE spoke", "a caption", "Lee Ann", "of Ann\u00a0Lee, Ann Lee, head", "Leeds, Ann Le"}
	doc := &concord.Document{}
	for i, text := range texts {
		s := concord.Segment{Text: text}
		if i == 4 {
			s.Kind = concord.Caption
		}
		doc.Segments = append(doc.Segments, s)
	}
	words := indexWords(doc)
	for at := range texts {
		var want []int
		for d := range texts {
			for _, i := range slices.Compact([]int{at - d, at + d}) {
				if i >= 0 && i < len(texts) && i != 4 && strings.Contains(texts[i], "Ann Lee, ") {
					want = append(want, i)
				}
			}
		}
		var got []int
		for i := range words.nearest("Ann Lee", at) {
			if strings.Contains(texts[i], "Ann Lee, ") {
				got = append(got, i)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("from %d: %v; want %v", at, got, want)
		}
	}
	if got := slices.Collect(words.nearest("Jo LEE", 4)); !slices.Equal(got, []int{3, 5, 2, 6, 0}) {
		t.Errorf("%v", got)
	}
}

package align

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/concord-l10n/concord"
)

// A score counts links: a segment of the source with one of the target.
type score struct {
	links, found         int // that there are; of these, what was found
	given, right         int // all that were given; of these, the right ones
	sure, sureRight      int
	lost, gaps, gapRight int // segments without counterpart; those surely said to be; of these, the right ones
}

func (s *score) add(o score) {
	s.links += o.links
	s.found += o.found
	s.given += o.given
	s.right += o.right
	s.sure += o.sure
	s.sureRight += o.sureRight
	s.lost += o.lost
	s.gaps += o.gaps
	s.gapRight += o.gapRight
}

func percent(n, of int) string {
	if of == 0 {
		return "–"
	}
	return fmt.Sprintf("%.1f", 100*float64(n)/float64(of))
}

const header = "| data | languages | links | of the sure, right | found | found and sure | given, right | without counterpart | of the sure, right |\n|---|---|---|---|---|---|---|---|---|"

func (s score) row(name, pair string) string {
	return fmt.Sprintf("| %s | %s | %d | %s | %s | %s | %s | %d | %s of %d |", name, pair, s.links, percent(s.sureRight, s.sure), percent(s.found, s.links),
		percent(s.sureRight, s.links), percent(s.right, s.given), s.lost, percent(s.gapRight, s.gaps), s.gaps)
}

// grade compares pairs with what is known. Paragraphs of one text that read the
// same may stand for each other.
func (d damaged) grade(pairs []concord.Pair) score {
	var s score
	counterpart := func(i, j int) bool {
		for _, x := range d.from[i] {
			for _, y := range d.to[j] {
				if x == y {
					return true
				}
			}
		}
		return false
	}
	hasSource, hasTarget := make([]bool, len(d.from)), make([]bool, len(d.to))
	for i := range d.from {
		for j := range d.to {
			if counterpart(i, j) {
				hasSource[i], hasTarget[j] = true, true
				s.links++
			}
		}
	}
	for i := range hasSource {
		if !hasSource[i] {
			s.lost++
		}
	}
	for j := range hasTarget {
		if !hasTarget[j] {
			s.lost++
		}
	}
	twin := func(i, j int) bool { // the right one reads the same
		for k := range d.from {
			if d.source.Segments[k].Text == d.source.Segments[i].Text && counterpart(k, j) {
				return true
			}
		}
		for k := range d.to {
			if d.target.Segments[k].Text == d.target.Segments[j].Text && counterpart(i, k) {
				return true
			}
		}
		return false
	}
	for start := 0; start < len(pairs); {
		end := start + 1
		for end < len(pairs) && pairs[end].Joined {
			end++
		}
		links := 0
		for _, a := range pairs[start:end] {
			for _, b := range pairs[start:end] {
				if a.Source < 0 || b.Target < 0 {
					continue
				}
				links++
				s.given++
				right := counterpart(a.Source, b.Target) || twin(a.Source, b.Target)
				if right {
					s.found++
					s.right++
				}
				if pairs[start].Sure {
					s.sure++
					if right {
						s.sureRight++
					}
				}
			}
		}
		if links == 0 && pairs[start].Sure {
			s.gaps++
			if i := pairs[start].Source; i >= 0 && !hasSource[i] {
				s.gapRight++
			} else if j := pairs[start].Target; j >= 0 && !hasTarget[j] {
				s.gapRight++
			}
		}
		start = end
	}
	return s
}

// TestScore damages texts whose pairing is known, and scores how they are
// paired: whole, with six of 50 paragraphs damaged, and with six of 25. The texts are not
// part of the project: CONCORD_DATA names the folder that has them.
func TestScore(t *testing.T) {
	data := os.Getenv("CONCORD_DATA")
	if data == "" {
		t.Skip("CONCORD_DATA is not set")
	}
	all := corpora(t, data)
	t.Run("whole", func(t *testing.T) { scoreAll(t, all, 1<<30, .98) })
	t.Run("6 of 50", func(t *testing.T) { scoreAll(t, all, 50, .975) })
	t.Run("6 of 25", func(t *testing.T) { scoreAll(t, all, 25, .94) })
	t.Run("by threes", func(t *testing.T) {
		for _, c := range all {
			var s score
			for _, p := range c.texts {
				d := byThrees(p, c)
				s.add(d.grade(Pairs(d.source, d.target, c.names)))
			}
			t.Log(s.row(c.name, c.String()))
			if float64(s.sureRight) < .98*float64(s.sure) || s.gaps > len(c.texts)/10 {
				t.Errorf("%s: of %d sure links %d are right; %d paragraphs are said to be missing", c, s.sure, s.sureRight, s.gaps)
			}
		}
	})
	t.Run("of another text", func(t *testing.T) { scoreOthers(t, all) })
}

// scoreOthers pairs each text with the translation of the next one: of ten, one at
// most may have anything paired surely. Announcements that follow one form are left
// out, since they do say the same.
func scoreOthers(t *testing.T, all []corpus) {
	for _, c := range all {
		if c.name == "debian-news" {
			continue
		}
		paired := 0
		for i, p := range c.texts {
			next := c.texts[(i+1)%len(c.texts)]
			pairs := Pairs(&concord.Document{Locale: c.source, Segments: p.source}, &concord.Document{Locale: c.target, Segments: next.target}, c.names)
			if slices.ContainsFunc(pairs, func(p concord.Pair) bool { return p.Sure && p.Source >= 0 && p.Target >= 0 }) {
				paired++
			}
		}
		t.Logf("%s: %d of %d", c, paired, len(c.texts))
		if paired > len(c.texts)/10 {
			t.Errorf("%s: of %d texts %d are paired surely with a translation of another", c, len(c.texts), paired)
		}
	}
}

func scoreAll(t *testing.T, all []corpus, rare int, found float64) {
	var table strings.Builder
	sums := make(map[string]*score)
	var names []string
	for _, c := range all {
		var s score
		rnd := rand.New(rand.NewPCG(1, 2))
		for _, p := range c.texts {
			d := damage(rnd, rare, p, c.source, c.target)
			s.add(d.grade(Pairs(d.source, d.target, c.names)))
		}
		fmt.Fprintln(&table, s.row(c.name, c.source.String()+"–"+c.target.String()))
		if sums[c.name] == nil {
			sums[c.name] = new(score)
			names = append(names, c.name)
		}
		sums[c.name].add(s)
	}
	for _, name := range names {
		s := sums[name]
		fmt.Fprintln(&table, s.row(name, "all"))
		if float64(s.sureRight) < .98*float64(s.sure) {
			t.Errorf("%s: of the sure links less than 98 %% are right", name)
		}
		if float64(s.found) < found*float64(s.links) {
			t.Errorf("%s: less than %.0f %% of the links are found", name, 100*found)
		}
	}
	t.Logf("\n%s\n%s", header, table.String())
}

package align

import (
	"math/rand/v2"
	"strings"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// A damaged text has lost, merged and split paragraphs on either side.
type damaged struct {
	source, target *concord.Document
	from, to       [][]int // of each segment, the paragraphs it has words of
}

// damage drops, merges and splits paragraphs on either side: of rare, each
// happens to two. What is split on one side is whole on the other.
func damage(rnd *rand.Rand, rare int, p parallel, source, target language.Tag) damaged {
	d := damaged{source: &concord.Document{Locale: source}, target: &concord.Document{Locale: target}}
	for i := range p.source {
		one := rnd.IntN(2) == 0
		at, with, tag, owner := d.source, p.source[i], source, &d.from
		other, plain, rest := d.target, p.target[i], &d.to
		if one {
			at, with, tag, owner, other, plain, rest = d.target, p.target[i], target, &d.to, d.source, p.source[i], &d.from
		}
		put(other, rest, plain, i)
		switch n := len(at.Segments); rnd.IntN(rare) {
		case 0, 1: // dropped
		case 2, 3: // merged
			if n == 0 || at.Segments[n-1].Kind != with.Kind {
				put(at, owner, with, i)
				continue
			}
			at.Segments[n-1].Text += " " + with.Text
			(*owner)[n-1] = append((*owner)[n-1], i)
		case 4, 5: // split
			half := with
			if all := Sentences(with.Text, tag); len(all) > 1 {
				cut := all[len(all)/2].Start
				half.Text, with.Text = strings.TrimSpace(with.Text[:cut]), with.Text[cut:]
				put(at, owner, half, i)
			}
			put(at, owner, with, i)
		default:
			put(at, owner, with, i)
		}
	}
	return d
}

func put(d *concord.Document, owner *[][]int, s concord.Segment, paragraph int) {
	d.Segments = append(d.Segments, s)
	*owner = append(*owner, []int{paragraph})
}

// byThrees makes one paragraph of each three of the translation.
func byThrees(p parallel, c corpus) damaged {
	d := damaged{source: &concord.Document{Locale: c.source}, target: &concord.Document{Locale: c.target}}
	for i := range p.source {
		put(d.source, &d.from, p.source[i], i)
		if i%3 == 0 {
			put(d.target, &d.to, p.target[i], i)
			continue
		}
		last := len(d.target.Segments) - 1
		d.target.Segments[last].Text += " " + p.target[i].Text
		d.to[last] = append(d.to[last], i)
	}
	return d
}

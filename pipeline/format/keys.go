package format

import (
	"strconv"

	"github.com/concord-l10n/concord"
)

// name gives every segment but blank ones its key. Keys count what is of a
// kind, so that they are the same in every language that has the same parts;
// what a release has once has no number.
func name(segs []concord.Segment) {
	k := keys{once: make(map[string]int), ends: make([]int, len(segs))}
	for i := range segs {
		k.add(&segs[i])
		k.ends[i] = len(k.text)
	}
	text, start := string(k.text), 0 // one string for all
	for i, end := range k.ends {
		segs[i].Key, start = text[start:end], end
	}
}

// keys are written one behind the other.
type keys struct {
	text []byte
	ends []int
	once map[string]int
	many [concord.Blank + 1]int
}

func (k *keys) add(s *concord.Segment) {
	switch s.Kind {
	case concord.Blank:
	case concord.Title, concord.ReleaseTime, concord.EndMark:
		k.single(s.Kind.String())
	case concord.Lead, concord.Dateline: // a translation may have lost the dateline
		k.single(concord.Lead.String())
	case concord.TeaserTitle:
		k.single("teaser." + strconv.Itoa(s.Part) + ".title")
	case concord.Teaser:
		k.single("teaser." + strconv.Itoa(s.Part) + ".body")
	default:
		k.many[s.Kind]++
		k.numbered(s.Kind.String(), k.many[s.Kind])
	}
}

// single adds a key for what is there once; should there be more, the others
// are numbered from 2.
func (k *keys) single(key string) {
	k.once[key]++
	if n := k.once[key]; n > 1 {
		k.numbered(key, n)
	} else {
		k.text = append(k.text, key...)
	}
}

func (k *keys) numbered(key string, n int) {
	k.text = append(append(k.text, key...), '.')
	k.text = strconv.AppendInt(k.text, int64(n), 10)
}

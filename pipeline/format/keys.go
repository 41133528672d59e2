package format

import (
	"strconv"

	"github.com/concord-l10n/concord"
)

// name gives every segment but blank ones its key. Keys count what is of a
// kind, so that they are the same in every language that has the same parts;
// what a release has once has no number.
func name(segs []concord.Segment) {
	count := make(map[string]int)   // of what a release has once
	var many [concord.Blank + 1]int // of what it has many of
	for i := range segs {
		s := &segs[i]
		switch s.Kind {
		case concord.Blank:
			continue
		case concord.Title, concord.ReleaseTime, concord.EndMark:
			s.Key = once(count, s.Kind.String())
		case concord.Lead, concord.Dateline: // a translation may have lost the dateline
			s.Key = once(count, concord.Lead.String())
		case concord.TeaserTitle:
			s.Key = once(count, "teaser."+strconv.Itoa(s.Part)+".title")
		case concord.Teaser:
			s.Key = once(count, "teaser."+strconv.Itoa(s.Part)+".body")
		default:
			many[s.Kind]++
			s.Key = s.Kind.String() + "." + strconv.Itoa(many[s.Kind])
		}
	}
}

// once returns a key for what is there once; should there be more, the others
// are numbered from 2.
func once(count map[string]int, key string) string {
	count[key]++
	if n := count[key]; n > 1 {
		return key + "." + strconv.Itoa(n)
	}
	return key
}

package fix

import (
	"fmt"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/format"
)

// Apply carries out a plan. The new documents are decoded from the new bytes,
// so that what is checked afterwards is what will be published. Documents
// without edits, and the source, are passed on as they are.
func Apply(rel *concord.Release, plan *Plan) (*concord.Release, error) {
	out := &concord.Release{Name: rel.Name, Source: rel.Source}
	for _, d := range rel.Targets {
		next := d
		if edits := plan.Edits[d]; len(edits) > 0 {
			raw, err := format.Splice(d, edits)
			if err != nil {
				return nil, fmt.Errorf("apply fixes: %w", err)
			}
			if next, err = format.Redecode(d, raw); err != nil {
				return nil, fmt.Errorf("apply fixes: %w", err)
			}
			keep(d, next)
		}
		out.Targets = append(out.Targets, next)
	}
	return out, nil
}

// keep gives the segments of next the keys of those of d, which may have come
// from the source. A correction never adds or drops a segment, but it may empty
// a blank one, which has no key.
func keep(d, next *concord.Document) {
	var keys []string
	for i := range d.Segments {
		if d.Segments[i].Kind != concord.Blank {
			keys = append(keys, d.Segments[i].Key)
		}
	}
	n := 0
	for i := range next.Segments {
		if next.Segments[i].Kind != concord.Blank && n < len(keys) {
			next.Segments[i].Key = keys[n]
			n++
		}
	}
}

package report

import (
	"iter"
	"net/url"
	"path"
	"path/filepath"

	"github.com/concord-l10n/concord/pipeline/fix"
)

// left yields the items that are not fixed, which is what a program that guards
// a project wants to hear of.
func (r *Report) left() iter.Seq[*Item] {
	return func(yield func(*Item) bool) {
		for i := range r.Items {
			if it := &r.Items[i]; !it.Fixed() && !yield(it) {
				return
			}
		}
	}
}

// byFile yields every file that was looked at, with the items that are left.
func (r *Report) byFile() iter.Seq2[string, []*Item] {
	return func(yield func(string, []*Item) bool) {
		items := make(map[string][]*Item)
		for it := range r.left() {
			items[it.Start.File] = append(items[it.Start.File], it)
		}
		for _, run := range r.Runs {
			if file := run.Draft.File; !yield(file, items[file]) {
				return
			}
		}
	}
}

// offers yields the fixes of an item that a program may make: each has its place
// in the file, and nothing speaks against touching it.
func (i *Item) offers() iter.Seq[*Proposal] {
	return func(yield func(*Proposal) bool) {
		switch i.Outcome {
		case fix.Protected, fix.Unplaced, fix.Unwritable:
			return
		}
		for n := range i.Fixes {
			if p := &i.Fixes[n]; p.Placed && !yield(p) {
				return
			}
		}
	}
}

// edits returns what a fix of i changes, in order.
func (i *Item) edits(p *Proposal) []Edit {
	if p.Edits != nil {
		return p.Edits
	}
	return []Edit{{i.Start, i.End, p.Text}}
}

// slashed returns the name of a file as it is written in every system.
func slashed(file string) string { return path.Clean(filepath.ToSlash(file)) }

// uri returns a reference to a file (RFC 3986), and whether it goes by the
// folder that concord was run in.
func uri(file string) (ref string, relative bool) {
	u := url.URL{Path: slashed(file)}
	if relative = !filepath.IsAbs(file); !relative {
		u.Scheme = "file"
	}
	return u.String(), relative
}

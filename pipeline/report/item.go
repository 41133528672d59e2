package report

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/fix"
)

// An Item is a finding as it is reported: where it is in its file, what would
// change, and what became of it.
type Item struct {
	ID          string // "F-3fa9c1", the same in every output and from run to run
	Fingerprint string // hexadecimal SHA-256 that ID is the beginning of; see identify
	Finding     *concord.Finding
	Against     *concord.Finding // the finding that prevailed, if Outcome is Collided
	Group       string           // of the rule
	Outcome     fix.Outcome      // Applied: the text was changed; Offered: a fix is at hand
	Start, End  Spot             // of what was found; of the file as it was, if Fixed, or else as it is now
	Fixes       []Proposal       // of the finding's fixes, in their order
	Related     []Reference
	Known       bool   // it is in the baseline, so that it is nobody's fault now
	Suppressed  string // why somebody has asked not to hear of it; "" if nobody has
	Inside      bool   // they have asked in the file itself, not in the settings of the project

	sentence string // that the finding is in, folded; see sentencesOf.name
}

// A Reference is a second place that explains an item.
type Reference struct {
	Start, End Spot
	Text       string
	Message    concord.Message
}

// Fixed reports whether the text was changed.
func (i *Item) Fixed() bool { return i.Outcome == fix.Applied }

// Quiet reports whether i is left out of what a person reads and of what counts:
// it is known or suppressed, and nothing was done about it.
func (i *Item) Quiet() bool { return !i.Fixed() && (i.Known || i.Suppressed != "") }

// Sentence identifies the sentence that i is in, white space apart, by the
// beginning of its hexadecimal SHA-256.
func (i *Item) Sentence() string {
	sum := sha256.Sum256([]byte(i.sentence))
	return hex.EncodeToString(sum[:8])
}

// Fixable reports whether fixing would settle i unasked.
func (i *Item) Fixable() bool {
	switch i.Outcome {
	case fix.Offered, fix.Collided:
		return i.Fixes[0].Auto
	}
	return false
}

// Concept returns the id of the glossary's concept that demands i, or "".
func (i *Item) Concept() string {
	id, _ := strings.CutPrefix(i.Finding.Authority, "glossary#")
	if id == i.Finding.Authority {
		return ""
	}
	return id
}

// before orders items by file, line, column and rule.
func (i *Item) before(j *Item) int {
	return cmp.Or(
		cmp.Compare(i.Start.File, j.Start.File),
		cmp.Compare(i.Start.Line, j.Start.Line),
		cmp.Compare(i.Start.Column, j.Start.Column),
		cmp.Compare(i.Finding.Rule, j.Finding.Rule),
		cmp.Compare(i.End.Offset, j.End.Offset),
		cmp.Compare(i.Finding.Authority, j.Finding.Authority),
		cmp.Compare(i.Finding.Message.ID, j.Finding.Message.ID))
}

// items makes the items of a run.
func items(run Run, groups map[string]string) []Item {
	all := make([]Item, len(run.Decisions))
	where := locator{run: run}
	text := newReader(run.Draft)
	for n, d := range run.Decisions {
		f := d.Finding
		it := &all[n]
		*it = Item{Finding: f, Against: d.Against, Group: groups[f.Rule], Outcome: d.Outcome, Suppressed: d.Reason, Inside: d.Inside, sentence: text.sentence(f.Place)}
		if it.Outcome == fix.Applied && run.Draft == run.Final {
			it.Outcome = fix.Offered // a plan that was not carried out
		}
		where.add(f.Place, &it.Start, &it.End)
		for i := range f.Fixes {
			it.Fixes = append(it.Fixes, propose(f.Place, &f.Fixes[i], &where))
		}
		it.Related = make([]Reference, len(f.Related))
		for i, rel := range f.Related {
			ref := &it.Related[i]
			ref.Text, ref.Message = rel.Place.Text(), rel.Message
			where.add(rel.Place, &ref.Start, &ref.End)
		}
	}
	where.locate()
	return all
}

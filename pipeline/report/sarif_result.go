package report

// The parts of a result in SARIF.

type sarifResult struct {
	RuleID       string            `json:"ruleId"`
	RuleIndex    *int              `json:"ruleIndex,omitempty"`
	Level        string            `json:"level"`
	Message      sarifText         `json:"message"`
	Locations    []sarifLocation   `json:"locations"`
	Related      []sarifLocation   `json:"relatedLocations,omitempty"`
	Fingerprints map[string]string `json:"partialFingerprints"`
	Fixes        []sarifFix        `json:"fixes,omitempty"`
	Baseline     string            `json:"baselineState,omitempty"`
	Suppressions []sarifSuppressed `json:"suppressions"` // of no result or of all (3.27.23); empty if it counts
	Properties   struct {
		ID        string `json:"id"`
		Authority string `json:"authority,omitempty"`
	} `json:"properties"`
}

type sarifLocation struct {
	ID       int           `json:"id,omitempty"`
	Physical sarifPhysical `json:"physicalLocation"`
	Message  *sarifText    `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   *sarifRegion  `json:"region,omitempty"`
}

type sarifArtifact struct {
	URI  string `json:"uri"`
	Base string `json:"uriBaseId,omitempty"`
}

// sarifRegion counts columns in UTF-16 units, from 1; the end is exclusive.
type sarifRegion struct {
	StartLine   int        `json:"startLine"`
	StartColumn int        `json:"startColumn"`
	EndLine     int        `json:"endLine"`
	EndColumn   int        `json:"endColumn"`
	Snippet     *sarifText `json:"snippet,omitempty"`
}

type sarifFix struct {
	Description sarifText     `json:"description"`
	Changes     []sarifChange `json:"artifactChanges"`
	Properties  struct {
		Auto bool `json:"auto"`
	} `json:"properties"`
}

type sarifChange struct {
	Artifact     sarifArtifact      `json:"artifactLocation"`
	Replacements []sarifReplacement `json:"replacements"`
}

type sarifReplacement struct {
	Deleted  sarifRegion `json:"deletedRegion"`
	Inserted sarifText   `json:"insertedContent"` // also if it is empty: some readers want it
}

type sarifSuppressed struct {
	Kind          string `json:"kind"`
	Status        string `json:"status"`
	Justification string `json:"justification"`
}

// quiet says whether an item counts, and if not, why. Readers that know nothing of
// baselines know of suppressions. What is suppressed was not looked for in the
// baseline, which does not keep it: compared with that it is new.
func (r *sarifResult) quiet(it *Item, compared bool) {
	r.Suppressions = []sarifSuppressed{}
	if compared {
		r.Baseline = "new"
	}
	switch {
	case it.Suppressed != "" && it.Inside:
		r.Suppressions = []sarifSuppressed{{"inSource", "accepted", Visible(it.Suppressed)}}
	case it.Suppressed != "":
		r.Suppressions = []sarifSuppressed{{"external", "accepted", Visible(it.Suppressed)}}
	case it.Known:
		r.Baseline = "unchanged"
		r.Suppressions = []sarifSuppressed{{"external", "accepted", "The finding is in the baseline."}}
	}
}

// result returns an item as a result. Index is the number of each rule.
func (r *Report) result(it *Item, index map[string]int) sarifResult {
	f := it.Finding
	at := sarifLocation{Physical: sarifPhysical{artifact(it.Start.File), region(it.Start, it.End)}}
	raw := f.Place.Raw()
	at.Physical.Region.Snippet = &sarifText{string(f.Place.Doc.Raw[raw.Start:raw.End])}
	out := sarifResult{
		RuleID: f.Rule, Level: sarifLevels[f.Severity], Message: sarifMessage(english().message(f.Message)),
		Locations: []sarifLocation{at}, Fingerprints: map[string]string{"concord/v1": it.Fingerprint},
	}
	if n, ok := index[f.Rule]; ok {
		out.RuleIndex = &n
	}
	for n := range it.Related {
		ref := &it.Related[n]
		out.Related = append(out.Related, sarifLocation{
			n + 1, sarifPhysical{artifact(ref.Start.File), region(ref.Start, ref.End)}, new(sarifMessage(english().evidence(ref))),
		})
	}
	for p := range it.offers() {
		out.Fixes = append(out.Fixes, sarifFixOf(it, p))
	}
	out.quiet(it, r.compared)
	out.Properties.ID, out.Properties.Authority = it.ID, f.Authority
	return out
}

func sarifFixOf(it *Item, p *Proposal) sarifFix {
	before, after := contrast(p.Before, p.After)
	out := sarifFix{Description: sarifMessage(english().say("report.change", map[string]any{"Before": before, "After": after}))}
	change := sarifChange{Artifact: artifact(it.Start.File)}
	for _, e := range it.edits(p) {
		change.Replacements = append(change.Replacements, sarifReplacement{*region(e.Start, e.End), sarifText{e.Text}})
	}
	out.Changes, out.Properties.Auto = []sarifChange{change}, p.Auto
	return out
}

func artifact(file string) sarifArtifact {
	ref, relative := uri(file)
	if relative {
		return sarifArtifact{ref, sarifRoot}
	}
	return sarifArtifact{URI: ref}
}

func region(start, end Spot) *sarifRegion {
	return &sarifRegion{StartLine: start.Line, StartColumn: start.UTF16, EndLine: end.Line, EndColumn: end.UTF16}
}

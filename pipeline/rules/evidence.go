package rules

import (
	"cmp"
	"strings"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// explain words a finding about a term that must not stand.
func explain(m glossary.Match, f concord.Finding, doubt string) concord.Message {
	args := map[string]any{"Found": f.Place.Text(), "Concept": m.Concept.ID}
	if len(f.Fixes) > 0 {
		args["Wanted"] = f.Fixes[0].Label.Args["New"]
	}
	note := cmp.Or(m.Term.Note, m.Term.Condition)
	switch {
	case m.Term.Status == glossary.Forbidden:
		return concord.Message{ID: "rule.term.forbidden", Args: args}
	case len(f.Fixes) > 1 && len(m.Also) > 0:
		ids := []string{m.Concept.ID}
		for _, t := range m.Also {
			ids = append(ids, t.Concept.ID)
		}
		args["Concepts"] = ids
		return concord.Message{ID: "rule.term.ambiguous", Args: args}
	case len(f.Fixes) == 0:
		return concord.Message{ID: "rule.term.unwanted", Args: args}
	case doubt != "":
		args["Doubt"] = concord.Message{ID: doubt}
		return concord.Message{ID: "rule.term.doubt", Args: args}
	case !m.Term.Auto && note != "":
		args["Note"] = note
		return concord.Message{ID: "rule.term.report.note", Args: args}
	case !m.Term.Auto:
		return concord.Message{ID: "rule.term.report", Args: args}
	}
	return concord.Message{ID: "rule.term", Args: args}
}

// evidence returns the place that opened the gate of a term, if it has one.
func evidence(p held, t *glossary.Term) []concord.Related {
	for _, want := range t.When.Evidence {
		want = strings.TrimSuffix(want, "*")
		found, asked := p.evidence[want]
		if !asked {
			found = standing(p.Pass, want)
			p.evidence[want] = found
		}
		if found != nil {
			return found
		}
	}
	return nil
}

// standing returns the first place where a phrase stands in a document.
func standing(p *lint.Pass, want string) []concord.Related {
	for i := range p.Doc.Segments {
		if at := strings.Index(p.Doc.Segments[i].Text, want); at >= 0 && want != "" {
			return []concord.Related{{
				Place:   p.Place(i, concord.Span{Start: at, End: at + len(want)}),
				Message: concord.Message{ID: "related.evidence", Args: map[string]any{"Evidence": want}},
			}}
		}
	}
	return nil
}

package pipeline

import (
	"bytes"
	"maps"
	"slices"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/fix"
	"github.com/concord-l10n/concord/pipeline/lint"
	"github.com/concord-l10n/concord/pipeline/rules"
	"github.com/concord-l10n/concord/pipeline/suppress"
)

// Lines is a range of lines of a file, from 1, both ends included.
type Lines struct{ First, Last int }

// decide settles what becomes of findings. What is suppressed and what is not on
// the lines that count is set aside before any fix is heard. See fix.Choose for unsure.
func (p *Pipeline) decide(found []concord.Finding, quiet suppress.Set, unsure func(*concord.Document) bool) (plan *fix.Plan, aside []fix.Decision) {
	rank := func(rule string) int { return p.rank[rule] }
	if len(quiet) == 0 && p.cfg.Changed == nil {
		return fix.Choose(found, rank, unsure), nil
	}
	scope := scope{changed: p.cfg.Changed, spans: make(map[*concord.Document][]concord.Span)}
	heard := make([]concord.Finding, 0, len(found))
	for i := range found {
		f := &found[i]
		by := quiet.By(f)
		switch {
		case by != nil:
			aside = append(aside, fix.Decision{Finding: f, Outcome: fix.Suppressed, Reason: by.Reason, Inside: by.Inside()})
		case !scope.holds(f):
			aside = append(aside, fix.Decision{Finding: f, Outcome: fix.Elsewhere})
		default:
			heard = append(heard, *f)
		}
	}
	return fix.Choose(heard, rank, unsure), aside
}

// unsure says in which documents of a release fixes that are not sure are made, if
// that is asked for: a source is never edited.
func (p *Pipeline) unsure(source *concord.Document) func(*concord.Document) bool {
	if !p.cfg.Unsafe {
		return nil
	}
	return func(d *concord.Document) bool { return d != source }
}

// Across compares what was noted in all releases of a run: the notes of their
// results, in any order, and what they suppress. What it finds is for a person to
// decide.
func (p *Pipeline) Across(notes []lint.Note, sets ...suppress.Set) []fix.Decision {
	quiet := make(suppress.Set)
	for _, s := range sets {
		maps.Copy(quiet, s)
	}
	plan, aside := p.decide(lint.Across(p.cfg.Rules, notes), quiet, nil)
	judged, _ := p.decide(lint.Across(p.cfg.Rules, p.judge(quiet)), nil, nil)
	return slices.Concat(plan.Decisions, aside, judged.Decisions)
}

// judge notes for rules.UnusedSuppression what became of each suppression. Of
// rules that were not run it says nothing.
func (p *Pipeline) judge(quiet suppress.Set) []lint.Note {
	i := slices.IndexFunc(p.cfg.Rules, func(r *lint.Rule) bool { return r.Name == rules.UnusedSuppression.Name })
	if i < 0 {
		return nil
	}
	var notes []lint.Note
	note := func(s *suppress.Suppression, rule, what string) {
		notes = append(notes, lint.Note{Rule: p.cfg.Rules[i], Key: rule, Value: what, Place: s.At})
	}
	for _, list := range quiet {
		for _, s := range list.All {
			switch s.Fault {
			case suppress.NoRule:
				note(s, "", rules.NamesNoRule)
			case suppress.NoReason:
				note(s, "", rules.GivesNoReason)
			}
			for n, name := range s.Rules {
				_, ran := p.rank[name]
				switch {
				case rules.Find(name) == nil:
					note(s, name, rules.NamesNobody)
				case s.Fault != suppress.Sound || !ran:
				case s.Used(n):
					note(s, name, rules.SilencesSome)
				default:
					note(s, name, rules.SilencesNone)
				}
			}
		}
	}
	return notes
}

// A scope tells findings on some lines from the others.
type scope struct {
	changed func(file string) []Lines
	spans   map[*concord.Document][]concord.Span // of those lines, in order
}

// holds reports whether a finding is on the lines that count: where it is, or
// where its evidence is.
func (s scope) holds(f *concord.Finding) bool {
	if s.changed == nil || s.touches(f.Place) {
		return true
	}
	return slices.ContainsFunc(f.Related, func(r concord.Related) bool { return s.touches(r.Place) })
}

func (s scope) touches(p concord.Place) bool {
	spans, ok := s.spans[p.Doc]
	if !ok {
		spans = bytesOf(p.Doc.Raw, s.changed(p.Doc.File))
		s.spans[p.Doc] = spans
	}
	raw := p.Raw()
	raw.Start = min(raw.Start, max(0, len(p.Doc.Raw)-1)) // the end belongs to the last line
	n, _ := slices.BinarySearchFunc(spans, raw.Start+1, func(x concord.Span, at int) int { return x.End - at })
	return n < len(spans) && spans[n].Start <= max(raw.Start, raw.End-1)
}

// bytesOf returns the bytes of ranges of lines, which are in order.
func bytesOf(raw []byte, lines []Lines) []concord.Span {
	var spans []concord.Span
	line, at := 1, 0
	for _, l := range lines {
		for ; line < l.First && at < len(raw); line++ {
			at = nextLine(raw, at)
		}
		span := concord.Span{Start: at}
		for ; line <= l.Last && at < len(raw); line++ {
			at = nextLine(raw, at)
		}
		if span.End = at; span.Len() > 0 {
			spans = append(spans, span)
		}
	}
	return spans
}

// nextLine returns where the line behind the one at an offset begins.
func nextLine(raw []byte, at int) int {
	if n := bytes.IndexByte(raw[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(raw)
}

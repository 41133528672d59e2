package pipeline

import (
	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/pipeline/format"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// A SpecFailure is a sentence that a glossary does not treat as it says.
type SpecFailure struct {
	Concept *glossary.Concept
	Spec    glossary.Spec
	Input   string // Spec.From, or Spec.To, which must stay as it is
	Got     string // what became of it; "" if Err
	Err     error
}

// Specs runs the specs of a glossary with the given rules, each as a plain text
// of its own: From must become To, and To must stay.
func Specs(g *glossary.Glossary, rules []*lint.Rule) []SpecFailure {
	p := New(Config{Glossary: g, Rules: rules, Edit: true})
	var failures []SpecFailure
	for c := range g.All() {
		for _, s := range c.Specs {
			for _, in := range []string{s.From, s.To} {
				got, err := p.correctText(in, s)
				if err != nil || got != s.To {
					failures = append(failures, SpecFailure{Concept: c, Spec: s, Input: in, Got: got, Err: err})
					break
				}
			}
		}
	}
	return failures
}

func (p *Pipeline) correctText(text string, s glossary.Spec) (string, error) {
	doc, err := format.Decode(s.At.File, []byte(text), format.Options{Locale: s.Locale, Format: format.Text.Name})
	if err != nil {
		return "", err
	}
	res, err := p.Correct(&concord.Release{Name: s.At.File, Targets: []*concord.Document{doc}})
	if err != nil {
		return "", err
	}
	return string(res.Final.Targets[0].Raw), nil
}

// Untouched returns the terms that must not stand, and that stand where no edit
// may touch a text, such as addresses and placeholders: they are never found.
func Untouched(g *glossary.Glossary) []*glossary.Term {
	const before, behind = "So ", " so"
	var all []*glossary.Term
	for t := range g.Variants("@/:.%{$`#\\_") {
		doc, err := format.Decode(t.At.File, []byte(before+t.Text+behind), format.Options{Locale: t.Locale, Format: format.Text.Name})
		if err == nil && len(doc.Segments) == 1 && doc.Segments[0].Protected(concord.Span{Start: len(before), End: len(before) + len(t.Text)}) {
			all = append(all, t)
		}
	}
	return all
}

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/pipeline"
	"github.com/concord-l10n/concord/pipeline/rules"
)

// vettedConcepts are as many in a glossary as are looked through before each
// kind of work; of more, only "glossary lint" says what is wrong.
const vettedConcepts = 10_000

// vet says what is so wrong with a glossary that part of it can never take
// effect, and reports whether there is such a thing: what nothing can find must
// not look as if nothing were wrong. A glossary in which there is nothing is
// remembered, and not looked through again.
func (t *tool) vet(g *glossary.Glossary) (sound bool) {
	if g.Len() == 0 || g.Len() > vettedConcepts {
		return true
	}
	cache, name := t.cache(), vetted(g)
	if cache != nil {
		if _, _, err := cache.Open(name); err == nil {
			return true
		}
	}
	faults := 0
	const shown = 5
	for _, p := range problems(g) {
		if p.Severity < concord.Error {
			continue
		}
		if faults++; faults <= shown {
			t.complain(&concord.PlaceError{At: p.At, Message: p.Message})
		}
	}
	if faults > 0 {
		t.tell("glossary.faulty", "PluralCount", faults)
		return false
	}
	if cache != nil { // failing to remember costs time only
		_ = cache.Write(name, func(io.Writer) error { return nil })
	}
	return true
}

// vetted names the mark of a glossary in which nothing is wrong.
func vetted(g *glossary.Glossary) string {
	h := sha256.New()
	io.WriteString(h, program())
	for _, f := range g.Files {
		io.WriteString(h, "\n"+f.Name+"\n"+f.Sum)
	}
	return "sound-" + hex.EncodeToString(h.Sum(nil)[:16])
}

// problems returns what is wrong with a glossary, and what its specs do not
// achieve.
func problems(g *glossary.Glossary) []glossary.Problem {
	all := g.Lint()
	for _, term := range pipeline.Untouched(g) {
		all = append(all, glossary.Problem{At: term.At, Severity: concord.Error, Message: message("glossary.lint.untouched", "Term", term.Text)})
	}
	for _, f := range pipeline.Specs(g, rules.All) {
		all = append(all, glossary.Problem{At: f.Spec.At, Severity: concord.Error, Message: failure(f)})
	}
	return all
}

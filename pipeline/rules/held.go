package rules

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// held is a document that is held against the glossary.
type held struct {
	*lint.Pass
	apostrophe string                       // the one it uses; empty if it uses both or none
	latin      bool                         // it is written in Latin script
	chain      []language.Tag               // its language and those it falls back to
	beads      []*lint.Bead                 // of each segment, what it surely translates
	evidence   map[string][]concord.Related // where what a term asks for stands; nil if nowhere
}

func hold(p *lint.Pass) held {
	script, _ := p.Doc.Locale.Script()
	return held{
		Pass: p, apostrophe: apostrophe(p.Doc), latin: script.String() == "Latn", chain: locales.Chain(p.Doc.Locale),
		beads: beads(p), evidence: make(map[string][]concord.Related),
	}
}

// apostrophe returns the kind of apostrophe that a document uses throughout.
func apostrophe(d *concord.Document) string {
	straight, curly := false, false
	for i := range d.Segments {
		s := &d.Segments[i]
		straight = straight || !lacks(s, "'") && strings.Contains(s.Text, "'")
		curly = curly || !lacks(s, "’") && strings.Contains(s.Text, "’")
		if straight && curly {
			return ""
		}
	}
	switch {
	case curly && !straight:
		return "’"
	case straight && !curly:
		return "'"
	}
	return ""
}

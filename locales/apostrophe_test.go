package locales

import (
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// TestApostrophe puts a term in the place of the one in brackets.
func TestApostrophe(t *testing.T) {
	for _, c := range []struct {
		tag, text, new string
		proper         bool
		want           string
	}{
		{"en", "the [fishermen]’s boats", "fishers", false, "the fishers’ boats"},
		{"en", "the [fishermen]'s boats", "fishers", false, "the fishers' boats"},
		{"en", "THE [FISHERMEN]'S BOATS", "fishers", false, "THE FISHERS' BOATS"},
		{"en", "the [fishermen]’s", "fishers", false, "the fishers’"},
		{"en", "the [fisherman]'s boats", "fisher", false, "the fisher's boats"},
		{"en", "the [sea grass]'s leaves", "seagrass", false, "the seagrass's leaves"},
		{"en", "the [perch]'s fins", "sea bass", false, "the sea bass's fins"},
		{"en", "[Old Harbour]'s piers", "Les Bains", true, "Les Bains's piers"},
		{"en", "the [fishermen]'svoe", "fishers", false, "the fishers'svoe"},
		{"fr", "l’[Atelier d’eau]", "Arsenal d'eau", true, "l’Arsenal d’eau"},
		{"fr", "l’[Atelier marin]", "Arsenal d'eau", true, "l’Arsenal d’eau"},
		{"fr", "l'[Atelier marin]", "Arsenal d’eau", true, "l'Arsenal d'eau"},
		{"fr", "l’[Atelier d'eau]", "Arsenal d'eau", true, "l’Arsenal d'eau"},
		{"fr", "un [Atelier marin]", "Arsenal d'eau", true, "un Arsenal d’eau"},
		{"fr", "la [Ligue]", "Alliance", true, "l’Alliance"}, // as the document has it
		{"fr", "l'art de la [Ligue]", "Alliance", true, "l'art de l'Alliance"},
	} {
		before, rest, _ := strings.Cut(c.text, "[")
		found, after, _ := strings.Cut(rest, "]")
		s := Swap{Text: before + found + after, Span: concord.Span{Start: len(before), End: len(before) + len(found)}, Was: found, New: c.new, Proper: c.proper}
		if c.tag == "fr" {
			s.Old.Gender, s.Now.Gender, s.Apostrophe = "f", "f", "’"
		}
		if !c.proper {
			s.Was = strings.ToLower(found)
		}
		changes, _ := For(language.MustParse(c.tag)).Fit(&s)
		got, at := "", 0
		for _, x := range changes {
			got += s.Text[at:x.Span.Start] + x.New
			at = x.Span.End
		}
		if got += s.Text[at:]; got != c.want {
			t.Errorf("%s: got %s, want %s", c.text, got, c.want)
		}
	}
}

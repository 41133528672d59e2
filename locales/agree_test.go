package locales

import (
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// TestAgree puts a French term in the place of the one in brackets, both of
// one gender, and holds what becomes of the word before it.
func TestAgree(t *testing.T) {
	for _, c := range []struct{ text, new, gender, want, doubt string }{
		{"ce [capteur]", "hydrophone", "m", "cet hydrophone", ""},
		{"Ce [capteur]", "hydrophone", "m", "Cet hydrophone", ""},
		{"cet [atelier]", "laboratoire", "m", "ce laboratoire", ""},
		{"un nouveau [capteur]", "hydrophone", "m", "un nouvel hydrophone", ""},
		{"un nouvel [atelier]", "laboratoire", "m", "un nouveau laboratoire", ""},
		{"les vieux [capteurs]", "hydrophones", "m", "les vieux hydrophones", "doubt.elision"},
		{"sa [faculté]", "université", "f", "son université", ""},
		{"Ma [faculté]", "université", "f", "Mon université", ""},
		{"son [université]", "faculté", "f", "sa faculté", ""},
		{"son [atelier]", "laboratoire", "m", "son laboratoire", ""},
		{"son [université]", "faculté", "", "son faculté", "doubt.gender"},
		{"sa [ligue]", "démarche", "f", "sa démarche", ""},
		{"cette [faculté]", "université", "f", "cette université", ""},
		{"la [faculté]", "université", "f", "l'université", ""},
		{"de l'[atelier]", "laboratoire", "m", "du laboratoire", ""},
	} {
		before, rest, _ := strings.Cut(c.text, "[")
		found, after, _ := strings.Cut(rest, "]")
		s := Swap{Text: before + found + after, Span: concord.Span{Start: len(before), End: len(before) + len(found)}, Was: found, New: c.new}
		s.Old.Gender, s.Now.Gender = c.gender, c.gender
		changes, doubt := For(language.French).Fit(s)
		got, at := "", 0
		for _, x := range changes {
			got += s.Text[at:x.Span.Start] + x.New
			at = x.Span.End
		}
		if got += s.Text[at:]; got != c.want || doubt != c.doubt {
			t.Errorf("%s: got %s (%s), want %s (%s)", c.text, got, doubt, c.want, c.doubt)
		}
	}
}

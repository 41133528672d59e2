package fix

import (
	"testing"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/format"
)

// TestUnwritable offers new texts to files in several encodings: what a file
// cannot hold stays a question, and no part of its fix is made.
func TestUnwritable(t *testing.T) {
	for _, c := range []struct {
		charset, text string
		want          Outcome
	}{
		{"utf-8", "’", Applied},
		{"windows-1252", "’", Applied},
		{"gb18030", "−é", Applied},
		{"iso-8859-1", "’", Unwritable},
		{"windows-1252", "−", Unwritable},
		{"us-ascii", "é", Unwritable},
		{"shift_jis", "¥", Unwritable},
	} {
		doc, err := format.Decode("f.txt", []byte("it's here"), format.Options{Charset: c.charset})
		if err != nil {
			t.Fatal(err)
		}
		place := concord.Place{Doc: doc, Span: concord.Span{Start: 2, End: 3}}
		first := place.At(concord.Span{Start: 0, End: 1})
		found := []concord.Finding{{Place: place, Fixes: []concord.Fix{{Auto: true, Edits: []concord.Edit{{Place: first, New: "I"}, {Place: place, New: c.text}}}}}}
		plan := Choose(found, func(string) int { return 0 }, nil)
		if got := plan.Decisions[0].Outcome; got != c.want || (got == Applied) != (len(plan.Edits[doc]) == 2) {
			t.Errorf("%s into %s: %v with edits %v, want %v", c.text, c.charset, got, plan.Edits[doc], c.want)
		}
	}
}

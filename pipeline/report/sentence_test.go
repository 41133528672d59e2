package report

import (
	"strings"
	"testing"
)

func FuzzFolded(f *testing.F) {
	for _, text := range []string{"", " ", "one  two", "“Yes!” she said.\r\nNext\u0085line", "\u3000中\u00a0", "x\xff \xe4"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got, want := folded(text), strings.Join(strings.Fields(text), " "); got != want {
			t.Errorf("%q folded: %q, want %q", text, got, want)
		}
	})
}

package locales

import "testing"

func TestSameHead(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Academy of Tea", "academy", true},
		{"l'école", "L’Étude", true},
		{" -Tea", "tea-house", true},
		{"Tea Academy", "Academy", false},
		{"-", "Tea", false},
		{"'", "’", false},
		{"", "", false},
	} {
		if got := SameHead(c.a, c.b); got != c.same {
			t.Errorf("%q, %q: %v", c.a, c.b, got)
		}
	}
}
